import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { EventStore } from '#event-store';
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

async function officer(javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled })).newPage();
  await page.goto(`${address}/sign-in`);
  await page
    .getByRole('button', { name: /officer/i })
    .first()
    .click();
  return page;
}

const recorded = async () => (await service.app.get(EventStore).readAll(null, 10_000)).length;
const heading = (page: Page) => page.locator('h1').innerText();
const familyName = (page: Page) => page.getByLabel('Family name, or the only name');
const account = (page: Page) => page.getByLabel('What happened, in a few words?');

it.each([true, false])('Back from elsewhere finds what was typed and what was wrong with it (script: %s)', async (script) => {
  const page = await officer(script);
  await page.goto(`${address}/perpetrators/${dex}/aliases/new`);
  await familyName(page).fill('x'.repeat(2_000));
  await page.getByRole('button', { name: 'Add the name' }).click();
  expect(await page.title()).toMatch(/^Error: /);
  expect(script ? await axe(page) : []).toEqual([]);
  expect(page.url()).not.toContain('xxx');
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await page.goBack();
  expect(await page.title()).toMatch(/^Error: /);
  expect(await familyName(page).inputValue()).toBe('x'.repeat(2_000));
  await page.reload();
  expect(await familyName(page).inputValue()).toBe('x'.repeat(2_000));
});

it.each([true, false])('Back to the second step of a report, and Save once more, records once (script: %s)', async (script) => {
  const page = await officer(script);
  await page.goto(`${address}/perpetrators/${dex}`);
  await page.goto(`${address}/perpetrators/${dex}/breaches/new`);
  await page.getByLabel('Message').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('link', { name: 'Accessibility' }).click();
  await page.goBack();
  expect(await heading(page)).toBe('What was breached?');
  const before = await recorded();
  await account(page).fill('A message');
  await page.getByLabel('Protected person', { exact: true }).check();
  await page.getByRole('button', { name: 'Save as a breach' }).click();
  await page.waitForURL('**/breaches/*-*');
  const saved = page.url();
  const facts = await recorded();
  expect(facts).toBeGreaterThan(before);
  await page.goBack();
  expect(await heading(page)).toBe('What was breached?');
  await account(page).fill('A message');
  await page.getByLabel('Protected person', { exact: true }).check();
  await page.getByRole('button', { name: 'Save as a breach' }).click();
  await page.waitForURL('**/breaches/*-*');
  expect([page.url(), await recorded()]).toEqual([saved, facts]);
});

it.each([true, false])(
  'Back to a form that was saved: the same is recorded once, other words are refused in words (script: %s)',
  async (script) => {
    const page = await officer(script);
    const form = `${address}/perpetrators/${dex}/aliases/new`;
    const save = () => page.getByRole('button', { name: 'Add the name' }).click();
    await page.goto(form);
    await familyName(page).fill(`Shadow ${script}`);
    const before = await recorded();
    await save();
    await page.waitForURL(`**/perpetrators/${dex}`);
    expect(await recorded()).toBe(before + 1);
    await page.goBack();
    await familyName(page).fill(`Shadow ${script}`);
    await save();
    await page.waitForURL(`**/perpetrators/${dex}`);
    expect(await recorded()).toBe(before + 1);
    await page.goBack();
    await familyName(page).fill(`Gloom ${script}`);
    await save();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('already sent with other details');
    expect(await recorded()).toBe(before + 1);
    await save();
    await page.waitForURL(`**/perpetrators/${dex}`);
    expect(await recorded()).toBe(before + 2);
    await page.goto(form);
    await familyName(page).fill(`Gloom ${script} again`);
    await save();
    await page.waitForURL(`**/perpetrators/${dex}`);
    expect(await recorded()).toBe(before + 3);
  },
);
