import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { openCase } from '../../journeys/support/cases.js';
import { fileApplication } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-05-05 10:00', { script: false });
  hand = stage.hand;
  const [solicitor, officer] = [stage.story.desk('legal.kent'), stage.story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Barnaby', family: 'Mockman', born: '1975-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  await openCase(officer, person, { people: [victim] });
  await fileApplication(solicitor, person, { filed: '2026-05-05', protects: [victim], interim: false });
}, 120_000);
afterAll(() => stage?.close());

it('she withdraws in the first week, and neither the case nor the application ends', async () => {
  await stage.comes('solicitor', '2026-05-08 10:00');
  await opens(hand, 'Mockman', 'Barnaby');
  await hand.follows('Application filed 5 May 2026 at Testville');
  await hand.follows('Record that somebody no longer supports it');
  await hand.chooses('Nora Nonesuch');
  await hand.dates('When did they say so?', '2026-05-07');
  await hand.presses('Record it');
  expect(await hand.reads()).toContain('Waiting to be determined');
  expect(await hand.reads()).toContain('Nora Nonesuch no longer supports the application. It goes on.');
});

it('the court grants it on the chief’s case', async () => {
  await stage.comes('solicitor', '2026-05-28 14:00');
  await opens(hand, 'Mockman', 'Barnaby');
  await hand.follows('Application filed 5 May 2026 at Testville');
  await hand.follows('Record that it was granted');
  await hand.dates('When was the order made?', '2026-05-28 11:00');
  await hand.chooses('On a last day');
  await hand.dates('If it ends on a last day: which?', '2028-05-27');
  await hand.chooses('Yes', 'Was the respondent in court when it was made?');
  await hand.chooses('No direct contact');
  await hand.presses('Add what is ticked');
  await hand.presses('Suggest words from the details');
  await hand.presses('Record the order');
  expect(await hand.reads()).toContain('In force');
});

it('owes no notification while he is under the Sexual Offences Act, and the clock starts with the day on which that ends', async () => {
  await hand.follows('Record an exemption from notifying');
  await hand.chooses('Yes', 'Is the final day of that duty known?');
  await hand.dates('Final day of the duty under the Sexual Offences Act 2003', '2026-06-12');
  await hand.presses('Record the exemption');
  await hand.follows('Record service');
  await hand.dates('When was it served?', '2026-05-28 12:00');
  await hand.chooses('Handed over in court');
  await hand.chooses('Record of the court');
  await hand.types('Where was it served?', 'Testville');
  await hand.types('Who served it?', 'The usher');
  await hand.presses('Record service');
  await stage.comes('officer', '2026-06-11 12:00');
  await opens(hand, 'Mockman', 'Barnaby');
  await hand.follows('Stalking protection order');
  expect(await hand.reads()).toContain('Not owed while under the Sexual Offences Act 2003');
  await stage.comes('officer', '2026-06-12 09:00');
  await hand.follows('Work');
  expect(await hand.reads()).toContain('day 1 is 12 Jun 2026, and the duty ends with 14 Jun 2026');
});
