import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { entriesOf, entryKey } from '../domain/in-error.js';
import { notificationDuties, notifyBy } from '../domain/notification.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { correctOrder } from '../correct-order/correct-order.js';
import { inPlaceNow } from '../domain/in-its-place.js';

const { on, until } = s;
const granted = on('2026-11-10', '10:00');
const full = s.orderMade({ made: granted, end: until('2028-11-09') });
const replacing = s.orderMade({ made: granted, end: until('2028-11-09'), replaces: s.interimId });
const why = { correctionId: 'correction', reason: ' The court made no such renewal ' };
const keeper = { force: s.force, now: '2026-11-21T09:00:00.000Z' };

function interim(lastDay: string, ...facts: readonly OrderFact[]): MadeOrder {
  const made = s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-09-03'), end: until(lastDay) });
  return s.orderOf(made, ...facts) as MadeOrder;
}
const renewal = { ...s.orderRenewed(on('2026-11-04'), until('2026-12-31')) };
const struck = (order: MadeOrder, key: string): OrderFact[] =>
  recordInError(order, { errorId: 'error', of: { is: 'entry', key }, reason: why.reason }, keeper);
const told = (order: OrderFact, ...interims: readonly MadeOrder[]) => inPlaceNow(s.orderOf(order), interims, why);
const standsAfter = (order: OrderFact, ...interims: readonly MadeOrder[]) => s.orderOf(order, ...told(order, ...interims)) as MadeOrder;

describe('an interim order whose end is put right after the full order was made', () => {
  const renewed = interim('2026-11-05', renewal, s.interimCeased(granted));
  const ranOut = interim('2026-11-05', renewal, s.interimCeased(granted), ...struck(renewed, 'renewal:renewal-2026-11-04'));

  it('ended with its own last day where the renewal that carried it on was none', () => {
    expect(inForceAt(renewed, on('2026-11-08')).is).toBe('in-force');
    expect(inForceAt(renewed, on('2026-11-11'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    for (const day of ['2026-11-06', '2026-11-11']) {
      expect(inForceAt(ranOut, on(day))).toEqual({ is: 'not-in-force', because: 'ended' });
    }
  });

  it('leaves the full order in place of none, so that its service starts the first notification', () => {
    expect(notifyBy(s.orderOf(replacing) as MadeOrder, '2026-11-10')).toBeNull();
    expect(told(replacing, renewed)).toEqual([]);
    expect(told(replacing, ranOut)).toMatchObject([
      { type: 'OrderCorrected', data: { replaces: null, made: null }, personal: { reason: { value: 'The court made no such renewal' } } },
    ]);
    const order = standsAfter(replacing, ranOut);
    expect(notifyBy(order, '2026-11-10')).toBe('2026-11-12');
    expect(notificationDuties(order, '2026-11-21', ranOut)).toMatchObject([{ about: 'initial', state: 'not-served' }]);
  });

  it('is replaced by it where its last day proves to be a later one, and not when that is put right again', () => {
    const corrected = (order: MadeOrder, lastDay: string): OrderFact[] => {
      const correction = {
        correctionId: lastDay,
        court: null,
        made: null,
        end: until(lastDay),
        respondentPresent: null,
        reason: 'Keyed wrong',
      };
      return correctOrder(order, correction, { force: s.force, now: s.now, dateOfBirth: null });
    };
    const longer = [...corrected(interim('2026-11-05'), '2026-12-31'), s.interimCeased(granted)];
    const reaching = interim('2026-11-05', ...longer);
    expect(standsAfter(full, reaching)).toMatchObject({ replaces: s.interimId });
    const back = interim('2026-11-05', ...longer, ...corrected(reaching, '2026-11-05'));
    expect(inForceAt(back, on('2026-11-08'))).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(inForceAt(back, on('2026-11-12'))).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(standsAfter(replacing, back)).toMatchObject({ replaces: null });
    const again = interim('2026-11-05', ...longer, ...corrected(reaching, '2026-11-05'), ...corrected(back, '2026-12-31'));
    expect(inForceAt(again, on('2026-11-12'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    expect(standsAfter(full, again)).toMatchObject({ replaces: s.interimId });
  });

  it('leaves the full order in place of another that it ended, the later made of two', () => {
    const another = (orderId: string, ...facts: readonly OrderFact[]) =>
      s.orderOf(
        s.orderMade({
          orderId,
          kind: 'interim-spo',
          made: on(orderId === 'second' ? '2026-10-01' : '2026-09-20'),
          end: until('2026-12-31'),
        }),
        ...facts.map((fact) => ({ ...fact, data: { ...fact.data, orderId } }) as OrderFact),
      ) as MadeOrder;
    const [first, second] = [another('first', s.interimCeased(granted)), another('second', s.interimCeased(granted))];
    expect(told(replacing, ranOut, second, first)).toMatchObject([{ data: { replaces: 'second' } }]);
    expect(told(replacing, ranOut, another('stands'))).toMatchObject([{ data: { replaces: null } }]);
  });

  it('tells nothing to an order that should not be on record either', () => {
    const wrong = recordInError(s.orderOf(replacing), { errorId: 'e', of: { is: 'order', why: 'twice' }, reason: 'x' }, keeper);
    expect(inPlaceNow(s.orderOf(replacing, ...wrong), [ranOut], why)).toEqual([]);
    expect(inPlaceNow(s.orderOf(), [ranOut], why)).toEqual([]);
  });

  it('is in nobody’s place once it should never have been on record', () => {
    const wrong = recordInError(renewed, { errorId: 'e', of: { is: 'order', why: 'never-made' }, reason: 'x' }, keeper);
    expect(standsAfter(replacing, interim('2026-11-05', renewal, s.interimCeased(granted), ...wrong))).toMatchObject({ replaces: null });
  });
});

describe('what the full order replaces', () => {
  it('stays where anything else of it is corrected', () => {
    const [fact] = told(replacing, interim('2026-11-05')) as [Extract<OrderFact, { type: 'OrderCorrected' }>];
    const { replaces: _replaces, ...data } = fact.data;
    expect((s.orderOf(replacing, { ...fact, data }) as MadeOrder).replaces).toBe(s.interimId);
  });

  it('is an interim order of an application that is not on record, where that ended with it; that can be said to be in error', () => {
    const alone = (fullOrderId: string | null) => {
      const fact = s.interimCeased(granted) as Extract<OrderFact, { type: 'InterimOrderCeased' }>;
      return interim('2026-12-31', { ...fact, data: { ...fact.data, applicationId: null, fullOrderId } });
    };
    const recorded = s.orderMade({ made: granted, end: until('2028-11-09'), applicationId: null });
    expect(standsAfter(recorded, alone(s.orderId))).toMatchObject({ replaces: s.interimId });
    expect(told(recorded, alone('another'))).toEqual([]);
    expect(told(recorded, alone(null))).toEqual([]);
    expect(entriesOf(alone(s.orderId)).map(entryKey)).toEqual(['cessation']);
    expect(entriesOf(interim('2026-12-31', s.interimCeased(granted)))).toEqual([]);
  });
});
