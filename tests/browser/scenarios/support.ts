import type { Browser } from 'playwright-core';
import { Hand } from '../../../apps/console/src/bench/hand.js';
import { Story } from '../../journeys/support/story.js';
import { openBrowser } from '../../support/browser.js';

/** Who sits before the screen, as the sign-in page names them. */
export const people = {
  solicitor: 'Lee Fictional',
  authoriser: 'Sue Notreal',
  officer: 'Pat Invented',
  manager: 'Mo Imaginary',
  gwent: 'Gwen Hypothesis',
} as const;

/** From the page that somebody is on: searches by the family name and opens the record. */
export async function opens(hand: Hand, family: string, given: string): Promise<void> {
  await hand.opensMenu();
  await hand.follows('Search');
  await hand.types('Name or alias', family);
  await hand.presses('Search');
  await hand.follows(`${family.toUpperCase()}, ${given}`);
}

/** A scenario in a real browser on a service of its own, on whose days the test decides. */
export class Stage {
  private constructor(
    readonly story: Story,
    private readonly browser: Browser,
    readonly hand: Hand,
  ) {}

  /** `script`: whether pages run JavaScript. `width` in CSS pixels. */
  static async open(when: string, { script, width = 1280 }: { readonly script: boolean; readonly width?: number }): Promise<Stage> {
    const [story, browser] = await Promise.all([Story.begin(when), openBrowser()]);
    const address = await story.service.listen();
    const page = await (await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script })).newPage();
    page.setDefaultTimeout(15_000);
    return new Stage(story, browser, new Hand(page, address));
  }

  /** It is now `when`, and this person comes to the start page: sessions have ended meanwhile. */
  async comes(who: keyof typeof people, when?: string): Promise<Hand> {
    if (when !== undefined) this.story.itIs(when);
    await this.hand.signsIn(people[who]);
    return this.hand;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.story.end();
  }
}
