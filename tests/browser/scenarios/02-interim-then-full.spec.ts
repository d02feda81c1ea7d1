import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Hand } from '../../../apps/console/src/bench/hand.js';
import { Stage } from './support.js';

jest.setTimeout(120_000);

let stage: Stage;
let hand: Hand;

beforeAll(async () => {
  stage = await Stage.open('2026-03-05 09:00', { script: false, width: 390 });
  hand = stage.hand;
}, 120_000);
afterAll(() => stage?.close());

it('a referral becomes a case with what happened, the risk and why an order is sought', async () => {
  await stage.comes('solicitor');
  await hand.follows('Search');
  await hand.follows('Record a perpetrator');
  await hand.types('Given names', 'Barnaby');
  await hand.types('Family name, or the only name', 'Placeholder');
  await hand.dates('Date of birth, if known', '1986-02-03');
  await hand.chooses('Male');
  await hand.presses('Record the person');
  await hand.follows('Add a protected person');
  await hand.types('Given names', 'Nora');
  await hand.types('Family name, or the only name', 'Nonesuch');
  await hand.chooses('Female');
  await hand.presses('Record the protected person');
  await hand.follows('The perpetrator');
  await hand.follows('Open a case');
  await hand.chooses('The victim reported it');
  await hand.chooses('Nora Nonesuch');
  await hand.presses('Open the case');
  await hand.follows('Record the first');
  await hand.dates('On which day did it happen?', '2026-03-01');
  await hand.chooses('Message');
  await hand.types('What happened?', 'He wrote to her eleven times in one night');
  await hand.presses('Save');
  await hand.follows('Record an assessment');
  await hand.chooses('Yes', 'Is the victim very frightened?');
  await hand.chooses('High', 'How is the risk graded?');
  await hand.selects('Who assessed it?', 'Officer');
  await hand.presses('Save');
  await hand.follows('Record what was considered');
  await hand.chooses('Yes, an application is to be made');
  await hand.selects('Who considered it?', 'Legal team');
  await hand.presses('Save');
  await hand.follows('Begin the application');
  await hand.presses('Start now');
  expect(await hand.reads()).toContain('In preparation Next: Parties and court');
});

it('the application is written section by section', async () => {
  const section = async (name: string, fill: () => Promise<void>) => {
    await hand.follows(name, 0);
    await fill();
    await hand.presses('Save');
  };
  await section('Parties and court', async () => {
    await hand.types('Name of the court', 'Testville');
  });
  await section('Protected people', async () => {
    await hand.chooses('Nora Nonesuch', 'Whom is the order to protect?');
    await hand.chooses('Nora Nonesuch', 'Who suffered the acts?');
  });
  await section('Why this force may apply', async () => {
    await hand.chooses('The respondent lives in the force area');
    await hand.types('What shows it?', 'He gave an address in Testville');
  });
  await section('What happened', async () => {
    await hand.chooses('1 Mar 2026: He wrote to her eleven times in one night');
    await hand.types('Why are these acts associated with stalking?', 'Eleven messages in one night after she had asked him to stop');
  });
  await section('The risk', async () => {
    await hand.chooses('Psychological harm');
    await hand.types('Which facts show the risk?', 'She sleeps at a friend’s');
  });
  await section('Why an order is necessary', async () => {
    await hand.types('Why is an order necessary to protect them?', 'He goes on');
    await hand.types('Why are other measures not enough?', 'There is no bail and no other order');
  });
  await section('Conditions', async () => {
    await hand.chooses('For a fixed period');
    await hand.types('If for a fixed period: how many years?', '2');
    await hand.chooses('No direct contact');
    await hand.presses('Add what is ticked');
    await hand.presses('Suggest words from the details');
    await hand.types('Why it is necessary', 'He wrote to her eleven times in one night');
  });
  await section('Interim order', async () => {
    await hand.chooses('Yes', 'Is an interim order asked for?');
    await hand.types('If so: why is it appropriate now?', 'He writes every night');
    await hand.chooses('Without notice');
    await hand.types('If without: why should the respondent not be told?', 'He would come to her door');
  });
  await section('Evidence and exhibits', async () => {
    await hand.selects('What sort of evidence?', 'Statement');
    await hand.types('What is it?', 'Her statement');
  });
  await section('Hearsay', () => hand.chooses('No', 'Does the application rely on hearsay?'));
  expect(await hand.reads()).toContain('Next: Ask for authorisation');
});

it('a second person authorises it, and it is checked and filed', async () => {
  await hand.follows('Authorisation');
  await hand.presses('Ask for authorisation');
  expect(await hand.reads()).toContain('an authorising officer of Kent reads it and decides');
  await stage.comes('authoriser', '2026-03-05 10:00');
  await hand.follows('Work');
  await hand.follows('Authorise or refuse');
  await hand.chooses('Yes, I authorise it');
  await hand.selects('Your rank', 'Superintendent');
  await hand.types('Your name as it should stand on the application', 'Supt 0000 Invented');
  await hand.presses('Record your decision');
  await stage.comes('solicitor', '2026-03-05 11:00');
  await hand.follows('Work');
  await hand.follows('Check and file');
  await hand.presses('File the application');
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
  await hand.dates('If it ends on a last day: which?', '2026-06-11');
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
  expect(await hand.reads()).toContain('none is in it');
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
