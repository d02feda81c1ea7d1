/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../journeys/support/eventually.js';
import { keepAway, noContact } from '../journeys/support/orders.js';
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
    await phone.unlock();
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

describe('A report that goes when this device has no copy any more', () => {
  /** Five wrong PINs. */
  const wipe = async () => {
    await phone.page.getByRole('button', { name: 'Lock' }).click();
    for (const _ of [1, 2, 3, 4, 5]) {
      await phone.page.getByLabel('Your offline PIN').fill('111222');
      await phone.page.getByRole('button', { name: 'Open', exact: true }).click();
      await phone.page.locator('form[aria-busy]').waitFor({ state: 'detached' });
    }
    await phone.page.getByRole('heading', { name: 'Nothing to show without signal' }).waitFor();
  };

  it('is said to be sent, when and as what, of nobody by name, there and in the service, until it is seen', async () => {
    await phone.card();
    await phone.report('Before the wrong PINs');
    await wipe();
    await said().getByText('1 report waits for signal').waitFor();
    await triedInVain(phone.page);
    await phone.line.mend();
    await sent();
    const words = /Sent at 09:\d\d: 1 report, reference ([0-9a-f]{8})\. Open it in the service/;
    const reference = words.exec(await said().innerText())?.[1] ?? 'none';
    expect((await recorded()).filter(({ breachId }) => String(breachId).startsWith(reference))).toHaveLength(1);
    expect(await axe(phone.page)).toEqual([]);
    const stored = JSON.stringify(await phone.context.storageState({ indexedDB: true }));
    expect(stored).toContain('sent-notes');
    expect(stored).not.toMatch(/Placeholder|Barnaby|wrong PINs/i);

    await phone.page.goto(`${phone.line.address}/offline`);
    await phone.page.getByRole('link', { name: '1 report was sent 1 Jul 2026 at 09:' }).waitFor();
    const notes = phone.page.locator('#offline-device [role=status]');
    expect(await notes.innerText()).toMatch(words);
    expect(await axe(phone.page)).toEqual([]);
    await notes.getByRole('link', { name: 'Open it in the service' }).click();
    await phone.page.getByText('Before the wrong PINs').first().waitFor();
    await phone.page.goBack();
    await notes.getByRole('button', { name: 'I have seen this' }).click();
    await notes.getByText('Sent at').waitFor({ state: 'detached' });
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('is not told of to somebody else who signs in', async () => {
    await phone.card();
    await phone.report('Before somebody else');
    await wipe();
    await phone.line.mend();
    await sent();
    await phone.context.clearCookies();
    await phone.signIn(phone.page, 'officer.essex');
    await phone.page.goto(`${phone.line.address}/offline`);
    await phone.page.getByLabel('Choose a PIN').waitFor();
    expect(await phone.page.locator('body').innerText()).not.toMatch(/report was sent|Sent at/);
  });
});

describe('The copy on this device', () => {
  const asKnown = (time: string) => phone.page.getByText(`Ready for offline: as known 1 Jul 2026 at ${time}`);
  const now = () => new Date(Date.parse(phone.story.service.clock.now()) + 3_600_000).toISOString().slice(11, 16);

  it('is renewed at once after something was recorded here, and otherwise only when it is a quarter of an hour old', async () => {
    const first = now();
    await phone.later(2);
    await phone.page.goto(`${phone.line.address}/offline`);
    await phone.page.getByRole('button', { name: 'Renew now' }).waitFor();
    await asKnown(first).waitFor();
    const { orderId } = await phone.unserved(`Renewal${before}`);
    await phone.page.goto(`${phone.line.address}/orders/${orderId}/serve/read`);
    for (const { wording } of [noContact, keepAway]) await phone.page.getByLabel(wording).check();
    await phone.page.getByLabel('Where?').fill('Mill Street');
    await phone.page.getByLabel('How do you know who the respondent is?').fill('Known to me');
    await phone.page.getByRole('button', { name: 'Record that it was read' }).click();
    await phone.page.waitForURL((url) => !url.pathname.endsWith('/serve/read'));
    await phone.page.goto(`${phone.line.address}/offline`);
    await asKnown(now()).waitFor();
    expect(now()).not.toBe(first);
  });

  it('is renewed after a report went from here, and says on the open screens that a later one is here', async () => {
    await phone.card();
    await phone.report('Renews the copy');
    await phone.later(3);
    await phone.line.mend();
    await phone.page.getByText(`A later copy is here, as known ${now()}`).waitFor({ timeout: SOON });
    await phone.page.getByRole('button', { name: 'Lock' }).click();
    await phone.unlock();
    await phone.page.getByText(`Copy on this device: as known ${now()}`).waitFor();
    expect(await phone.page.getByText('A later copy').count()).toBe(0);
  });
});
