/// <reference lib="dom" />
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { instant } from '../journeys/support/days.js';
import { noContact, obtain, serve } from '../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../journeys/support/people.js';
import { Story } from '../journeys/support/story.js';
import { openBrowser } from '../support/browser.js';

jest.setTimeout(120_000);

const before = 'Not to enter High Street, Testville';
const after = 'Not to enter High Street or Mill Street, Testville';

let story: Story;
let browser: Browser;
let page: Page;
let address: string;
let order: string;

beforeAll(async () => {
  [story, browser] = await Promise.all([Story.begin('2026-05-14 16:00'), openBrowser()]);
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const person = await perpetrator(officer, { given: 'Quentin', family: 'Fictionsson', born: '1986-02-03' });
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
  const sealed = { made: '2026-05-14 10:00', until: '2028-05-13', conditions: [noContact, { code: 'EX-AREA', wording: before }] };
  order = (await obtain(solicitor, person, { filed: '2026-05-14', sealed, protects: [victim] })).orderId;
  await serve(officer, order, '2026-05-14 15:00');
  story.service.clock.set(instant('2026-07-02 10:00'));
  address = await story.service.listen();
  page = await (await browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await story?.end();
});

async function signIn(who: RegExp): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: who }).click();
}

async function date(legend: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const group = page.getByRole('group', { name: legend }).first();
  for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
    await group.getByLabel(part, { exact: true }).fill(value);
}

const step = (name: string) => page.getByRole('link', { name, exact: true }).click();
const send = (button: string) => page.getByRole('button', { name: button, exact: true }).last().click();
const tags = () => page.locator('.govuk-task-list .govuk-tag').allInnerTexts();

it('an order is varied in four steps without a script, on a narrow screen, by two people', async () => {
  await signIn(/Lee Fictional/);
  await page.goto(`${address}/orders/${order}`);
  await step('Ask the court to vary, renew or discharge the order');
  await page.getByLabel('A protected person moved, works or studies elsewhere').check();
  await page.getByLabel('Why should the order not stay as it is?').fill('He waits in Mill Street now');
  await send('Save and continue');
  await step('What the people it protects say');
  await page.getByLabel('Asked, and supports it').check();
  await page.getByLabel('Told, in the way that is safe for them').check();
  await send('Save and continue');
  await step('What is to change');
  const area = page.getByRole('group', { name: 'Condition 2' });
  await area.getByLabel('It gets other words or limits').check();
  await area.getByText('After: new words and limits of condition 2').click();
  await area.getByLabel('Words of the condition, exactly as in the order').fill(after);
  await send('Save and continue');
  expect(await page.locator('dl ins').innerText()).toContain('Mill');
  expect(await tags()).toEqual(['Complete', 'Complete', 'To do', 'Cannot start yet', 'Cannot start yet']);
  expect(await page.getByRole('link', { name: 'Approval', exact: true }).count()).toBe(0);
  const proposal = page.url();

  await signIn(/Sue Notreal/);
  await page.goto(proposal);
  await step('Approval');
  await page.getByLabel('Approve: it may be filed').check();
  await send('Save and continue');

  await signIn(/Lee Fictional/);
  await page.goto(proposal);
  await step('Filing at the court');
  await date('When was it filed?', ['2', '7', '2026']);
  await send('Record the filing');
  await step('Result');
  await page.getByLabel('Granted as asked').check();
  await date('When was it decided?', ['2', '7', '2026']);
  await send('Record the result');
  expect(await page.locator('.ow-answer h2').innerText()).toContain('Granted as asked');
  await page.goto(`${address}/orders/${order}`);
  expect(await page.locator('blockquote').allInnerTexts()).toEqual([noContact.wording, after]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
