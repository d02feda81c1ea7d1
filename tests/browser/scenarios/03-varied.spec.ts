import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

const highStreet = 'Not to enter High Street, Testville';
const centre = 'Not to enter Testville centre, within the ring road';

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-05-14 16:00', { script: true });
  hand = stage.hand;
  const [solicitor, officer] = [stage.story.desk('legal.kent'), stage.story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [{ code: 'EX-AREA', wording: highStreet }] };
  const { orderId } = await obtain(solicitor, person, { filed: '2026-05-14', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-05-14 15:00');
}, 120_000);
afterAll(() => stage?.close());

/** The officer tells when he was seen: the second page of the report. */
async function seen(on: string, time: string): Promise<void> {
  await opens(hand, 'Fictionsson', 'Quentin');
  await hand.presses('Report a breach');
  await hand.chooses('Another day');
  await hand.dates('Which day?', on);
  await hand.types('Time, if it is known', time);
  await hand.chooses('Entered an area');
  await hand.presses('Continue');
}

it('the court widens the area at 14:00, and the order shows both wordings side by side', async () => {
  await stage.comes('solicitor', '2026-07-03 14:20');
  await opens(hand, 'Fictionsson', 'Quentin');
  await hand.follows('Stalking protection order');
  await hand.follows('Record a variation the court has made');
  await hand.dates('When does it take effect?', '2026-07-03 14:00');
  await hand.chooses('A chief officer of police');
  await hand.chooses('It gets other words or limits');
  await hand.unfolds('After: new words and limits of condition 1');
  await hand.types('Words of the condition, exactly as in the order', centre);
  await hand.presses('Record the variation');
  await hand.unfolds('Compare 2 versions of condition 1');
  const page = await hand.reads();
  expect(page).toContain('These words since 3 Jul 2026 at 14:00');
  expect(page).toContain('Version 1, from 14 May 2026 at 10:00 to 3 Jul 2026 at 14:00');
});

it('at 11:00 only the old words bound, so nothing outside High Street can be alleged under the new ones', async () => {
  await stage.comes('officer', '2026-07-03 17:00');
  await seen('2026-07-03', '11:00');
  expect(await hand.reads()).toContain(highStreet);
  expect(await hand.reads()).not.toContain(centre);
});

it('at 15:00 the new words bound, and what shows that he knew is asked for', async () => {
  await seen('2026-07-03', '15:00');
  expect(await hand.reads()).toContain('Nothing shows that this wording was known of then');
  await hand.types('What happened, in a few words?', 'By the fountain');
  await hand.chooses('Protected person');
  await hand.presses('Save as a breach');
  expect(await hand.reads()).toContain(centre);
  expect(await hand.reads()).toContain('Find what shows that the person knew of the order');
});

it('a sighting on 8 June reported in August pins the first wording', async () => {
  await stage.comes('officer', '2026-08-11 10:00');
  await seen('2026-06-08', '12:15');
  await hand.types('What happened, in a few words?', 'By the bakery in High Street');
  await hand.chooses('Protected person');
  await hand.presses('Save as a breach');
  expect(await hand.reads()).toContain(highStreet);
  expect(await hand.reads()).not.toContain(centre);
});
