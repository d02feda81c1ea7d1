import { describe, expect, it } from '@jest/globals';
import { madeFrom, weighed } from './weighing.js';
import * as s from './specimens.js';

const begins = {
  ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, protectedPersonIds: [s.protectedA] },
  kind: 'spo',
  origin: 'application',
  applicationId: s.applicationId,
} as const;
const other = s.orderOf(
  s.orderMade({ orderId: 'other', force: '42', applicationId: null, conditions: [s.version('bespoke', 1, { code: 'BESPOKE' })] }),
);
const orders = [other];
const weigh = (over: Parameters<typeof s.orderDraft>[0], goesOn: string | null, replaces: string | null = null) =>
  weighed(madeFrom({ ...begins, replaces }, s.orderDraft(over)), { orders, goesOn }, s.now);

describe('an order that may not fit beside another', () => {
  it('is refused until somebody says why it goes on', () => {
    expect(s.refusal(() => weigh({}, null))).toBe('conflict-unanswered');
    expect(s.refusal(() => weigh({}, '  '))).toBe('conflict-unanswered');
  });

  it('goes on with the reason, which names what was weighed and is sealed', () => {
    expect(weigh({}, ' The court was told ')).toEqual([
      {
        type: 'OrderConflictsWeighed',
        data: {
          ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, weighingId: s.orderId, of: 'order' },
          conflicts: [
            {
              why: 'read-together',
              beside: { orderId: 'other', force: '42' },
              versionIds: ['contact-v1'],
              theirVersionIds: ['bespoke-v1'],
            },
          ],
        },
        personal: { reason: { about: [s.perpetratorId, s.protectedA], value: 'The court was told' } },
      },
    ]);
  });

  it('is not weighed beside the order in whose place it comes, nor once it has ended itself', () => {
    expect(weigh({}, null, 'other')).toEqual([]);
    expect(weigh({ end: s.until('2026-06-30') }, null)).toEqual([]);
  });
});
