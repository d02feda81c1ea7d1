import { describe, expect, it } from '@jest/globals';
import { inForceAt } from '../domain/in-force.js';
import { notifyBy } from '../domain/notification.js';
import { orders, type MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { ANOTHER, ceasedAlone, interimDecidedWith, nothingOpen, type OpenMatters } from '../domain/made-on.js';
import { recordOrder } from './record-order.js';

const { on, until } = s;
const made = on('2026-11-10', '10:00');
const draft = s.orderDraft({ made, end: until('2028-11-09') });
const interimOf = (over: Parameters<typeof s.orderMade>[0] = {}) =>
  s.orderOf(
    s.orderMade({
      ...{ orderId: s.interimId, kind: 'interim-spo', applicationId: null, made: on('2026-09-03'), end: until('2026-12-31') },
      ...over,
    }),
  ) as MadeOrder;
const waiting = s.applicationOf(s.applicationFiled());
const asks = (open: Partial<OpenMatters>, over: Partial<Parameters<typeof interimDecidedWith>[0]> = {}) =>
  interimDecidedWith({ kind: 'spo', origin: 'application', force: s.force, draft, ...over }, { ...nothingOpen, ...open });
const refused = (...asked: Parameters<typeof asks>) => s.refusal(() => asks(...asked));

describe('an order recorded without its application', () => {
  it('is asked for it where an interim order recorded so is in force', () => {
    expect(asks({})).toBeNull();
    expect(refused({ interims: [interimOf()] })).toBe('which-application');
    expect(refused({ interims: [interimOf()] }, { madeOn: 'another order' })).toBe('which-application');
    expect(asks({ interims: [interimOf()] }, { madeOn: ANOTHER })).toBeNull();
    expect(asks({ interims: [interimOf()] }, { madeOn: s.interimId })).toMatchObject({
      interim: { orderId: s.interimId },
      isReplaced: true,
    });
  });

  it.each([
    ['an interim order of another force', { force: '42' }],
    ['an interim order made later', { made: on('2026-11-11') }],
    ['an interim order with its application here', { applicationId: s.applicationId }],
    ['a full order', { kind: 'spo' }],
  ] as const)('is asked for nothing beside %s', (_, over) => {
    expect(asks({ interims: [interimOf(over)] })).toBeNull();
  });

  it('is asked for nothing beside one that ran out, which may be named and is not replaced', () => {
    const ranOut = interimOf({ end: until('2026-11-05') });
    expect(asks({ interims: [ranOut] })).toBeNull();
    expect(asks({ interims: [ranOut] }, { madeOn: s.interimId })).toMatchObject({ isReplaced: false });
  });

  it('is not asked where no application led to it, nor where it is of another kind', () => {
    expect(asks({ interims: [interimOf()] }, { origin: 'conviction' })).toBeNull();
    expect(asks({ interims: [interimOf()] }, { kind: 'restraining-conviction' })).toBeNull();
    expect(asks({ interims: [interimOf()] }, { kind: 'interim-spo' })).toBeNull();
  });

  it('is recorded on the application of the force where that waits', () => {
    for (const kind of ['spo', 'interim-spo'] as const) {
      expect(refused({ applications: [waiting] }, { kind })).toBe('which-application');
      expect(refused({ applications: [waiting] }, { kind, madeOn: s.applicationId })).toBe('record-on-application');
      expect(asks({ applications: [waiting] }, { kind, madeOn: ANOTHER })).toBeNull();
      expect(asks({ applications: [waiting] }, { kind, force: '42' })).toBeNull();
      expect(asks({ applications: [waiting] }, { kind, draft: s.orderDraft({ made: on('2026-03-09') }) })).toBeNull();
    }
  });

  it('ends the interim order and stands in its place, so that no first notification is asked again', () => {
    const interim = interimOf();
    const details = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, kind: 'spo', origin: 'application' } as const;
    const facts = recordOrder(
      s.orderOf(),
      { ...details, protectedPersonIds: [s.protectedA], dateOfBirth: null, draft },
      s.now,
      undefined,
      interim,
    );
    const full = s.orderOf(...facts) as MadeOrder;
    expect([full.replaces, notifyBy(full, '2026-11-10')]).toEqual([s.interimId, null]);
    const over = orders.evolve(interim, ceasedAlone(interim, { at: made, outcome: 'granted', fullOrderId: s.orderId }));
    expect(inForceAt(over, on('2026-11-09')).is).toBe('in-force');
    expect(inForceAt(over, on('2026-11-11'))).toEqual({ is: 'not-in-force', because: 'ceased' });
  });
});
