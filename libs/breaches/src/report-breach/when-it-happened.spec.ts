import { describe, expect, it } from '@jest/globals';
import { whenTold } from './when-it-happened.js';

const kinds: [] = [];
const asked = (now: string, answer: Omit<Parameters<typeof whenTold>[0], 'kinds'>) => whenTold({ ...answer, kinds }, now);

describe('when it happened, as the form asks it', () => {
  it('knows yesterday at half past midnight, with a time or without', () => {
    const now = '2026-11-22T00:30:00.000Z';
    expect(asked(now, { when: 'yesterday', shownOn: '2026-11-22' })).toEqual({ on: '2026-11-21', until: '2026-11-21', at: null });
    expect(asked(now, { when: 'yesterday', yesterdayAt: '23:40' })).toMatchObject({ at: '2026-11-21T23:40:00.000Z' });
    expect(asked(now, { when: 'today', todayAt: '23:40' })).toEqual({
      ...{ field: 'todayAt', text: 'That lies in the future. If it was last night, select Yesterday' },
    });
  });

  it('goes by London days, in summer too', () => {
    // Half past midnight in London; the day before still in UTC.
    const now = '2026-06-08T23:30:00.000Z';
    expect(asked(now, { when: 'yesterday', yesterdayAt: '23:40' })).toMatchObject({ on: '2026-06-08', at: '2026-06-08T22:40:00.000Z' });
  });

  it('goes by London days over both changes of the clocks', () => {
    // The day after the night that has 25 hours, and the day after the one that has 23.
    const [autumn, spring] = ['2026-10-26T00:30:00.000Z', '2026-03-29T23:30:00.000Z'];
    expect(asked(autumn, { when: 'yesterday', yesterdayAt: '01:30' })).toMatchObject({ field: 'which' });
    expect(asked(autumn, { when: 'yesterday', yesterdayAt: '01:30', which: 'earlier' })).toMatchObject({ at: '2026-10-25T00:30:00.000Z' });
    expect(asked(autumn, { when: 'yesterday', yesterdayAt: '01:30', which: 'later' })).toMatchObject({ at: '2026-10-25T01:30:00.000Z' });
    expect(asked(autumn, { when: 'yesterday' })).toMatchObject({ on: '2026-10-25' });
    expect(asked(spring, { when: 'yesterday', yesterdayAt: '01:30' })).toMatchObject({ field: 'yesterdayAt' });
    expect(asked(spring, { when: 'yesterday', yesterdayAt: '00:30' })).toMatchObject({ at: '2026-03-29T00:30:00.000Z' });
    // In the first hour after the change back, the evening before is yesterday still.
    expect(asked('2026-10-25T01:10:00.000Z', { when: 'yesterday', yesterdayAt: '23:00' })).toMatchObject({
      at: '2026-10-24T22:00:00.000Z',
    });
  });

  it.each(['today', 'yesterday'] as const)('asks again once midnight has passed since the form said %s', (when) => {
    const answer = { when, shownOn: '2026-11-21', todayAt: '23:55', yesterdayAt: '23:55' };
    expect(asked('2026-11-21T23:59:00.000Z', answer)).toHaveProperty('at');
    expect(asked('2026-11-22T00:01:00.000Z', answer)).toMatchObject({ field: 'when' });
  });

  it('takes now and another day whenever the form was opened', () => {
    const now = '2026-11-22T00:01:00.000Z';
    expect(asked(now, { when: 'now', shownOn: '2026-11-21' })).toMatchObject({ at: now });
    expect(asked(now, { when: 'other', shownOn: '2026-11-21', on: '2026-11-20' })).toMatchObject({ on: '2026-11-20' });
    expect(asked(now, { when: 'other', on: '2026-11-23' })).toMatchObject({ field: 'on' });
  });

  it('asks for the year of a day before the person was born', () => {
    const told = (on: string) => whenTold({ when: 'other', on, kinds }, '2026-11-22T00:01:00.000Z', '1988-08-19');
    expect(told('1900-01-01')).toEqual({ field: 'on', text: 'This person was born on 19 Aug 1988: check the year' });
    expect(told('1988-08-19')).toMatchObject({ on: '1988-08-19' });
  });
});
