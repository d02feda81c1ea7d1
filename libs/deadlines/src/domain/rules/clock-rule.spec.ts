import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  atLondon,
  bankHolidays,
  type ClockRule,
  clockTable,
  countingWords,
  dayOfWeek,
  daysBetween,
  deadline,
  easterSunday,
  endOfDay,
  hasEnded,
  type Instant,
  isWorkingDay,
  type LocalDate,
  londonDate,
  millisecondsOf,
  workingDaysAfter,
} from '#calendar';
import fc from 'fast-check';
import { victimUpdates } from '#breaches';
import { appealBy } from '#orders';
import { breach, breachReported, ofBreach } from '../example-facts.js';
import { clockEnd, daysBefore, sourceOf } from './clock-end.js';
import { type ClockKey, clockRules, clockRuleTable } from './clock-rules.js';

const london = (on: LocalDate, time: string, which?: 'earlier' | 'later'): Instant => {
  const moment = atLondon(on, time, which);
  if (!moment.ok) throw new Error(moment.problem);
  return moment.instant;
};
const day = fc.integer({ min: 0, max: 365 * 40 }).map((days) => addDays('2010-01-01', days));
const instant = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2050, 0, 1) }).map((at) => new Date(at).toISOString());
const keys = clockRules.map(({ key }) => key);
const hour = 3_600_000;

describe('the clocks of the reference', () => {
  it.each<[ClockKey, LocalDate, LocalDate]>([
    ['notify', '2026-03-02', '2026-03-04'],
    ['notify-after-exemption', '2026-06-12', '2026-06-14'],
    ['victim-update-enhanced', '2026-05-01', '2026-05-05'],
    ['victim-update', '2026-05-01', '2026-05-11'],
    ['hearsay', '2026-06-30', '2026-06-09'],
    ['appeal-business', '2026-03-27', '2026-04-21'],
    ['appeal-calendar', '2026-03-27', '2026-04-17'],
    ['charge-summary-only', '2026-06-08', '2026-12-07'],
    ['charge-summary-only', '2026-08-31', '2027-02-28'],
    ['charge-summary-only', '2027-08-31', '2028-02-29'],
    ['discharge-lock', '2026-05-14', '2028-05-13'],
    ['discharge-lock', '2028-02-29', '2030-02-28'],
    ['bail-3', '2026-11-30', '2027-02-28'],
    ['bail-6', '2026-06-08', '2026-12-07'],
    ['bail-9', '2026-06-08', '2027-03-07'],
    ['iopc-referral', '2026-12-31', '2027-01-01'],
    ['support-referral', '2026-05-01', '2026-05-06'],
    ['ctl-crown', '2026-05-01', '2026-10-30'],
    ['review-start', '2026-10-30', '2026-05-03'],
    ['review-escalate', '2026-10-30', '2026-10-02'],
  ])('%s from %s ends with %s', (key, on, dueBy) => {
    expect(clockEnd(key, { on })).toEqual({ dueBy, dueAt: null });
  });

  // Counted by hand on a calendar: Good Friday 3 April and Easter Monday 6 April 2026; 26 December 2026 is a Saturday and kept on Monday 28;
  // Christmas 2027 is a Saturday, kept on Monday 27 and Tuesday 28; 1 January 2028 is a Saturday, kept on Monday 3; 2028 has a 29 February.
  it.each<[string, ClockKey, LocalDate, LocalDate]>([
    ['Maundy Thursday: the days of the respondent go on', 'notify', '2026-04-02', '2026-04-04'],
    ['Maundy Thursday to the Tuesday', 'victim-update-enhanced', '2026-04-02', '2026-04-07'],
    ['Maundy Thursday and five days', 'victim-update', '2026-04-02', '2026-04-13'],
    ['fifteen business days over Easter', 'appeal-business', '2026-04-02', '2026-04-27'],
    ['a custody time limit on Easter Monday goes back over Good Friday', 'ctl-magistrates', '2026-02-09', '2026-04-02'],
    ['Christmas Eve to after the substitute day', 'victim-update-enhanced', '2026-12-24', '2026-12-29'],
    ['Christmas Eve and five days, over New Year', 'victim-update', '2026-12-24', '2027-01-05'],
    ['two working days over Christmas', 'support-referral', '2026-12-24', '2026-12-30'],
    ['a report of Christmas Day', 'victim-next-enhanced', '2026-12-25', '2026-12-29'],
    ['a custody time limit on New Year’s Day', 'ctl-crown', '2026-07-03', '2026-12-31'],
    ['two substitute days after a Christmas at a weekend', 'victim-update-enhanced', '2027-12-24', '2027-12-29'],
    ['the substitute day of New Year', 'order-news-enhanced', '2027-12-31', '2028-01-04'],
    ['the summer bank holiday', 'victim-update-enhanced', '2026-08-28', '2026-09-01'],
    ['over a leap day', 'notify', '2028-02-28', '2028-03-01'],
    ['six months to the eve of a leap day', 'charge-summary-only', '2027-08-29', '2028-02-28'],
    ['six months to a month without the day', 'charge-summary-only', '2027-08-30', '2028-02-29'],
    ['three months to a leap day', 'bail-3', '2027-11-30', '2028-02-29'],
    ['back from a leap day', 'review-start', '2028-02-29', '2027-09-02'],
    ['over the change of the clocks in autumn, by days', 'notify', '2026-10-24', '2026-10-26'],
    ['over the change of the clocks in spring, by days', 'notify', '2026-03-28', '2026-03-30'],
  ])('counts %s', (_, key, on, dueBy) => {
    expect(clockEnd(key, { on })).toEqual({ dueBy, dueAt: null });
  });

  it.each<[ClockKey, Instant, Instant]>([
    // In the night in which the clocks go back, before the change and after it.
    ['detention-24', london('2026-10-25', '01:30', 'earlier'), london('2026-10-26', '00:30')],
    ['detention-24', london('2026-10-25', '01:30', 'later'), london('2026-10-26', '01:30')],
    ['data-breach', london('2026-03-27', '12:00'), london('2026-03-30', '13:00')],
    ['notice-to-court', london('2026-10-24', '18:00'), london('2026-10-26', '18:00')],
    ['notice-to-court', london('2026-03-28', '18:00'), london('2026-03-30', '18:00')],
    ['notice-to-court', london('2026-04-04', '20:00'), london('2026-04-07', '20:00')],
    // Saturday 26 December counts, the safe reading: it is kept on the Monday.
    ['notice-to-court', london('2026-12-24', '20:00'), london('2026-12-26', '20:00')],
    ['notice-to-court', london('2026-12-26', '20:00'), london('2026-12-29', '20:00')],
  ])('counts the hours of %s from %s to %s', (key, at, dueAt) => {
    expect(clockEnd(key, { on: londonDate(at), at })).toEqual({ dueBy: londonDate(dueAt), dueAt });
  });

  it('ends a custody time limit that falls on a day without a court on the working day before it', () => {
    expect(clockEnd('ctl-magistrates', { on: '2026-05-01' }).dueBy).toBe('2026-06-26');
    // 26 December 2026, a Saturday; the day before is Christmas Day.
    expect(clockEnd('ctl-magistrates', { on: '2026-10-31' }).dueBy).toBe('2026-12-24');
  });

  it('counts 24, 36 and 96 exact hours of detention across both changes of the clocks', () => {
    const arrest = london('2026-03-28', '22:10');
    expect(clockEnd('detention-24', { on: '2026-03-28', at: arrest }).dueAt).toBe(london('2026-03-29', '23:10'));
    const autumn = london('2026-10-24', '22:10');
    expect(clockEnd('detention-24', { on: '2026-10-24', at: autumn }).dueAt).toBe(london('2026-10-25', '21:10'));
    expect(clockEnd('detention-36', { on: '2026-10-24', at: autumn }).dueAt).toBe(london('2026-10-26', '09:10'));
    expect(clockEnd('detention-96', { on: '2026-10-24', at: autumn }).dueAt).toBe(london('2026-10-28', '21:10'));
    expect(clockEnd('data-breach', { on: '2026-10-24', at: autumn }).dueAt).toBe(london('2026-10-27', '21:10'));
  });

  it('leaves Sundays, Christmas Day, Good Friday and bank holidays out of the 24 hours to court', () => {
    const to = (on: LocalDate, time: string) => clockEnd('notice-to-court', { on, at: london(on, time) });
    expect(to('2026-05-02', '22:10')).toEqual({ dueBy: '2026-05-05', dueAt: london('2026-05-05', '22:10') });
    expect(to('2026-04-02', '18:00').dueAt).toBe(london('2026-04-04', '18:00'));
    expect(to('2026-12-24', '09:00').dueAt).toBe(london('2026-12-26', '09:00'));
  });

  it('shows the earlier of the two time limits for an appeal as the safe one', () => {
    expect(appealBy('2026-03-27')).toEqual({ safe: '2026-04-17', business: '2026-04-21', calendar: '2026-04-17' });
    expect(appealBy('2026-06-01')).toEqual({ safe: '2026-06-22', business: '2026-06-22', calendar: '2026-06-22' });
  });

  it('says of each whose word it is, and of what is from memory that it must be confirmed', () => {
    expect(new Set(keys).size).toBe(keys.length);
    expect(sourceOf('ctl-crown', '2026-05-01')).toContain('to be confirmed by the force solicitor');
    expect(sourceOf('notify', '2026-05-01')).toBe('Stalking Protection Act 2019 s.9');
    for (const { counting, source } of clockRules) expect([countingWords(counting), source].every((words) => words.length > 3)).toBe(true);
  });

  it('keeps the length of a clock that runs when the length is changed', () => {
    const changed = (from: LocalDate, days: number): ClockRule<ClockKey> => ({
      ...clockRuleTable.rule('serve', '2026-01-01'),
      from,
      counting: { mode: 'working', days },
    });
    const dated = clockTable([changed('2027-01-01', 1), changed('0001-01-01', 3)]);
    const dueBy = (on: LocalDate) => dated.end('serve', { on }).dueBy;
    expect([dueBy('2026-12-31'), dueBy('2027-01-01')]).toEqual(['2027-01-06', '2027-01-04']);
  });

  it('agrees with the room that keeps the victims’ clocks', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const arrested = breach(breachReported(), { type: 'ArrestMade', data: { ...ofBreach, at } });
        const due = (rights: 'enhanced' | 'standard') => victimUpdates(arrested, { rightsOf: () => rights }).map((update) => update.due);
        const on = londonDate(at);
        expect(due('enhanced')).toEqual([clockEnd('victim-update-enhanced', { on }).dueBy]);
        expect(due('standard')).toEqual([clockEnd('victim-update', { on }).dueBy]);
      }),
    );
  });
});

describe('any clock', () => {
  it('ends no earlier the later it starts, whatever it counts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), instant, fc.nat(90 * 24 * 60), (key, at, minutes) => {
        const later = new Date(Date.parse(at) + minutes * 60_000).toISOString();
        const [first, second] = [at, later].map((one) => clockEnd(key, { on: londonDate(one), at: one }));
        expect((first?.dueBy ?? '') <= (second?.dueBy ?? '')).toBe(true);
        expect((first?.dueAt ?? '') <= (second?.dueAt ?? '')).toBe(true);
      }),
    );
  });

  it('that counts its first day ends days − 1 after it, and from the next day, days after it, over leap days and month ends', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (on, days) => {
        const end = (first: 'counts' | 'next') => deadline({ counting: { mode: 'calendar', days, first } }, { on }).dueBy;
        expect(daysBetween(on, end('counts'))).toBe(days - 1);
        expect(end('next')).toBe(addDays(end('counts'), 1));
        expect(deadline({ counting: { mode: 'before', days } }, { on: addDays(on, days) }).dueBy).toBe(on);
      }),
    );
  });

  it('of working days ends on one, with exactly as many of them after the start as it counts', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (on, days) => {
        const { dueBy } = deadline({ counting: { mode: 'working', days } }, { on });
        const between = Array.from({ length: daysBetween(on, dueBy) }, (_, nth) => addDays(on, nth + 1));
        expect(isWorkingDay(dueBy)).toBe(true);
        expect(between.filter((date) => isWorkingDay(date))).toHaveLength(days);
      }),
    );
  });

  it('of one working day passes over all of Easter and Christmas, in every year', () => {
    for (let year = 1995; year <= 2060; year += 1) {
      const thursday = addDays(easterSunday(year), -3);
      expect(clockEnd('victim-update-enhanced', { on: thursday }).dueBy).toBe(addDays(thursday, 5));
      const { dueBy } = clockEnd('victim-update-enhanced', { on: `${year}-12-24` });
      expect([dayOfWeek(dueBy) <= 5, bankHolidays(year).includes(dueBy), dueBy > `${year}-12-26`]).toEqual([true, false, true]);
    }
  });

  it('of months ends the day before the corresponding day, or with a month that has none', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(3, 6, 9, 24), (on, count) => {
        const { dueBy } = deadline({ counting: { mode: 'months', months: count } }, { on });
        const next = addDays(dueBy, 1);
        const missing = next.endsWith('-01') && !on.endsWith('-01');
        expect(missing || next.slice(8) === on.slice(8)).toBe(true);
        const passed = (Number(next.slice(0, 4)) - Number(on.slice(0, 4))) * 12 + Number(next.slice(5, 7)) - Number(on.slice(5, 7));
        expect(passed).toBe(missing ? count + 1 : count);
      }),
    );
  });

  it('of hours lasts exactly as long, and longer by whole days left out', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200 }), (at, hours) => {
        const start = { on: londonDate(at), at };
        const all = deadline({ counting: { mode: 'hours', hours, without: 'nothing' } }, start);
        expect(millisecondsOf(all.dueAt ?? '') - millisecondsOf(at)).toBe(hours * hour);
        const fewer = deadline({ counting: { mode: 'hours', hours, without: 'sundays-and-holidays' } }, start);
        expect((fewer.dueAt ?? '') >= (all.dueAt ?? '')).toBe(true);
        expect([7].includes(dayOfWeek(fewer.dueBy))).toBe(false);
      }),
    );
  });

  it('has ended with the end of its day, or with its moment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), day, (key, on) => {
        const end = clockEnd(key, { on });
        const last = end.dueAt ?? new Date(millisecondsOf(endOfDay(end.dueBy)) - 1).toISOString();
        const after = new Date(millisecondsOf(last) + 1).toISOString();
        expect([hasEnded(end, last), hasEnded(end, after)]).toEqual([false, true]);
      }),
    );
  });

  it('counts back by the rule of the day it began with', () => {
    expect(daysBefore('review-decide', '2028-03-01', '2026-03-02')).toBe('2027-12-02');
    expect(workingDaysAfter('2026-05-01', 1)).toBe('2026-05-05');
  });
});
