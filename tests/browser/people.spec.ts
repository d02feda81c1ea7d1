import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, openBrowser } from '../support/browser.js';
import { eventually } from '../journeys/support/eventually.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(120_000);

let service: Service;
let browser: Browser;
let address: string;
let perpetrator: string;
let restricted: string;
let link: string;
let erasable: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  address = await service.listen();
  const legal = await service.signIn('legal.kent');
  const made = async (path: string, details: object): Promise<string> => String((await legal.api.post(path, details)).body['id']);
  perpetrator = await made('/api/v1/perpetrators', {
    family: 'Exampleson',
    given: 'Quentin',
    sex: 'male',
    dateOfBirth: '1988-03-04',
    aliases: [{ family: 'Fictionson', given: 'Kwentin' }],
    identifiers: [{ scheme: 'handle', system: 'chat-example', value: 'fiction_of_a_name_without_end' }],
  });
  restricted = await made('/api/v1/perpetrators', { family: 'Constable', given: 'Sham', sex: 'male', policeForce: '46' });
  erasable = await made('/api/v1/perpetrators', { family: 'Vanishing', given: 'Vera', sex: 'female' });
  const other = { family: 'Exampelson', given: 'Quentin', sex: 'male', dateOfBirth: '1988-03-04' };
  await (await service.signIn('officer.essex')).api.post('/api/v1/perpetrators', other);
  link = await eventually(
    async () => ((await legal.api.get('/api/v1/links')).body['items'] as { id: string }[])[0]?.id ?? '',
    (id) => id !== '',
  );
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

async function signedIn(who: RegExp, width: number, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })).newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByRole('button', { name: who }).click();
  return page;
}

/** What is wrong with the page as it stands: axe's findings, and by how many pixels it is too wide. */
async function wrong(page: Page): Promise<unknown> {
  const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return { axe: await axe(page), overflow };
}
const nothing = { axe: [], overflow: 0 };

it.each([320, 1280])('who may read a restricted record, and both steps of erasing, are accessible at %d px', async (width) => {
  const legal = await signedIn(/Lee Fictional/, width);
  await legal.goto(`${address}/perpetrators/${restricted}/restriction`);
  expect(await wrong(legal)).toEqual(nothing);
  await legal.goto(`${address}/links`);
  expect(await wrong(legal)).toEqual(nothing);
  await legal.goto(`${address}/links/${link}`);
  expect(await wrong(legal)).toEqual(nothing);
  if (width === 320) await (await service.signIn('legal.kent')).api.post(`/api/v1/links/${link}`, { decision: 'same' });
  for (const at of [`/links/${link}`, `/perpetrators/${perpetrator}`]) {
    await legal.goto(address + at);
    expect([at, await wrong(legal)]).toEqual([at, nothing]);
  }
  expect(await wrong(legal)).toEqual(nothing);

  const administrator = await signedIn(/Ada Unreal/, width);
  if (width === 320) {
    await administrator.goto(`${address}/perpetrators/${erasable}/erase`);
    await administrator.getByLabel('A court ordered it').check();
    await administrator.getByLabel('Who decided this').fill('Order 99/2026');
    await administrator.getByRole('button', { name: 'Ask for the erasure' }).click();
    await administrator.waitForURL(`**/erasures/${erasable}?form=*`);
  }
  await administrator.goto(`${address}/erasures/${erasable}`);
  expect(await wrong(administrator)).toEqual(nothing);
  const second = await signedIn(/Abe Fabricated/, width);
  await second.goto(`${address}/erasures`);
  expect(await wrong(second)).toEqual(nothing);
  await second.getByRole('link', { name: erasable }).click();
  expect([await second.locator('h1').innerText(), await wrong(second)]).toEqual(['Erase this person for ever?', nothing]);
});

it.each([
  [320, true],
  [1280, false],
])('a person is found by a misspelt name, at %d px, with JavaScript: %s', async (width, javaScript) => {
  const officer = await signedIn(/Pat Invented/, width, javaScript);
  await officer.goto(`${address}/search`);
  await officer.getByLabel('Name or alias').fill('Kwentyn Fictionsen');
  await officer.getByRole('button', { name: 'Search' }).click();
  await officer.waitForURL(/\/search\/[0-9a-f-]{36}$/);
  expect(await officer.locator('.ow-hit').innerText()).toContain('Also known as Kwentin Fictionson');
  expect(await officer.getByLabel('Name or alias').inputValue()).toBe('Kwentyn Fictionsen');
  expect(javaScript ? await wrong(officer) : nothing).toEqual(nothing);
  await officer.getByRole('link', { name: 'EXAMPLESON, Quentin' }).click();
  await officer.waitForURL(`**/perpetrators/${perpetrator}`);
});

it.each([
  [320, true],
  [1280, false],
])('a day that is none is said beside its field, which stands open, at %d px, with JavaScript: %s', async (width, javaScript) => {
  const officer = await signedIn(/Pat Invented/, width, javaScript);
  await officer.goto(`${address}/perpetrators/${perpetrator}`);
  await officer.getByText('Filter, or show what was known on a past day').click();
  const from = officer.getByRole('group', { name: 'From' });
  await from.getByLabel('Day').fill('31');
  await from.getByLabel('Month').fill('2');
  await from.getByLabel('Year').fill('2026');
  await officer.getByRole('button', { name: 'Show', exact: true }).click();
  await officer.waitForURL(/from-day=31/);
  expect(await from.isVisible()).toBe(true);
  expect(await from.innerText()).toContain('From must be a real day');
  expect(await officer.getByRole('group', { name: 'To', exact: true }).innerText()).not.toContain('must be');
  expect(javaScript ? await wrong(officer) : nothing).toEqual(nothing);
});
