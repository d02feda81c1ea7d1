/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../journeys/support/eventually.js';
import { axe } from '../support/browser.js';
import { OfflinePhone } from './offline-phone.js';

jest.setTimeout(60_000);

/** The signal is back, and nobody touches the phone: so long may it take, in milliseconds, on a machine that does much else. */
const SOON = 5_000;

let phone: OfflinePhone;
let before: number;

beforeAll(async () => (phone = await OfflinePhone.begin()));
beforeEach(async () => {
  before = (await phone.breaches()).length;
  await phone.carry();
});
afterEach(() => phone.putAway());
afterAll(() => phone?.end());

const said = (page = phone.page) => page.locator('#offline-sent');
const sent = (page = phone.page) => said(page).getByText('Sent at 09:').first().waitFor({ timeout: SOON });
const recorded = () =>
  eventually(
    () => phone.breaches(),
    (all) => all.length > before,
  );
/** Nothing but the time until the next try: one that fails now was begun without signal. */
const triedInVain = (page: Page) => page.waitForEvent('requestfailed', (request) => request.url().includes('/offline/device'));

describe('A report that waits goes by itself as soon as there is signal, and the page says so', () => {
  it('on a page that was opened without signal, which the browser never tells that it is back', async () => {
    await phone.card();
    await phone.report('A message in the night');
    await said().getByText('1 report waits for signal').waitFor();
    expect(await axe(phone.page)).toEqual([]);
    await triedInVain(phone.page);
    await phone.page.evaluate(() => {
      for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, () => (document.title = 'told'));
    });
    await phone.line.mend();
    await sent();
    expect(await phone.page.title()).not.toBe('told');
    expect(await said().getAttribute('role')).toBe('status');
    expect(await said().innerText()).toContain('PLACEHOLDER, Barnaby, Message');
    expect(await phone.page.getByRole('heading', { name: 'Waiting to be sent' }).count()).toBe(0);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('says that there is signal again although nothing waits', async () => {
    await phone.card();
    await phone.page.getByText('Without signal', { exact: true }).waitFor();
    await phone.line.mend();
    await phone.page.getByText('Signal is back', { exact: true }).waitFor();
    expect(await phone.page.getByText('Without signal', { exact: true }).count()).toBe(0);
  });

  it('where the browser says that it is back', async () => {
    await phone.card();
    await phone.context.setOffline(true);
    await phone.line.mend();
    await phone.report('A call in the night');
    await phone.context.setOffline(false);
    await sent();
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('on a line that hung, and says so while it is being sent', async () => {
    await phone.card();
    await phone.report('Followed to work');
    await phone.line.mend();
    phone.line.hang();
    // Two were begun that nobody ever answers.
    for (const _ of [1, 2]) await phone.page.waitForRequest((request) => request.url().includes('/offline/device'));
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await phone.context.route('**/breaches', async (route) => {
      await held;
      await route.continue();
    });
    await phone.line.mend();
    await said().getByText('Sending 1 report…').waitFor({ timeout: SOON });
    answer();
    await sent();
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('while it is locked, and then names nobody', async () => {
    await phone.card();
    await phone.report('Seen at the gate');
    await phone.page.getByRole('button', { name: 'Lock' }).click();
    await phone.page.getByLabel('Your offline PIN').waitFor();
    await said().getByText('1 report waits for signal').waitFor();
    await triedInVain(phone.page);
    await phone.line.mend();
    await sent();
    expect(await said().innerText()).toMatch(/^Sent at 09:\d\d: 1 report\.$/);
    expect(await axe(phone.page)).toEqual([]);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('after the page was loaded again without signal', async () => {
    await phone.card();
    await phone.report('A gift at the door');
    await phone.page.reload();
    await phone.page.getByLabel('Your offline PIN').waitFor();
    await triedInVain(phone.page);
    await phone.line.mend();
    await sent();
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('from two tabs, once', async () => {
    await phone.card();
    await phone.report('Outside the school');
    const other = await phone.open();
    await other.goto(`${phone.line.address}/search`);
    await phone.unlock(other);
    await triedInVain(other);
    await phone.line.mend();
    await Promise.all([sent(), sent(other)]);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('from a page of the service that was open all the while', async () => {
    const ordinary = await phone.open();
    await ordinary.goto(`${phone.line.address}/search`);
    await phone.card();
    await phone.report('Through a friend');
    await ordinary.bringToFront();
    await phone.page.close();
    await ordinary.getByRole('link', { name: '1 report is not sent yet' }).waitFor();
    await triedInVain(ordinary);
    await phone.line.mend();
    await ordinary.getByRole('status').getByText('1 report was sent just now').waitFor({ timeout: SOON });
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('once the officer has signed in again, where the session had ended', async () => {
    await phone.card();
    await phone.report('Told after a long night');
    await phone.later(45);
    await phone.line.mend();
    await said().getByText('Not sent: sign in again.').waitFor({ timeout: SOON });
    expect(await axe(phone.page)).toEqual([]);
    const other = await phone.open();
    await other.goto(`${phone.line.address}/sign-in`);
    await other.locator('button[value="officer.kent"]').click();
    await phone.page.bringToFront();
    await said().getByText('Sent at 09:').waitFor();
    expect(await recorded()).toHaveLength(before + 1);
  });
});
