import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '#event-sourcing';
import { type OrderFact, someTimeOn } from '#orders';
import { breaches } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported, given, of } from '../domain/example-facts.js';
import { ofOrder, orderMade, orderQuashed, orderServed, orderVaried, version, words } from '../domain/example-orders.js';
import { causesIn, flagAffectedBreach } from './flag-affected-breaches.js';

const recordedAt = '2026-09-14T15:00:00.000Z';
const envelope = { by: 'u-1', force: '46', recordedAt, commandId: 'x', digest: 'x', correlationId: 'x' };
/** The flags that the fact raises on the breach, by their reason. */
const when = (fact: OrderFact, ...facts: readonly BreachFact[]) =>
  causesIn({ fact, envelope }).flatMap((cause) => flagAffectedBreach(given(...facts), cause, `f-${cause.because}`));
const reasons = (...args: Parameters<typeof when>) =>
  when(...args).map((fact) => (fact.type === 'ReviewFlagged' ? fact.data.because : fact.type));
const reworded = (on: string, at: string | null = null) =>
  orderVaried('o-1', { on, at }, [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
const ended = (type: 'OrderDischarged', on: string): OrderFact => ({
  type,
  data: { ...ofOrder('o-1'), court: { type: 'crown', name: 'Testville' }, at: someTimeOn(on), onApplicationOf: 'respondent' },
});
const ceased = (on: string): OrderFact => ({
  type: 'InterimOrderCeased',
  data: { ...ofOrder('o-1'), applicationId: 'app-1', at: someTimeOn(on), outcome: 'refused' },
});
const wordsCorrected: OrderFact = {
  type: 'ConditionCorrected',
  data: { ...ofOrder('o-1'), correctionId: 'k-1', version: version('c-1', 'c-1-1') },
  personal: { reason: { about: ['p-1'], value: 'Misread' }, 'words:c-1-1': words },
};
const orderCorrected: OrderFact = {
  type: 'OrderCorrected',
  data: { ...ofOrder('o-1'), correctionId: 'k-2', court: null, made: someTimeOn('2026-05-15'), end: null, respondentPresent: null },
  personal: { reason: { about: ['p-1'], value: 'Misread' } },
};

describe('a change under a breach', () => {
  it('flags it when the order is quashed', () => {
    expect(when(orderQuashed('o-1', someTimeOn('2026-09-14')), breachReported())).toEqual([
      { type: 'ReviewFlagged', data: { ...of, flagId: 'f-order-quashed', because: 'order-quashed', orderId: 'o-1', at: recordedAt } },
    ]);
    expect(reasons(orderQuashed('o-2', someTimeOn('2026-09-14')), breachReported())).toEqual([]);
  });

  it('flags it when the order or the wording was keyed wrongly, and not for the wording of another condition', () => {
    expect(reasons(orderCorrected, breachReported())).toEqual(['order-corrected']);
    expect(when(orderCorrected, breachReported())).toMatchObject([{ data: { correctionId: 'k-2' } }]);
    const flagged = given(breachReported(), ...when(orderCorrected, breachReported()));
    expect(flagged.flags).toMatchObject([{ because: 'order-corrected', correctionId: 'k-2', review: null }]);
    expect(reasons(wordsCorrected, breachReported())).toEqual(['wording-corrected']);
    expect(reasons(wordsCorrected, breachReported({ allegations: [{ ...allegation, conditionVersionId: 'c-1-2' }] }))).toEqual([]);
  });

  it('flags for what the order replaces only what is alleged of the duty to notify', () => {
    const replaces: OrderFact = { ...orderCorrected, data: { ...orderCorrected.data, made: null, replaces: 'o-9' } };
    const duty = { ...allegation, conditionId: null, conditionVersionId: null };
    expect(reasons(replaces, breachReported())).toEqual([]);
    expect(reasons(replaces, breachReported({ allegations: [duty] }))).toEqual(['order-corrected']);
  });

  it('flags it when something of the order, or the order, was recorded in error', () => {
    const error = { ...ofOrder('o-1'), errorId: 'e-1', at: recordedAt };
    const personal = { reason: { about: ['p-1'], value: 'Of another man' } };
    const entry: OrderFact = { type: 'EntryRecordedInError', data: { ...error, entry: { is: 'service', id: 's-1' }, was: null }, personal };
    const whole: OrderFact = { type: 'OrderRecordedInError', data: { ...error, why: 'wrong-person' }, personal };
    expect([reasons(entry, breachReported()), reasons(whole, breachReported())]).toEqual([['order-corrected'], ['order-in-error']]);
  });

  it.each(['attempt', 'consent', 'appeal', 'proposal-result'] as const)('flags nothing when %s was recorded in error', (is) => {
    const data = { ...ofOrder('o-1'), errorId: 'e-1', at: recordedAt, entry: { is, id: 'x-1' }, was: null };
    const entry: OrderFact = { type: 'EntryRecordedInError', data, personal: { reason: { about: ['p-1'], value: 'Of another man' } } };
    expect(reasons(entry, breachReported())).toEqual([]);
  });

  it('flags it when a variation turns out to have had effect before it', () => {
    expect(reasons(reworded('2026-06-07'), breachReported())).toEqual(['earlier-variation']);
    expect(reasons(reworded('2026-06-08'), breachReported())).toEqual(['earlier-variation']);
    expect(reasons(reworded('2026-06-08', '2026-06-08T17:05:00.001Z'), breachReported())).toEqual([]);
    expect(reasons(reworded('2026-06-09'), breachReported())).toEqual([]);
    expect(reasons(reworded('2026-06-07'), breachReported({ allegations: [{ ...allegation, conditionVersionId: 'c-1-2' }] }))).toEqual([]);
    expect(reasons(orderVaried('o-1', someTimeOn('2026-06-01'), [{ change: 'removed', conditionId: 'c-1' }]), breachReported())).toEqual([
      'earlier-variation',
    ]);
    expect(
      reasons(orderVaried('o-1', someTimeOn('2026-06-01'), [{ change: 'added', version: version('c-2', 'c-2-1') }]), breachReported()),
    ).toEqual([]);
  });

  it('flags it when the order turns out to have ended before it', () => {
    expect(reasons(ended('OrderDischarged', '2026-06-01'), breachReported())).toEqual(['earlier-end']);
    expect(reasons(ceased('2026-06-01'), breachReported())).toEqual(['earlier-end']);
    expect(reasons(ceased('2026-06-09'), breachReported())).toEqual([]);
    const shortened = orderVaried('o-1', someTimeOn('2026-06-01'), [], { is: 'fixed', lastDay: '2026-06-07' });
    expect(reasons(shortened, breachReported())).toEqual(['earlier-end']);
  });

  it('does nothing when it is served, or for an allegation that was withdrawn, and once only', () => {
    expect(reasons(orderServed('o-1', someTimeOn('2026-06-10')), breachReported())).toEqual([]);
    expect(reasons(orderMade('o-1'), breachReported())).toEqual([]);
    const withdrawn: BreachFact = {
      type: 'AllegationWithdrawn',
      data: { ...of, allegationId: 'a-1' },
      personal: { reason: { about: ['p-1'], value: '' } },
    };
    const quashed = orderQuashed('o-1', someTimeOn('2026-09-14'));
    expect(reasons(quashed, breachReported(), withdrawn)).toEqual([]);
    expect(reasons(quashed, breachReported(), ...when(quashed, breachReported()))).toEqual([]);
  });

  it('never moves what was pinned, whatever is recorded later', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`);
    const later = fc.oneof(
      days.map((on) => reworded(on)),
      days.map((on) => orderQuashed('o-1', someTimeOn(on))),
      days.map(ceased),
      fc.constant(wordsCorrected),
      fc.constant(orderCorrected),
    );
    fc.assert(
      fc.property(fc.array(later, { maxLength: 8 }), (changes) => {
        const report = breachReported();
        const before = given(report);
        const after = changes.reduce<BreachFact[]>((facts, change) => [...facts, ...when(change, ...facts)], [report]);
        expect({ ...fold(breaches, after), flags: [] }).toEqual(before);
      }),
    );
  });
});
