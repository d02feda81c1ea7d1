import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import {
  askAuthorisation,
  type Asked,
  authorise,
  begin,
  file,
  openCase,
  recordPeople,
  write,
} from '../../../apps/console/src/bench/standard-application.js';
import { Stage } from './support.js';

jest.setTimeout(120_000);

const asked: Asked = {
  on: '2026-03-01',
  incident: 'He wrote to her eleven times in one night',
  conditions: ['No direct contact'],
  interim: async (hand) => {
    await hand.chooses('Yes', 'Is an interim order asked for?');
    await hand.types('If so: why is it appropriate now?', 'He writes every night');
    await hand.chooses('Without notice');
    await hand.types('If without: why should the respondent not be told?', 'He would come to her door');
  },
};

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-03-05 09:00', { script: false, width: 390 });
  hand = stage.hand;
}, 120_000);
afterAll(() => stage?.close());

it('a referral becomes a case with what happened, the risk and why an order is sought', async () => {
  await stage.comes('solicitor');
  await recordPeople(hand);
  await openCase(hand, asked);
  await begin(hand);
  expect(await hand.reads()).toContain('In preparation Next: Parties and court');
});

it('the application is written section by section', async () => {
  await write(hand, asked);
  expect(await hand.reads()).toContain('Next: Ask for authorisation');
});

it('a second person authorises it, and it is checked and filed', async () => {
  await askAuthorisation(hand);
  expect(await hand.reads()).toContain('an authorising officer of Kent reads it and decides');
  await stage.comes('authoriser', '2026-03-05 10:00');
  await authorise(hand);
  await stage.comes('solicitor', '2026-03-05 11:00');
  await file(hand);
  expect(await hand.reads()).toContain('Waiting to be determined');
});

it('a hearing is listed, the court makes an interim order, and it is served and notified', async () => {
  await hand.follows('List a hearing');
  await hand.chooses('An interim order');
  await hand.dates('When is it?', '2026-03-12 11:00');
  await hand.presses('List the hearing');
  await stage.comes('solicitor', '2026-03-12 14:00');
  await hand.follows('Work');
  await hand.follows('Record the outcome');
  await hand.chooses('An interim order was made');
  await hand.chooses('In the absence of the respondent');
  await hand.presses('Record what became of it');
  await hand.types('Time', '11:40', 'When was the order made?');
  await hand.dates('What is its last day?', '2026-06-11');
  await hand.presses('Record the interim order');
  await stage.comes('officer', '2026-03-12 16:00');
  await hand.follows('Work');
  await hand.follows('Record service');
  await hand.dates('When was it served?', '2026-03-12 15:30');
  await hand.chooses('Handed over in person');
  await hand.chooses('Certificate of service');
  await hand.types('Where was it served?', 'A street in Testville');
  await hand.types('Who served it?', 'PC 0001 Invented');
  await hand.presses('Record service');
  expect(await hand.reads()).toContain('14 Mar 2026');
});

it('the respondent notifies the next day, which settles the three days', async () => {
  await stage.comes('officer', '2026-03-13 10:00');
  await hand.follows('Work');
  await hand.follows('Record the notification');
  await hand.dates('When did the respondent notify?', '2026-03-13 09:30');
  await hand.types('At which police station?', 'Testville');
  await hand.types('Who took it?', 'PC 0001 Invented');
  await hand.types('What was notified?', 'Name and home address');
  await hand.presses('Record the notification');
  expect(await hand.reads()).toContain('The notification is recorded');
});

it('the full order is made for two years from the hearing, with the end that was asked for', async () => {
  await stage.comes('solicitor', '2026-05-11 09:00');
  await hand.follows('Search');
  await hand.types('Name or alias', 'Placeholder');
  await hand.presses('Search');
  await hand.follows('PLACEHOLDER, Barnaby');
  await hand.follows('Application filed 5 Mar 2026 at Testville');
  await hand.follows('List a hearing');
  await hand.chooses('The final hearing');
  await hand.dates('When is it?', '2026-05-14 10:00');
  await hand.presses('List the hearing');
  await stage.comes('solicitor', '2026-05-14 14:00');
  await hand.follows('Work');
  await hand.follows('Record the outcome');
  await hand.follows('record that it was granted');
  await hand.types('Time', '10:40', 'When was the order made?');
  await hand.presses('Record the order');
  expect(await hand.reads()).toContain('until the end of 13 May 2028');
});

it('the pack is printed, and searched for where she can be reached', async () => {
  await hand.follows('an application');
  await hand.follows('Application pack');
  expect(await hand.reads()).toContain('somebody must read the pack before it is served');
  const pdf = await hand.downloads('PDF');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

it('the interim ceased with its last day still to come, and the full order owes no new first notification', async () => {
  await stage.comes('officer', '2026-05-14 16:00');
  await hand.follows('Work');
  await hand.follows('Record service');
  await hand.dates('When was it served?', '2026-05-14 15:00');
  await hand.chooses('Handed over in person');
  await hand.chooses('Certificate of service');
  await hand.types('Where was it served?', 'In the court building');
  await hand.types('Who served it?', 'PC 0001 Invented');
  await hand.presses('Record service');
  expect(await hand.reads()).not.toContain('Name and home address, first time');
  await hand.follows('the interim order');
  expect(await hand.reads()).toContain('Not in force: ceased on 14 May 2026, the application was granted');
  await hand.follows('Barnaby Placeholder');
  const page = await hand.reads();
  expect(page).toMatch(/1 order in force Stalking protection order Served 14 May 2026/);
  expect(page).not.toContain('Waiting for a court');
});

it('managers count one application and two orders', async () => {
  await stage.comes('manager', '2026-05-15 09:00');
  await hand.follows('Uptake');
  const page = await hand.reads();
  expect(page).toContain('filed 1 application for stalking protection orders about 1 perpetrator');
  expect(page).toContain('2 orders made about 1 perpetrator: 1 interim and 1 full stalking protection orders');
});
