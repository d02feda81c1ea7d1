import type { Locator, Page } from 'playwright-core';

/** What it took to get so far. */
export interface Effort {
  /** Links, buttons, radios, boxes and lists. */
  readonly clicks: number;
  /** Fields typed into; a date has three. */
  readonly fields: number;
  /** Pages loaded. */
  readonly pages: number;
}

/**
 * Somebody who knows only what the page shows: links, buttons and labels by their words, never an address but the first. Counts what it takes.
 * Whatever is not on the page, or only inside what is folded, is an error that says what there is.
 */
export class Hand {
  private readonly taken = { clicks: 0, fields: 0, pages: 0 };

  constructor(
    readonly page: Page,
    /** Of the service. */
    private readonly start: string,
  ) {
    page.on('domcontentloaded', () => (this.taken.pages += 1));
  }

  get effort(): Effort {
    return { ...this.taken };
  }

  /** Comes to the start page and signs in as the demonstration user with this name: `Lee Fictional`. */
  async signsIn(name: string): Promise<void> {
    await this.page.context().clearCookies();
    await this.page.goto(this.start);
    await this.leads(this.page.getByRole('button', { name }), name);
  }

  /** Follows the link; `nth` when several say the same. */
  async follows(text: string, nth = 0): Promise<void> {
    const links = (name: string | RegExp) => this.page.getByRole('link', { name, exact: true });
    const exact = links(text);
    const found = (await exact.count()) > 0 ? exact : links(new RegExp(`^${escaped(text)}\\b`));
    await this.leads(found.nth(nth), `link "${text}"`);
  }

  /** Presses the button; the last of that name, as a form's own is, in the group with this legend when one is told. */
  async presses(text: string, group?: string): Promise<void> {
    await this.leads(this.in(group).getByRole('button', { name: text, exact: true }).last(), `button "${text}"`);
  }

  /** Opens what is folded under these words. */
  async unfolds(text: string): Promise<void> {
    await this.clicks(this.page.locator('summary').filter({ hasText: text }).first(), `folded part "${text}"`);
  }

  /** Presses a button that changes the page and loads none, where the page has it: on a narrow screen the menu is behind one. */
  async opensMenu(text = 'Menu'): Promise<void> {
    const button = this.page.getByRole('button', { name: text, exact: true });
    if ((await button.count()) > 0 && (await button.isVisible())) await this.clicks(button, `button "${text}"`);
  }

  /** Radios and boxes by their label, in the group with this legend when one is told. */
  async chooses(label: string | RegExp, group?: string): Promise<void> {
    await this.clicks(this.in(group).getByLabel(label, { exact: true }).first(), `choice "${String(label)}"`);
  }

  /** The same for a box that may be ticked already: it stays so, and no click is counted. */
  async ticks(label: string, group?: string): Promise<void> {
    if (!(await this.in(group).getByLabel(label, { exact: true }).first().isChecked())) await this.chooses(label, group);
  }

  async selects(label: string, option: string, group?: string): Promise<void> {
    const list = this.in(group).getByLabel(label, { exact: true }).first();
    await this.mustShow(list, `list "${label}"`);
    this.taken.clicks += 1;
    await list.selectOption({ label: option });
  }

  async types(label: string, text: string, group?: string): Promise<void> {
    const field = this.in(group).getByLabel(label, { exact: true }).first();
    await this.mustShow(field, `field "${label}"`);
    this.taken.fields += 1;
    await field.fill(text);
  }

  /** A day, or a day and a time, into the fields under this legend: `2026-05-14 10:40`. */
  async dates(legend: string, when: string): Promise<void> {
    const [date = '', time] = when.split(' ');
    const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
    for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year })) await this.types(part, value, legend);
    if (time !== undefined) await this.types('Time', time, legend);
  }

  /** What the file behind this link holds. */
  async downloads(text: string | RegExp): Promise<Buffer> {
    const link = this.page.getByRole('link', { name: text }).first();
    await this.mustShow(link, `link "${text}"`);
    this.taken.clicks += 1;
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const pieces: Buffer[] = [];
    for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }

  /** The words of the page's own part. */
  async reads(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  private in(group: string | undefined): Page | Locator {
    return group === undefined ? this.page : this.page.getByRole('group', { name: group }).first();
  }

  private async leads(target: Locator, what: string): Promise<void> {
    await this.mustShow(target, what);
    this.taken.clicks += 1;
    await Promise.all([this.page.waitForEvent('domcontentloaded'), target.click()]);
  }

  private async clicks(target: Locator, what: string): Promise<void> {
    await this.mustShow(target, what);
    this.taken.clicks += 1;
    await target.click();
  }

  private async mustShow(target: Locator, what: string): Promise<void> {
    if (await target.isVisible()) return;
    const all = async (selector: string) =>
      (await this.page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
    const [headings, problems, links, buttons, labels] = await Promise.all(
      ['h1', '.govuk-error-summary li', 'main a:visible', 'main button:visible', 'main label:visible, main legend:visible'].map(all),
    );
    const there = { problems, links, buttons, labels };
    throw new Error(`"${headings?.join()}" shows no ${what}. It has ${JSON.stringify(there, null, 1)}`);
  }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
