import { describe, expect, it } from '@jest/globals';
import { approveVariation } from '../approve-variation/approve-variation.js';
import { consultViews } from '../consult-views/consult-views.js';
import { type DecisionDetails, decideVariation } from '../decide-variation/decide-variation.js';
import { appealableOf } from '../domain/appeals.js';
import type { OrderFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import { errorsOf, isInError } from '../domain/in-error.js';
import { askedByPolice, kindRule, orderKinds } from '../domain/kinds/index.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { stepsOf } from '../domain/variation.js';
import { draftVariation } from '../draft-variation/draft-variation.js';
import { fileVariation } from '../file-variation/file-variation.js';
import { giveDischargeConsent } from '../give-discharge-consent/give-discharge-consent.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { proposeVariation } from './propose-variation.js';

const { on } = s;
const now = on('2026-07-01', '09:00');
const made = s.orderMade();
const orderAfter = (facts: readonly OrderFact[]) => s.orderOf(...facts) as MadeOrder;
const propose = (facts: readonly OrderFact[], at = now) =>
  proposeVariation(
    s.orderOf(...facts),
    { proposalId: 'p1', asks: 'discharge', because: 'no-longer-necessary', reason: 'He moved abroad', by: 'author' },
    at,
  );
const draft = { proposalId: 'p1', changes: [], end: null, by: 'author' };
/** Proposed, with the views of everybody it protects, drafted and approved. */
function approved(...begin: readonly OrderFact[]): OrderFact[] {
  const facts = [...begin, ...propose(begin)];
  const views = { proposalId: 'p1', on: '2026-07-01', consultation: 'supports', told: 'told-safely', words: null } as const;
  for (const protectedPersonId of orderAfter(facts).protectedPersonIds)
    facts.push(...consultViews(s.orderOf(...facts), { ...views, protectedPersonId }, '2026-07-01'));
  facts.push(...draftVariation(s.orderOf(...facts), draft, now));
  facts.push(...approveVariation(s.orderOf(...facts), { proposalId: 'p1', of: 1, decision: 'approve', note: null, by: 'second' }));
  return facts;
}
const consent = (by: 'respondent' | 'applying-chief-officer', day = '2026-07-01'): OrderFact[] =>
  giveDischargeConsent(s.orderOf(made), { consentId: by, by, on: day }, s.now);
const both = [...consent('respondent'), ...consent('applying-chief-officer')];
const file = (facts: readonly OrderFact[], filedOn = '2026-07-02', at = s.now, withoutConsent = false) =>
  fileVariation(s.orderOf(...facts), { proposalId: 'p1', filedOn, court: s.maidstone, reference: null, withoutConsent }, at);
const decision: DecisionDetails = {
  ...{ proposalId: 'p1', outcome: 'granted-as-asked', at: on('2026-07-20', '11:00'), effective: null, court: s.maidstone },
  ...{ respondentPresent: null, changes: [], end: null, awaiting: null, because: null, note: null },
};
const decide = (facts: readonly OrderFact[], over: Partial<DecisionDetails> = {}) =>
  decideVariation(s.orderOf(...facts), { ...decision, ...over }, s.now);
const filed = (): OrderFact[] => {
  const facts = [...approved(made), ...both];
  return [...facts, ...file(facts)];
};
const granted = (): OrderFact[] => [...filed(), ...decide(filed())];
const wrong = (facts: readonly OrderFact[], key: string): OrderFact[] => [
  ...facts,
  ...recordInError(
    s.orderOf(...facts),
    { errorId: `e of ${key}`, of: { is: 'entry', key }, reason: 'Of another order' },
    { force: s.force, now: '2026-08-01T09:00:00.000Z' },
  ),
];

describe('a discharge in four steps', () => {
  it('is asked of a court by the police under the kinds whose law lets them', () => {
    const kinds = orderKinds.filter((kind) => askedByPolice(kindRule(kind)).includes('discharge'));
    expect(kinds).toEqual(['spo', 'interim-spo', 'dapo', 'other']);
    for (const kind of orderKinds.filter((one) => !kinds.includes(one))) {
      const order = s.orderMade({ kind });
      expect([kind, s.refusal(() => propose([order]))]).toEqual([kind, 'no-standing']);
    }
  });

  it('needs an order in force, and none proposed already', () => {
    expect(s.refusal(() => propose([made, ...propose([made])]))).toBe('proposed-already');
    expect(s.refusal(() => propose([made], on('2028-05-14')))).toBe('not-in-force');
    expect(s.refusal(() => propose([made, s.orderDischarged(on('2026-06-01'))]))).toBe('order-over');
  });

  it('ends the order whole: it drafts no clause and no end', () => {
    const begun = s.orderOf(made, ...propose([made]));
    expect(s.refusal(() => draftVariation(begun, { ...draft, end: s.until('2030-05-13') }, now))).toBe('discharge-ends-all');
    const changes = [{ change: 'removed', conditionId: 'contact' }] as const;
    expect(s.refusal(() => draftVariation(begun, { ...draft, changes }, now))).toBe('discharge-ends-all');
    expect(s.refusal(() => draftVariation(begun, draft, on('2028-06-01')))).toBe('not-in-force');
    const order = orderAfter(approved(made));
    expect(stepsOf(order.proposals[0]!, order.protectedPersonIds)).toMatchObject({ changes: 'done', approval: 'done', filing: 'to-do' });
    expect(s.refusal(() => decide(filed(), { outcome: 'granted-with-changes' }))).toBe('discharge-ends-all');
  });

  it('is filed within two years of the making with the consents unless somebody says otherwise, and afterwards without', () => {
    for (const given of [[], consent('respondent'), consent('applying-chief-officer')])
      expect(s.refusal(() => file([...approved(made), ...given]))).toBe('consents-missing');
    expect(s.refusal(() => file([...approved(made), ...consent('respondent', '2026-07-03'), ...consent('applying-chief-officer')]))).toBe(
      'consents-missing',
    );
    expect(file([...approved(made), ...both])[0]?.type).toBe('VariationFiled');
    const open = s.orderMade({ end: { is: 'until-further-order' } });
    const late = (day: string) => file(approved(open), day, on('2029-01-01'));
    expect(s.refusal(() => late('2028-05-13'))).toBe('consents-missing');
    expect(late('2028-05-14')[0]?.type).toBe('VariationFiled');
    // An interim order knows no such bar.
    expect(file(approved(s.orderMade({ kind: 'interim-spo' })))[0]?.type).toBe('VariationFiled');
  });

  it('is filed without them where somebody says so, since the Act binds the court, which then does not grant it before they are recorded', () => {
    const before = approved(made);
    const without = [...before, ...file(before, '2026-07-02', s.now, true)];
    expect(without.at(-1)?.type).toBe('VariationFiled');
    expect(s.refusal(() => decide(without))).toBe('consents-missing');
    expect(decide(without, { outcome: 'refused', because: 'still-necessary' })).toHaveLength(1);
    expect(decide([...without, ...both]).at(-1)?.type).toBe('OrderDischarged');
    expect(decide(without, { withoutConsent: true }).at(-1)?.data).toMatchObject({
      proposalId: 'p1',
      withoutConsent: ['respondent', 'applying-chief-officer'],
    });
  });

  it('granted, ends the order at that instant, as a discharge that others obtained', () => {
    const order = orderAfter(granted());
    expect(granted().slice(-2)).toMatchObject([
      { type: 'VariationDecided', data: { outcome: 'granted-as-asked' } },
      { type: 'OrderDischarged', data: { onApplicationOf: 'chief-officer', proposalId: 'p1' } },
    ]);
    const isAt = (time: string) => inForceAt(order, on('2026-07-20', time)).is;
    expect([isAt('10:59'), isAt('11:00')]).toEqual(['in-force', 'not-in-force']);
    expect(appealableOf(order).map(({ against, by }) => [against.decision, by])).toContainEqual(['discharge', ['respondent']]);
  });

  it('is not granted without the consents that were recorded when it was filed', () => {
    const without = wrong(filed(), 'consent:respondent');
    expect(s.refusal(() => decide(without))).toBe('consents-missing');
  });

  it('refused, can be appealed by a chief officer, and the order stands; withdrawn, nothing can', () => {
    const refused = orderAfter([...filed(), ...decide(filed(), { outcome: 'refused', because: 'still-necessary' })]);
    const against = { decision: 'refusal', of: 'discharge', proposalId: 'p1' };
    expect(appealableOf(refused)).toContainEqual(expect.objectContaining({ against, by: ['chief-officer'] }));
    expect(inForceAt(refused, s.now).is).toBe('in-force');
    const withdrawn = orderAfter([...filed(), ...decide(filed(), { outcome: 'withdrawn', because: 'circumstances-changed' })]);
    expect(appealableOf(withdrawn)).not.toContainEqual(expect.objectContaining({ against }));
    expect(withdrawn.is).toBe('standing');
  });

  it('is to be decided anew once the discharge was recorded in error, and shows so', () => {
    const facts = wrong(granted(), 'discharge:p1');
    const order = orderAfter(facts);
    expect([order.is, order.proposals[0]?.decided]).toEqual(['standing', null]);
    const inError = granted().filter((fact) => isInError(order, fact, '2026-07-20T12:00:00.000Z'));
    expect(inError.map(({ type }) => type)).toEqual(['VariationDecided', 'OrderDischarged']);
    expect(errorsOf(order, 'p1')).toMatchObject([{ was: '2026-07-20' }]);
    expect(orderAfter([...facts, ...decide(facts, { at: on('2026-07-21', '10:00') })]).is).toBe('over');
    expect(orderAfter([...facts, ...decide(facts, { outcome: 'refused', because: 'evidence' })]).is).toBe('standing');
  });

  it('that others obtained is taken back without touching what the force asked', () => {
    const others = s.orderDischarged(on('2026-07-10'));
    const facts = wrong([...filed(), others], 'discharge');
    expect(orderAfter(facts)).toMatchObject({ is: 'standing', proposals: [{ decided: null, filed: { on: '2026-07-02' } }] });
  });
});
