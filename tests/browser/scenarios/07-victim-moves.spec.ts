import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

const contact = { code: 'NC-DIR', wording: 'Not to contact the protected person by any means' };
const area = { code: 'EX-AREA', wording: 'Not to enter Exampleford', parameters: { area: 'Exampleford' } };

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-05-14 16:00', { script: true, width: 390 });
  hand = stage.hand;
  const [solicitor, officer] = [stage.story.desk('legal.kent'), stage.story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Silas', family: 'Contrived', born: '1970-10-10' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [contact, area] };
  const { orderId } = await obtain(solicitor, person, { filed: '2026-05-14', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-05-14 15:00');
}, 120_000);
afterAll(() => stage?.close());

it('she is handed over to the force to which she moves', async () => {
  await stage.comes('solicitor');
  await opens(hand, 'Contrived', 'Silas');
  await hand.follows('Nora Nonesuch');
  await hand.follows('Ask another force to look after them');
  await hand.selects('The force that is to look after them', 'Gwent Police');
  await hand.presses('Ask this force');
  expect(await hand.reads()).toContain('Kent Police asked Gwent Police on 14 May 2026 to look after them: not answered yet');
});

it('the other force finds it on its work list and accepts', async () => {
  await stage.comes('gwent');
  await hand.opensMenu();
  await hand.follows('Work');
  await hand.follows('Accept or decline');
  await hand.chooses('Yes, we look after them from now on');
  await hand.presses('Record the answer');
  expect(await hand.reads()).toContain('accepted');
});

it('the order holds for her there, but an area stays where it was', async () => {
  await stage.comes('solicitor');
  await opens(hand, 'Contrived', 'Silas');
  await hand.follows('Stalking protection order');
  const page = await hand.reads();
  expect(page).toContain('A protected person has moved: an area does not follow');
  expect(page).toContain('Looked after by Gwent now');
  expect(page).toContain('condition 2 names a place that stays where it was');
});

it('a variation is asked for from there', async () => {
  await hand.follows('Ask the court to vary the order');
  await hand.types('Why should the order not stay as it is?', 'She lives in Gwent now');
  await hand.presses('Save and continue');
  await hand.follows('The order');
  expect(await hand.reads()).toContain('A variation is being prepared');
});

it('the other force sees the conditions and who can ask for a change', async () => {
  await stage.comes('gwent');
  await opens(hand, 'Contrived', 'Silas');
  expect(await hand.reads()).toContain('Not to enter Exampleford');
  await hand.follows('Stalking protection order');
  expect(await hand.reads()).toContain('A variation is being prepared');
});
