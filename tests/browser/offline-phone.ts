/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { keepAway, noContact, obtain, serve } from '../journeys/support/orders.js';
import { perpetrator, protectedPerson } from '../journeys/support/people.js';
import { Story } from '../journeys/support/story.js';
import { openBrowser } from '../support/browser.js';
import { Line } from '../support/line.js';

export const pin = '739152';

/** Somebody bound by a served order, and an officer's phone that carries it, on a line that a test can cut. */
export class OfflinePhone {
  context: BrowserContext;
  page: Page;

  private constructor(
    readonly story: Story,
    readonly line: Line,
    readonly browser: Browser,
    /** Whom the order binds. */
    readonly person: string,
  ) {}

  static async begin(): Promise<OfflinePhone> {
    const [story, browser] = await Promise.all([Story.begin('2026-07-01 09:00'), openBrowser()]);
    const [solicitor, officer] = [story.desk('legal.kent'), story.desk('officer.kent')];
    const person = await perpetrator(officer, { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
    const victim = await protectedPerson(officer, person, { given: 'Nora', family: 'Nonesuch' });
    const sealed = { made: '2026-06-30 10:00', until: '2028-06-29', conditions: [noContact, keepAway] };
    const { orderId } = await obtain(solicitor, person, { filed: '2026-06-20', sealed, protects: [victim] });
    await serve(officer, orderId, '2026-06-30 15:00');
    return new OfflinePhone(story, await Line.to(await story.service.listen()), browser, person);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.line.cut();
    await this.story.end();
  }

  /** Signs in on a new phone, whose clock is the service's, and turns offline use on. */
  async carry(): Promise<void> {
    this.context = await this.browser.newContext({ viewport: { width: 390, height: 844 } });
    this.page = await this.open();
    await this.signIn();
    await this.turnOn();
  }

  async putAway(): Promise<void> {
    await this.context?.close();
    await this.line.mend();
  }

  /** Another tab. */
  async open(): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(20_000);
    await page.clock.setFixedTime(this.story.service.clock.now());
    return page;
  }

  async signIn(page = this.page, userName = 'officer.kent'): Promise<void> {
    await page.goto(`${this.line.address}/sign-in`);
    await page.locator(`button[value="${userName}"]`).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }

  async turnOn(): Promise<void> {
    await this.page.goto(`${this.line.address}/offline`);
    await this.page.getByLabel('Choose a PIN').fill(pin);
    await this.page.getByLabel('The same PIN again').fill(pin);
    await this.page.getByRole('button', { name: 'Turn on' }).click();
    await this.page.getByText('Ready for offline: as known 1 Jul').waitFor();
  }

  async turnOff(): Promise<void> {
    await this.page.getByRole('button', { name: 'Turn off and delete' }).click();
    await this.page.getByLabel('Choose a PIN').waitFor();
  }

  /** Minutes go by, for the phone and for the service. */
  async later(minutes: number): Promise<void> {
    this.story.service.clock.forward({ minutes });
    for (const page of this.context.pages()) await page.clock.setFixedTime(this.story.service.clock.now());
  }

  /** With the PIN, where it was not entered on a page before. */
  async unlock(page = this.page): Promise<void> {
    const asks = page.getByLabel('Your offline PIN');
    await asks
      .or(page.getByRole('button', { name: 'Lock', exact: true }))
      .first()
      .waitFor();
    if ((await asks.count()) === 0) return;
    await page.getByLabel('Your offline PIN').fill(pin);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByLabel('Your offline PIN').waitFor({ state: 'detached' });
  }

  /** Cuts the line and opens the card of somebody. */
  async card(person = this.person): Promise<void> {
    await this.line.cut();
    await this.page.goto(`${this.line.address}/perpetrators/${person}/card`);
    await this.unlock();
    await this.page.locator('#answer').waitFor();
  }

  /** Somebody bound by an order that was made an hour ago and that nobody served. */
  async unserved(family: string): Promise<{ readonly personId: string; readonly orderId: string }> {
    const [solicitor, officer] = [this.story.desk('legal.kent'), this.story.desk('officer.kent')];
    const personId = await perpetrator(officer, { given: 'Ada', family, born: '1991-04-05' });
    const victim = await protectedPerson(officer, personId, { given: 'Wilma', family: 'Wholly' });
    const sealed = { made: '2026-07-01 08:00', until: '2028-06-30', conditions: [noContact, keepAway] };
    const { orderId } = await obtain(solicitor, personId, { filed: '2026-06-20', sealed, protects: [victim] });
    return { personId, orderId };
  }

  /** What is asked of reading an order out, but for where. */
  async readOut(page = this.page): Promise<void> {
    for (const { wording } of [noContact, keepAway]) await page.getByLabel(wording).check();
    await page.getByLabel('How do you know who the respondent is?').fill('Known to me');
  }

  /** The first step, from the card. */
  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: 'Report a breach' }).click();
    await this.page.getByLabel('Message').check();
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.page.getByRole('heading', { name: 'What was breached?' }).waitFor();
  }

  /** Both steps and one line, from the card; it waits on the phone. */
  async report(account: string): Promise<void> {
    await this.begin();
    await this.page.getByLabel('What happened, in a few words?').fill(account);
    await this.page.getByLabel('Protected person', { exact: true }).check();
    await this.page.getByRole('button', { name: 'Save as a breach' }).click();
    await this.page.getByText('Saved on this device, encrypted').waitFor();
  }

  /** The breaches of the person as the service has them. */
  async breaches(): Promise<Record<string, unknown>[]> {
    const rows: { doc: Record<string, unknown> }[] = await this.story.service.app
      .get(DataSource)
      .query('select doc from breaches.breach_record where perpetrator_id = $1', [this.person]);
    return rows.map(({ doc }) => doc);
  }
}
