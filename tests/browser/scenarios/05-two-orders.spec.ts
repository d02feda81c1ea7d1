import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { keepAway, obtain, recordOrder, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

const crownContact = { code: 'NC-DIR', wording: 'Must not contact the complainant directly or indirectly' };
const contact = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-06-20 12:00', { script: true });
  hand = stage.hand;
  const [solicitor, officer] = [stage.story.desk('legal.kent'), stage.story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Dex', family: 'Mockman', born: '1979-12-01' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  await recordOrder(solicitor, person, {
    ...{ kind: 'restraining-conviction', origin: 'conviction', courtType: 'crown', protects: [victim] },
    sealed: { made: '2025-11-03 15:00', until: null, present: true, conditions: [crownContact] },
  });
  const sealed = { made: '2026-06-15 11:00', until: '2028-06-14', conditions: [contact, keepAway] };
  const { orderId } = await obtain(solicitor, person, { filed: '2026-06-01', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-06-15 12:00');
}, 120_000);
afterAll(() => stage?.close());

it('one visit is one incident with an allegation under each order', async () => {
  await stage.comes('officer', '2026-06-20 20:00');
  await opens(hand, 'Mockman', 'Dex');
  expect(await hand.reads()).toContain('2 orders in force');
  await hand.presses('Report a breach');
  await hand.chooses('Approach');
  await hand.presses('Continue');
  await hand.chooses(crownContact.wording);
  await hand.types('What happened, in a few words?', 'At her door');
  await hand.chooses('Protected person');
  await hand.presses('Save as a breach');
  const page = await hand.reads();
  expect(page).toContain('SE20002');
  expect(page).toContain('ST19001');
  await hand.follows('Back to the person');
  expect(await hand.reads()).toMatch(/incident alleged as breach 1/i);
});

it('she can have the restraining order varied herself, but not the stalking protection order', async () => {
  await stage.comes('solicitor', '2026-06-21 09:00');
  await opens(hand, 'Mockman', 'Dex');
  await hand.follows('Restraining order');
  await hand.follows('Record a variation the court has made');
  expect(await hand.reads()).toContain('A person the order protects');
  await hand.follows('Back');
  await hand.follows('Dex Mockman');
  await hand.follows('Stalking protection order');
  await hand.follows('Record a variation the court has made');
  expect(await hand.reads()).not.toContain('A person the order protects');
});

it('ending the stalking protection order leaves the restraining order', async () => {
  await stage.comes('solicitor', '2026-07-01 15:00');
  await opens(hand, 'Mockman', 'Dex');
  await hand.follows('Stalking protection order');
  await hand.follows('Record consent to a discharge');
  await hand.chooses('The respondent');
  await hand.dates('When?', '2026-06-30');
  await hand.presses('Record the consent');
  await hand.follows('Record consent to a discharge');
  await hand.chooses('The chief officer who obtained the order');
  await hand.dates('When?', '2026-06-30');
  await hand.presses('Record the consent');
  await hand.follows('Discharge the order');
  await hand.chooses('A chief officer of police');
  await hand.dates('When was the order discharged?', '2026-07-01 14:00');
  await hand.presses('Record the discharge');
  expect(await hand.reads()).toContain('Not in force: discharged on 1 Jul 2026');
  await hand.follows('Dex Mockman');
  expect(await hand.reads()).toMatch(/1 order in force Restraining order/);
});
