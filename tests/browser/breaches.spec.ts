import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser } from '../support/browser.js';
import { dex, recordDexMockman } from '../support/dex-mockman.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(60_000);

let service: Service;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  await recordDexMockman(service);
  address = await service.listen();
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

async function officer(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })).newPage();
  await page.goto(`${address}/sign-in`);
  await page
    .getByRole('button', { name: /officer/i })
    .first()
    .click();
  return page;
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each([
  [320, true],
  [1280, true],
])('At %d px', (width, script) => {
  it('a breach is reported in five taps and a few words, and each step is accessible', async () => {
    const page = await officer(width, script);
    await page.goto(`${address}/perpetrators/${dex}/breaches/new`);
    expect([await axe(page), await overflow(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect([await page.title(), await axe(page)]).toEqual(['Error: Report a breach - Orderwatch', []]);
    await page.getByLabel('Message').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect([await page.locator('h1').innerText(), await axe(page), await overflow(page)]).toEqual(['What was breached?', [], 0]);
    await page.getByLabel('What happened, in a few words?').fill('A text message');
    await page.getByLabel('Protected person', { exact: true }).check();
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.waitForURL('**/breaches/*-*');
    expect([await axe(page), await overflow(page)]).toEqual([[], 0]);
  });
});

it('a breach can be reported without JavaScript, and Enter in a field saves', async () => {
  const page = await officer(320, false);
  await page.goto(`${address}/perpetrators/${dex}/breaches/new`);
  await page.getByLabel('Call').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('What happened, in a few words?').fill('A silent call');
  await page.getByLabel('Witness', { exact: true }).check();
  await page.getByLabel('Where? (optional)').fill('Testville');
  await page.getByLabel('Where? (optional)').press('Enter');
  await page.waitForURL('**/breaches/*-*');
  expect(await page.locator('h1').innerText()).toContain('Call');
});
