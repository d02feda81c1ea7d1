import { describe, expect, it } from '@jest/globals';
import { arrested, breachReported, charged, contactKept, flagged, given, now, of, victim } from '../domain/example-facts.js';
import { order, orderMade } from '../domain/example-orders.js';
import type { BreachFact } from '../domain/events.js';
import { nextActions } from './next-actions.js';

const waiting = (...facts: readonly BreachFact[]) => nextActions(given(...facts), [order(orderMade('o-1'))], now).map(({ is }) => is);
const evidence = (kind: 'order-copy' | 'service-proof'): BreachFact => ({
  type: 'EvidenceReferenced',
  data: { ...of, evidenceId: `e-${kind}`, kind },
  personal: { reference: { about: ['p-1'], value: 'EX/1' } },
});
const assessed: BreachFact = { type: 'SafetyAssessed', data: { ...of, at: now, risk: 'standard', actions: [] } };
const reviewed: BreachFact = { type: 'SupervisorReviewed', data: { ...of, at: now, decision: 'agreed' } };
const copy = evidence('order-copy');
const proof = evidence('service-proof');

describe('what waits to be done', () => {
  it('after a report is to inquire and to decide', () => {
    expect(waiting(breachReported())).toEqual(['assess-safety', 'get-order-copy', 'supervise', 'decide']);
    expect(waiting(breachReported({ reasonableExcuse: 'not-asked' }), copy, assessed)).toEqual(['ask-excuse', 'supervise', 'decide']);
  });

  it('is to find what shows that he knew, until there is such evidence', () => {
    expect(waiting(breachReported({ awarenessToShow: true }), copy, assessed)).toEqual(['show-awareness', 'supervise', 'decide']);
    expect(waiting(breachReported({ awarenessToShow: true }), copy, proof, assessed, reviewed)).toEqual(['decide']);
  });

  it('is to tell the victims of each development, and says when that is overdue', () => {
    const actions = nextActions(given(breachReported(), arrested), [], '2026-06-09T22:59:59.999Z');
    expect(actions[0]).toEqual({ is: 'tell-victim', protectedPersonId: victim, about: 'arrest', due: '2026-06-09', overdue: false });
    expect(nextActions(given(breachReported(), arrested), [], '2026-06-09T23:00:00.000Z')[0]).toMatchObject({ overdue: true });
  });

  it('is to bring someone arrested under a notice to court within 24 hours, Sundays left out', () => {
    const saturday: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-13T20:00:00.000Z' } };
    const dvpn = order(orderMade('o-1', { kind: 'dvpn' }));
    const [first] = nextActions(given(breachReported(), saturday), [dvpn], '2026-06-15T20:00:00.000Z');
    expect(first).toEqual({ is: 'bring-to-court', due: '2026-06-15T20:00:00.000Z', overdue: false });
    expect(nextActions(given(breachReported(), saturday), [order(orderMade('o-1'))], now).map(({ is }) => is)).not.toContain(
      'bring-to-court',
    );
  });

  it('begins with what changed under the report, also once it was charged', () => {
    expect(waiting(breachReported(), charged, flagged)).toEqual(['review-flag', 'tell-victim', 'tell-victim']);
  });

  it('is nothing for contact that was only kept', () => {
    expect(waiting(contactKept())).toEqual([]);
  });
});
