/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { jpegFromTelephone } from '../../libs/people/src/record-photograph/specimen-pictures.fixture.js';
import { eventually } from '../journeys/support/eventually.js';
import { keepAway, noContact } from '../journeys/support/orders.js';
import { axe } from '../support/browser.js';
import { OfflinePhone } from './offline-phone.js';

jest.setTimeout(60_000);

let phone: OfflinePhone;
let page: Page;
let before: number;

beforeAll(async () => (phone = await OfflinePhone.begin()));
beforeEach(async () => {
  before = (await phone.breaches()).length;
  await phone.carry();
  page = phone.page;
});
afterEach(() => phone.putAway());
afterAll(() => phone?.end());

const account = 'What happened, in a few words?';
const open = (path: string) => page.goto(phone.line.address + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const recorded = () =>
  eventually(
    () => phone.breaches(),
    (all) => all.length > before,
  );
/** The page does not find out by itself that there is signal. */
const byHand = () => phone.context.route('**/health/live', (route) => route.abort());

/** Cuts the line, sends the form, and sees what stands in for the answer. */
async function sendWithoutSignal(button: string): Promise<void> {
  await phone.line.cut();
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().isNavigationRequest()), press(button)]);
  await page.getByRole('alert').getByRole('heading', { name: 'No signal: this was not sent' }).waitFor();
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([503, 'no-store']);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  expect(await axe(page)).toEqual([]);
}

/** With signal, to the second step. */
async function secondStep(...kinds: readonly string[]): Promise<void> {
  await open(`/perpetrators/${phone.person}/breaches/new`);
  for (const kind of kinds) await page.getByLabel(kind, { exact: true }).check();
  await press('Continue');
  await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
}

describe('A form that is sent when the signal has just gone', () => {
  it('holds the words as they were typed, as text, and records them once however often they are sent', async () => {
    await byHand();
    await secondStep('Message');
    const words = `\n<b>"Quince" & 'Marmalade'</b> &amp;\n</textarea><script>document.title = 'ran'</script> é`;
    await page.getByLabel(account).fill(words);
    await page.getByLabel('Where? (optional)').fill('Testville "West"');
    await page.getByLabel('Protected person', { exact: true }).check();
    await sendWithoutSignal('Save as a breach');
    expect(await page.title()).toBe('Not sent - Orderwatch');
    const shown = await page.locator('textarea').evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
    expect(shown).toEqual(expect.arrayContaining([words, 'Testville "West"']));
    // Pressed without signal it is there again.
    await press('Send again');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    expect(JSON.stringify(await phone.context.storageState({ indexedDB: true }))).not.toContain('Quince');
    const kept = await page.evaluate(async () => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) texts.push(key.url, (await (await cache.match(key))?.text()) ?? '');
      }
      return texts.join('\n');
    });
    expect(kept).not.toMatch(/Quince|breaches\/new$/m);

    await phone.line.mend();
    // It arrives, but the answer is lost.
    const arrived = await page.evaluate(async () => {
      const form = document.querySelector<HTMLFormElement>('#not-sent');
      const body = new URLSearchParams();
      for (const [name, value] of form ? new FormData(form) : []) {
        if (typeof value === 'string') body.append(name, value.replaceAll(/\r?\n/g, '\r\n'));
      }
      return (await fetch(location.href, { method: 'POST', body, redirect: 'manual' })).type;
    });
    expect(arrived).toBe('opaqueredirect');
    await page.getByRole('button', { name: 'Send again' }).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await page.waitForURL(/\/breaches\/[0-9a-f-]{36}/);
    await page.getByText('Testville "West"').first().waitFor();
    expect(await page.locator('body').innerText()).toContain(`<b>"Quince" & 'Marmalade'</b> &amp;`);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('goes by itself once there is signal, with every box that was ticked', async () => {
    await open(`/perpetrators/${phone.person}/breaches/new`);
    for (const kind of ['Message', 'Gift or delivery']) await page.getByLabel(kind, { exact: true }).check();
    await sendWithoutSignal('Continue');
    await page.getByRole('status').getByText('This page looks for signal by itself').waitFor();
    await phone.line.mend();
    await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    await press('Change when or what');
    await page.getByRole('heading', { name: 'Report a breach' }).waitFor();
    const ticked = page.locator('input[name=kinds]:checked');
    expect(await ticked.count()).toBe(2);
    await press('Continue');
    await page.getByLabel(account).fill('By itself');
    await page.getByLabel('Protected person', { exact: true }).check();
    await sendWithoutSignal('Save as a breach');
    await phone.line.mend();
    await page.waitForURL(/\/breaches\/[0-9a-f-]{36}/);
    expect(await recorded()).toHaveLength(before + 1);
  });

  it('is an order that was read out, and a search, just as well', async () => {
    const { orderId } = await phone.unserved('Shortsignal');
    await open(`/orders/${orderId}/serve/read`);
    for (const { wording } of [noContact, keepAway]) await page.getByLabel(wording).check();
    await page.getByLabel('Where?').fill('Mill Street');
    await page.getByLabel('How do you know who the respondent is?').fill('Known to me');
    await sendWithoutSignal('Record that it was read');
    await phone.line.mend();
    await page.waitForURL((url) => !url.pathname.endsWith('/serve/read'));
    const { services } = await phone.story.desk('officer.kent').reads<{ readonly services: readonly unknown[] }>(`/orders/${orderId}`);
    expect(services).toHaveLength(1);

    await open('/search');
    await page.getByLabel('Name or alias').fill('Barnaby Placeholder');
    await sendWithoutSignal('Search');
    await phone.line.mend();
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).first().waitFor();
  });

  it('counts as sent when it was first sent, where a time left empty means now', async () => {
    await byHand();
    const { orderId } = await phone.unserved('Waitalong');
    const officer = phone.story.desk('officer.kent');
    await open(`/orders/${orderId}/serve/read`);
    for (const { wording } of [noContact, keepAway]) await page.getByLabel(wording).check();
    await page.getByLabel('Where?').fill('Mill Street');
    await page.getByLabel('How do you know who the respondent is?').fill('Known to me');
    await sendWithoutSignal('Record that it was read');
    // The worker has no clock that a test could set.
    const first = phone.story.service.clock.now();
    await page.locator('input[name=_tried]').evaluate((input: HTMLInputElement, at) => (input.value = at), first);
    await press('Send again');
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    await phone.later(25);
    await phone.line.mend();
    await press('Send again');
    // The session has ended meanwhile.
    await page.locator('button[value="officer.kent"]').click();
    await press('Save it now');
    await page.waitForURL((url) => !url.pathname.endsWith('/serve/read'));
    const { services } = await officer.reads<{ services: readonly { at: { at: string } }[] }>(`/orders/${orderId}`);
    expect(services.map(({ at }) => at.at)).toEqual([`${first.slice(0, 16)}:00.000Z`]);

    // Now is when Continue was pressed first.
    await open(`/perpetrators/${phone.person}/breaches/new`);
    await page.getByLabel('Message', { exact: true }).check();
    await sendWithoutSignal('Continue');
    const then = phone.story.service.clock.now();
    await page.locator('input[name=_tried]').evaluate((input: HTMLInputElement, at) => (input.value = at), then);
    await phone.later(10);
    await phone.line.mend();
    await press('Send again');
    await page.getByLabel(account).fill('Ten minutes ago');
    await page.getByLabel('Protected person', { exact: true }).check();
    await press('Save as a breach');
    await page.waitForURL(/\/breaches\/[0-9a-f-]{36}/);
    expect((await recorded()).map((doc) => (doc['occurred'] as { at: string | null }).at)).toContain(then);
  });

  it('leads meanwhile to what this device has: a search with its words, a report beside the page that holds what was typed', async () => {
    await byHand();
    await open('/search');
    await page.getByLabel('Name or alias').fill('Barnabie Plasholder');
    await sendWithoutSignal('Search');
    await page.getByRole('link', { name: 'Search what this device has' }).click();
    await phone.unlock();
    await page.getByText('1 person found on this device').waitFor();
    expect(await page.getByLabel('Name, date of birth or number').inputValue()).toBe('Barnabie Plasholder');
    expect(page.url()).not.toContain('Barnabie');
    // Not again.
    await page.reload();
    await phone.unlock();
    expect(await page.getByLabel('Name, date of birth or number').inputValue()).toBe('');

    await phone.line.mend();
    await secondStep('Message');
    await page.getByLabel(account).fill('Said twice');
    await sendWithoutSignal('Save as a breach');
    const [beside] = await Promise.all([
      phone.context.waitForEvent('page'),
      page.getByRole('link', { name: 'Report it with what this device has' }).click(),
    ]);
    await phone.unlock(beside);
    await beside.getByRole('heading', { name: 'Report a breach' }).waitFor();
    await beside.getByText('PLACEHOLDER, Barnaby').first().waitFor();
    expect(await page.locator('textarea').first().inputValue()).toContain('Said twice');
  });

  it('is held as well where offline use was never turned on, and no copy is offered there', async () => {
    await phone.turnOff();
    await phone.context.close();
    phone.context = await phone.browser.newContext({ viewport: { width: 390, height: 844 } });
    phone.page = page = await phone.open();
    await phone.signIn();
    await secondStep('Message');
    await page.getByLabel(account).fill('On an ordinary phone');
    await page.getByLabel('Protected person', { exact: true }).check();
    await sendWithoutSignal('Save as a breach');
    expect(await page.locator('textarea').first().inputValue()).toContain('On an ordinary phone');
    expect(await page.getByText('this device has').count()).toBe(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await phone.line.mend();
    await page.waitForURL(/\/breaches\/[0-9a-f-]{36}/);
    await page.getByText('On an ordinary phone').first().waitFor();
    expect(await recorded()).toHaveLength(before + 1);
    await phone.line.cut();
    await open('/search');
    await page.getByText('This device has no copy for offline use').waitFor();
  });

  it('asks once more for a file, which no page can keep, and does not go without it', async () => {
    const file = { name: 'door<i>.jpg', mimeType: 'image/jpeg', buffer: jpegFromTelephone() };
    await open(`/perpetrators/${phone.person}/photographs`);
    await page.locator('input[name=source]').first().check();
    await page.getByLabel('Choose the photograph').setInputFiles(file);
    await sendWithoutSignal('Add the photograph');
    const again = page.getByLabel('The file cannot be kept. Select it again: door<i>.jpg');
    await phone.line.mend();
    await press('Send again');
    expect(await again.evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(true);
    await again.setInputFiles(file);
    await press('Send again');
    await page.getByRole('heading', { name: 'Add a photograph' }).waitFor();
    await page.locator('main img').first().waitFor();
  });
});
