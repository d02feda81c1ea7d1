import { describe, expect, it } from '@jest/globals';
import { now, outcome } from './example-facts.js';
import { assertPossible, earliest, latest, occurredAsTold, occurredAt } from './occurred.js';

const told = { on: '2026-10-25', until: null, time: null, which: null } as const;
const possible = (...args: Parameters<typeof assertPossible>) => outcome(() => (assertPossible(...args), []));
const june8 = { on: '2026-06-08', until: '2026-06-08', at: null };

describe('when it happened', () => {
  it('asks which side of the clock change, and takes the answer', () => {
    expect(occurredAsTold({ ...told, time: '01:30' })).toBe('ambiguous-hour');
    expect(occurredAsTold({ ...told, time: '01:30', which: 'earlier' })).toMatchObject({ at: '2026-10-25T00:30:00.000Z' });
    expect(occurredAsTold({ ...told, time: '01:30', which: 'later' })).toMatchObject({ at: '2026-10-25T01:30:00.000Z' });
  });

  it('knows no time that the clocks jumped over', () => {
    expect(occurredAsTold({ ...told, on: '2026-03-29', time: '01:30' })).toBe('skipped-hour');
  });

  it('is a day, a range of days, or a moment, never a range with a time', () => {
    expect(occurredAsTold(told)).toEqual({ on: '2026-10-25', until: '2026-10-25', at: null });
    expect(occurredAsTold({ ...told, until: '2026-10-27' })).toEqual({ on: '2026-10-25', until: '2026-10-27', at: null });
    expect(occurredAsTold({ ...told, until: '2026-10-24' })).toBe('range-backwards');
    expect(occurredAsTold({ ...told, until: '2026-10-27', time: '12:00' })).toBe('time-of-a-range');
  });

  it('lies on the London day, not on the UTC day', () => {
    expect(occurredAt('2026-06-08T23:30:00.000Z')).toEqual({ on: '2026-06-09', until: '2026-06-09', at: '2026-06-08T23:30:00.000Z' });
  });

  it('spans the whole days when no time is known', () => {
    expect(earliest(june8)).toBe('2026-06-07T23:00:00.000Z');
    expect(latest({ ...june8, until: '2026-06-09' })).toBe('2026-06-09T23:00:00.000Z');
  });
});

describe('what cannot be true', () => {
  it('is a report before the act, or anything in the future', () => {
    expect(possible(june8, '2026-06-08T05:00:00.000Z', now)).toEqual([]);
    expect(possible(june8, '2026-06-07T22:59:59.999Z', now)).toBe('reported-before-it-happened');
    expect(possible({ ...june8, until: '2027-01-01' }, now, now)).toBe('in-the-future');
    expect(possible(june8, '2026-11-21T12:00:00.001Z', now)).toBe('in-the-future');
    expect(possible(occurredAt('2026-11-21T12:00:00.001Z'), now, now)).toBe('in-the-future');
  });

  it('is no report typed to the minute of an act whose seconds are known', () => {
    const act = occurredAt('2026-06-08T12:00:30.000Z');
    expect(possible(act, '2026-06-08T12:00:00.000Z', now)).toEqual([]);
    expect(possible(act, '2026-06-08T11:59:00.000Z', now)).toBe('reported-before-it-happened');
  });

  it('is a time on another day, of a range, or no day at all', () => {
    expect(possible({ ...june8, at: '2026-06-08T23:30:00.000Z' }, now, now)).toBe('time-of-another-day');
    expect(possible({ ...june8, until: '2026-06-09', at: '2026-06-08T12:00:00.000Z' }, now, now)).toBe('time-of-a-range');
    expect(possible({ ...june8, until: '2026-06-07' }, now, now)).toBe('range-backwards');
    expect(possible({ ...june8, on: '2026-06-31' }, now, now)).toBe('not-a-real-time');
  });
});
