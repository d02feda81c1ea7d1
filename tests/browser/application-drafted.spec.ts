import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(240_000);

let service: Service;
let browser: Browser;
let address: string;
let perpetrator: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  address = await service.listen();
  const legal = await service.signIn('legal.kent');
  const made = async (path: string, details: object): Promise<string> => String((await legal.api.post(path, details)).body['id']);
  perpetrator = await made('/api/v1/perpetrators', { family: 'Mockman', given: 'Dex', sex: 'male', dateOfBirth: '1988-03-04' });
  await made(`/api/v1/perpetrators/${perpetrator}/protected-people`, { family: 'Samplewright', given: 'Ada', sex: 'female' });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

async function signIn(page: Page, name: RegExp): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name }).click();
}

/** Opens a section from the task list, fills it and saves it: back on the task list. */
async function section(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name, exact: true }).last().click();
  await fill();
  await page.getByRole('button', { name: 'Save', exact: true }).last().click();
  expect(await page.locator('h1').innerText()).toBe('Application for a stalking protection order');
}

async function date(page: Page, legend: string, [day, month, year]: readonly [string, string, string]): Promise<void> {
  const group = page.getByRole('group', { name: legend }).first();
  for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
    await group.getByLabel(part, { exact: true }).fill(value);
}

it('an application is prepared, authorised and filed on a narrow screen without a script', async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })).newPage();
  await signIn(page, /Lee Fictional/);
  await page.goto(`${address}/perpetrators/${perpetrator}`);
  await page.getByRole('link', { name: 'Start an application' }).click();
  await page.getByRole('button', { name: 'Start now' }).click();
  const draft = page.url();

  await section(page, 'Parties and court', async () => {
    await page.getByLabel('Applicant').fill('The Chief Constable of Kent Police');
    await page.getByLabel('Name of the court').fill('Testville');
  });
  await section(page, 'Protected people', async () => {
    for (const box of await page.getByLabel('Ada Samplewright').all()) await box.check();
  });
  await section(page, 'Why this force may apply', async () => {
    await page.getByLabel('The respondent lives in the force area').check();
    await page.getByLabel('What shows it?').fill('He gave an address in Testville');
  });
  await section(page, 'What happened', async () => {
    await date(page, 'When did it happen, or begin?', ['1', '2', '2026']);
    await page.getByLabel('What sort of act?').selectOption('loitering');
    await page.getByLabel('What happened?').fill('He waited at the gate');
    await page.getByLabel('Why are these acts associated with stalking?').fill('Three times in a week');
  });
  await section(page, 'The risk', async () => {
    await page.getByLabel('Psychological harm').check();
    await page.getByLabel('Which facts show the risk?').fill('She sleeps at a friend’s');
  });
  await section(page, 'Why an order is necessary', async () => {
    await page.getByLabel('Why is an order necessary to protect them?').fill('He goes on');
    await page.getByLabel('Why are other measures not enough?').fill('Bail ends in April');
  });
  await section(page, 'Conditions', async () => {
    await page.getByRole('radio', { name: 'For a fixed period' }).check();
    await page.getByLabel('If for a fixed period: how many years?').fill('2');
    await page.getByLabel('No watching or tracking').check();
    await page.getByRole('button', { name: 'Add what is ticked' }).click();
    await page.getByLabel('Words of the condition').fill('You must not watch or follow Ada Samplewright');
    await page.getByLabel('Why it is necessary').fill('He waited at her gate three times');
  });
  await section(page, 'Interim order', () => page.getByLabel('No', { exact: true }).check());
  await section(page, 'Evidence and exhibits', async () => {
    await page.getByLabel('What sort of evidence?').selectOption('statement');
    await page.getByLabel('What is it?').fill('Her statement');
  });
  await section(page, 'Hearsay', () => page.getByLabel('No', { exact: true }).check());
  expect(await page.locator('.govuk-task-list__status').allInnerTexts()).toEqual([
    ...Array<string>(10).fill('Complete'),
    'Incomplete',
    'Cannot file yet',
  ]);
  await page.getByRole('link', { name: 'Authorisation', exact: true }).click();
  await page.getByRole('button', { name: 'Ask for authorisation' }).last().click();

  await signIn(page, /Sue Notreal/);
  await page.goto(draft);
  await page.getByRole('link', { name: 'Authorise or refuse' }).first().click();
  expect(await page.locator('main').innerText()).toContain('He waited at the gate');
  await page.getByLabel('Yes, I authorise it').check();
  await page.getByLabel('Your rank').selectOption('superintendent');
  await page.getByLabel('Your name as it should stand').fill('Supt 0000 Invented');
  await page.getByRole('button', { name: 'Record your decision' }).last().click();

  await signIn(page, /Lee Fictional/);
  await page.goto(draft);
  await page.getByRole('link', { name: 'Check your answers and file' }).click();
  const [year, month, day] = service.clock.now().slice(0, 10).split('-');
  await date(page, 'When was the complaint laid at the court?', [day ?? '', month ?? '', year ?? '']);
  await page.getByRole('button', { name: 'File the application' }).click();
  expect([await page.locator('h2').first().innerText(), await page.locator('#state').innerText()]).toContain('Waiting to be determined');
  expect(page.url()).toContain('/applications/');
});
