/// <reference lib="dom" />
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { AccessLog } from '#access/module';
import { eventually } from '../journeys/support/eventually.js';
import { noContact, keepAway, obtain, serve } from '../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../journeys/support/people.js';
import { Story } from '../journeys/support/story.js';
import { axe, openBrowser } from '../support/browser.js';
import { Line } from '../support/line.js';

jest.setTimeout(60_000);

const pin = '739152';
let story: Story;
let browser: Browser;
let line: Line;
let address: string;
let person: string;
let order: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [story, browser] = await Promise.all([Story.begin('2026-07-01 09:00'), openBrowser()]);
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  person = await perpetrator(
    officer,
    { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' },
    { identifiers: [{ scheme: 'pncid', value: '2099/0000001G' }] },
  );
  const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' }, { phone: '07700 900000' });
  const sealed = { made: '2026-06-30 10:00', until: '2028-06-29', conditions: [noContact, keepAway] };
  ({ orderId: order } = await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] }));
  await serve(officer, order, '2026-06-30 15:00');
  await perpetrator(officer, { given: 'Percy', family: 'Plainrecord' });
  line = await Line.to(await story.service.listen());
  address = line.address;
});
afterEach(async () => {
  await context?.close();
  await line.mend();
});
afterAll(async () => {
  await browser?.close();
  await line?.cut();
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
  await line.cut();
  await page.goto(address + path);
  await page.getByLabel('Your offline PIN').fill(pin);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
}

const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Two steps and one line, as with signal. */
async function report(account: string): Promise<void> {
  await page.getByRole('button', { name: 'Report a breach' }).click();
  await page.getByLabel('Message').check();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('What happened, in a few words?').fill(account);
  await page.getByLabel('Protected person', { exact: true }).check();
  expect(await faults()).toEqual([]);
  told = story.service.clock.now();
  await page.getByRole('button', { name: 'Save as a breach' }).click();
  await page.getByText('Saved on this device, encrypted').waitFor();
}

/** Pressed twice, and told that there is signal, in one turn. What was sent meanwhile has taken the button away. */
const sendHere = (where: Page): Promise<void> =>
  where.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Send now');
    for (const _ of [1, 2]) {
      button?.click();
      dispatchEvent(new Event('online'));
    }
  });

/** When the last report was made. */
let told = '';
const reportedAt = (): string => told;

/** The breaches of the person as the service has them. */
async function breaches(): Promise<Record<string, unknown>[]> {
  const rows: { doc: Record<string, unknown> }[] = await story.service.app
    .get(DataSource)
    .query('select doc from breaches.breach_record where perpetrator_id = $1', [person]);
  return rows.map(({ doc }) => doc);
}

/** While the phone has no signal, the court's new words take effect. */
async function vary(orderId: string): Promise<void> {
  const at = story.service.clock.now();
  await later(10);
  const solicitor = story.desk('legal.kent');
  const { conditions } = await solicitor.reads<{ conditions: readonly { readonly conditionId: string; readonly number: number }[] }>(
    `/orders/${orderId}`,
  );
  const changes = conditions.map(({ conditionId }, nth) => ({
    ...{ conditionId, change: 'reworded', number: nth + 1, code: nth === 0 ? noContact.code : keepAway.code },
    ...(nth === 0
      ? { wording: 'Not to speak to her' }
      : { wording: 'Not to come within 100 metres of her', parameters: { metres: '100' } }),
  }));
  const effective = new Date(Date.parse(at) - 60_000).toISOString();
  await solicitor.tells(`/orders/${orderId}/variations`, {
    ...{ courtType: 'magistrates', courtName: 'Testville', effective, onApplicationOf: 'chief-officer', changes },
  });
}

/** Everything this site keeps in the browser, as text; bytes as the letters they would be. */
async function onDevice(): Promise<string> {
  return page.evaluate(async () => {
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('unreadable')));
      });
    const text = (value: unknown): unknown => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (value instanceof CryptoKey) return `key ${value.extractable ? 'that can be read out' : ''}`;
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, text(item)]));
    };
    const database = await read(indexedDB.open('orderwatch-offline'));
    const rows: unknown[] = [];
    for (const table of database.objectStoreNames) {
      const store = () => database.transaction(table).objectStore(table);
      const [names, values] = [await read(store().getAllKeys()), await read(store().getAll())];
      rows.push(...names.map((name, nth) => ({ table, name, value: text(values[nth]) })));
    }
    database.close();
    const screens = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).matchAll()).map((one) => one.text())),
    );
    return JSON.stringify([rows, await Promise.all(screens.flat()), localStorage.length, sessionStorage.length]);
  });
}

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
    await page.getByLabel('Name, date of birth or number').fill('placeh barn');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).waitFor();
    expect(await faults()).toEqual([]);
    const find = async (words: string) => {
      await page.getByLabel('Name, date of birth or number').fill(words);
      await page.getByRole('button', { name: 'Search' }).click();
    };
    await find('Placeholdr');
    await page.getByText('Found by: Name like PLACEHOLDER, Barnaby, spelt another way').waitFor();
    await find('3/2/1987');
    await page.getByText('Found by: Date of birth with one digit different').waitFor();
    await find('2099/0000001G');
    await page.getByText('Found by: PNCID 2099/0000001G').waitFor();
    expect(await faults()).toEqual([]);
    await find('Somebody Absent');
    await page.getByRole('heading', { name: 'Not on this device: that does not mean there is no order' }).waitFor();
    expect(await faults()).toEqual([]);
    await find('placeh barn');
    await page.getByRole('link', { name: 'PLACEHOLDER, Barnaby' }).click();
    await page.getByRole('heading', { name: '1 order in force' }).waitFor();
    const card = await page.locator('main').innerText();
    expect(card).toContain('Served 30 Jun 2026 at 15:00');
    expect(card).toContain(noContact.wording);
    expect(card).toContain('Breach is an offence.');
    expect(card).toContain('call the control room of Kent Police, day and night: 01632 960046');
    expect(await page.locator('#offline-age').innerText()).toContain('as known 09:00, 19 minutes ago');
    expect(await faults()).toEqual([]);
    await line.mend();
    await page.goto(`${address}/offline`);
    await page.getByText('Nothing waits to be sent.').waitFor();
    const seen = () => story.service.app.get(AccessLog).list({ userId: undefined, subject: person }, 50);
    const entries = await eventually(seen, (all) => all.some(({ route }) => route === 'offline card'));
    expect(entries.find(({ route }) => route === 'offline card')).toMatchObject({ reason: 'seen offline at 2026-07-01T08:19:00.000Z' });
  });

  it('a report is kept, and sent exactly once when the signal comes back, whoever asks', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('A text message in the night');
    const other = await context.newPage();
    await other.goto(`${address}/search`);
    // The PIN was entered on this device a moment ago.
    await other.getByLabel('Name, date of birth or number').waitFor();
    await later(5);
    expect(await breaches()).toEqual([]);
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('There is no signal yet').waitFor();
    await line.mend();
    await Promise.all([sendHere(page), sendHere(other), sendHere(page), sendHere(other)]);
    await page.getByRole('link', { name: 'Open it in the service' }).waitFor();
    expect(await faults()).toEqual([]);
    await other.close();
    const [breach, ...more] = await eventually(breaches, (all) => all.length > 0);
    expect(more).toEqual([]);
    expect(breach).toMatchObject({ reportedAt: reportedAt(), occurred: { at: reportedAt() }, status: 'alleged' });
    await page.getByRole('link', { name: 'Open it in the service' }).click();
    expect(await page.locator('main').innerText()).toContain('A text message in the night');
  });

  it('a report goes by itself when the signal comes back while the screens are open, and a line says so until it is seen', async () => {
    const before = (await breaches()).length;
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('A letter through the door');
    const waiting = page.getByRole('heading', { name: 'Waiting to be sent' });
    await waiting.waitFor();
    await later(5);
    // The device says it has signal a moment before it has.
    const tried = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/v1/offline/device'));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await tried;
    await line.mend();
    const said = page.locator('#offline-sent');
    await said.getByText('Sent at 09:').waitFor();
    expect(await said.innerText()).toContain('PLACEHOLDER, Barnaby');
    expect(await waiting.count()).toBe(0);
    await page.getByText('Signal is back').waitFor();
    expect(await page.getByText('It is not with the service until it is sent').count()).toBe(0);
    expect(await faults()).toEqual([]);
    expect(await eventually(breaches, (all) => all.length > before)).toHaveLength(before + 1);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('heading', { name: 'Search offline' }).waitFor();
    await said.getByRole('button', { name: 'I have seen this' }).click();
    await eventually(
      () => said.innerText(),
      (text) => text === '',
    );
  });

  it('a second report of the same day is warned of before it is saved, and may be saved', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('A message at the door');
    await later(1);
    await page.goto(`${address}/perpetrators/${person}/card#report/${person}`);
    await page.getByLabel('Message').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    const alike = page.locator('#alike');
    await alike.getByText('This may be reported already').waitFor();
    expect(await alike.locator('li').last().innerText()).toMatch(/^Message, 1 Jul 2026 at .* \(waits on this device\)$/);
    expect(await page.getByRole('button', { name: 'Save as a breach' }).isEnabled()).toBe(true);
  });

  it('a report is sent by the browser itself, with none of our pages open', async () => {
    const before = (await breaches()).length;
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    const browsing = await context.newCDPSession(page);
    const registrations: { registrationId: string; scopeURL: string }[] = [];
    browsing.on('ServiceWorker.workerRegistrationUpdated', (event) => registrations.push(...event.registrations));
    await browsing.send('ServiceWorker.enable');
    await report('A parcel on the step');
    await page.goto('about:blank');
    await line.mend();
    expect(await breaches()).toHaveLength(before);
    const ours = registrations.find(({ scopeURL }) => scopeURL === `${address}/`);
    await browsing.send('ServiceWorker.dispatchSyncEvent', {
      ...{ origin: address, registrationId: ours?.registrationId ?? '', tag: 'orderwatch-reports', lastChance: false },
    });
    expect(await eventually(breaches, (all) => all.length > before)).toHaveLength(before + 1);
    expect(page.url()).toBe('about:blank');
  });

  it('a report stays when something that is not the service says yes to it', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    const before = (await breaches()).length;
    await report('A call from a withheld number');
    await context.route('**/breaches', (route) => route.fulfill({ json: { welcome: 'to the wireless network of this station' } }));
    await line.mend();
    await page.waitForResponse('**/breaches');
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('There is no signal yet').waitFor();
    await context.unroute('**/breaches');
    await page.getByRole('link', { name: 'Open it in the service' }).waitFor();
    expect(await eventually(breaches, (all) => all.length > before)).toHaveLength(before + 1);
  });

  it('a day before the person was born is not taken for one on which it happened', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await page.getByRole('button', { name: 'Report a breach' }).click();
    await page.getByLabel('Another day').check();
    await page.getByLabel('Which day?').fill('1900-01-01');
    await page.getByLabel('Message').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: /^This person was born on/ }).waitFor();
    expect(await page.getByLabel('Which day?').inputValue()).toBe('1900-01-01');
  });

  it('a report the service does not take is kept with its reason, and finished there', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('Seen at the corner');
    await vary(order);
    await line.mend();
    await page.getByText('Those words had been replaced when it happened').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Finish it in the service' }).click();
    await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    expect(await page.getByLabel('What happened, in a few words?').inputValue()).toBe('Seen at the corner');
    await page.getByText('Not to speak to her').waitFor();
    await page.goto(`${address}/search`);
    await page.getByRole('link', { name: '1 report is not sent yet' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'What was breached?' }).waitFor();
    await page.getByLabel('Not to speak to her').check();
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.getByText('Saved. What to do next is below.').waitFor();
    // Once it is on record there, nothing is counted as unsent here.
    await page.getByText('1 report was sent just now').waitFor();
    expect(await page.getByText('not sent yet').count()).toBe(0);
  });
});

/** Somebody bound by an order that was made an hour ago and that nobody served. */
async function unserved(family: string): Promise<{ readonly personId: string; readonly orderId: string }> {
  const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
  const personId = await perpetrator(officer, { given: 'Ada', family, born: '1991-04-05' });
  const victim = await protectedPerson(officer, personId, { given: 'Wilma', family: 'Wholly' });
  const sealed = { made: '2026-07-01 08:00', until: '2028-06-30', conditions: [noContact, keepAway] };
  const { orderId } = await obtain(solicitor, personId, { filed: '2026-06-20', sealed, protects: [victim] });
  return { personId, orderId };
}

interface ServedOrder {
  readonly services: readonly { readonly at: { readonly at: string }; readonly method: string; readonly read: readonly string[] }[];
  readonly conditions: readonly { readonly conditionId: string }[];
}
const recorded = (orderId: string) => story.desk('officer.kent').reads<ServedOrder>(`/orders/${orderId}`);

/** From the card: everything read and ticked, and saved on the device. */
async function readOut(place: string): Promise<void> {
  await page.getByRole('button', { name: 'Read it out now' }).first().click();
  await page.getByLabel(noContact.wording).check();
  await page.getByRole('button', { name: 'Save that it was read' }).click();
  await page.getByRole('link', { name: 'Read every condition to the respondent and tick each' }).waitFor();
  expect(await faults()).toEqual([]);
  await page.getByLabel(keepAway.wording).check();
  await page.getByLabel('What did the respondent say or do?').fill('Said nothing and shut the door');
  await page.getByLabel('How do you know who the respondent is?').fill('Known to me');
  await page.getByLabel('Where?').fill(place);
  expect(await page.getByLabel('Who read it?').inputValue()).toBe('Pat Invented');
  told = story.service.clock.now();
  await page.getByRole('button', { name: 'Save that it was read' }).click();
  await page.getByText('Saved on this device, encrypted').waitFor();
}

describe('Without signal, when nobody can say at what time it happened', () => {
  it('is reported all the same, with the wordings that may have been in force to select from', async () => {
    const { personId } = await unserved('Uncertain');
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${personId}/card`);
    await page.getByRole('button', { name: 'Report a breach' }).click();
    await page.getByLabel('Message').check();
    await page.getByLabel('Another day').check();
    await page.getByLabel('Which day?').fill('2026-07-01');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Change when it happened and give the time').waitFor();
    expect(await page.getByLabel(noContact.wording).count()).toBe(0);
    await page.getByRole('button', { name: 'Nobody can say more exactly: show what may have been in force' }).click();
    await page.getByText(', perhaps in force then').waitFor();
    expect(await faults()).toEqual([]);
    await page.getByLabel(noContact.wording).check();
    await page.getByLabel('What happened, in a few words?').fill('A message at some time');
    await page.getByLabel('Protected person', { exact: true }).check();
    await page.getByRole('button', { name: 'Save as a breach' }).click();
    await page.getByText('Saved on this device, encrypted').waitFor();
    await line.mend();
    await page.getByText(/^Sent at /).waitFor();
  });
});

describe('Without signal, an order that nobody served', () => {
  it('is read out at the door, kept, and sent once when the signal comes back', async () => {
    const { personId, orderId } = await unserved('Samplewright');
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${personId}/card`);
    await page.getByRole('heading', { name: '1 order in force, not served' }).waitFor();
    expect(await faults()).toEqual([]);
    await readOut('Mill Street');
    await page.goto(`${address}/perpetrators/${personId}/card#card/${personId}`);
    await page.getByText('It is not sent yet.').waitFor();
    await page.getByRole('heading', { name: '1 order in force, read out from this device, waiting to be sent' }).waitFor();
    expect(await page.locator('#answer').locator('..').innerText()).not.toContain('Not served');
    expect(await page.getByRole('button', { name: 'Read it out now' }).count()).toBe(0);
    expect(await faults()).toEqual([]);
    expect((await recorded(orderId)).services).toEqual([]);
    await page.getByRole('link', { name: 'Reports (1 report not sent)' }).click();
    await line.mend();
    await Promise.all([sendHere(page), sendHere(page)]);
    await page.getByRole('link', { name: 'Open it in the service' }).click();
    await page.getByText('Mill Street').waitFor();
    const { services } = await recorded(orderId);
    expect(services).toEqual([expect.objectContaining({ method: 'read-by-officer', at: expect.objectContaining({ at: reportedAt() }) })]);
    expect(services[0]?.read).toHaveLength(2);
  });

  it('is not taken when its words had changed by then: everything told is kept, and finished there', async () => {
    const { personId, orderId } = await unserved('Changeling');
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${personId}/card`);
    await readOut('Elm Street');
    await vary(orderId);
    await line.mend();
    await page.getByText('The order changed since you opened this page').waitFor();
    expect((await recorded(orderId)).services).toEqual([]);
    await page.getByRole('button', { name: 'Finish it in the service' }).click();
    await page.getByRole('heading', { name: 'Read the conditions to the respondent' }).waitFor();
    expect(await page.getByLabel('Where?').inputValue()).toBe('Elm Street');
    expect(await page.getByLabel('What did the respondent say or do?').inputValue()).toBe('Said nothing and shut the door');
    await page.getByText('Not to speak to her').waitFor();
  });
});

describe('What lies on the device', () => {
  it('names nobody, and neither do the kept screens', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('Words of a report');
    const raw = await onDevice();
    expect(raw.length).toBeGreaterThan(2_000);
    expect(raw).toMatch(/"table":"reports"/);
    expect(raw).toMatch(/"table":"looks"/);
    for (const word of ['Placeholder', 'PLACEHOLDER', 'Barnaby', 'Nonesuch', 'Words of a report', pin, noContact.wording])
      expect(raw).not.toContain(word);
  });

  it('is wiped when it expires, and nothing of it is shown', async () => {
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await page.locator('#answer').waitFor();
    await later(12 * 60);
    // Left open all the time: it goes by itself.
    await page.getByRole('heading', { name: 'Nothing to show without signal' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('PLACEHOLDER');
    await page.goto(`${address}/search`);
    await page.getByRole('heading', { name: 'Nothing to show without signal' }).waitFor();
    expect(await faults()).toEqual([]);
    expect(await onDevice()).not.toContain('"name":"snapshot"');
    // A clock set back brings nothing back.
    await page.clock.setFixedTime('2026-07-01T08:00:00.000Z');
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing to show without signal' }).waitFor();
  });

  it('goes with the fifth wrong PIN', async () => {
    await phone();
    await turnOn();
    await line.cut();
    await page.goto(`${address}/search`);
    for (const left of [4, 3, 2]) {
      await page.getByLabel('Your offline PIN').fill('111222');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('link', { name: `${left} more delete what this device has` }).waitFor();
    }
    expect(await faults()).toEqual([]);
    // Two guesses at once, in two tabs, are two.
    const other = await context.newPage();
    await other.goto(`${address}/search`);
    for (const tab of [page, other]) await tab.getByLabel('Your offline PIN').fill('111222');
    await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: 'Open', exact: true }).click()));
    for (const tab of [page, other]) await tab.getByText('Nothing to show without signal').first().waitFor();
    expect(await onDevice()).not.toMatch(/"name":"(snapshot|device|queue-key)"/);
  });

  it('goes before a guess where the page was closed as the fifth wrong PIN was counted', async () => {
    await phone();
    await turnOn();
    await page.evaluate(async () => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
      const database = await done(indexedDB.open('orderwatch-offline'));
      const store = () => database.transaction('kept', 'readwrite').objectStore('kept');
      const here = await done<Record<string, unknown>>(store().get('device'));
      await done(store().put({ ...here, wrongPins: 5 }, 'device'));
      database.close();
    });
    await withoutSignal('/search');
    await page.getByRole('heading', { name: 'Nothing to show without signal' }).waitFor();
    expect(await onDevice()).not.toMatch(/"name":"(snapshot|device|queue-key)"/);
  });

  it('goes when the officer signs out, but for what is not sent, which only the officer can send', async () => {
    const before = (await breaches()).length;
    await phone();
    await turnOn();
    await withoutSignal(`/perpetrators/${person}/card`);
    await report('Kept while signed out');
    await page.route('**/api/v1/perpetrators/**', (route) => route.abort());
    await line.mend();
    await page.goto(`${address}/search`);
    await page.getByRole('link', { name: '1 report is not sent yet' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out and keep it' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Sign out and keep it' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await onDevice()).not.toMatch(/"name":"(snapshot|device|queue-key)"/);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    // Another officer on the same device.
    await signIn('officer.essex');
    await page.goto(`${address}/offline`);
    await page.getByLabel('Choose a PIN').waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/report is not sent|made on this device|PLACEHOLDER/);
    expect((await breaches()).length).toBe(before);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn('officer.kent');
    await page.goto(`${address}/offline`);
    await page.getByText('1 report that you kept on this device is not sent yet').waitFor();
    await page.unroute('**/api/v1/perpetrators/**');
    await eventually(breaches, (all) => all.length === before + 1);
  });

  it('goes when somebody else signs in where an officer did not sign out', async () => {
    await phone();
    await turnOn();
    await context.clearCookies();
    await signIn('legal.kent');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const left = /"name":"(snapshot|device|queue-key)"/;
    expect(await eventually(onDevice, (raw) => !left.test(raw))).not.toMatch(left);
  });
});
