import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { fileApplication, makeInterim, noContact } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { Beat, fits, nextOf, offered, opensCard, readCard } from './officer-support.js';

jest.setTimeout(120_000);

let beat: Beat;

beforeAll(async () => {
  beat = await Beat.begin('2026-06-02 12:00');
  const [solicitor, officer] = [beat.story.desk('legal.kent'), beat.story.desk('officer.kent')];
  const ada = await perpetrator(officer, { given: 'Ada', family: 'Samplewright', born: '1991-07-08', sex: 'female' });
  const victim = await protectedPerson(officer, ada, { given: 'Nora', family: 'Nonesuch' });
  const application = await fileApplication(solicitor, ada, { filed: '2026-06-02', protects: [victim], notice: 'without' });
  await makeInterim(solicitor, application, { made: '2026-06-02 11:40', until: '2026-08-31', present: false });
});
afterAll(() => beat?.end());

async function reports(hand: Hand, time: string): Promise<void> {
  await hand.presses('Report a breach');
  await hand.chooses('Earlier today, 2 Jun');
  await hand.types('Time', time);
  await hand.chooses('Message');
  await fits(hand.page);
  await hand.presses('Continue');
}

it('Scenario 4: an unserved interim order binds; its breach is taken, and what shows that she knew is asked for', async () => {
  beat.story.itIs('2026-06-02 18:20');
  const hand = await beat.phone('kent', { script: false });
  const card = await opensCard(hand, 'Ada Samplewright');
  expect([card.name, card.answer]).toEqual(['SAMPLEWRIGHT, Ada', '1 order in force, not served']);
  expect(card.orders).toEqual([expect.objectContaining({ name: 'Interim stalking protection order', known: 'Not served' })]);
  expect(card.text).toContain('The order binds from when it was made');
  expect(card.text).toContain('SPA 2019 s.8');
  expect(card.text).toMatch(/Arrest without warrant: PACE 1984 s\.24/);

  await reports(hand, '11:39');
  expect(await hand.reads()).toContain('No order was in force then');
  await hand.presses('Change when or what');
  await hand.types('Time', '18:05');
  await hand.presses('Continue');
  expect(await offered(hand.page)).toEqual([{ words: noContact.wording, ticked: true }]);
  expect(await hand.reads()).toContain('Not served then It binds all the same');
  await hand.types('What happened, in a few words?', 'A text to the victim');
  await hand.chooses('Protected person');
  await fits(hand.page);
  await hand.presses('Save as a breach');
  await fits(hand.page);

  const saved = await hand.reads();
  expect(saved).toContain('In force, but nothing shows that it was known of then');
  expect(saved).toContain('ST19001');
  expect(await nextOf(hand.page)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Find what shows that the person knew of the order'),
      expect.stringContaining('tell Nora Nonesuch within 1 working day. Of one today, by the end of 3 Jun 2026'),
    ]),
  );
});

it('Scenario 4: she is served at her door the next morning by reading it out, which starts the clock and settles nothing earlier', async () => {
  beat.story.itIs('2026-06-03 09:30');
  const hand = await beat.phone('kent', { script: true });
  await opensCard(hand, 'Ada Samplewright');
  await hand.presses('Read it out now');
  await hand.chooses(`1. ${noContact.wording}`);
  await hand.types('How do you know who the respondent is?', 'Driving licence');
  await hand.types('Where?', 'Mill Street, Testville');
  expect(await hand.page.getByLabel('Who read it?').inputValue()).toBe('Pat Invented');
  await fits(hand.page);
  await hand.presses('Record that it was read');
  expect(await hand.reads()).toContain('5 Jun 2026');
  await hand.follows('Ada Samplewright');
  await hand.presses('Card');
  const card = await readCard(hand.page);
  expect([card.answer, card.orders[0]?.known]).toEqual(['1 order in force', 'Served 3 Jun 2026 at 09:30']);
  await hand.follows('Whole history');
  await hand.follows('Breach alleged');
  expect((await nextOf(hand.page)).join(' ')).toContain('Find what shows that the person knew of the order');
});
