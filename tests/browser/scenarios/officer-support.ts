/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Hand } from '../../../apps/console/src/bench/hand.js';
import { Story } from '../../journeys/support/story.js';
import { openBrowser } from '../../support/browser.js';

/** Who holds the phone, as the sign-in page names them. */
export const officers = { kent: 'Pat Invented', essex: 'Ollie Pretend', reader: 'Lee Fictional' } as const;

/** A scenario on phones of 390 by 844 CSS pixels, on a service of its own on whose days the test decides. */
export class Beat {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly story: Story,
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async begin(when: string): Promise<Beat> {
    const [story, browser] = await Promise.all([Story.begin(when), openBrowser()]);
    return new Beat(story, browser, await story.service.listen());
  }

  /** A phone at the start page, signed in as this officer. `script`: whether pages run JavaScript. */
  async phone(who: keyof typeof officers, { script }: { readonly script: boolean }): Promise<Hand> {
    const screen = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
    const context = await this.browser.newContext({ ...screen, javaScriptEnabled: script });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const hand = new Hand(page, this.address);
    await hand.signsIn(officers[who]);
    return hand;
  }

  async end(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await this.browser.close();
    await this.story.end();
  }
}

/** From the search, where an officer begins, to what was found. */
export async function searches(hand: Hand, terms: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [label, text] of Object.entries(terms)) await hand.types(label, text);
  await hand.presses('Search');
  return (await hand.page.locator('.ow-hit h2').allInnerTexts()).map((name) => name.trim());
}

/** Searches by name and opens the card of the first found. */
export async function opensCard(hand: Hand, name: string, spoken = name): Promise<Card> {
  await searches(hand, { 'Name or alias': name });
  await hand.follows(`Card of ${spoken}`);
  return readCard(hand.page);
}

export interface Card {
  readonly name: string;
  readonly answer: string;
  /** Of each order in force: its name, and how the respondent knows of it. */
  readonly orders: readonly {
    readonly name: string;
    readonly known: string;
    readonly forbids: readonly string[];
    readonly words: string;
  }[];
  /** The text from top to bottom. */
  readonly text: string;
}

/** What the card shows. Throws when it is wider than the screen, or when the answer is not on the first screen. */
export async function readCard(page: Page): Promise<Card> {
  await fits(page);
  const heading = page.locator('.ow-answer__heading');
  const bottom = await heading.evaluate((element) => element.getBoundingClientRect().bottom);
  if (bottom > 844) throw new Error(`The answer ends ${bottom} px down: not on the first screen`);
  const orders = await page.locator('.ow-order').evaluateAll((boxes) => {
    const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return boxes.map((box) => ({
      name: words(box.querySelector('.ow-order__head > strong')),
      known: words(box.querySelector('.govuk-tag')),
      forbids: [...box.querySelectorAll('.ow-card__lines > li')].map((line) => words(line.firstChild?.parentElement ?? null)),
      words: words(box),
    }));
  });
  return {
    name: await page.locator('h1').innerText(),
    answer: await heading.innerText(),
    orders,
    text: (await page.locator('main').innerText()).replace(/\s+/g, ' '),
  };
}

/** Throws when the page is wider than the phone, or when something to tap in its own part is lower than 44 px (links in text apart). */
export async function fits(page: Page): Promise<void> {
  const wrong = await page.evaluate(() => {
    const root = document.documentElement;
    const tapped = 'main .govuk-button, main .govuk-input, main .govuk-select, main .ow-hit__card, main .ow-hit__record, main summary';
    const small = [...document.querySelectorAll<HTMLElement>(tapped)].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 0 && height < 44;
    });
    const over = root.scrollWidth - root.clientWidth;
    return [
      ...(over > 0 ? [`${over} px wider than the phone`] : []),
      ...small.map((element) => `${element.innerText || element.getAttribute('name')} is lower than 44 px`),
    ];
  });
  if (wrong.length > 0) throw new Error(`${await page.title()}: ${wrong.join('; ')}`);
}

/** What the report says is next, line by line, and the clock to come. */
export async function nextOf(page: Page): Promise<string[]> {
  return page.locator('[aria-labelledby=next] :is(li, p)').allInnerTexts();
}

/** The conditions that the second step of a report offers, by their words, and whether each is ticked. */
export async function offered(page: Page): Promise<{ words: string; ticked: boolean }[]> {
  return page.locator('input[name=alleging]').evaluateAll((boxes) =>
    (boxes as HTMLInputElement[]).map((box) => ({
      words: (box.labels?.[0]?.textContent ?? '').trim(),
      ticked: box.checked,
    })),
  );
}
