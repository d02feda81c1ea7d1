import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-04-02 10:00', { script: false });
  hand = stage.hand;
  const officer = stage.story.desk('officer.kent');
  const child = await perpetrator(officer, { given: 'T', family: 'Child', born: '2008-04-07' });
  await protectedPerson(officer, child, { given: 'Nora', family: 'Nonesuch' });
}, 120_000);
afterAll(() => stage?.close());

it('he is never offered an order that only adults can be given', async () => {
  await stage.comes('solicitor');
  await opens(hand, 'Child', 'T');
  await hand.follows('Record an order');
  const kinds = await hand.reads();
  expect(kinds).toContain('Restraining order on conviction');
  expect(kinds).not.toMatch(/domestic (violence|abuse) protection (notice|order)/i);
  await hand.follows('Back');
});

it('his age on the day of filing sends the application to the youth court, which nobody chooses', async () => {
  await hand.follows('Record a filed application');
  await hand.dates('When was it filed?', '2026-04-02');
  await hand.types('Name of the court', 'Testville');
  await hand.chooses('With notice');
  await hand.chooses('The respondent lives in the force area');
  await hand.chooses('No', 'Is an interim order asked for?');
  await hand.chooses('Nora Nonesuch', 'Whom is the order to protect?');
  await hand.presses('Record the application');
  expect(await hand.reads()).toContain('Youth court: the respondent was under 18 on the day of filing');
});

it('the case stays there when he turns 18 in the middle', async () => {
  await stage.comes('solicitor', '2026-05-20 14:00');
  await opens(hand, 'Child', 'T');
  await hand.follows('Application filed 2 Apr 2026 at Testville');
  await hand.follows('Record that it was granted');
  await hand.dates('When was the order made?', '2026-05-20 11:00');
  await hand.chooses('On a last day');
  await hand.dates('If it ends on a last day: which?', '2028-05-19');
  await hand.chooses('No direct contact');
  await hand.presses('Add what is ticked');
  await hand.presses('Suggest words from the details');
  await hand.presses('Record the order');
  expect(await hand.reads()).toContain('(youth court)');
});

it('managers read no name of his', async () => {
  await stage.comes('manager', '2026-05-21 09:00');
  await hand.follows('Uptake');
  expect(await hand.reads()).toContain('0 interim and 1 full stalking protection orders');
  expect(await hand.reads()).not.toMatch(/\bchild\b/i);
});
