import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { OfflinePhone } from './offline-phone.js';

jest.setTimeout(60_000);

let phone: OfflinePhone;

beforeAll(async () => (phone = await OfflinePhone.begin()));
beforeEach(() => phone.carry());
afterEach(() => phone.putAway());
afterAll(() => phone?.end());

/** What the screens are made of, and that the page is drawn. */
const isStyled = () => phone.page.evaluate("getComputedStyle(document.querySelector('.ow-header')).backgroundColor !== 'rgba(0, 0, 0, 0)'");

describe('On a line that takes and never answers', () => {
  it('an officer finds the person on this device, and reads the card', async () => {
    phone.line.hang();
    await phone.page.goto(`${phone.line.address}/search`);
    await phone.unlock();
    expect(await isStyled()).toBe(true);
    await phone.page.getByLabel('Name, date of birth or number').fill('Placeholder');
    await phone.page.getByRole('button', { name: 'Search' }).click();
    await phone.page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).click();
    await phone.page.locator('#answer').waitFor();
  });

  it('the screens themselves are there at once', async () => {
    phone.line.hang();
    const asked = Date.now();
    await phone.page.goto(`${phone.line.address}/offline-app/#search`);
    await phone.page.getByLabel('Your offline PIN').waitFor();
    // Less than it is waited for any other page.
    expect(Date.now() - asked).toBeLessThan(8_000);
  });
});
