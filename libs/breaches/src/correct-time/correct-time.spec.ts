import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#event-sourcing';
import { type OrderState, someTimeOn } from '#orders';
import { breaches } from '../domain/breach.js';
import type { BreachFact, Occurred } from '../domain/events.js';
import { allegation, arrested, breachReported, contactKept, given, now, of, outcome, sentAt, victim } from '../domain/example-facts.js';
import { made, order, orderMade, orderServed, orderVaried, version } from '../domain/example-orders.js';
import { correctTime, type TimeCorrection } from './correct-time.js';

const was = { on: '2026-06-08', until: '2026-06-08', at: sentAt };
const day = (on: string, until = on): Occurred => ({ on, until, at: null });
const details: Omit<TimeCorrection, 'occurred'> = {
  ...{ correctionId: 'k-1', reason: 'The telephone shows it', born: '1986-02-03' },
  flagId: (orderId) => `flag of ${orderId}`,
};
const reworded = orderVaried('o-1', someTimeOn('2026-06-05'), [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
const asVaried: Parameters<typeof breachReported>[0] = { allegations: [{ ...allegation, conditionVersionId: 'c-1-2' }] };
const when = (occurred: Occurred, orders: readonly OrderState[] = [order(orderMade('o-1'))], breach = given(breachReported())) =>
  outcome(() => correctTime(breach, orders, { ...details, occurred }, now));
const flags = (facts: ReturnType<typeof when>) =>
  typeof facts === 'string'
    ? facts
    : facts.flatMap((fact) => (fact.type === 'ReviewFlagged' ? [`${fact.data.because} ${fact.data.orderId}`] : []));

describe('correcting when it happened', () => {
  it('keeps what was recorded first beside it, with the reason, and moves no allegation', () => {
    const facts = when(day('2026-06-07'));
    expect(facts).toEqual([
      {
        type: 'TimeCorrected',
        data: { ...of, correctionId: 'k-1', was, occurred: day('2026-06-07'), awarenessToShow: true },
        personal: { reason: { about: ['p-1', victim], value: 'The telephone shows it' } },
      },
    ]);
    const after = given(breachReported(), ...(typeof facts === 'string' ? [] : facts));
    expect(after).toMatchObject({ occurred: day('2026-06-07'), allegations: [allegation], timesBefore: [{ correctionId: 'k-1', was }] });
  });

  it('flags an allegation whose wording was not, or may not have been, in force then, or whose order was not', () => {
    const varied = [order(orderMade('o-1'), reworded)];
    const alleged = given(breachReported(asVaried));
    expect(flags(when(day('2026-06-07'), varied, alleged))).toEqual([]);
    expect(flags(when(day('2026-06-04'), varied, alleged))).toEqual(['time-corrected o-1']);
    expect(flags(when(day('2026-06-05'), varied, alleged))).toEqual(['time-corrected o-1']);
    expect(flags(when(day('2026-06-04', '2026-06-06'), varied, alleged))).toEqual(['time-corrected o-1']);
    expect(flags(when(day('2026-05-13'), varied, alleged))).toEqual(['time-corrected o-1']);
    const withdrawn: BreachFact = { type: 'AllegationWithdrawn', data: { ...of, allegationId: 'a-1' } };
    expect(flags(when(day('2026-05-13'), varied, given(breachReported(asVaried), withdrawn)))).toEqual([]);
  });

  it('flags an order that turns out to have bound him then, alleged against or kept as contact', () => {
    const second = order(orderMade('o-2', { made: someTimeOn('2026-06-07'), end: { is: 'fixed', lastDay: '2026-06-07' } }));
    const both = [order(orderMade('o-1')), second];
    expect(flags(when(day('2026-06-07'), both))).toEqual(['in-force-after-all o-2']);
    expect(flags(when(day('2026-06-06'), both))).toEqual([]);
    expect(flags(when(day('2026-06-07'), [second], given(contactKept())))).toEqual(['in-force-after-all o-2']);
  });

  it('raises no second flag where one of the kind waits already', () => {
    const varied = [order(orderMade('o-1'), reworded)];
    const first = when(day('2026-06-04'), varied, given(breachReported(asVaried)));
    const after = given(breachReported(asVaried), ...(typeof first === 'string' ? [] : first));
    expect(flags(when(day('2026-06-03'), varied, after))).toEqual([]);
  });

  it('asks anew what shows that he knew', () => {
    const served = [order(orderMade('o-1'), orderServed('o-1', someTimeOn('2026-06-06')))];
    const shown = (facts: ReturnType<typeof when>) =>
      typeof facts === 'string' ? facts : facts.flatMap((fact) => (fact.type === 'TimeCorrected' ? [fact.data.awarenessToShow] : []));
    expect(shown(when(day('2026-06-07'), served))).toEqual([false]);
    expect(shown(when(day('2026-06-01'), served))).toEqual([true]);
    expect(shown(when(day('2026-05-13'), served))).toEqual([true]);
    expect(shown(when(day('2026-06-01'), served, given(contactKept())))).toEqual([false]);
  });

  it('refuses what changes nothing or cannot be', () => {
    expect(when(was)).toBe('as-recorded');
    expect(when(day('2026-06-09'))).toBe('reported-before-it-happened');
    expect(when(day('2026-06-09'), [], given(breachReported({ reportedAt: '2026-06-10T09:00:00.000Z' }), arrested))).toBe(
      'after-what-followed',
    );
    expect(when(day('1900-01-01'))).toBe('before-birth');
    expect(when(day('2026-06-07'), [], given())).toBe('not-reported');
    expect(made.on < '2026-06-07').toBe(true);
  });

  it('never moves what was pinned, whatever the time', () => {
    const days = fc.integer({ min: 1, max: 8 }).map((nth) => day(`2026-06-0${nth}`));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), (times) => {
        const facts = times.reduce<BreachFact[]>(
          (all, occurred) => {
            const next = when(occurred, [order(orderMade('o-1'), reworded)], fold(breaches, all));
            return typeof next === 'string' ? all : [...all, ...next];
          },
          [breachReported(asVaried)],
        );
        const before = given(breachReported(asVaried));
        expect(fold(breaches, facts).allegations).toEqual(before.allegations);
      }),
    );
  });
});
