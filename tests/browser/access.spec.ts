/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser } from '../support/browser.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(60_000);

let service: Service;
let browser: Browser;
let address: string;
const troubles: string[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  address = await service.listen();
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

async function open(width: number, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (400|401|403|404)/.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return page;
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each([320, 1280])('At %d px', (width) => {
  it('the errors of signing in, and pages that are not there, are accessible', async () => {
    const page = await open(width);
    await page.goto(`${address}/sign-in`);
    expect(await page.locator('h1').innerText()).toBe('Sign in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await page.title()).toBe('Error: Sign in - Orderwatch');
    expect([await axe(page), await overflow(page)]).toEqual([[], 0]);
    await page.getByRole('button', { name: /Ada Unreal/ }).click();
    for (const path of ['/nothing/here', '/search']) {
      await page.goto(address + path);
      expect([path, await axe(page), await overflow(page)]).toEqual([path, [], 0]);
    }
    expect(troubles).toEqual([]);
  });
});

it('works by keyboard and without JavaScript, in Arial', async () => {
  const page = await open(1280, false);
  await page.goto(`${address}/sign-in?to=/users`);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Skip to main content');
  expect(await page.getByRole('button', { name: 'Sign in', exact: true }).isVisible()).toBe(true);
  await page.getByRole('button', { name: /Ada Unreal/ }).press('Enter');
  await page.waitForURL('**/users');
  expect(await page.locator('h1').innerText()).toBe('Users');
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect(await page.locator('.govuk-notification-banner').innerText()).toContain('You are signed out');
});

it('loads neither the GDS font nor a crown', async () => {
  const page = await open(1280);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${address}/sign-in`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /font|crown|crest/.test(url))).toEqual([]);
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).fontFamily)).toMatch(/^Arial/);
});
