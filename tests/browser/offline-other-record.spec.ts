import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../journeys/support/eventually.js';
import { perpetrator } from '../journeys/support/people.js';
import { OfflinePhone } from './offline-phone.js';

jest.setTimeout(60_000);

let phone: OfflinePhone;

beforeAll(async () => (phone = await OfflinePhone.begin()));
afterEach(() => phone.putAway());
afterAll(() => phone?.end());

describe('A record without orders that may be of somebody bound by one, without signal', () => {
  it('says so on the card and on both steps of a report', async () => {
    const twice = await perpetrator(phone.story.desk('officer.kent'), { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
    const solicitor = phone.story.desk('legal.kent');
    await eventually(
      async () => JSON.stringify(await solicitor.reads('/links')),
      (links) => links.includes(twice),
    );
    await phone.carry();
    await phone.card(twice);
    const told = phone.page.getByText('Another record, of Kent, may be of this person. 1 order is in force on it.');
    expect(await told.count()).toBe(1);
    await phone.page.getByRole('button', { name: 'Report a breach' }).click();
    await phone.page.getByRole('button', { name: 'Continue' }).waitFor();
    expect(await told.count()).toBe(1);
    await phone.page.getByLabel('Message').check();
    await phone.page.getByRole('button', { name: 'Continue' }).click();
    await phone.page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    expect(await told.count()).toBe(1);
  });
});
