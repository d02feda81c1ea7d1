import { describe, expect, it } from '@jest/globals';
import { causesIn, flagAffectedBreach } from '../flag-affected-breaches/flag-affected-breaches.js';
import { correctTime } from '../correct-time/correct-time.js';
import { type OrderFact, someTimeOn } from '#orders';
import { type Alleging, alleging, flagsOf } from './alleging.js';
import type { BreachFact, Occurred } from './events.js';
import { allegation, breachReported, given, now, of } from './example-facts.js';
import { ofOrder, order, orderMade, orderVaried, version } from './example-orders.js';

const court = { type: 'crown', name: 'Testville' } as const;
const lodged: OrderFact = {
  type: 'AppealLodged',
  data: { ...ofOrder('o-1'), appealId: 'ap-1', on: '2026-06-01', by: 'respondent', against: { decision: 'making' } },
};
const decided = (result: 'varied' | 'confirmed' = 'varied'): OrderFact => ({
  type: 'AppealDetermined',
  data: { ...ofOrder('o-1'), appealId: 'ap-1', court, at: someTimeOn('2026-06-05'), outcome: 'allowed', result },
});
const varied = orderVaried('o-1', someTimeOn('2026-06-05'), [{ change: 'reworded', version: version('c-1', 'c-1-2') }]);
const worded = { ...varied, data: { ...varied.data, onAppeal: 'ap-1' } } as OrderFact;
const changed = order(orderMade('o-1'), lodged, decided());
const on = (day: string): Occurred => ({ on: day, until: day, at: null });
const said: Alleging = { allegationId: 'a-1', orderId: 'o-1', breached: { is: 'condition', conditionId: 'c-1', versionId: 'c-1-1' } };
const reasons = (facts: readonly BreachFact[]) => facts.flatMap((fact) => (fact.type === 'ReviewFlagged' ? [fact.data.because] : []));

describe('a breach under words that a court changed on appeal and that are not recorded', () => {
  it('is flagged as it is alleged, from the decision of the appeal on', () => {
    const flagged = (day: string, state = changed) => reasons(flagsOf(of, alleging([said], [state], on(day), ['p-1']), now));
    expect(flagged('2026-06-08')).toEqual(['words-awaited']);
    expect(flagged('2026-06-04')).toEqual([]);
    expect(flagged('2026-06-08', order(orderMade('o-1'), lodged, decided('confirmed')))).toEqual([]);
    const duty: Alleging = { ...said, breached: { is: 'notification', offenceCode: 'ST19002' } };
    expect(reasons(flagsOf(of, alleging([duty], [changed], on('2026-06-08'), ['p-1'], true), now))).not.toContain('words-awaited');
  });

  it('is flagged where it is alleged already as the decision is recorded, and again as other words are', () => {
    const envelope = { by: 'u-1', force: '46', recordedAt: now, commandId: 'x', digest: 'x', correlationId: 'x' };
    const raised = (fact: OrderFact, breach = breachReported()) =>
      reasons(causesIn({ fact, envelope }).flatMap((cause) => flagAffectedBreach(given(breach), cause, cause.because)));
    expect(raised(decided())).toEqual(['words-awaited']);
    expect(raised(decided('confirmed'))).toEqual([]);
    expect(raised(decided(), breachReported({ occurred: on('2026-06-04') }))).toEqual([]);
    expect(raised(decided(), breachReported({ allegations: [{ ...allegation, conditionId: null, conditionVersionId: null }] }))).toEqual(
      [],
    );
    expect(raised(worded)).toEqual(['earlier-variation']);
  });

  it('is flagged as its time is corrected to after the decision', () => {
    const before = given(breachReported({ occurred: on('2026-06-02') }));
    const correction = (day: string) => ({
      correctionId: 'k-1',
      occurred: on(day),
      reason: 'Misread',
      born: null,
      flagId: (id: string) => id,
    });
    expect(reasons(correctTime(before, [changed], correction('2026-06-08'), now))).toEqual(['words-awaited']);
    expect(reasons(correctTime(before, [changed], correction('2026-06-03'), now))).toEqual([]);
  });
});
