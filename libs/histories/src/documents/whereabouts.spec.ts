import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { CourtPack } from './court-pack.js';
import { examplePack, said } from './example-pack.fixture.js';
import { packPaper } from './pack-paper.js';
import { paperAsDocx } from './paper-docx.js';
import { paperAsPdf } from './paper-pdf.js';
import { givesAway, type Whereabouts } from '#people';
import { bare, parts, phoneTyped, typed, whereabouts, wordsOfDocx, wordsOfPdf } from './whereabouts.fixture.js';
import { leaksIn } from './whereabouts.js';

jest.setTimeout(120_000);

/** Each field in which people type, filled with the text. */
const fields: readonly ((text: string) => Partial<CourtPack>)[] = [
  (text) => ({ grounds: said(text), ...undrafted }),
  (text) => ({ court: { name: said(text), kind: 'Magistrates’ court' } }),
  (text) => ({ reference: said(text) }),
  (text) => ({ applicant: said(text) }),
  (text) => ({ byProxy: said(text) }),
  (text) => ({ area: { words: null, facts: said(text) } }),
  (text) => ({ acts: { list: [{ when: 'June', kind: 'Following', what: said(text), source: null, recorder: null }], why: null } }),
  (text) => ({ acts: { list: [{ when: 'June', kind: 'Following', what: null, source: said(text), recorder: null }], why: said('why') } }),
  (text) => ({ risk: { harms: [], grade: null, assessedOn: null, facts: said(text) } }),
  (text) => ({ necessity: { facts: null, alternatives: said(text) } }),
  (text) => ({ sought: { duration: null, made: null, conditions: [{ ...condition, wording: said(text) }] } }),
  (text) => ({ sought: { duration: null, made: null, conditions: [{ ...condition, necessity: said(text) }] } }),
  (text) => ({ sought: { duration: null, made: null, conditions: [{ ...condition, locality: said(text) }] } }),
  (text) => ({ interim: { sought: true, notice: null, until: null, why: null, whyWithoutNotice: said(text) } }),
  (text) => ({ evidence: [{ kind: 'Statement', reference: null, on: null, description: said(text), producedBy: null }] }),
  (text) => ({ evidence: [{ kind: 'Statement', reference: null, on: null, description: null, producedBy: said(text) }] }),
  (text) => ({ evidence: [{ kind: 'Statement', reference: said(text), on: null, description: null, producedBy: null }] }),
  (text) => ({ exhibits: [{ number: 1, description: said(text), type: 'PDF', sha256: 'cd'.repeat(32) }] }),
  (text) => ({ hearsay: { relied: true, hearingOn: null, what: said(text), why: null } }),
  (text) => ({ chronology: [{ ...line, words: [said(text)] }] }),
  (text) => ({ chronology: [{ ...line, heading: text }] }),
  (text) => ({ victims: [text] }),
];
const undrafted = {
  acts: { list: [], why: null },
  risk: { harms: [], grade: null, assessedOn: null, facts: null },
  necessity: { facts: null, alternatives: null },
} as const;
const condition = { number: 1, category: 'prohibition', wording: null, necessity: null, notes: [], locality: null } as const;
const line = { factId: 'f', when: '3 Jul 2026', heading: 'Reported', words: [], source: 'Case', recorder: 'Officer' } as const;

describe('What a document gives away', () => {
  it('is found in every field, however it is typed: then there is no document', () => {
    fc.assert(
      fc.property(
        fc.array(whereabouts, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...fields),
        fc.nat(),
        fc.nat(),
        (people, field, which, how) => {
          const all = people.flatMap(parts);
          fc.pre(all.length > 0);
          const [what, value] = all[which % all.length] ?? ['', ''];
          const write = what === 'phone' ? phoneTyped : what === 'email' ? typed.slice(0, 2) : typed;
          const text = `He came and said: ${write[how % write.length]?.(value)}, then left.`;
          expect(leaksIn(packPaper(examplePack(field(text), 2)), people)).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is nothing in a pack in which nobody typed it', () => {
    fc.assert(
      fc.property(fc.array(whereabouts, { maxLength: 3 }), (people) => {
        expect(leaksIn(packPaper(examplePack({}, 5)), people)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('never stands in the bytes of a pack that is made, in PDF or DOCX', async () => {
    const property = fc.asyncProperty(
      fc.array(whereabouts, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...fields),
      fc.boolean(),
      fc.nat(),
      async (people, field, leaks, which) => {
        const all = people.flatMap(parts);
        const [, value] = all[which % Math.max(1, all.length)] ?? ['', 'nothing at all'];
        const paper = packPaper(examplePack(field(leaks ? `At ${value}.` : 'Near the school.'), 2));
        if (leaksIn(paper, people).length > 0) return;
        const printed = bare((await wordsOfPdf(await paperAsPdf(paper))) + wordsOfDocx(await paperAsDocx(paper)));
        for (const [, part] of all) expect(printed).not.toContain(bare(part));
      },
    );
    await fc.assert(property, { numRuns: 25 });
  });

  it.each<[string, Whereabouts['address'] | string, boolean]>([
    ['He sat in Testville Magistrates’ Court', { lines: ['1 Sample Street', 'Testville'], postcode: 'ZZ1 1ZZ' }, false],
    ['Not to enter Sample Street', { lines: ['1 Sample Street', 'Testville'], postcode: 'ZZ1 1ZZ' }, true],
    ['Not to enter Simple Avenue', { lines: ['1 Sample Street', 'Testville'], postcode: 'ZZ1 1ZZ' }, false],
    ['Not to go within 100 metres of 1 Sample Street', { lines: ['1 Sample Street', 'Testville'], postcode: 'ZZ1 1ZZ' }, true],
    ['in zz11zz', { lines: ['1 Sample Street'], postcode: 'ZZ1 1ZZ' }, true],
    ['at Rose Cottage', { lines: ['Rose Cottage', 'Testville'], postcode: '' }, true],
    ['in Testville', { lines: ['Testville'], postcode: '' }, false],
  ])('%j is judged by what tells of one house', (text, address, gives) => {
    const of = typeof address === 'string' ? null : address;
    expect(givesAway(text, [{ phone: null, email: null, address: of }]) !== null).toBe(gives);
  });
});
