import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser } from '../support/browser.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(120_000);

let service: Service;
let browser: Browser;
let address: string;
let perpetrator: string;
let application: string;
let order: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  address = await service.listen();
  const legal = await service.signIn('legal.kent');
  const made = async (path: string, details: object): Promise<string> => String((await legal.api.post(path, details)).body['id']);
  perpetrator = await made('/api/v1/perpetrators', { family: 'Mockman', given: 'Dex', sex: 'male', dateOfBirth: '1988-03-04' });
  const ada = await made(`/api/v1/perpetrators/${perpetrator}/protected-people`, { family: 'Samplewright', given: 'Ada', sex: 'female' });
  application = await made(`/api/v1/perpetrators/${perpetrator}/applications`, {
    ...{ filedOn: '2026-03-10', courtName: 'Testville', notice: 'with', areaBasis: 'resides', interimSought: true },
    protectedPersonIds: [ada],
  });
  const court = { courtType: 'magistrates', courtName: 'Testville' };
  order = await made(`/api/v1/perpetrators/${perpetrator}/orders`, {
    ...{ kind: 'spo', origin: 'application', ...court, protectedPersonIds: [ada] },
    made: '2026-05-14T10:40:00Z',
    end: { is: 'fixed', lastDay: '2028-05-13' },
    conditions: [{ number: 1, code: 'EX-AREA', wording: 'You must not enter High Street, Testville' }],
  });
  const { conditions } = (await legal.api.get(`/api/v1/orders/${order}`)).body as { conditions: { conditionId: string }[] };
  await made(`/api/v1/orders/${order}/variations`, {
    ...court,
    effective: '2026-07-03T13:00:00Z',
    onApplicationOf: 'chief-officer',
    changes: [
      {
        conditionId: conditions[0]?.conditionId,
        change: 'reworded',
        number: 1,
        code: 'EX-AREA',
        wording: 'You must not enter Testville centre',
      },
    ],
  });
  await legal.api.post(`/api/v1/orders/${order}/services`, {
    ...{ at: '2026-05-14T14:00:00Z', method: 'personal', proof: 'statement', place: 'Testville', by: 'PC 0000 Test' },
  });
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

async function wrong(page: Page): Promise<unknown> {
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return { axe: await axe(page), overflow };
}
const nothing = { axe: [], overflow: 0 };

it.each([320, 1280])('every page about orders is accessible at %d px', async (width) => {
  const page = await signedIn(width);
  const forms = ['serve', 'attempt-service', 'awareness', 'vary', 'renew', 'consent', 'discharge', 'appeal'];
  const duties = ['notification', 'details-change', 'exemption', 'default', 'national-record', 'correct'];
  const paths = [
    `/orders/${order}`,
    ...[...forms, ...duties].map((path) => `/orders/${order}/${path}`),
    ...['', '/interim', '/grant', '/end', '/support'].map((path) => `/applications/${application}${path}`),
    ...['applications/new', 'orders/new', 'orders/new?kind=spo'].map((path) => `/perpetrators/${perpetrator}/${path}`),
  ];
  for (const path of paths) {
    await page.goto(address + path);
    expect([path, await wrong(page)]).toEqual([path, nothing]);
  }
  for (const path of [`/orders/${order}/serve`, `/perpetrators/${perpetrator}/orders/new?kind=spo`]) {
    await page.goto(address + path);
    await page.locator('main form button').last().click();
    expect(await page.title()).toMatch(/^Error: /);
    expect([path, await wrong(page)]).toEqual([path, nothing]);
  }
});

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
  for (const nth of [0, 1]) {
    await page
      .getByLabel('Clause number')
      .nth(nth)
      .fill(String(nth + 1));
    await page
      .getByLabel('What kind of condition')
      .nth(nth)
      .selectOption(nth === 0 ? 'NC-DIR' : 'SEARCH');
    await page
      .getByLabel('Words of the condition, exactly as in the order')
      .nth(nth)
      .fill(`The words of clause ${nth + 1}`);
    if (nth === 0) await page.getByRole('button', { name: 'Add another condition' }).click();
  }
  await page.getByRole('button', { name: 'Record the order' }).click();
  expect(await page.locator('h1').innerText()).toBe('Restraining order on conviction');
  expect(await page.locator('blockquote').allInnerTexts()).toEqual(['The words of clause 1', 'The words of clause 2']);
});
