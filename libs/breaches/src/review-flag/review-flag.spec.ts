import { describe, expect, it } from '@jest/globals';
import { allegation, breachReported, contactKept, flagged, given, of, outcome, victim } from '../domain/example-facts.js';
import { made, order, orderMade, orderServed, orderVaried, version } from '../domain/example-orders.js';
import { someTimeOn } from '#orders';
import type { BreachFact } from '../domain/events.js';
import { reviewFlag } from './review-flag.js';

const details = { flagId: 'f-1', decision: 'refer-to-prosecutor', note: 'Sent to the prosecutor', instead: null, samePerson: [] } as const;
const when = (facts: readonly BreachFact[]) => outcome(() => reviewFlag(given(...facts), [], details));

describe('reviewing a flag', () => {
  it('records the decision and leaves the report as it was', () => {
    const facts = when([breachReported(), flagged]);
    expect(facts).toEqual([
      {
        type: 'FlagReviewed',
        data: { ...of, flagId: 'f-1', decision: 'refer-to-prosecutor' },
        personal: { note: { about: ['p-1', victim], value: details.note } },
      },
    ]);
    const before = given(breachReported(), flagged);
    const after = given(breachReported(), flagged, ...(facts as BreachFact[]));
    expect(after).toEqual({
      ...before,
      flags: [{ ...before.flags[0], review: { decision: 'refer-to-prosecutor', note: { about: ['p-1', victim], value: details.note } } }],
    });
    expect(when([breachReported(), flagged, ...(facts as BreachFact[])])).toBe('reviewed-already');
  });

  it('alleges the other wording in place of the one chosen where the hour of the order is not recorded', () => {
    const sometime = order(
      orderMade('o-1'),
      orderServed('o-1', made),
      orderVaried('o-1', someTimeOn('2026-06-08'), [{ change: 'reworded', version: version('c-1', 'c-1-2') }]),
    );
    const uncertain: BreachFact = { ...flagged, data: { ...flagged.data, because: 'wording-uncertain' } } as BreachFact;
    const review = (versionId: string | null) =>
      outcome(() =>
        reviewFlag(given(breachReported(), uncertain), [sometime], {
          ...{ ...details, decision: 'other-wording', note: 'The court sat at 10:00' },
          instead:
            versionId === null
              ? null
              : { allegationId: 'a-9', orderId: 'o-1', breached: { is: 'condition', conditionId: 'c-1', versionId } },
        }),
      );
    const facts = review('c-1-2') as readonly BreachFact[];
    expect(facts.map(({ type }) => type)).toEqual(['FlagReviewed', 'AllegationAdded', 'AllegationWithdrawn']);
    expect(given(breachReported(), uncertain, ...facts)).toMatchObject({
      ...{ status: 'alleged', awarenessToShow: true, flags: [{ review: { decision: 'other-wording' } }] },
      allegations: [
        { conditionVersionId: 'c-1-1', withdrawn: { value: 'The court sat at 10:00' } },
        { conditionVersionId: 'c-1-2', withdrawn: null },
      ],
    });
    expect([review('c-1-1'), review(null)]).toEqual(['no-other-wording', 'wording-needed']);
  });

  it('says that it is alleged of an order that was in force after all, once it is', () => {
    const raised = (because: 'in-force-after-all' | 'order-quashed'): BreachFact =>
      ({ ...flagged, data: { ...flagged.data, because } }) as BreachFact;
    const review = (...facts: readonly BreachFact[]) => outcome(() => reviewFlag(given(...facts), [], { ...details, decision: 'alleged' }));
    const added: BreachFact = { type: 'AllegationAdded', data: { ...of, allegation, awarenessToShow: false } };
    expect(review(contactKept(), raised('in-force-after-all'))).toBe('not-alleged-yet');
    expect(review(contactKept(), raised('in-force-after-all'), added)).toMatchObject([{ data: { decision: 'alleged' } }]);
    expect(review(breachReported(), raised('order-quashed'))).toBe('not-alleged-yet');
  });

  it('refuses a flag that was never raised', () => {
    expect(when([breachReported()])).toBe('no-such-flag');
  });
});
