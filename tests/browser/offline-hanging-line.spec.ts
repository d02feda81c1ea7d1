/// <reference lib="dom" />
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

  it('is not waited for again as long as the first time, and the PIN is not asked for again until the screens are locked', async () => {
    phone.line.hang();
    await phone.page.goto(`${phone.line.address}/perpetrators/${phone.person}/card`);
    await phone.unlock();
    await phone.page.locator('#answer').waitFor();
    const asked = Date.now();
    await phone.page.goto(`${phone.line.address}/search`);
    await phone.page.getByLabel('Name, date of birth or number').waitFor();
    expect(Date.now() - asked).toBeLessThan(5_000);
    await phone.page.getByRole('button', { name: 'Lock' }).click();
    await phone.page.getByLabel('Your offline PIN').waitFor();
    await phone.page.goto(`${phone.line.address}/perpetrators/${phone.person}/card`);
    await phone.page.getByLabel('Your offline PIN').waitFor();
  });

  it('a page of the service is waited for as ever once something was answered', async () => {
    phone.line.hang();
    await phone.page.goto(`${phone.line.address}/search`);
    await phone.page.getByLabel('Your offline PIN').waitFor();
    // What hangs is never answered: a new connection is.
    await phone.line.cut();
    await phone.line.mend();
    await phone.page.goto(`${phone.line.address}/search`);
    await phone.page.getByRole('heading', { name: 'Search for a perpetrator' }).waitFor();
    expect(await phone.page.getByLabel('Your offline PIN').count()).toBe(0);
  });

  it('a form says within seconds that it is not sent yet, and holds every word under its name until it is', async () => {
    const { page } = phone;
    const before = (await phone.breaches()).length;
    await page.goto(`${phone.line.address}/perpetrators/${phone.person}/breaches/new`);
    await page.getByLabel('Message', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('What happened, in a few words?').fill('He shouted across the road');
    await page.getByLabel('Where? (optional)').fill('Testville West');
    await page.getByLabel('Protected person', { exact: true }).check();
    phone.line.hang();
    // The test's own browser waits for the page that is to come: what this one says meanwhile is noted by itself.
    await page.evaluate(() => {
      const look = () => {
        const typed = document.querySelector<HTMLTextAreaElement>('[name=account]')?.value ?? '';
        if (document.body.textContent.includes('No answer yet: this is not sent yet')) sessionStorage.setItem('said beside', typed);
      };
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const pressed = Date.now();
    await page.getByRole('button', { name: 'Save as a breach' }).click({ noWaitAfter: true });
    await page.getByRole('heading', { name: 'No signal: this was not sent' }).waitFor();
    expect(Date.now() - pressed).toBeLessThan(15_000);
    expect(await page.evaluate(() => sessionStorage.getItem('said beside'))).toBe('He shouted across the road');
    expect(await page.getByLabel('What happened', { exact: true }).inputValue()).toBe('He shouted across the road');
    expect(await page.getByLabel('Where', { exact: true }).inputValue()).toBe('Testville West');
    await phone.line.cut();
    await phone.line.mend();
    await page.getByText('Saved. What to do next is below.').waitFor();
    expect(await phone.breaches()).toHaveLength(before + 1);
  });
});
