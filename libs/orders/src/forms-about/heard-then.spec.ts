import { describe, expect, it } from '@jest/globals';
import { endAskedFor } from './heard-then.js';

describe('the end that an application asked for', () => {
  it('is the last day of the period, which the day of making begins', () => {
    expect(endAskedFor({ is: 'years', years: 2 }, '2026-05-14')).toEqual({ end: { is: 'fixed', lastDay: '2028-05-13' } });
    expect(endAskedFor({ is: 'years', years: 3 }, '2028-02-29')).toEqual({ end: { is: 'fixed', lastDay: '2031-02-27' } });
  });

  it('leaves the day open while nobody knows when the order was made', () => {
    expect(endAskedFor({ is: 'years', years: 2 }, null)).toEqual({ end: { is: 'fixed' } });
  });

  it('is until further order where that was asked for, and nothing where nothing was', () => {
    expect(endAskedFor({ is: 'until-further-order' }, '2026-05-14')).toEqual({ end: { is: 'until-further-order' } });
    expect(endAskedFor(null, '2026-05-14')).toEqual({});
  });
});
