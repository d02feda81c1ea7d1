import { describe, expect, it } from '@jest/globals';
import * as s from '../specimens.js';
import { liveOrders } from './live.js';

const reworded = s.version('contact', 2);
const varied = s.orderOf(
  s.orderMade(),
  s.orderVaried('v', { on: '2026-06-01', at: null }, { changes: [{ change: 'reworded', version: reworded }] }),
);
const wordings = (on: string) => liveOrders([varied], { on, at: null }).flatMap(({ versionIds }) => versionIds);

describe('the orders that a draft is weighed against', () => {
  it('are those in force then, each with the wording that stands; where an hour decides, with each that may', () => {
    expect(['2026-05-20', '2026-06-01', '2026-06-02'].map(wordings)).toEqual([
      ['contact-v1'],
      ['contact-v1', 'contact-v2'],
      ['contact-v2'],
    ]);
  });

  it('are not those that never were, are over or have ended', () => {
    const over = s.orderOf(s.orderMade(), s.orderDischarged(s.on('2026-05-15', '10:00')));
    const ended = s.orderOf(s.orderMade({ made: s.on('2020-02-01', '10:00'), end: s.until('2022-01-31') }));
    expect(liveOrders([s.orderOf(), over, ended], { on: '2026-05-20', at: null })).toEqual([]);
  });
});
