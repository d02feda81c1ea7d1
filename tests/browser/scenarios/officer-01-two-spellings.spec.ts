import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually } from '../../journeys/support/eventually.js';
import { type Clause, keepAway, obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { Beat, fits, offered, opensCard, readCard, searches } from './officer-support.js';

jest.setTimeout(180_000);

const noContact: Clause = { code: 'NC-DIR', wording: 'Not to contact the first protected person by any means' };
const phone = { scheme: 'phone', value: '07700 900001' };

let beat: Beat;

beforeAll(async () => {
  beat = await Beat.begin('2026-06-20 12:00');
  const desk = (name: string) => beat.story.desk(name);
  const [kent, essex] = [desk('officer.kent'), desk('officer.essex')];
  const identifiers = [{ scheme: 'pncid', value: '2099/0000001G' }, phone];
  const quentin = await perpetrator(kent, { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' }, { identifiers });
  const kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' }, { identifiers: [phone] });
  const first = await protectedPerson(kent, quentin, { given: 'Nora', family: 'Nonesuch' });
  const second = await protectedPerson(essex, kwentin, { given: 'Ada', family: 'Samplewright' });
  const one = await obtain(desk('legal.kent'), quentin, {
    ...{ filed: '2026-06-01', protects: [first] },
    sealed: { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [noContact] },
  });
  const other = await obtain(desk('legal.essex'), kwentin, {
    ...{ filed: '2026-06-02', protects: [second] },
    sealed: { made: '2026-06-16 11:00', until: '2028-06-15', conditions: [keepAway] },
  });
  await serve(kent, one.orderId, '2026-06-15 12:00');
  await serve(essex, other.orderId, '2026-06-16 12:00');
  await eventually(
    () => kent.reads<{ items: object[] }>('/links'),
    ({ items }) => items.length > 0,
  );
});
afterAll(() => beat?.end());

it('Scenario 1: either spelling and the number find him, each force’s record by itself, and nothing is linked by itself', async () => {
  const hand = await beat.phone('kent', { script: false });
  for (const [label, text] of [
    ['Name or alias', 'Kwentin Fictionsson'],
    ['Name or alias', 'Fictions'],
    ['Number, online name or vehicle', '07700 900001'],
  ] as const) {
    expect([text, (await searches(hand, { [label]: text })).toSorted()]).toEqual([text, ['FICTIONSON, Kwentin', 'FICTIONSSON, Quentin']]);
    expect(await hand.reads()).toContain('Why it is here');
    await fits(hand.page);
    await hand.follows('Search');
  }
  const card = await opensCard(hand, 'Quentin Fictionsson');
  expect([card.answer, card.orders.map(({ forbids }) => forbids.length)]).toEqual(['1 order in force', [1]]);
});

it('Scenario 1: a person decides, line by line; then one card answers for both forces, whichever spelling is searched', async () => {
  const kent = await beat.phone('kent', { script: true });
  await kent.page.getByRole('button', { name: 'Menu' }).click();
  await kent.follows('Links');
  const [waiting = ''] = await kent.page.locator('.ow-hit h2').allInnerTexts();
  expect(waiting.split(' and ').toSorted()).toEqual(['FICTIONSON, Kwentin', 'FICTIONSSON, Quentin']);
  await kent.follows(waiting);
  const pair = await kent.reads();
  for (const line of ['Given name: nearly the same', 'Date of birth: the same', 'Telephone number: the same', 'PNCID 2099/0000001G'])
    expect(pair).toContain(line);
  await fits(kent.page);
  await kent.presses('Same person');
  expect(await kent.reads()).toContain('Undo the link');

  const essex = await beat.phone('essex', { script: false });
  const card = await opensCard(essex, 'Kwentin Fictionson');
  expect([card.name, card.answer]).toEqual(['FICTIONSON, Kwentin', '2 orders in force']);
  expect(card.text).toContain('One person, 2 records:');
  expect(card.text).toContain('FICTIONSSON, Quentin (Kent)');
  expect(card.text).toContain('call the control room of');
  expect(card.text).not.toContain('Nonesuch');
  await essex.presses('Report a breach');
  await essex.chooses('Message');
  await essex.chooses('Approach');
  await essex.presses('Continue');
  // The two orders protect different people: whom it was done to, only the officer knows.
  expect(await offered(essex.page)).toEqual(
    expect.arrayContaining([
      { words: noContact.wording, ticked: false },
      { words: keepAway.wording, ticked: false },
    ]),
  );
});

it('Scenario 1: the link is undone with a reason, and both answer for themselves again', async () => {
  const hand = await beat.phone('kent', { script: false });
  await searches(hand, { 'Name or alias': 'Quentin Fictionsson' });
  await hand.follows('FICTIONSSON, Quentin');
  await hand.follows('See the link, or undo it');
  await hand.presses('Undo the link');
  expect(await hand.reads()).toContain('why the link is undone');
  await hand.types('Why the link is undone', 'Two cousins, as their fingerprints show');
  await hand.presses('Undo the link');
  await hand.follows('Search');
  expect((await opensCard(hand, 'Quentin Fictionsson')).answer).toBe('1 order in force');
  await hand.follows('Search');
  await opensCard(hand, 'Kwentin Fictionson');
  expect((await readCard(hand.page)).answer).toBe('1 order in force');
});
