import { describe, expect, it } from '@jest/globals';
import type { ApplicationFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { notifyBy } from '../domain/notification.js';
import { orders, type MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { ANOTHER, ceasedAlone, fullDecidedWith, interimDecidedWith, nothingOpen, type OpenMatters } from '../domain/made-on.js';
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

  describe('after the interim order was said to have ended as its application was granted', () => {
    const granted = (at = made) =>
      orders.evolve(interimOf(), ceasedAlone(interimOf(), { at, outcome: 'granted', fullOrderId: null })) as MadeOrder;

    it('is asked for it where that was on the day it was made, and may be told it where it was on another', () => {
      expect(refused({ interims: [granted()] })).toBe('which-application');
      expect(asks({ interims: [granted(on('2026-11-08'))] })).toBeNull();
      expect(asks({ interims: [granted(on('2026-11-08'))] }, { madeOn: s.interimId })).toMatchObject({ isReplaced: true });
      expect(asks({ interims: [granted()] }, { kind: 'interim-spo' })).toBeNull();
    });

    it('takes the place of what was said before, which then cannot be said again', () => {
      const named = orders.evolve(
        granted(on('2026-11-08')),
        ceasedAlone(interimOf(), { at: made, outcome: 'granted', fullOrderId: s.orderId }),
      );
      expect(named).toMatchObject({ endings: [{ fullOrderId: s.orderId }], over: { at: made, fullOrderId: s.orderId } });
      expect(asks({ interims: [named] })).toBeNull();
      expect(refused({ interims: [named] }, { madeOn: s.interimId })).toBe('which-application');
    });
  });

  describe('an interim order keyed late', () => {
    const full = s.orderOf(s.orderMade({ made, end: until('2028-11-09'), applicationId: null })) as MadeOrder;
    const late = (over: Partial<Parameters<typeof interimDecidedWith>[0]> = {}): Parameters<typeof interimDecidedWith>[0] => ({
      kind: 'interim-spo',
      origin: 'application',
      ...{ force: s.force, madeOn: null },
      ...{ draft: s.orderDraft({ made: on('2026-09-03'), end: until('2026-12-31') }) },
      ...over,
    });
    const open = { ...nothingOpen, fulls: [full] };

    it('is asked whether it ended with a full order made after it, which it reached', () => {
      expect(s.refusal(() => interimDecidedWith(late(), open))).toBe('which-application');
      expect([interimDecidedWith(late({ madeOn: ANOTHER }), open), fullDecidedWith(late({ madeOn: ANOTHER }), open)]).toEqual([null, null]);
      expect(fullDecidedWith(late({ madeOn: s.orderId }), open)).toBe(full);
      expect(interimDecidedWith(late({ draft: s.orderDraft({ made: on('2026-09-03'), end: until('2026-11-05') }) }), open)).toBeNull();
      expect(interimDecidedWith(late({ draft: s.orderDraft({ made: on('2026-11-11'), end: until('2026-12-31') }) }), open)).toBeNull();
    });

    it('is recorded on the application that was decided after it', () => {
      const filed = s.applicationFiled();
      const refusedThen: ApplicationFact = {
        type: 'ApplicationDetermined',
        data: {
          ...{ applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force, outcome: 'refused', at: made },
          ...{ court: s.maidstone, contested: null, orderId: null, reason: 'not-necessary' },
        },
      };
      const decided = { ...nothingOpen, applications: [s.applicationOf(filed, refusedThen)] };
      expect(s.refusal(() => interimDecidedWith(late(), decided))).toBe('which-application');
      expect(s.refusal(() => interimDecidedWith(late({ madeOn: s.applicationId }), decided))).toBe('record-on-application');
      expect(interimDecidedWith(late({ draft: s.orderDraft({ made: on('2026-11-11'), end: until('2026-12-31') }) }), decided)).toBeNull();
      expect(interimDecidedWith({ ...late(), kind: 'spo' }, decided)).toBeNull();
    });
  });
});
