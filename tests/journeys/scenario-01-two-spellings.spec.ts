import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whatWasBreached } from './support/breaches.js';
import { eventually } from './support/eventually.js';
import { type Clause, keepAway, obtain, serve } from './support/orders.js';
import { perpetrator, protectedPerson } from './support/people.js';
import { answer, counts, history } from './support/reading.js';
import { type Desk, Story } from './support/story.js';

const kentContact: Clause = { code: 'NC-DIR', wording: 'Not to contact the first protected person by any means' };
const phone = { scheme: 'phone', value: '07700 900001' };

interface Waiting {
  readonly items: readonly {
    readonly id: string;
    readonly lines: readonly { words: string; verdict: string }[];
    records: readonly { id: string }[];
  }[];
}

let story: Story;
let kent: Desk;
let essex: Desk;
let kentLegal: Desk;
let essexLegal: Desk;
let quentin: string;
let kwentin: string;
let pair: string;
let before: { readonly [id: string]: Record<string, unknown> };

const waiting = async (desk: Desk): Promise<Waiting['items']> => (await desk.reads<Waiting>('/links')).items;
const told = (id: string) => kent.reads(`/perpetrators/${id}/history`);
/** Without what is only about the link itself and the moment of asking. */
const withoutLink = (view: Record<string, unknown>) => ({
  ...view,
  asAt: null,
  links: null,
  lines: (view['lines'] as { heading: string }[]).filter(({ heading }) => !/one person|link/i.test(heading)),
});

beforeAll(async () => {
  story = await Story.begin('2026-06-20 12:00');
  [kent, essex, kentLegal, essexLegal] = [
    story.desk('officer.kent'),
    story.desk('officer.essex'),
    story.desk('legal.kent'),
    story.desk('legal.essex'),
  ];
  quentin = await perpetrator(
    kent,
    { given: 'Quentin', family: 'Fictionsson', born: '1988-03-04' },
    {
      identifiers: [{ scheme: 'pncid', value: '2099/0000001G' }, phone],
    },
  );
  kwentin = await perpetrator(essex, { given: 'Kwentin', family: 'Fictionson', born: '1988-03-04' }, { identifiers: [phone] });
  const first = await protectedPerson(kent, quentin, { given: 'Nora', family: 'Nonesuch' });
  const second = await protectedPerson(essex, kwentin, { given: 'Ada', family: 'Samplewright' });
  const one = await obtain(kentLegal, quentin, {
    ...{ filed: '2026-06-01', protects: [first] },
    sealed: { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [kentContact] },
  });
  const other = await obtain(essexLegal, kwentin, {
    ...{ filed: '2026-06-02', protects: [second] },
    sealed: { made: '2026-06-16 11:00', until: '2028-06-15', conditions: [keepAway] },
  });
  await serve(kent, one.orderId, '2026-06-15 12:00');
  await serve(essex, other.orderId, '2026-06-16 12:00');
}, 60_000);
afterAll(() => story.end());

describe('Scenario 1: two spellings, two forces', () => {
  it('puts the pair before a person, scored and explained line by line', async () => {
    const [found] = await eventually(
      () => waiting(kent),
      (items) => items.length > 0,
    );
    pair = found!.id;
    expect(found!.records.map(({ id }) => id).toSorted()).toEqual([quentin, kwentin].toSorted());
    expect(found!.lines.filter(({ verdict }) => verdict === 'for').map(({ words }) => words)).toEqual([
      'Given name: nearly the same',
      'Family name: nearly the same',
      'Date of birth: the same',
      'Telephone number: the same',
    ]);
    expect((await kent.sees('/links')).main).toContain('FICTIONSSON, Quentin');
    const page = await essex.sees(`/links/${pair}`);
    expect(page.main).toContain('PNCID 2099/0000001G');
    expect(page.main).toContain('Date of birth: the same');
  });

  it('links nothing by itself', async () => {
    expect(answer(await kent.sees(`/perpetrators/${quentin}`)).heading).toBe('1 order in force');
    const card = (await kent.sees(`/perpetrators/${quentin}/card`)).main;
    expect(card).toContain('Another record, of Essex, may be of this person. 1 order is in force on it. Decide');
    expect(card).toContain('until the end of 14 Jun 2028');
    expect((await story.desk('manager.kent').sees(`/perpetrators/${quentin}/card`)).main).not.toContain('Another record');
    before = { [quentin]: await told(quentin), [kwentin]: await told(kwentin) };
  });
});

describe('Once a person says that the two are one', () => {
  it('shows both orders, both records and everything on one history, from either side', async () => {
    story.itIs('2026-06-21 10:00');
    expect((await essex.does(`/links/${pair}`, {}, 'Same person')).main).toContain('Undo the link');
    expect(await waiting(kent)).toEqual([]);
    for (const id of [quentin, kwentin]) {
      const page = await kent.sees(`/perpetrators/${id}`);
      expect(answer(page).heading).toBe('2 orders in force');
      expect(counts(page)).toMatchObject({ orders: '2 2 in force', 'protected people': '2', forces: '2' });
      expect(page.all('.ow-records li')).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/FICTIONSSON, Quentin, Kent.*PNCID 2099\/0000001G/),
          expect.stringMatching(/FICTIONSON, Kwentin, Essex/),
        ]),
      );
      const lines = history(page);
      expect(lines.filter((line) => line.includes('Linked with another record'))).toHaveLength(1);
      expect(lines.filter((line) => /Record opened by/.test(line))).toHaveLength(2);
      const card = await kent.sees(`/perpetrators/${id}/card`);
      expect(card.main).toContain('2 orders in force');
      expect(card.main).toContain('FICTIONSON, Kwentin (Essex)');
      expect(card.main).not.toContain('Another record');
    }
  });

  it('says in a search that they are one person, with the orders of both', async () => {
    const page = await (await essex.client()).submit('/search', { name: 'Quentin Fictionson' });
    expect(page.main).toContain('2 records of 1 person');
    const [first, second, ...more] = page.all('.ow-hit');
    expect(first).toContain('FICTIONSSON, Quentin');
    expect(first).toContain('One person with the record of Kwentin Fictionson (Essex): 2 orders in force together');
    expect(second).toContain('One person with the record of Quentin Fictionsson (Kent): 2 orders in force together');
    expect(more).toEqual([]);
    expect(await kent.tells('/perpetrators/search', { identifier: '2099/0000001G' })).toMatchObject({
      ...{ total: 1, people: 1 },
      items: [
        { perpetratorId: quentin, ordersInForce: 1, ordersInForceTogether: 2, onePersonWith: [{ perpetratorId: kwentin, force: '42' }] },
      ],
    });
  });

  it('offers the conditions of both orders when a breach is reported, and takes both for alleged', async () => {
    const then = await whatWasBreached(kent, quentin, { when: '2026-06-20 19:00', kinds: ['message', 'approach'] });
    expect(then.choices.map(({ words }) => words).toSorted()).toEqual([kentContact.wording, keepAway.wording].toSorted());
  });

  it('shows both orders beside which a new one must fit', async () => {
    const form = await kentLegal.sees(`/perpetrators/${quentin}/orders/new?kind=restraining-conviction`);
    expect(form.main).toContain(kentContact.wording);
    expect(form.main).toContain(keepAway.wording);
  });

  it('overwrites neither force’s record', async () => {
    expect(await kent.reads(`/perpetrators/${quentin}`)).toMatchObject({
      force: '46',
      identity: { name: { family: 'Fictionsson', given: 'Quentin' } },
      identifiers: [expect.objectContaining({ scheme: 'pncid', value: '2099/0000001G' }), expect.objectContaining({ scheme: 'phone' })],
    });
    expect(await kent.reads(`/perpetrators/${kwentin}`)).toMatchObject({
      force: '42',
      identity: { name: { family: 'Fictionson', given: 'Kwentin' } },
      identifiers: [expect.objectContaining({ scheme: 'phone', value: '+447700900001' })],
    });
  });

  it('does not give one force the names of those the other protects', async () => {
    const page = await essex.sees(`/perpetrators/${kwentin}`);
    expect(page.main).toContain('Ada Samplewright');
    expect(page.text).not.toContain('Nonesuch');
  });

  it('knows on an earlier day what was decided by then', async () => {
    expect(answer(await kent.sees(`/perpetrators/${quentin}?asKnownOn=2026-06-20`)).heading).toBe('1 order in force');
    expect(answer(await kent.sees(`/perpetrators/${quentin}?asKnownOn=2026-06-21`)).heading).toBe('2 orders in force');
  });
});

describe('Once the link is undone', () => {
  it('restores both histories exactly', async () => {
    expect(await kent.isRefused(`/links/${pair}`, {}, 'Undo the link')).toEqual([expect.stringContaining('why the link is undone')]);
    await kent.does(`/links/${pair}`, { reason: 'Two cousins, as their fingerprints show' }, 'Undo the link');
    for (const id of [quentin, kwentin]) {
      expect(answer(await kent.sees(`/perpetrators/${id}`)).heading).toBe('1 order in force');
      expect((await (await kent.client()).submit('/search', { identifier: phone.value })).main).not.toContain('One person with');
      expect(withoutLink(await told(id))).toEqual(withoutLink(before[id] ?? {}));
      const page = await kent.sees(`/perpetrators/${id}`);
      expect(history(page).filter((line) => line.includes('fingerprints'))).toHaveLength(1);
    }
  });

  it('is not asked again on the same evidence, and is on new', async () => {
    await essex.does(`/links/${pair}`, { reason: 'Two cousins' }, 'Not the same');
    await essex.does(`/perpetrators/${kwentin}/correct`, { sex: 'unknown', reason: 'Not known' });
    expect(await waiting(kent)).toEqual([]);
    await essex.does(`/perpetrators/${kwentin}/aliases/new`, { given: 'Quentin', family: 'Fictionsson' });
    const [again] = await eventually(
      () => waiting(kent),
      (items) => items.length > 0,
    );
    expect(again?.id).toBe(pair);
  });
});
