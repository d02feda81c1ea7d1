import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, atLondon, endOfDay, isInstant, isLocalTime, isMinuteBefore, londonDate, londonTime, startOfDay } from './index.js';

const hour = 3_600_000;
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / hour;
const day = fc.integer({ min: 0, max: 47_000 }).map((n) => addDays('1972-01-01', n));
const moment = fc
  .integer({ min: Date.parse('1972-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString());
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

describe('a moment', () => {
  it('is UTC with milliseconds and Z', () => {
    expect(isInstant('2026-05-14T13:00:00.000Z')).toBe(true);
  });

  it.each([
    '2026-05-14T13:00:00Z',
    '2026-05-14T13:00:00.000+01:00',
    '2026-05-14',
    '2026-02-30T13:00:00.000Z',
    '2026-05-14T24:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    0,
    undefined,
  ])('%p is not one', (value) => {
    expect(isInstant(value)).toBe(false);
    expect(() => londonDate(String(value))).toThrow(new RangeError('Not a moment written in UTC with milliseconds and Z'));
  });

  it('shows the London day and time', () => {
    expect([londonDate('2026-11-18T23:40:00.000Z'), londonTime('2026-11-18T23:40:59.999Z')]).toEqual(['2026-11-18', '23:40']);
    expect([londonDate('2026-05-13T23:30:00.000Z'), londonTime('2026-05-13T23:30:00.000Z')]).toEqual(['2026-05-14', '00:30']);
  });
});

describe('one moment against another', () => {
  it('is never before one of the same minute, and is before any of a later minute', () => {
    const within = fc.integer({ min: 0, max: 59_999 });
    fc.assert(
      fc.property(moment, within, within, (at, one, other) => {
        const minute = Date.parse(`${at.slice(0, 16)}:00.000Z`);
        const [first, second] = [new Date(minute + one).toISOString(), new Date(minute + other).toISOString()];
        expect(isMinuteBefore(first, second)).toBe(false);
        expect(isMinuteBefore(first, new Date(minute + 60_000 + other).toISOString())).toBe(true);
        expect(isMinuteBefore(new Date(minute + 60_000 + other).toISOString(), first)).toBe(false);
      }),
    );
  });
});

describe('a London day', () => {
  it('starts and ends at London midnight', () => {
    expect(startOfDay('2026-05-14')).toBe('2026-05-13T23:00:00.000Z');
    expect(endOfDay('2026-05-14')).toBe('2026-05-14T23:00:00.000Z');
    expect(startOfDay('2026-11-21')).toBe('2026-11-21T00:00:00.000Z');
  });

  it('lasts 23 hours when the clocks go forward and 25 when they go back', () => {
    expect(hours(startOfDay('2026-03-29'), endOfDay('2026-03-29'))).toBe(23);
    expect(hours(startOfDay('2026-10-25'), endOfDay('2026-10-25'))).toBe(25);
  });

  it('contains its start, not its end, and every moment belongs to the one day around it', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const date = londonDate(at);
        expect(startOfDay(date) <= at && at < endOfDay(date)).toBe(true);
        expect(londonDate(startOfDay(date))).toBe(date);
        expect(londonDate(endOfDay(date))).toBe(addDays(date, 1));
      }),
    );
  });
});

describe('a London day and time', () => {
  it.each(['00:00', '09:05', '23:59'])('%s is a time of day', (text) => {
    expect(isLocalTime(text)).toBe(true);
  });

  it.each(['24:00', '9:05', '09:60', '09:05:00', '', 905])('%p is not a time of day', (value) => {
    expect(isLocalTime(value)).toBe(false);
    expect(() => atLondon('2026-05-14', String(value))).toThrow(new RangeError('Not a time of day written HH:MM'));
  });

  it('comes twice on 25 Oct 2026 at 01:30, so one must say which', () => {
    expect(atLondon('2026-10-25', '01:30')).toEqual({ ok: false, problem: 'ambiguous' });
    expect(atLondon('2026-10-25', '01:30', 'earlier')).toEqual({ ok: true, instant: '2026-10-25T00:30:00.000Z' });
    expect(atLondon('2026-10-25', '01:30', 'later')).toEqual({ ok: true, instant: '2026-10-25T01:30:00.000Z' });
  });

  it('comes once at the edges of that hour', () => {
    expect(atLondon('2026-10-25', '00:59')).toEqual({ ok: true, instant: '2026-10-24T23:59:00.000Z' });
    expect(atLondon('2026-10-25', '01:00')).toEqual({ ok: false, problem: 'ambiguous' });
    expect(atLondon('2026-10-25', '02:00')).toEqual({ ok: true, instant: '2026-10-25T02:00:00.000Z' });
  });

  it('never comes on 29 Mar 2026 at 01:30, whichever is asked for', () => {
    expect(atLondon('2026-03-29', '01:30')).toEqual({ ok: false, problem: 'skipped' });
    expect(atLondon('2026-03-29', '01:30', 'earlier')).toEqual({ ok: false, problem: 'skipped' });
    expect(atLondon('2026-03-29', '01:30', 'later')).toEqual({ ok: false, problem: 'skipped' });
    expect(atLondon('2026-03-29', '02:00')).toEqual({ ok: true, instant: '2026-03-29T01:00:00.000Z' });
  });

  it('leads to a moment that shows that day and time', () => {
    fc.assert(
      fc.property(day, time, fc.constantFrom('earlier' as const, 'later' as const), (date, at, which) => {
        const found = atLondon(date, at, which);
        const shown = found.ok ? [londonDate(found.instant), londonTime(found.instant)] : found.problem;
        expect([[date, at], 'skipped']).toContainEqual(shown);
      }),
    );
  });

  it('leads back to the moment it was read from, on one side of a clock change or the other', () => {
    const nearChanges = fc
      .integer({ min: -3 * 60, max: 3 * 60 })
      .map((m) => new Date(Date.parse('2026-10-25T01:00:00Z') + m * 60_000).toISOString());
    const onTheMinute = moment.map((at) => `${at.slice(0, 16)}:00.000Z`);
    fc.assert(
      fc.property(fc.oneof(onTheMinute, nearChanges), (at) => {
        const sides = (['earlier', 'later'] as const).map((which) => atLondon(londonDate(at), londonTime(at), which));
        expect(sides).toContainEqual({ ok: true, instant: at });
      }),
    );
  });
});
