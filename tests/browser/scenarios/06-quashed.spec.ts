import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { arrest, charge, reportBreach } from '../../journeys/support/breaches.js';
import { noContact, obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-03-02 16:00', { script: false });
  hand = stage.hand;
  const { story } = stage;
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Quincy', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-03-02 11:00', until: '2028-03-01' };
  const { orderId } = await obtain(solicitor, person, { filed: '2026-02-20', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-03-02 15:00');
  story.itIs('2026-06-08 22:00');
  const breach = await reportBreach(officer, person, { when: '2026-06-08 14:00', kinds: ['message'], account: 'Eleven messages' });
  await arrest(officer, breach, '2026-06-08 17:00');
  await charge(officer, breach, '2026-06-08 21:00', ['ST19001']);
}, 120_000);
afterAll(() => stage?.close());

it('an appeal leaves the order in force meanwhile', async () => {
  await stage.comes('solicitor', '2026-07-01 10:00');
  await opens(hand, 'Placeholder', 'Quincy');
  await hand.follows('Stalking protection order');
  await hand.follows('Record an appeal');
  await hand.dates('When was the appeal lodged?', '2026-06-30');
  await hand.chooses('The making of the order');
  await hand.chooses('The respondent');
  await hand.presses('Record the appeal');
  expect(await hand.reads()).toContain('The order stays in force meanwhile');
});

it('the order ends when the Crown Court allows it', async () => {
  await stage.comes('solicitor', '2026-09-14 15:00');
  await opens(hand, 'Placeholder', 'Quincy');
  await hand.follows('Stalking protection order');
  await hand.follows('Record the outcome');
  await hand.selects('Court', 'Crown Court');
  await hand.types('Name of the court', 'Maidstone');
  await hand.dates('When was it decided?', '2026-09-14 12:00');
  await hand.chooses('The order is quashed');
  await hand.presses('Record the outcome');
  expect(await hand.reads()).toContain('Not in force: quashed on appeal on 14 Sep 2026');
  await hand.follows('Quincy Placeholder');
  expect(await hand.reads()).toContain('No order in force');
});

it('the charge stands, and a person looks at it again', async () => {
  await hand.opensMenu();
  await hand.follows('Work');
  const due = await hand.reads();
  expect(due).toContain('Review the breach and tell the prosecutor what changed');
  expect(due).toContain('Tell the victim of the change of the order');
  expect(due).toMatch(/national record/);
  await hand.follows('Review the breach');
  await hand.chooses('Refer to the prosecutor');
  await hand.types('Why?', 'Sent to the CPS with the judgment');
  await hand.presses('Save');
  expect(await hand.reads()).toContain('Charged: ST19001');
});

it('what was in force on 8 June stays so', async () => {
  await hand.follows('Back to the person');
  await hand.unfolds('Filter, or show what was known on a past day');
  await hand.dates('As known on', '2026-06-08');
  await hand.presses('Show');
  expect(await hand.reads()).toContain('1 order in force');
  expect(await hand.reads()).toContain(noContact.wording);
});
