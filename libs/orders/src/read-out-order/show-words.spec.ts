import { describe, expect, it } from '@jest/globals';
import * as s from '../domain/specimens.js';
import { type Showing, showWords } from './show-words.js';

const { on } = s;
const atTheDoor: Showing = { showingId: 'shown-1', toForce: '42', why: 'at-the-door', reason: null };
const varied = s.orderVaried('v1', on('2026-05-20', '14:00'), {
  changes: [{ change: 'added', version: s.version('area', 1, { number: 3 }) }],
});
const served = s.orderServed(on('2026-05-15', '09:30'));
const show = (order: ReturnType<typeof s.orderOf>, over: Partial<Showing> = {}) =>
  showWords(order, { ...atTheDoor, ...over }, on('2026-06-01'));

describe('showing the words of the court to another force', () => {
  it('is recorded with the reason, while they wait to be read to the respondent', () => {
    const { orderId, perpetratorId, force } = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
    const data = { orderId, perpetratorId, force, showingId: 'shown-1', toForce: '42', why: 'at-the-door' };
    expect(show(s.orderOf(s.orderMade()))).toEqual([{ type: 'CourtWordsShown', data }]);
    expect(show(s.orderOf(s.orderMade(), served, varied))).toHaveLength(1);
    // The duty to notify begins with service, also for who was in court.
    expect(show(s.orderOf(s.orderMade({ respondentPresent: true })))).toHaveLength(1);
    expect(show(s.orderOf(s.orderMade()), { why: 'other', reason: 'In custody here' })).toMatchObject([
      { data: { why: 'other' }, personal: { reason: { value: 'In custody here' } } },
    ]);
  });

  it.each([
    ['an order that was served', s.orderOf(s.orderMade(), served), {}, 'served-already'],
    ['an order that is over', s.orderOf(s.orderMade(), s.orderQuashed(on('2026-05-20'))), {}, 'served-already'],
    [
      'an order made in his presence that needs no service',
      s.orderOf(s.orderMade({ kind: 'restraining-conviction', respondentPresent: true })),
      {},
      'served-already',
    ],
    [
      'a variation made in his presence',
      s.orderOf(s.orderMade(), served, { ...varied, data: { ...varied.data, respondentPresent: true } } as typeof varied),
      {},
      'served-already',
    ],
    ['another reason that nobody says', s.orderOf(s.orderMade()), { why: 'other' }, 'no-reason'],
  ] as const)('is refused for %s', (_, order, over, reason) => {
    expect(s.refusal(() => show(order, over))).toBe(reason);
  });
});
