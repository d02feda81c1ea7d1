import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { endInterim, type InterimEnding } from './end-interim.js';

const { on, until } = s;
const made = on('2026-11-10', '10:00');
const interim = (over: Parameters<typeof s.orderMade>[0] = {}): OrderFact =>
  s.orderMade({
    ...{ orderId: s.interimId, kind: 'interim-spo', applicationId: null, made: on('2026-09-03'), end: until('2026-12-31') },
    ...over,
  });
const fullOf = (over: Parameters<typeof s.orderMade>[0] = {}) =>
  s.orderMade({ made, end: until('2028-11-09'), applicationId: null, ...over });
const who = { force: s.force, now: s.now, correctionId: 'correction' };
const withOrder: InterimEnding = { with: 'order', orderId: s.orderId };
const end = (ending: InterimEnding, facts: readonly OrderFact[] = [interim()], full = fullOf(), by = who) =>
  endInterim(s.orderOf(...facts), ending, { full: s.orderOf(full), others: [] }, by);

describe('an interim order of which the application is not on record', () => {
  it('ends with the full order made on that application, which stands in its place', () => {
    const ended = end(withOrder);
    const order = s.orderOf(interim(), ...ended.interim) as MadeOrder;
    expect(order).toMatchObject({ over: { because: 'ceased', at: made, outcome: 'granted', fullOrderId: s.orderId } });
    expect(inForceAt(order, on('2026-11-11'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    expect(s.orderOf(fullOf(), ...ended.full)).toMatchObject({ replaces: s.interimId });
  });

  it('ends when its application was decided without an order here', () => {
    const { interim: facts, full } = end({ with: 'nothing', outcome: 'withdrawn', at: on('2026-10-01') });
    expect([s.orderOf(interim(), ...facts), full]).toMatchObject([
      { over: { because: 'ceased', outcome: 'withdrawn', at: on('2026-10-01') } },
      [],
    ]);
  });

  it.each([
    ['no day', { with: 'nothing', outcome: 'refused', at: null }, 'when-needed'],
    ['a day to come', { with: 'nothing', outcome: 'refused', at: on('2026-12-01') }, 'in-the-future'],
    ['a day before it was made', { with: 'nothing', outcome: 'refused', at: on('2026-09-01') }, 'before-made'],
    ['another order than the one that was found', { with: 'order', orderId: 'another' }, 'no-such-full-order'],
  ] as const)('is refused with %s', (_, ending, reason) => {
    expect(s.refusal(() => end(ending))).toBe(reason);
  });

  it('is refused to other forces, and of an order that is none or has ended', () => {
    const late: InterimEnding = { with: 'nothing', outcome: 'refused', at: on('2026-11-15') };
    expect(s.refusal(() => end(withOrder, [interim()], fullOf(), { ...who, force: '42' }))).toBe('not-your-order');
    expect(s.refusal(() => end(withOrder, [interim({ applicationId: s.applicationId })]))).toBe('not-an-interim-alone');
    expect(s.refusal(() => end(withOrder, [interim({ kind: 'spo' })]))).toBe('not-an-interim-alone');
    expect(s.refusal(() => end(withOrder, [interim(), ...end(withOrder).interim]))).toBe('not-an-interim-alone');
    expect(s.refusal(() => end(late, [interim({ end: until('2026-11-05') })]))).toBe('not-in-force');
    expect(s.refusal(() => end(withOrder, []))).toBe('no-such-order');
  });

  it.each([
    ['of another force', { force: '42' }],
    ['of another kind', { kind: 'restraining-conviction' }],
  ] as const)('ends with no order %s', (_, over) => {
    expect(s.refusal(() => end(withOrder, [interim()], fullOf(over)))).toBe('no-such-full-order');
  });
});
