/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AccessLog } from '#access/module';
import { noContact, keepAway, obtain, serve } from '../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../journeys/support/people.js';
import { Story } from '../journeys/support/story.js';
import { axe, openBrowser } from '../support/browser.js';

jest.setTimeout(60_000);

const pin = '739152';
let story: Story;
let browser: Browser;
let address: string;
let person: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [story, browser] = await Promise.all([Story.begin('2026-07-01 09:00'), openBrowser()]);
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  person = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900000' });
  const sealed = { made: '2026-06-30 10:00', until: '2028-06-29', conditions: [noContact, keepAway] };
  const { orderId } = await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] });
  await serve(officer, orderId, '2026-06-30 15:00');
  await perpetrator(officer, { given: 'Percy', family: 'Plainrecord' });
  address = await story.service.listen();
});
afterEach(() => context?.close());
afterAll(async () => {
  await browser?.close();
  await story?.end();
});

/** A phone whose clock the test moves, in step with the service's. */
async function phone(userName = 'officer.kent'): Promise<void> {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.clock.setFixedTime(story.service.clock.now());
  await signIn(userName);
}

async function signIn(userName: string): Promise<void> {
  await page.goto(`${address}/sign-in`);
  await page.locator(`button[value="${userName}"]`).click();
}

/** Minutes go by, for the phone and for the service. */
async function later(minutes: number): Promise<void> {
  story.service.clock.forward({ minutes });
  await page.clock.setFixedTime(story.service.clock.now());
}

async function turnOn(): Promise<void> {
  await page.goto(`${address}/offline`);
  await page.getByLabel('Choose a PIN').fill(pin);
  await page.getByLabel('The same PIN again').fill(pin);
  await page.getByRole('button', { name: 'Turn on' }).click();
  await page.getByText('Ready for offline: as known 1 Jul').waitFor();
}

/** A page of the service, asked for without signal: the screens of the device stand in for it. */
async function withoutSignal(path: string): Promise<void> {
  await context.setOffline(true);
  await page.goto(address + path);
  await page.getByLabel('Your offline PIN').fill(pin);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** On the narrowest phone, by the accessibility rules. */
async function faults(): Promise<unknown[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  const found = [...(await axe(page)), ...((await overflow()) === 0 ? [] : [`${String(await overflow())} px too wide`])];
  await page.setViewportSize({ width: 390, height: 844 });
  return found;
}

describe('Without signal', () => {
  it('an officer finds the person and reads the card', async () => {
    await phone();
    await turnOn();
    expect(await faults()).toEqual([]);
    await later(19);
    await withoutSignal('/search');
    await page.getByLabel('Name, or part of it').fill('placeh barn');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).click();
    await page.getByRole('heading', { name: '1 order in force' }).waitFor();
    const card = await page.locator('main').innerText();
    expect(card).toContain('Served 30 Jun 2026 at 15:00');
    expect(card).toContain(noContact.wording);
    expect(await page.locator('#offline-age').innerText()).toContain('as known 09:00, 19 minutes ago');
    expect(await faults()).toEqual([]);
  });
});
