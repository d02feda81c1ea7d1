import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { arrest, charge, reportBreach } from '../../journeys/support/breaches.js';
import { instant } from '../../journeys/support/days.js';
import { keepAway, noContact, obtain, serve } from '../../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../../journeys/support/people.js';
import { opens, Stage } from './support.js';

jest.setTimeout(120_000);

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2024-10-31 16:00', { script: true });
  hand = stage.hand;
  const { story } = stage;
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Cuthbert', family: 'Lorem', born: '1968-07-21' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2024-10-31 11:50', until: '2026-10-30', conditions: [noContact, keepAway] };
  const { orderId } = await obtain(solicitor, person, { filed: '2024-10-02', sealed, protects: [victim] });
  await serve(officer, orderId, '2024-10-31 12:15');
  story.itIs('2026-07-28 16:00');
  const breach = await reportBreach(officer, person, { when: '2026-07-27 08:40', kinds: ['approach'] });
  await arrest(officer, breach, '2026-07-28 06:55');
  await officer.tells(`/breaches/${breach}/release`, { at: instant('2026-07-28 15:00'), how: 'bail-with-conditions' });
  story.itIs('2026-09-01 11:00');
  await charge(solicitor, breach, '2026-09-01 10:00', ['ST19001']);
  story.itIs('2026-09-02 17:00');
  await officer.tells(`/breaches/${breach}/release`, { at: instant('2026-09-02 11:00'), how: 'bail-with-conditions', by: 'court' });
}, 120_000);
afterAll(() => stage?.close());

it('stands on the work list in red from four weeks before its last day', async () => {
  await stage.comes('solicitor', '2026-10-03 09:00');
  await hand.follows('Work');
  const page = await hand.reads();
  expect(page).toMatch(/30 Oct 2026/);
  expect(page).toContain('the renewal was to be filed by 4 Sep 2026 and none is filed');
  expect(page).toContain('29 days overdue');
});

it('is over on 1 November: bail is the only protection, and the breach goes on', async () => {
  await stage.comes('solicitor', '2026-11-01 09:00');
  await opens(hand, 'Lorem', 'Cuthbert');
  expect(await hand.reads()).toMatch(/No order in force .*The only protection recorded now: bail conditions/);
  await hand.follows('the breach');
  expect(await hand.reads()).toContain(keepAway.wording);
  expect(await hand.reads()).toContain('ST19001');
});

it('is asked to be renewed on 2 November, and every page says that this is out of time', async () => {
  await stage.comes('solicitor', '2026-11-02 10:00');
  await opens(hand, 'Lorem', 'Cuthbert');
  await hand.follows('Stalking protection order');
  await hand.follows('Ask the court to vary, renew or discharge the order');
  await hand.chooses('Renew the order: carry it on');
  await hand.chooses('The order ends soon or has ended, and is still needed');
  await hand.types('Why should the order not stay as it is?', 'He stood before her house');
  await hand.presses('Save and continue');
  await hand.follows('What the people it protects say');
  await hand.chooses('Asked, and supports it');
  await hand.chooses('Told, in the way that is safe for them');
  await hand.presses('Save and continue');
  await hand.follows('What is to change');
  await hand.chooses('On a last day');
  await hand.dates('If it ends on a last day: which?', '2028-11-08');
  await hand.presses('Save and continue');
  await stage.comes('authoriser', '2026-11-02 11:00');
  await hand.follows('Work');
  await hand.follows('Approve or send back');
  await hand.chooses('Approve: it may be filed');
  await hand.presses('Save and continue');
  await stage.comes('solicitor', '2026-11-02 12:00');
  await hand.follows('Work');
  await hand.follows('Take the next step');
  await hand.follows('Filing at the court');
  expect(await hand.reads()).toContain('A renewal is out of time');
  await hand.dates('When was it filed?', '2026-11-02');
  await hand.presses('Record the filing');
  expect(await hand.reads()).toContain('Filed out of time');
});
