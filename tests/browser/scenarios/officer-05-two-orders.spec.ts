import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { moment } from '../../journeys/support/days.js';
import { type Clause, keepAway, obtain, recordOrder, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { Beat, fits, offered, opensCard } from './officer-support.js';

jest.setTimeout(180_000);

const crownContact: Clause = { code: 'NC-DIR', wording: 'Must not contact the complainant directly or indirectly' };
const contact: Clause = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };

let beat: Beat;
let spo: string;

beforeAll(async () => {
  beat = await Beat.begin('2026-06-20 12:00');
  const [solicitor, officer] = [beat.story.desk('legal.kent'), beat.story.desk('officer.kent')];
  const dex = await perpetrator(officer, { given: 'Dex', family: 'Mockman', born: '1979-12-01' });
  const victim = await protectedPerson(officer, dex, { given: 'Nora', family: 'Nonesuch' });
  await recordOrder(solicitor, dex, {
    ...{ kind: 'restraining-conviction', origin: 'conviction', courtType: 'crown', protects: [victim] },
    sealed: { made: '2025-11-03 15:00', until: null, present: true, conditions: [crownContact] },
  });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [contact, keepAway] };
  spo = (await obtain(solicitor, dex, { filed: '2026-06-01', sealed, protects: [victim] })).orderId;
  await serve(officer, spo, '2026-06-15 12:00');
  beat.story.itIs('2026-06-21 09:00');
});
afterAll(() => beat?.end());

/** The first step for the evening before, from the card. */
async function reports(hand: Hand, tile: string): Promise<void> {
  await hand.presses('Report a breach');
  await hand.chooses('Another day');
  await hand.dates('Which day?', '2026-06-20');
  await hand.types('Time, if it is known', '19:40');
  await hand.chooses(tile);
  await hand.presses('Continue');
}

const counts = async (hand: Hand) => (await hand.page.locator('.ow-count').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

it('Scenario 5: one visit breaches both orders: one incident, two allegations, two possible offences', async () => {
  const hand = await beat.phone('kent', { script: true });
  const card = await opensCard(hand, 'Dex Mockman');
  expect(card.answer).toBe('2 orders in force');
  expect(card.orders).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ known: 'Served 15 Jun 2026 at 12:00', words: expect.stringContaining('ST19001') }),
      expect.objectContaining({ known: 'In court when made, 3 Nov 2025', words: expect.stringContaining('SE20002') }),
    ]),
  );
  await reports(hand, 'Approach');
  const choices = await offered(hand.page);
  expect(choices).toHaveLength(3);
  expect(choices).toContainEqual({ words: keepAway.wording, ticked: true });
  expect(choices).toContainEqual({ words: crownContact.wording, ticked: false });
  await hand.chooses(crownContact.wording);
  await hand.types('What happened, in a few words?', 'At her door, spoke to her');
  await hand.chooses('Protected person');
  await fits(hand.page);
  await hand.presses('Save as a breach');
  await fits(hand.page);
  const saved = await hand.reads();
  expect(saved).toMatch(/SE20002/);
  expect(saved).toMatch(/ST19001/);
  expect(await hand.page.locator('.govuk-summary-card').count()).toBe(2);
  await hand.follows('Back to the person');
  expect(await counts(hand)).toEqual(expect.arrayContaining([expect.stringMatching(/^Incident alleged as breach 1 1 alleged$/i)]));
});

it('Scenario 5: the same visit is noticed when it is reported again, and is kept without being alleged', async () => {
  const hand = await beat.phone('kent', { script: false });
  await opensCard(hand, 'Dex Mockman');
  await reports(hand, 'Approach');
  expect(await hand.reads()).toContain('This may be reported already');
  expect(await hand.page.locator('main form li a').allInnerTexts()).toEqual(['Approach, 20 Jun 2026 at 19:40']);
  await hand.types('What happened, in a few words?', 'A neighbour saw him at the door');
  await hand.chooses('Witness');
  await hand.presses('Not a breach, but keep it');
  expect(await hand.reads()).toContain('What was breached is ticked, and you say that it is not a breach');
  await fits(hand.page);
  await hand.presses('Nothing was breached: untick it all and keep it');
  expect(await hand.reads()).toContain('not alleged to be a breach');
  await hand.follows('Back to the person');
  const seen = await counts(hand);
  expect(seen).toEqual(expect.arrayContaining([expect.stringMatching(/^Incident alleged as breach 1/i)]));
  expect(seen).toEqual(expect.arrayContaining([expect.stringMatching(/^Other contact kept 1/i)]));
});

it('a failure to notify is of its own kind, with the offences of the Act and under the stalking protection order alone', async () => {
  const hand = await beat.phone('kent', { script: false });
  await opensCard(hand, 'Dex Mockman');
  await reports(hand, 'Did not notify police');
  const codes = (await hand.page.locator('.govuk-checkboxes__hint').allInnerTexts()).filter((hint) => /^ST1900/.test(hint));
  const ranOut = 'ST19002. Due by the end of 17 Jun 2026: no notification is recorded';
  expect(codes.toSorted()).toEqual([ranOut, 'ST19003', 'ST19004', 'ST19005', 'ST19006']);
  // The duty that ran out unmet, and no condition.
  const ticked = (await offered(hand.page)).filter((one) => one.ticked);
  expect(ticked.map(({ words }) => words)).toEqual(['Did not notify name and address within 3 days of service']);
});

it('Scenario 5: ending the stalking protection order leaves the restraining order on the card', async () => {
  beat.story.itIs('2026-07-01 15:00');
  const solicitor = beat.story.desk('legal.kent');
  for (const by of ['respondent', 'applying-chief-officer'])
    await solicitor.tells(`/orders/${spo}/discharge-consents`, { by, on: '2026-06-30' });
  await solicitor.does(`/orders/${spo}/discharge`, {
    ...{ courtName: 'Testville', at: moment('2026-07-01 14:00'), onApplicationOf: 'chief-officer' },
  });
  const hand = await beat.phone('kent', { script: false });
  const card = await opensCard(hand, 'Dex Mockman');
  expect([card.answer, card.orders.map(({ name }) => name)]).toEqual(['1 order in force', [expect.stringContaining('Restraining order')]]);
});
