import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import { errorsOf, isInError } from '../domain/in-error.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { stepsOf } from '../domain/variation.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { type DecisionDetails, decideVariation } from './decide-variation.js';

const { on } = s;
const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'p1' };
/** What was filed: other words of the condition, or a later end. */
const filed = (asks: 'variation' | 'renewal'): OrderFact[] => [
  s.orderMade(),
  { type: 'VariationProposed', data: { ...of, asks, because: 'other', by: 'author' }, personal: undefined as never },
  {
    type: 'ViewsConsulted',
    data: { ...of, protectedPersonId: s.protectedA, on: '2026-07-01', consultation: 'supports', told: 'not-told' },
  },
  {
    type: 'VariationDrafted',
    data: {
      ...{ ...of, by: 'author', end: asks === 'renewal' ? s.until('2030-05-13') : null },
      changes: asks === 'renewal' ? [] : [{ change: 'reworded', version: s.version('contact', 2) }],
    },
    personal: s.wordsFor([s.version('contact', 2)], 'You must not write to A'),
  },
  { type: 'VariationApproved', data: { ...of, by: 'second' } },
  { type: 'VariationFiled', data: { ...of, filedOn: '2026-07-02', court: s.maidstone } },
];
const decision: DecisionDetails = {
  ...{ proposalId: 'p1', outcome: 'granted-as-asked', at: on('2026-07-20', '11:00'), effective: null, court: s.maidstone },
  ...{ respondentPresent: false, changes: [], end: null, awaiting: null, because: null, note: null },
};
const decided = (facts: readonly OrderFact[], over: Partial<DecisionDetails> = {}): OrderFact[] => [
  ...facts,
  ...decideVariation(s.orderOf(...facts), { ...decision, ...over }, s.now),
];
const wrong = (facts: readonly OrderFact[], key: string): OrderFact[] => [
  ...facts,
  ...recordInError(
    s.orderOf(...facts),
    { errorId: `e of ${key}`, of: { is: 'entry', key }, reason: 'Of another order' },
    { force: s.force, now: '2026-08-01T09:00:00.000Z' },
  ),
];
const orderAfter = (facts: readonly OrderFact[]) => s.orderOf(...facts) as MadeOrder;
const outcomeAfter = (facts: readonly OrderFact[]) => orderAfter(facts).proposals[0]?.decided?.outcome ?? null;
const refused = { outcome: 'refused', because: 'evidence' } as const;

describe('what became of a proposal, once that was recorded in error', () => {
  const granted = decided(filed('variation'));
  const undone = wrong(granted, 'variation:p1');

  it('is to be decided anew, where the variation that came of it was none', () => {
    const order = orderAfter(undone);
    expect([stepsOf(order.proposals[0]!, order.protectedPersonIds).result, order.variations]).toEqual(['to-do', []]);
    expect(outcomeAfter(decided(undone))).toBe('granted-as-asked');
    expect(outcomeAfter(decided(undone, refused))).toBe('refused');
    expect(outcomeAfter(decided(undone, { outcome: 'withdrawn', because: 'procedural' }))).toBe('withdrawn');
  });

  it('shows as recorded in error with its variation, and what is recorded anew does not', () => {
    const order = orderAfter(undone);
    const inError = (at: string) => granted.filter((fact) => isInError(order, fact, at)).map(({ type }) => type);
    expect(inError('2026-07-20T12:00:00.000Z')).toEqual(['VariationDecided', 'OrderVaried']);
    expect(inError('2026-08-01T09:00:00.001Z')).toEqual([]);
    expect(errorsOf(order, 'p1')).toMatchObject([{ was: '2026-07-20' }]);
    expect(errorsOf(order, 'p2')).toEqual([]);
  });

  it('is to be decided anew where the renewal was none', () => {
    const renewed = decided(filed('renewal'));
    const order = orderAfter(wrong(renewed, 'renewal:p1'));
    expect([order.renewals, order.ends]).toMatchObject([[], [{ by: 'order' }]]);
    expect(decided(wrong(renewed, 'renewal:p1')).map(({ type }) => type)).toEqual([
      ...[...renewed, { type: 'EntryRecordedInError' }].map(({ type }) => type),
      ...['VariationDecided', 'OrderRenewed'],
    ]);
  });

  it('is taken back by itself where it was refused, unless somebody appealed', () => {
    const facts = decided(filed('variation'), refused);
    expect(outcomeAfter(wrong(facts, 'proposal-result:p1'))).toBeNull();
    expect(isInError(orderAfter(wrong(facts, 'proposal-result:p1')), facts.at(-1)!, '2026-07-20T12:00:00.000Z')).toBe(true);
    expect(s.refusal(() => wrong(granted, 'proposal-result:p1'))).toBe('no-such-entry');
    const { proposalId, ...ofOrder } = of;
    const appealed: OrderFact = {
      type: 'AppealLodged',
      data: {
        ...{ ...ofOrder, appealId: 'a1', on: '2026-07-21', by: 'chief-officer' },
        against: { decision: 'refusal', of: 'variation', proposalId },
      },
    };
    expect(s.refusal(() => wrong([...facts, appealed], 'proposal-result:p1'))).toBe('no-such-entry');
  });
});
