import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, formatDate } from '#calendar';
import {
  type Blank,
  conditionLibrary,
  disagreement,
  disagreementIn,
  disagreementInWords,
  libraryCondition,
  type LibraryCondition,
  libraryVersion,
  reliedOn,
  suggestedWording,
  weekdays,
} from '../condition-library.js';
import { figuresIn, inDigits } from './figures.js';

const [a, b] = ['20000000-0000-4000-8000-00000000000a', '20000000-0000-4000-8000-00000000000b'];
const letters = { person: (id: string) => (id === a ? 'A' : 'B'), and: 'or' } as const;
const distance = libraryCondition('AP-DIST');
const handIn = libraryCondition('R-SURR');
const sign = libraryCondition('R-SIGN');
const area = libraryCondition('EX-AREA');
const agree = (blanks: LibraryCondition, words: string, parameters: Record<string, string>) =>
  disagreement(blanks, words, parameters) === null;

describe('blanks beside the words of the court', () => {
  it('agree on a distance however it is written', () => {
    for (const words of ['200 metres', '200m', '200 m', 'two hundred metres', '0.2 km', '200-metre zone']) {
      expect(agree(distance, `You must not come within ${words} of A`, { metres: '200' })).toBe(true);
    }
    for (const words of [
      '500 metres',
      '200 yards',
      '2,000 metres',
      'sight',
      'two hundred and fifty metres',
      '200 metres or, at night, 500 metres',
    ]) {
      expect(agree(distance, `You must not come within ${words} of A`, { metres: '200' })).toBe(false);
    }
  });

  it('take the own last day of a condition, and its own place, for what the words say of them', () => {
    const stated = { code: 'EX-AREA', library: libraryVersion } as const;
    const words = (day: string) => `You must not enter High Street until ${day}.`;
    const read = { wording: words('30 November 2026'), parameters: { area: 'High Street' }, locality: null };
    const end = { is: 'fixed', lastDay: '2026-11-30' } as const;
    expect(disagreementIn({ ...stated, end }, read)).toBeNull();
    expect(reliedOn({ ...stated, end }, read)).toEqual({ area: 'High Street' });
    expect(disagreementIn({ ...stated, end: null }, read)).toEqual({ unsaid: [], unfilled: ['30 Nov 2026'] });
    expect(disagreementIn({ ...stated, end }, { ...read, wording: words('1 December 2026') })).toMatchObject({ unfilled: ['1 Dec 2026'] });
    expect(disagreementIn({ ...stated, end }, { ...read, wording: 'You must not enter High Street.' })).toBeNull();
    const near = { wording: 'You must not enter High Street, within 300 metres of the station.', parameters: { area: 'High Street' } };
    expect(disagreementIn(stated, { ...near, locality: 'Within 300 metres of the station' })).toBeNull();
    expect(disagreementIn(stated, near)).toEqual({ unsaid: [], unfilled: ['300 metres'] });
  });

  it('agree on a day in any usual form', () => {
    const filled = { list: 'one mobile telephone', station: 'Testville police station', deadline: '2027-01-15' };
    const words = (day: string) => `You must hand in one mobile telephone at Testville police station no later than ${day}.`;
    for (const day of [
      '15 January 2027',
      '15th January 2027',
      'Friday 15 Jan 2027',
      'the 15th day of January 2027',
      'January 15, 2027',
      '15/01/2027',
      '15.1.27',
      '2027-01-15',
    ]) {
      expect(disagreement(handIn, words(day), filled)).toBeNull();
    }
    expect(disagreement(handIn, words('1 January 2020'), filled)).toMatchObject({
      unsaid: [{ name: 'deadline' }],
      unfilled: ['1 Jan 2020'],
    });
  });

  it('agree on hours and days of the week', () => {
    const filled = { station: 'Testville police station', days: 'tue', hours: '18:00-20:00' };
    const words = (when: string) => `You must sign on at Testville police station ${when}`;
    for (const when of [
      'every Tuesday between 18:00 and 20:00',
      'each Tuesday from 6 to 8 pm',
      'on Tuesdays, 6.00pm to 8.00pm',
      'Tue 1800 hours to 2000 hours',
    ]) {
      expect(disagreement(sign, words(when), filled)).toBeNull();
    }
    for (const when of [
      'every Monday between 18:00 and 20:00',
      'every Tuesday between 18:00 and 21:00',
      'between 18:00 and 20:00',
      'every Tuesday and Friday between 18:00 and 20:00',
    ]) {
      expect(agree(sign, words(when), filled)).toBe(false);
    }
    expect(
      agree(sign, words('Monday to Friday between noon and 2 pm'), { ...filled, days: 'mon,tue,wed,thu,fri', hours: '12:00-14:00' }),
    ).toBe(true);
  });

  it('agree on an area that the words name, in any order', () => {
    expect(agree(area, 'Not to enter the centre of Testville', { area: 'Testville centre' })).toBe(true);
    expect(agree(area, 'Not to enter Secret Lane', { area: 'Market Square' })).toBe(false);
    expect(agree(area, 'Not to enter Market Square nor come within 100 metres of it', { area: 'Market Square' })).toBe(false);
    expect(agree(area, 'Not to enter Market Square on Mondays', { area: 'Market Square' })).toBe(false);
  });

  it('tell one person from several, devices and periods', () => {
    expect(agree(distance, 'within 50 metres of the protected person', { metres: '50', persons: `${a},${b}` })).toBe(false);
    expect(agree(distance, 'within 50 metres of A or B', { metres: '50', persons: `${a},${b}` })).toBe(true);
    const devices = libraryCondition('DEV-REG');
    expect(agree(devices, 'no more than two telephones, each declared within two days', { count: '2', hours: '48' })).toBe(true);
    expect(agree(devices, 'no more than three telephones, each declared within 24 hours', { count: '2', hours: '24' })).toBe(false);
  });

  it('cannot disagree where nothing is filled in, or nothing is written', () => {
    expect(disagreement(libraryCondition('BESPOKE'), 'Within 200 metres by 1 January 2020', {})).toBeNull();
    expect(disagreement(distance, 'Within 200 metres', {})).toBeNull();
    expect(disagreement(distance, '', { metres: '200' })).toBeNull();
    expect(disagreement(distance, 'Within 200 metres of A', { persons: a })).toBeNull();
  });

  it('are told apart in a sentence', () => {
    const found = disagreement(distance, 'within 900 metres of A', { metres: '500' });
    expect(found && disagreementInWords(found, { metres: '500' }, letters)).toBe(
      'The words do not say what the details say (Distance: 500 metres). The words say 900 metres, which no detail says.',
    );
  });
});

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
const name = fc.constantFrom(
  'Market Square',
  'Secret Lane, Testville',
  'the Example Programme',
  'any public place',
  'Mill Street (both sides)',
);

function filling(blank: Blank): fc.Arbitrary<string> {
  switch (blank.type) {
    case 'whole-number':
      return fc.integer({ min: blank.least, max: blank.most }).map(String);
    case 'date':
      return day;
    case 'hours':
      return fc
        .tuple(time, time)
        .filter(([from, to]) => from !== to)
        .map((both) => both.join('-'));
    case 'days':
      return fc.subarray([...weekdays], { minLength: 1 }).map((days) => days.join(','));
    case 'people':
      return fc.constantFrom(a, `${a},${b}`);
    case 'choices':
      return fc
        .subarray(
          blank.choices.map(({ value }) => value),
          { minLength: 1 },
        )
        .map((choices) => choices.join(','));
    case 'lines':
      return fc
        .uniqueArray(fc.constantFrom('one mobile telephone', 'a laptop', 'two SIM cards'), { minLength: 1 })
        .map((lines) => lines.join('\n'));
    default:
      return name;
  }
}

const suggested = fc.constantFrom(...conditionLibrary.filter(({ wording }) => wording !== null)).chain((entry) =>
  fc
    .record(
      Object.fromEntries(
        entry.blanks.map((blank) => [blank.name, blank.optional ? fc.option(filling(blank), { nil: undefined }) : filling(blank)]),
      ),
    )
    .map((typed) => {
      const parameters = Object.fromEntries(Object.entries(typed).filter((one): one is [string, string] => one[1] !== undefined));
      return {
        entry,
        parameters,
        words: suggestedWording({ code: entry.code as 'BESPOKE', library: 2, category: entry.category }, parameters, letters) ?? '',
      };
    }),
);

describe('the words that the library suggests', () => {
  // The words of a kind have no place for some details, such as the first day to sign on.
  const isInWords = (wording: string | null, blank: string) => wording?.includes(`{${blank}`) === true;

  it('never say anything else than the blanks they were made from', () => {
    fc.assert(
      fc.property(suggested, ({ entry, parameters, words }) => {
        expect(disagreement(entry, words, parameters)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('disagree as soon as a number, a day or a time in a blank is changed', () => {
    fc.assert(
      fc.property(suggested, fc.nat(), ({ entry, parameters, words }, seed) => {
        const figures = entry.blanks.filter(
          ({ name: blank, type }) =>
            parameters[blank] && isInWords(entry.wording, blank) && ['whole-number', 'date', 'hours'].includes(type),
        );
        const blank = figures[seed % Math.max(1, figures.length)];
        fc.pre(blank !== undefined);
        const before = parameters[blank.name] ?? '';
        const other =
          blank.type === 'date'
            ? addDays(before, (seed % 300) + 1)
            : blank.type === 'hours'
              ? before === '03:07-04:11'
                ? '05:09-06:13'
                : '03:07-04:11'
              : String(Number(before) + (seed % 50) + 1_000);
        expect(disagreement(entry, words, { ...parameters, [blank.name]: other })).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe('figures in words', () => {
  it('reads every day as it is usually said, and nothing into what is no day', () => {
    fc.assert(fc.property(day, (one) => expect(figuresIn(`on ${formatDate(one)} at the latest`).dates).toEqual([one])));
    expect(figuresIn('no more than 2 may attend in March 2027 at 31/31/2027').dates).toEqual([]);
  });

  it('reads numbers that are spelled out', () => {
    expect(inDigits('two hundred and fifty metres, one thousand two hundred, twenty-four hours, two and three')).toBe(
      '250 metres, 1200, 24 hours, 2 and 3',
    );
    expect(inDigits('someone alone')).toBe('someone alone');
  });
});
