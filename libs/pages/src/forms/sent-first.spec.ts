import { describe, expect, it } from '@jest/globals';
import { sentFirst, withTimeSent } from './sent-first.js';

const now = '2026-07-01T09:00:00.000Z';
const tried = '2026-07-01T08:17:08.123Z';

describe('A form that waited for signal', () => {
  it('was sent when it was first tried, within a day and not in the future', () => {
    expect(sentFirst({ _tried: tried }, now)).toBe(tried);
    for (const at of ['2026-07-01T09:00:01.000Z', '2026-06-30T08:59:59.000Z', 'yesterday', undefined, {}])
      expect(sentFirst({ _tried: at }, now)).toBe(now);
    expect(sentFirst(null, now)).toBe(now);
  });

  it('has that time where one was left empty for now, and nowhere else', () => {
    const empty = { date: { day: '', month: ' ', year: '' }, time: '' };
    const filled = { date: { day: '01', month: '07', year: '2026' }, time: '09:17' };
    expect(withTimeSent({ _tried: tried, at: empty }, 'at', now)).toEqual({ _tried: tried, at: filled });
    expect(withTimeSent({ _tried: tried, place: 'x' }, 'at', now)).toEqual({ _tried: tried, place: 'x', at: filled });
    const typed = { _tried: tried, at: { ...empty, time: '08:00' } };
    expect(withTimeSent(typed, 'at', now)).toBe(typed);
    const atOnce = { at: empty };
    expect(withTimeSent(atOnce, 'at', now)).toBe(atOnce);
  });

  it('says which of the two where the clocks had gone back', () => {
    const time = (at: string) => withTimeSent({ _tried: at }, 'at', '2026-10-25T03:00:00.000Z');
    expect(time('2026-10-25T00:30:40.000Z')).toMatchObject({ at: { time: '01:30', which: 'earlier' } });
    expect(time('2026-10-25T01:30:40.000Z')).toMatchObject({ at: { time: '01:30', which: 'later' } });
    expect(time('2026-10-25T02:30:40.000Z')).toMatchObject({ at: { time: '02:30' } });
  });
});
