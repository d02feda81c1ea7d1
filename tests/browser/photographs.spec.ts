/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { jpegFromTelephone, png, pngFromTelephone } from '../../libs/people/src/record-photograph/specimen-pictures.fixture.js';
import { takenPicture } from '../../libs/people/src/record-photograph/taken-picture.js';
import { perpetrator } from '../journeys/support/people.js';
import { Story } from '../journeys/support/story.js';
import { axe, openBrowser } from '../support/browser.js';

jest.setTimeout(120_000);

let story: Story;
let browser: Browser;
let page: Page;
let address: string;
let person: string;

beforeAll(async () => {
  [story, browser] = await Promise.all([Story.begin('2026-07-01 09:00'), openBrowser()]);
  person = await perpetrator(story.desk('officer.kent'), { given: 'Barnaby', family: 'Placeholder', born: '1986-02-03' });
  address = await story.service.listen();
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${address}/sign-in`);
  await page.locator('button[value="officer.kent"]').click();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await story?.end();
});

const at = (rest = '') => page.goto(`${address}/perpetrators/${person}${rest}`);
const button = () => page.getByRole('button', { name: 'Add the photograph' });

/** Whether a browser shows it, and how large in pixels. */
const decoded = (picture: Locator) =>
  picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
const boxOf = async (found: Locator) => (await found.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('A photograph without what the camera wrote into it', () => {
  it.each([
    ['a JPEG', jpegFromTelephone(), [120, 160]],
    ['a JPEG on its side', jpegFromTelephone(6), [160, 120]],
    ['a PNG', pngFromTelephone(), [120, 160]],
  ])('%s is shown by a browser, the right way up', async (_, bytes, size) => {
    const picture = takenPicture(bytes);
    await page.goto('about:blank');
    await page.setContent(`<img alt="" src="data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}">`);
    expect(await decoded(page.locator('img'))).toEqual(size);
    expect([picture.width, picture.height]).toEqual(size);
  });
});

describe('An officer', () => {
  it('is told what to do with a file that is no photograph, and adds one', async () => {
    await at();
    await page.getByRole('link', { name: 'Add a photograph' }).click();
    await page.getByLabel('Custody').check();
    await page
      .getByLabel('Choose the photograph')
      .setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') });
    await button().click();
    await page.locator('.govuk-error-summary').getByText('The file is not a whole JPEG or PNG picture').click();
    expect(await page.getByLabel('Choose the photograph').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Custody').isChecked()).toBe(true);
    await page.getByLabel('Choose the photograph').setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: jpegFromTelephone() });
    await page.getByLabel('Day').fill('3');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('2026');
    await button().click();
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('The photograph is added');
    expect(await decoded(page.getByAltText('Photograph of the respondent, taken 3 May 2026'))).toEqual([120, 160]);
    expect(await axe(page)).toEqual([]);
  });

  it.each([320, 390, 1280])('sees it beside the name on the card and on the page, %i px wide', async (width) => {
    await page.setViewportSize({ width, height: 844 });
    for (const rest of ['/card', '']) {
      await at(rest);
      const face = page.getByAltText('Photograph of the respondent, taken 3 May 2026');
      expect(await decoded(face)).toEqual([120, 160]);
      const [picture, name] = [await boxOf(face), await boxOf(page.locator('h1'))];
      expect(picture.width).toBeGreaterThanOrEqual(80);
      expect(picture.width).toBeLessThanOrEqual(120);
      // On the smallest screens the bar of the page puts it above the name.
      const isBeside = picture.x + picture.width <= name.x && Math.abs(picture.y - name.y) < 30;
      expect(isBeside).toBe(width > 320 || rest === '/card');
      expect(picture.y + picture.height).toBeLessThan(500);
      expect([await tooWide(), await axe(page)]).toEqual([0, []]);
    }
  });

  it('sees it small among those found, and in full when it is pressed', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address}/search`);
    await page.getByLabel('Name or alias').fill('Placeholder');
    await page.getByRole('button', { name: 'Search' }).click();
    const face = page.getByAltText('Photograph of the respondent, taken 3 May 2026');
    expect((await boxOf(face)).width).toBeLessThanOrEqual(64);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect([width, await tooWide(), await axe(page)]).toEqual([width, 0, []]);
    }
    await face.click();
    await page.waitForURL(/\/photographs\//);
    expect(await decoded(page.locator('img'))).toEqual([120, 160]);
  });

  it('sees one of each record, each with its words, where records are linked', async () => {
    const essex = story.desk('officer.essex');
    const other = await perpetrator(essex, { given: 'Barnaby', family: 'Placeholdr', born: '1986-02-03' });
    const client = await essex.client();
    await client.uploadToApi(
      `/api/v1/perpetrators/${other}/photographs`,
      { source: 'passport' },
      { name: 'face.png', bytes: png(200, 100) },
    );
    await story.desk('legal.kent').tells(`/perpetrators/${person}/links/${other}`, { reason: 'He said so himself' });
    for (const width of [320, 390, 1280])
      for (const rest of ['/card', '']) {
        await page.setViewportSize({ width, height: 844 });
        await at(rest);
        expect(await page.locator('main img').count()).toBe(2);
        expect(await page.locator('.ow-photographs').innerText()).toContain('Passport photograph, Essex, date not known');
        expect([await tooWide(), await axe(page)]).toEqual([0, []]);
      }
  });
});
