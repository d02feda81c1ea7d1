import { describe, expect, it } from '@jest/globals';
import type { OrderFact } from '../domain/events.js';
import * as s from '../domain/specimens.js';
import { fileVariation } from '../file-variation/file-variation.js';
import { type DecisionDetails, decideVariation } from './decide-variation.js';

const { on } = s;
const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
const reworded = (number: number, variationId: string, at: ReturnType<typeof on>): OrderFact => ({
  type: 'OrderVaried',
  data: {
    ...{ ...of, variationId, court: s.maidstone, effective: at, onApplicationOf: 'respondent', end: null, respondentPresent: null },
    changes: [{ change: 'reworded', version: s.version('contact', number) }],
  },
  personal: s.wordsFor([s.version('contact', number)], 'You must not telephone A'),
});
/** An order of which a condition was worded anew on 3 July at 14:00, and a proposal to word it anew again that was begun on the 6th. */
const approved: readonly OrderFact[] = [
  s.orderMade(),
  reworded(2, 'others', on('2026-07-03', '14:00')),
  {
    type: 'VariationProposed',
    data: { ...of, proposalId: 'p1', asks: 'variation', because: 'other', by: 'author', on: '2026-07-06' },
    personal: undefined as never,
  },
  {
    type: 'ViewsConsulted',
    data: { ...of, proposalId: 'p1', protectedPersonId: s.protectedA, on: '2026-07-06', consultation: 'supports', told: 'not-told' },
  },
  {
    type: 'VariationDrafted',
    data: { ...of, proposalId: 'p1', by: 'author', end: null, changes: [{ change: 'reworded', version: s.version('contact', 3) }] },
    personal: s.wordsFor([s.version('contact', 3)], 'You must not write to A'),
  },
  { type: 'VariationApproved', data: { ...of, proposalId: 'p1', by: 'second' } },
];
const filedOn = (day: string, facts = approved) =>
  fileVariation(s.orderOf(...facts), { proposalId: 'p1', filedOn: day, court: s.maidstone, reference: null }, s.now);
const without = (facts: readonly OrderFact[]): OrderFact[] =>
  facts.map((fact) => {
    if (fact.type !== 'VariationProposed') return fact;
    const { on: _, ...data } = fact.data;
    return { ...fact, data };
  });

describe('filing a proposal', () => {
  it('is on no day before it was begun, nor before the words that it changes', () => {
    expect(s.refusal(() => filedOn('2026-07-05'))).toBe('before-begun');
    expect(filedOn('2026-07-06')[0]?.type).toBe('VariationFiled');
    expect(s.refusal(() => filedOn('2026-07-02', without(approved)))).toBe('before-the-words');
    expect(filedOn('2026-07-03', without(approved))[0]?.type).toBe('VariationFiled');
  });
});

describe('what the court granted of a proposal', () => {
  const filed: readonly OrderFact[] = [
    ...without(approved),
    { type: 'VariationFiled', data: { ...of, proposalId: 'p1', filedOn: '2026-07-01', court: s.maidstone } },
  ];
  const decision: Omit<DecisionDetails, 'at'> = {
    ...{ proposalId: 'p1', outcome: 'granted-as-asked', effective: null, court: s.maidstone },
    ...{ respondentPresent: false, changes: [], end: null, awaiting: null, because: null, note: null },
  };
  const granted = (at: DecisionDetails['at'], effective: DecisionDetails['effective'] = null) =>
    decideVariation(s.orderOf(...filed), { ...decision, at, effective }, s.now).map(({ type }) => type);

  it('never lies under words that began after it', () => {
    expect(s.refusal(() => granted(on('2026-07-02', '10:00')))).toBe('before-the-words');
    expect(s.refusal(() => granted(on('2026-07-03', '13:59')))).toBe('before-the-words');
  });

  it('binds nobody before the court decided it', () => {
    expect(s.refusal(() => granted(on('2026-07-20', '10:00'), on('2026-07-18', '10:00')))).toBe('before-the-decision');
    expect(s.refusal(() => granted(on('2026-07-20', '10:00'), on('2026-07-20', '09:59')))).toBe('before-the-decision');
    for (const effective of [on('2026-07-20', '10:00'), { on: '2026-07-20', at: null }, on('2026-08-01', '09:00')])
      expect(granted(on('2026-07-20', '10:00'), effective)).toEqual(['VariationDecided', 'OrderVaried']);
  });

  it('is recorded from when they began, and where nobody knows which came first that day', () => {
    for (const at of [on('2026-07-03', '14:01'), { on: '2026-07-03', at: null }, on('2026-07-20', '11:00')])
      expect(granted(at)).toEqual(['VariationDecided', 'OrderVaried']);
  });

  it('is recorded on any day where it is refused', () => {
    const details: DecisionDetails = { ...decision, outcome: 'refused', because: 'evidence', at: on('2026-07-02', '10:00') };
    expect(decideVariation(s.orderOf(...filed), details, s.now)).toHaveLength(1);
  });
});
