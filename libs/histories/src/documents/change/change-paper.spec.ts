import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { said } from '../example-pack.fixture.js';
import { paperAsDocx } from '../paper-docx.js';
import { paperAsPdf } from '../paper-pdf.js';
import { bare, parts, phoneTyped, typed, whereabouts, wordsOfDocx, wordsOfPdf } from '../whereabouts.fixture.js';
import { leaksIn } from '../whereabouts.js';
import type { ChangePack } from './change-pack.js';
import { changePaper } from './change-paper.js';
import { exampleChange } from './example-change.fixture.js';

jest.setTimeout(120_000);

const clause = { number: 2, category: 'requirement', wording: null, locality: null, notes: [] } as const;
const change = { number: 2, change: 'reworded', before: null, after: null, necessity: null } as const;
const line = { factId: 'f', when: '3 Jul 2026', heading: 'Order varied', words: [], source: 'Order', recorder: 'Legal team' } as const;

/** Each field in which people type, filled with the text. */
const fields: readonly ((text: string) => Partial<ChangePack>)[] = [
  (text) => ({ reason: said(text) }),
  (text) => ({ reference: said(text) }),
  (text) => ({ orderReference: said(text) }),
  (text) => ({ madeBy: said(text) }),
  (text) => ({ court: { name: said(text), kind: 'Magistrates’ court' } }),
  (text) => ({ standing: [{ ...clause, wording: said(text) }] }),
  (text) => ({ standing: [{ ...clause, locality: said(text) }] }),
  (text) => ({ asVaried: [{ ...clause, wording: said(text) }] }),
  (text) => ({ asVaried: [{ ...clause, locality: said(text) }] }),
  (text) => ({ changes: [{ ...change, before: said(text) }] }),
  (text) => ({ changes: [{ ...change, after: said(text) }] }),
  (text) => ({ changes: [{ ...change, necessity: said(text) }] }),
  (text) => ({ chronology: [{ ...line, words: [said(text)] }] }),
  (text) => ({ chronology: [{ ...line, heading: text }] }),
  (text) => ({ protectedPeople: [text] }),
];

describe('Papers to vary, renew or discharge an order', () => {
  it('are refused with any words that tell where somebody is reached, in every field and however they are typed', () => {
    const people = fc.array(whereabouts, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(people, fc.constantFrom(...fields), fc.nat(), fc.nat(), (all, field, which, how) => {
        const telling = all.flatMap(parts);
        fc.pre(telling.length > 0);
        const [what, value] = telling[which % telling.length] ?? ['', ''];
        const write = what === 'phone' ? phoneTyped : what === 'email' ? typed.slice(0, 2) : typed;
        const text = `He came and said: ${write[how % write.length]?.(value)}, then left.`;
        expect(leaksIn(changePaper(exampleChange(field(text))), all)).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('never have it in their bytes, in PDF or DOCX', async () => {
    const property = fc.asyncProperty(
      fc.array(whereabouts, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...fields),
      fc.boolean(),
      fc.nat(),
      async (all, field, leaks, which) => {
        const telling = all.flatMap(parts);
        const [, value] = telling[which % Math.max(1, telling.length)] ?? ['', 'nothing at all'];
        const paper = changePaper(exampleChange(field(leaks ? `At ${value}.` : 'Near the school.')));
        if (leaksIn(paper, all).length > 0) return;
        const printed = bare((await wordsOfPdf(await paperAsPdf(paper))) + wordsOfDocx(await paperAsDocx(paper)));
        for (const [, part] of telling) expect(printed).not.toContain(bare(part));
      },
    );
    await fc.assert(property, { numRuns: 20 });
  });

  it('have what the protected people say in the court’s own copy alone, which is marked', async () => {
    const [served, court] = [changePaper(exampleChange()), changePaper(exampleChange(), true)];
    expect(JSON.stringify(served)).not.toMatch(/VIEWS-OF-NORA|supports it/);
    expect(await wordsOfPdf(await paperAsPdf(court))).toContain('VIEWS-OF-NORA');
    expect([served.mark, court.mark?.across]).toEqual([null, 'CONFIDENTIAL']);
  });

  it('are the same to the byte each time', async () => {
    const [one, two] = [changePaper(exampleChange()), changePaper(exampleChange())];
    expect((await paperAsPdf(one)).equals(await paperAsPdf(two))).toBe(true);
    expect((await paperAsDocx(one)).equals(await paperAsDocx(two))).toBe(true);
  });

  it('say of an order that had ended that it was in force, never that it is', () => {
    const end = { before: 'until the end of 30 Oct 2026', after: 'until the end of 30 Oct 2028' };
    const paper = (isPast: boolean) =>
      JSON.stringify(changePaper(exampleChange({ asks: 'renewal', changes: [], end: { ...end, isPast } })));
    expect([paper(true).includes('Was in force'), paper(true).includes('In force now')]).toEqual([true, false]);
    expect([paper(false).includes('Was in force'), paper(false).includes('In force now')]).toEqual([false, true]);
  });

  it('have in the order as varied the duties to notify and what a breach of it is, and no word of how it was first made', () => {
    const varied = JSON.stringify(changePaper(exampleChange()));
    expect(varied).toContain('The duties to notify the police go on.');
    expect(varied).toContain('a new home address must be notified within three days');
    expect(varied).toContain('punishable on indictment with imprisonment for up to five years');
    expect(varied).toContain('Until it is varied the order stands as the court last left it.');
    expect(JSON.stringify(changePaper(exampleChange({ isStalkingOrder: false })))).not.toContain('s.9');
  });

  it('ask for a discharge whole, with the consents that it needs, and hold the order that ends it', async () => {
    const consents = {
      ...{ until: '2028-05-13', source: 'SPA 2019 s.4', missing: ['The chief officer who obtained the order'] },
      given: [{ who: 'The respondent', on: '2026-06-30' }],
    };
    const discharge = (over: Partial<ChangePack>) => changePaper(exampleChange({ asks: 'discharge', changes: [], asVaried: [], ...over }));
    const paper = discharge({ consents });
    const all = JSON.stringify(paper);
    for (const words of [
      'Application to discharge the order (complaint)',
      'To discharge the order. It then ends whole',
      'Until the end of 13 May 2028 the order can be discharged only with these consents (SPA 2019 s.4).',
      'Consented on 30 Jun 2026',
      'No consent is recorded',
      'Draft order of discharge',
      'Discharged on (date and time)',
    ])
      expect(all).toContain(words);
    expect(all).not.toMatch(/Draft order as|Varied on|Renewed on|go on\.|Clause by clause|No conditions are left/);
    expect(JSON.stringify(discharge({}))).not.toContain('consents');
    const [pdf, again] = [await paperAsPdf(paper), await paperAsPdf(discharge({ consents }))];
    expect([pdf.equals(again), (await paperAsDocx(paper)).equals(await paperAsDocx(discharge({ consents })))]).toEqual([true, true]);
    expect(await wordsOfPdf(pdf)).toContain('Draft order of discharge');
  });

  it('are marked as a draft until they are filed, and say what is still missing', () => {
    const draft = changePaper(exampleChange({ isFiled: false, filedOn: null, asks: 'renewal', changes: [] }));
    expect(draft.mark?.across).toBe('DRAFT');
    expect(JSON.stringify(draft)).toContain('How long the order is to be renewed for is not stated yet.');
  });
});
