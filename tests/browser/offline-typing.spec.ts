/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../journeys/support/eventually.js';
import { axe } from '../support/browser.js';
import { OfflinePhone } from './offline-phone.js';

jest.setTimeout(60_000);

const words = 'What happened, in a few words?';
let phone: OfflinePhone;
let page: Page;

beforeAll(async () => (phone = await OfflinePhone.begin()));
beforeEach(async () => {
  await phone.carry();
  page = phone.page;
});
afterEach(() => phone.putAway());
afterAll(() => phone?.end());

const value = (label: string) => page.getByLabel(label).inputValue();
/** Nothing on the device is readable. */
const raw = () =>
  page.evaluate(async () => {
    const opening = indexedDB.open('orderwatch-offline');
    const database = await new Promise<IDBDatabase>((resolve) => opening.addEventListener('success', () => resolve(opening.result)));
    const asking = database.transaction('reports').objectStore('reports').getAll();
    const rows = await new Promise<{ state: string; sealed: { data: ArrayBuffer } }[]>((resolve) =>
      asking.addEventListener('success', () => resolve(asking.result as never)),
    );
    return rows.map(({ sealed, ...rest }) => JSON.stringify(rest) + new TextDecoder('latin1').decode(sealed.data)).join('\n');
  });

describe('What is typed without signal', () => {
  it('is there again after the search and back, a reload and the lock, until it is saved, and lies there encrypted', async () => {
    await phone.card();
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByLabel('Name, date of birth or number').fill('placeh barn');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).click();
    await phone.begin();
    await page.getByLabel(words).fill('He shouted Marmalade');
    await page.getByLabel('Where? (optional)').fill('Quince Street');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    // What was searched for stands there still.
    expect(await value('Name, date of birth or number')).toBe('placeh barn');
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).waitFor();
    await page.goBack();
    await page.getByText('You began this on 1 Jul 2026 at 09:').waitFor();
    expect(await value(words)).toBe('He shouted Marmalade');
    expect(await axe(page)).toEqual([]);
    await phone.later(3);
    await page.reload();
    await phone.unlock();
    await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    expect([await value(words), await value('Where? (optional)')]).toEqual(['He shouted Marmalade', 'Quince Street']);
    await page.getByRole('button', { name: 'Change when or what' }).click();
    expect(await page.getByLabel('Message').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await value(words)).toBe('He shouted Marmalade');
    // Back is the step before, as with signal, and forward is this one.
    await page.goBack();
    await page.getByRole('heading', { name: 'Report a breach' }).waitFor();
    expect(await page.getByLabel('Message').isChecked()).toBe(true);
    await page.goForward();
    await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    expect(await value(words)).toBe('He shouted Marmalade');
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByLabel('Your offline PIN').waitFor();
    await phone.unlock();
    expect(await value(words)).toBe('He shouted Marmalade');
    expect(await raw()).toContain('"state":"draft"');
    expect(await raw()).not.toMatch(/Marmalade|Quince|PLACEHOLDER/);
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('heading', { name: 'Begun and not saved' }).waitFor();
    await page.getByText('He shouted Marmalade').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByLabel('Protected person', { exact: true }).check();
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.getByText('Saved on this device, encrypted').waitFor();
    expect(await page.getByText('Begun and not saved').count()).toBe(0);
    await page.goto(`${phone.line.address}/perpetrators/${phone.person}/card#report/${phone.person}`);
    await page.getByRole('heading', { name: 'Report a breach' }).waitFor();
    expect(await page.getByLabel('Message').isChecked()).toBe(false);
  });

  it('is said to be too long in words before it is saved, and nothing of it is cut', async () => {
    await phone.card();
    await phone.begin();
    await page.getByText('Other forces can read these words.').waitFor();
    const long = 'Testville '.repeat(31).trimEnd();
    await page.getByLabel(words).fill('x'.repeat(1_001));
    await page.getByText('1 character too many').waitFor();
    await page.getByLabel('Where? (optional)').fill(long);
    await page.getByLabel('Protected person', { exact: true }).check();
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.getByRole('link', { name: 'This must be 300 characters or fewer. Take 9 away' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await value('Where? (optional)')).toBe(long);
    expect(await value(words)).toHaveLength(1_001);
    await page.getByLabel(words).fill('Short');
    await page.getByLabel('Where? (optional)').fill('Testville');
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.getByText('Saved on this device, encrypted').waitFor();
  });

  it('is saved once from two tabs and by two taps, and sent once', async () => {
    const before = (await phone.breaches()).length;
    await phone.card();
    await phone.begin();
    await page.getByLabel(words).fill('Twice at the gate');
    await page.getByLabel('Protected person', { exact: true }).check();
    const other = await phone.open();
    await other.goto(page.url());
    await phone.unlock(other);
    await other.getByRole('heading', { name: 'What was breached?' }).waitFor();
    expect(await other.getByLabel(words).inputValue()).toBe('Twice at the gate');
    const twice = (tab: Page) =>
      tab.getByRole('button', { name: 'Save as a breach' }).evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
    await Promise.all([twice(page), twice(other)]);
    await page.getByRole('heading', { name: 'Waiting to be sent' }).waitFor();
    await other.getByRole('heading', { name: 'Waiting to be sent' }).waitFor();
    expect(await page.locator('.ow-offline-hit').count()).toBe(1);
    await phone.line.mend();
    await page.locator('#offline-sent').getByText('Sent at 09:').waitFor();
    expect(
      await eventually(
        () => phone.breaches(),
        (all) => all.length > before,
      ),
    ).toHaveLength(before + 1);
  });
});

describe('A PIN that was forgotten', () => {
  it('loses nothing: with signal another is chosen, what waits is sent and what was begun is still there', async () => {
    const before = (await phone.breaches()).length;
    await phone.card();
    await phone.report('Before it was forgotten');
    await page.goto(`${phone.line.address}/perpetrators/${phone.person}/card#card/${phone.person}`);
    await phone.begin();
    // Words with nowhere to break.
    await page.getByLabel(words).fill('Marmalade'.repeat(30));
    await page.getByLabel('Where? (optional)').fill('Testville');
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByText('I have forgotten my PIN').click();
    await page.getByText('With signal, sign in, turn offline use off and on again').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await page.locator('#offline-age').innerText()).toContain('Copy on this device: as known 09:');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await phone.context.route('**/breaches', async (route) => {
      await held;
      await route.continue();
    });
    await phone.line.mend();
    await page.goto(`${phone.line.address}/offline`);
    await page.getByRole('link', { name: '1 report is begun and not saved' }).waitFor();
    await phone.turnOff();
    await page.getByLabel('Choose a PIN').fill('739152');
    answer();
    await page.getByRole('link', { name: '1 report was sent 1 Jul 2026 at' }).waitFor();
    // It was sent while the new PIN was being typed.
    expect(await value('Choose a PIN')).toBe('739152');
    await phone.turnOn();
    expect(
      await eventually(
        () => phone.breaches(),
        (all) => all.length > before,
      ),
    ).toHaveLength(before + 1);
    await phone.card();
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByText('MarmaladeMarmalade').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    expect(await axe(page)).toEqual([]);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Begun and not saved').waitFor({ state: 'detached' });
  });
});

describe('An order that is read out without signal', () => {
  it('keeps what was typed through a reload, is saved and sent once from two tabs, and counts as known to him in a report', async () => {
    const { personId, orderId } = await phone.unserved('Samplewright');
    await phone.turnOff();
    await phone.turnOn();
    await phone.card(personId);
    await page.getByRole('button', { name: 'Read it out now' }).first().click();
    await phone.readOut();
    await page.getByLabel('Where?').fill('M'.repeat(501));
    await page.getByRole('button', { name: 'Save that it was read' }).click();
    await page.getByRole('link', { name: 'This must be 500 characters or fewer. Take 1 away' }).waitFor();
    await page.getByLabel('Where?').fill('Mill Street');
    // Whoever reloads by hand is slower than what each letter is kept by.
    await page.evaluate("navigator.locks.request('orderwatch-saving', () => null)");
    await page.reload();
    await phone.unlock();
    await page.getByText('You began this on').waitFor();
    expect([await value('Where?'), await value('How do you know who the respondent is?')]).toEqual(['Mill Street', 'Known to me']);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    const other = await phone.open();
    await other.goto(page.url());
    await phone.unlock(other);
    await other.getByText('You began this on').waitFor();
    const twice = (tab: Page) =>
      tab.getByRole('button', { name: 'Save that it was read' }).evaluate((button: HTMLElement) => {
        button.click();
        button.click();
      });
    await Promise.all([twice(page), twice(other)]);
    await page.getByRole('heading', { name: 'Waiting to be sent' }).waitFor();
    await other.getByRole('heading', { name: 'Waiting to be sent' }).waitFor();
    expect(await page.locator('.ow-offline-hit').count()).toBe(1);
    await other.close();
    await phone.later(5);
    await page.goto(`${phone.line.address}/perpetrators/${personId}/card#card/${personId}`);
    await page.locator('#answer').waitFor();
    await phone.begin();
    await page.getByText(/Read to the respondent on 1 Jul 2026 at 09:\d\d from this device: it waits to be sent\./).waitFor();
    expect(await page.getByText('Not served then').count()).toBe(0);
    expect(await page.getByText('Nothing shows that this wording was known of then').count()).toBe(0);
    await phone.line.mend();
    await page.locator('#offline-sent').getByText('Sent at 09:').waitFor();
    const { services } = await phone.story.desk('officer.kent').reads<{ readonly services: readonly unknown[] }>(`/orders/${orderId}`);
    expect(services).toHaveLength(1);
  });
});
