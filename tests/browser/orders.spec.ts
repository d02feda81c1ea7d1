import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(120_000);

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
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

async function signedIn(width: number, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })).newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: /Lee Fictional/ }).click();
  return page;
}

it('an order is recorded without a script, with a second condition added', async () => {
  const page = await signedIn(320, false);
  await page.goto(`${address}/perpetrators/${perpetrator}/orders/new`);
  await page.getByLabel('Restraining order on conviction').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Ada Samplewright').check();
  await page.getByLabel('Court', { exact: true }).selectOption('crown');
  await page.getByLabel('Name of the court').fill('Testville');
  const made = page.getByRole('group', { name: 'When was the order made?' }).first();
  for (const [part, value] of Object.entries({ Day: '2', Month: '3', Year: '2026' }))
    await made.getByLabel(part, { exact: true }).fill(value);
  await page.getByLabel('Until further order').check();
  for (const kind of ['NC-DIR', 'SEARCH']) {
    const isFirst = kind === 'NC-DIR';
    if (!isFirst) await page.getByText('Add more conditions').click();
    await page.locator(`input[name="_pick[conditions]"][value="${kind}"]`).check();
    await page.getByRole('button', { name: isFirst ? 'Add what is ticked' : 'Add another condition' }).click();
    const clause = page.getByRole('group', { name: isFirst ? /^Condition 1/ : /^Condition 2/ });
    expect(await clause.getByLabel('Clause number').inputValue()).toBe(isFirst ? '1' : '2');
    await clause.getByLabel('Words of the condition, exactly as in the order').fill(`The words of clause ${isFirst ? 1 : 2}`);
  }
  await page.getByRole('button', { name: 'Record the order' }).click();
  expect(await page.locator('h1').innerText()).toBe('Restraining order on conviction');
  expect(await page.locator('blockquote').allInnerTexts()).toEqual(['The words of clause 1', 'The words of clause 2']);
});
