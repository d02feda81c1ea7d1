import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axe, openBrowser } from './browser.js';

jest.setTimeout(60_000);

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const show = async (body: string) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
    await page.goto(
      `data:text/html,${encodeURIComponent(`<!doctype html><html lang="en"><title>A page</title><main>${body}</main></html>`)}`,
    );
    return page;
  };

  it('renders a page, with letters', async () => {
    const page = await show('<h1>Orders</h1><p><span>iiii</span></p><p><span>WWWW</span></p>');
    expect(await page.title()).toBe('A page');
    const [narrow, wide] = await page.locator('span').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
    expect(narrow).toBeGreaterThan(0);
    expect(wide).toBeGreaterThan(narrow! * 2);
  });

  it('finds no violation on a good page and names the one on a bad page', async () => {
    expect(await axe(await show('<h1>Orders</h1><label>Name <input></label>'))).toEqual([]);
    expect(await axe(await show('<h1>Orders</h1><input id="name">'))).toMatchObject([{ rule: 'label', at: ['#name'] }]);
  });
});
