import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Blank,
  blankProblem,
  conditionCodes,
  conditionLibrary,
  libraryAt,
  libraryCondition,
  libraryVersion,
  libraryVersions,
  madeWith,
  plainWords,
  storedBlank,
  suggestedWording,
  weekdays,
} from './condition-library.js';

const a = '20000000-0000-4000-8000-00000000000a';
const b = '20000000-0000-4000-8000-00000000000b';
const letters = { person: (id: string) => (id === a ? 'A' : 'B'), and: 'or' } as const;

/** A line is added here for each new version, and none is ever changed: orders keep the version they were made with. */
const digests: Readonly<Record<number, string>> = {
  1: 'd27edd2ba7fc6f5c',
  2: 'bdda329bc4315c32',
  3: 'bd87e405b80616ee',
};

describe('the versions of the library', () => {
  it('never change once they were used', () => {
    const now = libraryVersions.map((one) => [one.version, createHash('sha256').update(JSON.stringify(one)).digest('hex').slice(0, 16)]);
    expect(Object.fromEntries(now)).toEqual(digests);
  });

  it('follow each other by number and by day, and new conditions are made with that of the day', () => {
    libraryVersions.forEach((one, nth) => {
      expect(one.version).toBe(nth + 1);
      expect(one.from > (libraryVersions[nth - 1]?.from ?? '')).toBe(true);
      expect(libraryAt(one.from)).toBe(one);
    });
    expect(libraryAt('1999-01-01').version).toBe(1);
    expect(libraryAt('2099-01-01').version).toBe(libraryVersion);
  });

  it('leave an old condition its entry and its words, whatever they became since', () => {
    const old = { code: 'AP-DIST', category: 'prohibition' } as const;
    expect(madeWith(old)).toBe(libraryCondition('AP-DIST', 1));
    expect(plainWords(old, { metres: '200' })).toBe('knowingly come within a distance of the protected person');
    expect(plainWords({ ...old, library: 2 }, { metres: '200' })).toBe('knowingly come within 200 metres of the protected person');
    expect(suggestedWording(old, { metres: '200' })).toBeNull();
  });

  it('have every code in all of them from the one in which it came', () => {
    for (const { conditions } of libraryVersions) {
      const codes = conditions.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(conditionCodes).toEqual(expect.arrayContaining(codes));
    }
  });
});

describe('every entry', () => {
  it.each(libraryVersions.flatMap(({ version, conditions }) => conditions.map((one) => [version, one.code, one] as const)))(
    'version %s, %s: speaks of blanks that it has, and ticks only what it may speak to',
    (_, __, { spoken, wording, blanks, speaksTo, implies, duty, category }) => {
      const names = blanks.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const template of [spoken, wording]) {
        for (const [, name] of (template ?? '').matchAll(/\{([a-zA-Z]+)/g)) expect(names).toContain(name);
      }
      expect(speaksTo).toEqual(expect.arrayContaining([...implies]));
      expect(category === 'requirement' || duty === null).toBe(true);
      const dated = duty?.is === 'by-day' ? [duty.day] : duty?.is === 'on-days' ? [duty.days, duty.hours, duty.first, duty.most] : [];
      expect(names).toEqual(expect.arrayContaining(dated.filter((name) => name !== null)));
    },
  );

  it('can say its words and its clause, when all that it asks is filled in', () => {
    for (const one of conditionLibrary) {
      const condition = { code: one.code as 'ITEM', category: one.category, library: libraryVersion };
      const filled = Object.fromEntries(one.blanks.filter(({ optional }) => !optional).map((blank) => [blank.name, sampleOf(blank)]));
      expect(plainWords(condition, filled)).not.toMatch(/[{}[\]|]|undefined/);
      expect(suggestedWording(condition, filled, letters) ?? 'You must obey.').toMatch(/^You must (not )?[^{}[\]|]+\.$/);
      expect(suggestedWording(condition, filled, letters) === null).toBe(one.wording === null);
    }
  });
});

describe('plain words', () => {
  const said = (code: 'NC-DIR' | 'AP-DIST' | 'R-SIGN' | 'EX-AREA', parameters: Record<string, string>) =>
    plainWords({ code, category: code === 'R-SIGN' ? 'requirement' : 'prohibition', library: 2 }, parameters, letters);

  it('say what is in the blanks, for officers', () => {
    expect(said('AP-DIST', { metres: '200', persons: a })).toBe('knowingly come within 200 metres of A');
    expect(said('NC-DIR', { persons: `${a},${b}`, exceptions: 'solicitor' })).toBe(
      'contact or try to contact A or B by any means, except through a solicitor',
    );
    expect(said('EX-AREA', { area: 'Testville centre', days: 'mon,fri', hours: '18:00-06:00' })).toBe(
      'enter Testville centre on Monday and Friday between 18:00 and 06:00',
    );
    expect(said('R-SIGN', { station: 'Testville police station', days: 'tue', hours: '18:00-20:00' })).toBe(
      'sign on at Testville police station every Tuesday between 18:00 and 20:00',
    );
  });

  it('fall back to the entry where a blank is empty, and name nobody unless told', () => {
    expect(said('AP-DIST', {})).toBe('knowingly come within a set distance of the protected person');
    expect(plainWords({ code: 'NC-DIR', category: 'prohibition', library: 2 }, { persons: a })).not.toContain('A ');
  });
});

describe('a typed blank', () => {
  const blank = (code: 'AP-DIST' | 'R-SIGN' | 'R-SURR', name: string): Blank => {
    const found = libraryCondition(code).blanks.find((one) => one.name === name);
    if (!found) throw new Error('The specimen has no such blank');
    return found;
  };

  it('takes what it asks for and nothing else, with a sentence that says what to do', () => {
    expect(storedBlank(blank('AP-DIST', 'metres'), ' 1,500 ')).toBe('1500');
    for (const wrong of ['0', '50000', '20 m', '-5', '1e3']) {
      expect(storedBlank(blank('AP-DIST', 'metres'), wrong)).toBeNull();
      expect(blankProblem(blank('AP-DIST', 'metres'), wrong)).toBe('Distance must be a whole number from 5 to 5,000');
    }
    expect(storedBlank(blank('R-SIGN', 'days'), 'fri, mon,mon')).toBe('mon,fri');
    expect(storedBlank(blank('R-SIGN', 'days'), 'someday')).toBeNull();
    expect(storedBlank(blank('R-SIGN', 'hours'), '18:00-18:00')).toBeNull();
    expect(storedBlank(blank('R-SURR', 'deadline'), '2026-02-29')).toBeNull();
    expect(blankProblem(blank('R-SIGN', 'days'), '')).toBe('Select days');
  });

  it('reads back what it stored', () => {
    const blanks = libraryVersions.flatMap(({ conditions }) => conditions.flatMap((one) => one.blanks));
    fc.assert(
      fc.property(
        fc.constantFrom(...blanks).chain((one) => fc.tuple(fc.constant(one), given(one))),
        ([one, text]) => {
          const stored = storedBlank(one, text);
          const holds =
            stored === null ? /^(Enter|Select|[A-Z].+ must )/.test(blankProblem(one, text)) : storedBlank(one, stored) === stored;
          expect(holds).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function given(blank: Blank): fc.Arbitrary<string> {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }))
    .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'));
  switch (blank.type) {
    case 'whole-number':
      return fc.oneof(
        fc.integer().map(String),
        fc.integer({ min: 1, max: 5_000 }).map((one) => one.toLocaleString('en-GB')),
      );
    case 'hours':
      return fc.tuple(time, time).map(([from, to]) => `${from}-${to}`);
    case 'days':
      return fc.array(fc.constantFrom(...weekdays, 'someday')).map((days) => days.join(', '));
    case 'people':
      return fc.array(fc.constantFrom(a, b, 'nobody')).map((ids) => ids.join(','));
    case 'choices':
      return fc.array(fc.constantFrom(...blank.choices.map(({ value }) => value))).map((values) => values.join(','));
    case 'date':
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    case 'text':
    case 'place':
    case 'area':
    case 'lines':
      return fc.string({ maxLength: 600 });
  }
}

function sampleOf(blank: Blank): string {
  const samples = {
    text: 'the Example Programme',
    place: 'Testville police station',
    area: 'Testville',
    lines: 'One telephone\nOne laptop',
  };
  switch (blank.type) {
    case 'whole-number':
      return '24';
    case 'date':
      return '2026-12-01';
    case 'hours':
      return '18:00-20:00';
    case 'days':
      return 'tue,thu';
    case 'people':
      return a;
    case 'choices':
      return blank.choices[0]?.value ?? '';
    default:
      return samples[blank.type];
  }
}
