import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { noContact, obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { Beat, fits, nextOf, opensCard } from './officer-support.js';

jest.setTimeout(180_000);

const others = [
  { code: 'EX-AREA', wording: 'Not to enter High Street, Testville' },
  { code: 'ITEM', wording: 'Not to possess a tracker' },
  { code: 'DEV-HIST', wording: 'Not to use a device that keeps no history' },
];

let beat: Beat;

beforeAll(async () => {
  beat = await Beat.begin('2026-05-14 16:00');
  const [solicitor, officer] = [beat.story.desk('legal.kent'), beat.story.desk('officer.kent')];
  const otto = await perpetrator(officer, { given: 'Otto', family: 'Samplewright', born: '1986-02-03' });
  const victim = await protectedPerson(officer, otto, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [noContact, ...others] };
  const { orderId } = await obtain(solicitor, otto, { filed: '2026-05-01', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-05-14 15:00');
});
afterAll(() => beat?.end());

it('Scenario 11: a contact of August, told in September and keyed in November keeps its three times and is marked late', async () => {
  beat.story.itIs('2026-11-02 11:00');
  const hand = await beat.phone('kent', { script: false });
  await opensCard(hand, 'Otto Samplewright');
  await hand.presses('Report a breach');
  await hand.chooses('Another day');
  await hand.dates('Which day?', '2026-08-31');
  await hand.types('Time, if it is known', '19:15');
  await hand.chooses('Message');
  await hand.presses('Continue');
  const folded = others.map(({ wording }) => hand.page.getByLabel(wording));
  expect(await hand.page.getByLabel(noContact.wording).isChecked()).toBe(true);
  expect(await Promise.all(folded.map((choice) => choice.isVisible()))).toEqual([false, false, false]);
  await hand.unfolds('3 other conditions of this order');
  expect(await Promise.all(folded.map((choice) => choice.isVisible()))).toEqual([true, true, true]);
  await hand.types('What happened, in a few words?', 'A message to her sister’s phone');
  await hand.chooses('Protected person');
  await hand.unfolds('How and when it was reported');
  await hand.dates('When was it reported?', '2026-09-14 16:20');
  await fits(hand.page);
  await hand.presses('Save as a breach');
  await fits(hand.page);
  const saved = await hand.reads();
  expect(saved).toContain('Message, 31 Aug 2026 at 19:15');
  expect(saved).toContain('Reported 14 Sep 2026 at 16:20, told an officer');
  expect(saved).toContain('Recorded 2 Nov 2026 at 11:00, 49 days after the report');
  // The clock of the Victims' Code starts with what the police decide; until then ours counts from the recording.
  expect((await nextOf(hand.page)).filter((line) => /^Tell /.test(line))).toEqual([
    expect.stringMatching(/^Tell .* what happens next by the end of 3 Nov 2026/),
  ]);
  await hand.follows('Back to the person');
  expect(await hand.reads()).toContain('recorded 63 days later');
});

it('Scenario 11: the arrest starts the clock to tell the victim, over the weekend', async () => {
  beat.story.itIs('2026-11-06 22:30');
  const hand = await beat.phone('kent', { script: true });
  await opensCard(hand, 'Otto Samplewright');
  await hand.follows('Whole history');
  await hand.follows('Breach alleged');
  expect((await nextOf(hand.page)).join(' ')).toContain('Of one today, by the end of 9 Nov 2026');
  await hand.presses('Record an arrest');
  await fits(hand.page);
  await hand.presses('Save');
  expect((await nextOf(hand.page)).join(' ')).toMatch(/Tell Nora Nonesuch of the arrest by the end of 9 Nov 2026/);
});

it('Scenario 11: half past one on the night the clocks went back is asked for, and the answer is kept', async () => {
  beat.story.itIs('2026-11-10 09:00');
  const hand = await beat.phone('kent', { script: false });
  await opensCard(hand, 'Otto Samplewright');
  await hand.presses('Report a breach');
  await hand.chooses('Another day');
  await hand.dates('Which day?', '2026-10-25');
  await hand.types('Time, if it is known', '01:30');
  await hand.chooses('Call');
  await hand.presses('Continue');
  expect(await hand.page.locator('.govuk-error-summary li').allInnerTexts()).toEqual([
    expect.stringContaining('The clocks went back that night'),
  ]);
  expect(await hand.page.getByLabel('Time, if it is known').inputValue()).toBe('01:30');
  await hand.chooses('The later (winter time)');
  await hand.presses('Continue');
  await hand.types('What happened, in a few words?', 'A silent call');
  await hand.chooses('Protected person');
  await hand.presses('Save as a breach');
  await fits(hand.page);
  const id = new URL(hand.page.url()).pathname.split('/').at(-1) ?? '';
  expect(await beat.story.desk('officer.kent').reads(`/breaches/${id}`)).toMatchObject({ occurred: { at: '2026-10-25T01:30:00.000Z' } });
});
