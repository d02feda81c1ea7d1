import { describe, expect, it, jest } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { examplePack, said } from './example-pack.fixture.js';
import { packPaper } from './pack-paper.js';
import type { Paper } from './paper.js';
import { paperAsDocx } from './paper-docx.js';
import { paperAsPdf } from './paper-pdf.js';

jest.setTimeout(60_000);

const pages = async (pdf: Buffer): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text;
};
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const xml = (docx: Buffer) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
const paper = (over: Parameters<typeof examplePack>[0] = {}, lines?: number): Paper => packPaper(examplePack(over, lines));

describe('A paper as PDF and as DOCX', () => {
  it('is the same to the byte when it is made twice, at another time', async () => {
    const [pdf, docx] = [await paperAsPdf(paper()), await paperAsDocx(paper())];
    jest.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z'), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] });
    try {
      expect((await paperAsPdf(paper())).equals(pdf)).toBe(true);
      expect((await paperAsDocx(paper())).equals(docx)).toBe(true);
    } finally {
      jest.useRealTimers();
    }
    expect((await paperAsPdf(paper({ force: 'Essex Police' }))).equals(pdf)).toBe(false);
  });

  it('says in both all that is in it', async () => {
    const pdf = oneLine((await pages(await paperAsPdf(paper()))).join(' '));
    const docx = oneLine(xml(await paperAsDocx(paper())).replace(/<[^>]+>/g, ' '));
    for (const words of [
      ...['Nora Nonesuch', 'Barnaby PLACEHOLDER', 'Testville Magistrates’ Court', 'TV-2026-0001', 'He walked behind her for two miles.'],
      ...[
        'Łódź, naïve, “quoted”.',
        'Statement outline',
        'Hearsay notice',
        'Certificate of service',
        'Officer, Kent Police, 3 Jul 2026 at 10:00',
      ],
      ...['Breach report 1a2b3c4d, entry 29', '3f9a1c0db2e44d10', 'Not to contact Nora Nonesuch by any means'],
    ]) {
      expect(pdf).toContain(words);
      expect(docx).toContain(words);
    }
  });

  it('numbers its pages and says on each whose it is, and nothing hangs over', async () => {
    const all = await pages(await paperAsPdf(paper({}, 200)));
    expect(all.length).toBeGreaterThan(12);
    all.forEach((text, nth) => {
      expect(oneLine(text)).toContain(`Page ${nth + 1} of ${all.length}`);
      expect(oneLine(text)).toContain('Kent Police · Testville Magistrates’ Court · Reference TV-2026-0001');
      expect(text.length).toBeGreaterThan(120);
    });
  });

  it('is marked on every page until it is filed', async () => {
    const draft = paper({ isFiled: false });
    for (const text of await pages(await paperAsPdf(draft))) expect(text).toContain('DRAFT');
    const parts = unzipSync(await paperAsDocx(draft));
    expect(
      Object.keys(parts)
        .filter((name) => /word\/header\d*\.xml$/.test(name))
        .map((name) => strFromU8(parts[name] ?? new Uint8Array()))[0],
    ).toContain('DRAFT');
    for (const text of await pages(await paperAsPdf(paper()))) expect(text).not.toContain('DRAFT');
  });

  it('holds words of any length and any sign, over pages', async () => {
    const long = Array.from({ length: 1_900 }, (_, nth) => `word${nth}`).join(' ');
    const signs = 'Ωμέγα Жук é\u0301 \u0007 <&> ]]> \uFFFF end';
    const odd = paper({
      grounds: said(long),
      necessity: { facts: said(signs), alternatives: null },
      chronology: [{ ...examplePack().chronology[0]!, words: [said(long)] }],
    });
    const all = oneLine((await pages(await paperAsPdf(odd))).join(' '));
    expect(all).toContain('word1899');
    expect(all).toContain('Жук');
    expect(xml(await paperAsDocx(odd))).toContain('&lt;&amp;&gt;');
  });

  it('lets no character vanish that the font does not have: its number stands there, and a note above', async () => {
    const typed = '\u{1f600}\u{1f52a} أنا هنا 我来了 ‘ok’ Ωμέγα';
    const odd = paper({ necessity: { facts: said(typed), alternatives: null } });
    const all = (await pages(await paperAsPdf(odd))).map(oneLine);
    const whole = all.join(' ');
    expect(whole).toContain('[2 characters not printable: U+1F600 U+1F52A]');
    for (const letter of 'أناهنا我来了') expect(whole).toContain(`U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
    expect(whole).toContain('‘ok’ Ωμέγα');
    expect(all.filter((text) => text.includes('not in the font of this file')).length).toBeGreaterThanOrEqual(2);
    expect((await pages(await paperAsPdf(paper()))).join(' ')).not.toContain('not in the font');
    expect(xml(await paperAsDocx(odd))).toContain(typed);
  });

  it('says why each condition is necessary in the complaint, not in the draft order, and signs no page alone', async () => {
    const all = (await pages(await paperAsPdf(paper()))).map(oneLine);
    const [complaint, order] = [
      all.filter((one) => one.includes('Application (complaint)') || one.includes('Condition 1')).join(' '),
      all.filter((one) => /Draft (interim )?order (A|T)|Notification \(s\.9\)/.test(one)).join(' '),
    ];
    expect(complaint).toMatch(/Condition 1 He writes daily/);
    expect(order).toMatch(/Unless this order replaces an interim order.*a new name must be notified.*a new home address must be notified/);
    expect(order).not.toMatch(/Necessary because|He writes daily/);
    for (const text of all.filter((one) => one.includes('By the court (signature'))) expect(text).toContain('Breach (s.8)');
  });

  it('says of an order that was made when it was, and whether a first notification is asked for', async () => {
    const madeOn = async (replacesInterim: boolean) => {
      const sought = { duration: null, conditions: [], made: { isInterim: false, when: '20 Nov 2026 at 14:00', replacesInterim } };
      return (await pages(await paperAsPdf(paper({ sought })))).map(oneLine).find((one) => one.includes('Notification (s.9)')) ?? '';
    };
    const [alone, instead] = [await madeOn(false), await madeOn(true)];
    for (const text of [alone, instead]) expect(text).toMatch(/Made on 20 Nov 2026 at 14:00/);
    for (const text of [alone, instead]) expect(text).not.toMatch(/Unless this order|Where this order/);
    expect(alone).toContain('Within three days beginning with the date of service');
    expect(instead).toContain('This order replaces an interim order: name and home address are not asked for again');
    expect(instead).not.toContain('Within three days beginning with the date of service');
  });

  it('is tagged, in English, with a title, headings, tables and bookmarks', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await paperAsPdf(paper())));
    expect((await pdf.getMetadata()).info).toMatchObject({
      Title: 'Application for a stalking protection order: Barnaby PLACEHOLDER',
      Language: 'en-GB',
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect(((await pdf.getOutline()) as { title: string }[]).map(({ title }) => title)).toEqual([
      ...[
        'Application pack',
        'Application (complaint)',
        'Chronology',
        'Draft order',
        'Draft interim order',
        'Statement outline',
        'Hearsay notice',
        'Certificate of service',
      ],
    ]);
    const tags = JSON.stringify(await (await pdf.getPage(4)).getStructTree());
    for (const tag of ['Table', 'TR', 'TD']) expect(tags).toContain(`"role":"${tag}"`);
  });
});
