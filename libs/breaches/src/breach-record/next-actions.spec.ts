import { describe, expect, it } from '@jest/globals';
import { arrested, breachReported, charged, contactKept, convicted, flagged, given, now, of, victim } from '../domain/example-facts.js';
import { order, orderMade } from '../domain/example-orders.js';
import type { BreachFact } from '../domain/events.js';
import { type NextAction, nextActions } from './next-actions.js';

const nameOf = (action: NextAction) => (action.is === 'clock' ? action.clock.what : action.is);
const waiting = (...facts: readonly BreachFact[]) => nextActions(given(...facts), [order(orderMade('o-1'))], now).map(nameOf);
const clocksAt = (at: string, facts: readonly BreachFact[], orders = [order(orderMade('o-1'))], rules = {}) =>
  nextActions(given(...facts), orders, at, rules).flatMap((action) =>
    action.is === 'clock' ? [[action.clock.what, action.clock.dueAt ?? action.clock.dueBy, action.overdue]] : [],
  );
const evidence = (kind: 'order-copy' | 'service-proof'): BreachFact => ({
  type: 'EvidenceReferenced',
  data: { ...of, evidenceId: `e-${kind}`, kind },
  personal: { reference: { about: ['p-1'], value: 'EX/1' } },
});
const assessed: BreachFact = { type: 'SafetyAssessed', data: { ...of, at: now, risk: 'standard', actions: [] } };
const reviewed: BreachFact = { type: 'SupervisorReviewed', data: { ...of, at: now, decision: 'agreed' } };
const said: BreachFact = {
  type: 'VictimTold',
  data: { ...of, updateId: 'u-1', protectedPersonId: victim, at: '2026-06-08T18:30:00.000Z', of: 'report-decision' },
};
const copy = evidence('order-copy');
const proof = evidence('service-proof');

describe('what waits to be done', () => {
  it('once all of it was withdrawn is still its review, and to tell the victim, until both are done', () => {
    const withdrawn: BreachFact = { type: 'AllegationWithdrawn', data: { ...of, allegationId: 'a-1' } };
    expect(waiting(breachReported(), withdrawn)).toEqual(['tell-victim-next', 'supervise']);
    expect(waiting(breachReported(), withdrawn, said)).toEqual(['supervise']);
    expect(waiting(breachReported(), withdrawn, said, reviewed)).toEqual([]);
    const [, review] = nextActions(given(breachReported(), withdrawn), [], now);
    expect(review?.is === 'clock' && review.clock.words).toBe('Have a supervisor review that what was alleged was withdrawn');
  });

  it('after a report is to tell the victim what happens next, to inquire and to decide', () => {
    expect(waiting(breachReported())).toEqual(['tell-victim-next', 'supervise', 'assess-safety', 'get-order-copy', 'decide']);
    expect(waiting(breachReported({ reasonableExcuse: 'not-asked' }), said, copy, assessed)).toEqual(['supervise', 'ask-excuse', 'decide']);
  });

  it('is to find what shows that he knew, until there is such evidence', () => {
    expect(waiting(breachReported({ awarenessToShow: true }), said, copy, assessed)).toEqual(['show-awareness', 'supervise', 'decide']);
    expect(waiting(breachReported({ awarenessToShow: true }), said, copy, proof, assessed, reviewed)).toEqual(['decide']);
  });

  it('is every clock that runs, what is overdue first', () => {
    const facts = [breachReported(), arrested, reviewed];
    expect(clocksAt('2026-06-09T22:09:59.999Z', facts)).toEqual([
      ['custody', '2026-06-09T22:10:00.000Z', false],
      ['tell-victim', '2026-06-09', false],
    ]);
    // Held beyond the first limit: that comes before everything else.
    expect(clocksAt('2026-06-09T22:59:59.999Z', facts)).toEqual([
      ['custody', '2026-06-09T22:10:00.000Z', true],
      ['tell-victim', '2026-06-09', false],
    ]);
    expect(clocksAt('2026-06-09T23:00:00.000Z', facts)).toContainEqual(['custody', '2026-06-09T22:10:00.000Z', true]);
    expect(clocksAt('2026-06-12T22:10:00.001Z', facts).map(([what, , isOver]) => [what, isOver])).toEqual([
      ['custody', true],
      ['tell-victim', true],
    ]);
  });

  it('has the clocks of bail and of the time limit for a charge', () => {
    const allegations = [{ allegationId: 'a-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'PH97006' }];
    const bail: BreachFact = { type: 'ReleasedFromCustody', data: { ...of, at: '2026-06-09T10:00:00.000Z', how: 'bail' } };
    expect(
      clocksAt('2026-06-09T11:00:00.000Z', [breachReported({ allegations }), arrested, bail, reviewed]).map(([what, due]) => [what, due]),
    ).toEqual([
      ['tell-victim', '2026-06-09'],
      ['tell-victim', '2026-06-10'],
      ['bail', '2026-09-08'],
      ['charge', '2026-12-07'],
    ]);
  });

  it('counts by the rights of the victim, and from the recording where the report was recorded later', () => {
    const rules = { rightsOf: () => 'standard' as const, recordedAt: '2026-06-15T10:00:00.000Z' };
    expect(clocksAt('2026-06-15T11:00:00.000Z', [breachReported()], [], rules)).toEqual([
      ['supervise', '2026-06-17', false],
      ['tell-victim-next', '2026-06-22', false],
    ]);
  });

  it('is to bring someone arrested under a notice to court within 24 hours, Sundays left out', () => {
    const saturday: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-13T20:00:00.000Z' } };
    const dvpn = order(orderMade('o-1', { kind: 'dvpn' }));
    expect(clocksAt('2026-06-15T20:00:00.000Z', [breachReported(), saturday, reviewed], [dvpn])).toEqual([
      ['bring-to-court', '2026-06-15T20:00:00.000Z', false],
      ['tell-victim', '2026-06-15', false],
    ]);
    expect(waiting(breachReported(), saturday)).not.toContain('bring-to-court');
  });

  it('says that the limit of custody has passed, for as long as nobody records an extension, a release or a charge', () => {
    const custody = (at: string, ...facts: readonly BreachFact[]) =>
      nextActions(given(breachReported(), arrested, reviewed, ...facts), [order(orderMade('o-1'))], at).flatMap((action) =>
        action.is === 'clock' && action.clock.what === 'custody' ? [[action.clock.words, action.clock.dueAt, action.overdue]] : [],
      );
    expect(custody('2026-06-09T22:10:00.000Z')).toEqual([
      ['Charge or release within 24 hours of the arrest', '2026-06-09T22:10:00.000Z', false],
    ]);
    const over = [
      [
        expect.stringMatching(/^The custody limit has passed: release now or charge, unless a superintendent/),
        '2026-06-09T22:10:00.000Z',
        true,
      ],
    ];
    expect(custody('2026-06-09T22:10:00.001Z')).toEqual(over);
    expect(custody('2026-06-18T09:00:00.000Z')).toEqual(over);
    const extended: BreachFact = {
      type: 'DetentionExtended',
      data: { ...of, extensionId: 'x-1', by: 'superintendent', at: '2026-06-09T20:00:00.000Z', until: '2026-06-10T10:10:00.000Z' },
    };
    expect(custody('2026-06-10T10:10:00.000Z', extended)).toEqual([
      ['Charge or release within the limit extended by a superintendent', '2026-06-10T10:10:00.000Z', false],
    ]);
    expect(custody('2026-06-10T10:10:00.001Z', extended)).toEqual([
      [expect.stringContaining('unless a court gave a warrant, to 72 hours at most'), '2026-06-10T10:10:00.000Z', true],
    ]);
  });

  it('is a review by a supervisor within 2 working days, until one agrees or it is decided', () => {
    const more: BreachFact = { type: 'SupervisorReviewed', data: { ...of, at: now, decision: 'more-to-do' } };
    const supervised = (...facts: readonly BreachFact[]) => clocksAt('2026-06-11T08:00:00.000Z', [breachReported(), ...facts]).slice(0, 1);
    expect(supervised(said, more)).toEqual([['supervise', '2026-06-10', true]]);
    expect(supervised(said, reviewed)).toEqual([]);
  });

  it('is a review by a supervisor also of a report that was taken no further without one', () => {
    const dropped: BreachFact = { type: 'NoFurtherAction', data: { ...of, at: now, reason: 'evidential' } };
    const waits = (...facts: readonly BreachFact[]) =>
      nextActions(given(breachReported(), ...facts), [], now).flatMap((action) =>
        action.is === 'clock' && action.clock.what === 'supervise' ? [action.clock.words] : [],
      );
    expect(waits(dropped)).toEqual(['Have a supervisor review that no further action is taken']);
    expect([waits(dropped, reviewed), waits(reviewed, dropped)]).toEqual([[], []]);
    expect(waits(charged)).toEqual(['Have a supervisor review it']);
  });

  it('is still to inquire and to have it reviewed once it was charged, until a court has given its outcome', () => {
    const report = breachReported({ reasonableExcuse: 'not-asked' });
    const inquired = ['assess-safety', 'ask-excuse', 'get-order-copy'];
    expect(waiting(report, charged)).toEqual(expect.arrayContaining(['supervise', ...inquired]));
    expect(waiting(report, charged, reviewed, copy, assessed)).not.toContain('decide');
    for (const one of ['supervise', ...inquired]) expect(waiting(report, charged, convicted)).not.toContain(one);
  });

  it('goes on with what changed under the report once it was charged', () => {
    expect(clocksAt(now, [breachReported(), reviewed, charged, flagged])).toEqual([
      ['tell-victim', '2026-07-02', true],
      ['tell-victim', '2026-09-15', true],
      ['review-flag', '2026-09-16', true],
    ]);
  });

  it('is nothing for contact that was only kept', () => {
    expect(waiting(contactKept())).toEqual([]);
  });
});
