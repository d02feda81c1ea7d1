import { describe, expect, it } from '@jest/globals';
import { clockAt } from '#calendar';
import { fold } from '#event-sourcing';
import { orders, type OrderState, someTimeOn } from '#orders';
import fc from 'fast-check';
import { whyKeptInWords } from '../breach-record/words.js';
import { breaches } from '../domain/breach.js';
import { breachClocks } from '../domain/breach-clocks.js';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported, contactKept, given, of } from '../domain/example-facts.js';
import { order, orderMade, orderServed } from '../domain/example-orders.js';
import { flagBoundAfterAll } from './bound-after-all.js';
import { flagAfterUndoing, settleAfterLinking, settleAfterUndoing } from './link-undone.js';

const at = '2026-09-14T15:00:00.000Z';
const now = '2026-09-20T09:00:00.000Z';
type Reported = readonly BreachFact[];

/** What the link makes of what was reported on one record, with the orders on the other. */
function linked(reported: Reported, others: readonly OrderState[], nth: number): Reported {
  return others.reduce<Reported>((facts, after) => {
    const orderId = after.is === 'unmade' ? '' : after.orderId;
    const settled = [...facts, ...settleAfterLinking(fold(breaches, facts), orderId)];
    const learned = { orderId, at, before: orders.initial, after };
    return [...settled, ...flagBoundAfterAll(fold(breaches, settled), learned, `after all ${orderId} ${nth}`)];
  }, reported);
}

function parted(reported: Reported, others: readonly OrderState[], nth: number): Reported {
  return others.reduce<Reported>((facts, one) => {
    const orderId = one.is === 'unmade' ? '' : one.orderId;
    const settled = [...facts, ...settleAfterUndoing(fold(breaches, facts), orderId)];
    return [...settled, ...flagAfterUndoing(fold(breaches, settled), { orderId, at }, `undone ${orderId} ${nth}`)];
  }, reported);
}

/** What anybody sees of it, but for what was written of the flags themselves. */
function seen(facts: Reported, own: readonly OrderState[]) {
  const state = fold(breaches, facts);
  const waiting = breachClocks(state, own).filter((clock) => !clock.done && clockAt(clock, now) !== null);
  return { ...state, flags: state.flags.filter(({ review }) => review === null), waiting, whyKept: whyKeptInWords(state) };
}

describe('a link between records that is undone', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((nth) => `2026-06-${String(nth).padStart(2, '0')}`);
  const otherOrder = fc
    .record({ orderId: fc.constantFrom('o-7', 'o-8', 'o-9'), made: day, served: fc.boolean() })
    .map(({ orderId, made, served }) =>
      order(orderMade(orderId, { made: someTimeOn(made) }), ...(served ? [orderServed(orderId, someTimeOn(made))] : [])),
    );
  const others = fc.uniqueArray(otherOrder, { maxLength: 3, selector: (one) => (one.is === 'unmade' ? '' : one.orderId) });
  const report = fc.oneof(
    fc.boolean().map((awarenessToShow) => breachReported({ awarenessToShow })),
    fc.constant(contactKept()),
  );
  const times = fc.integer({ min: 1, max: 3 });
  const own = [order(orderMade('o-1'))];

  it('leaves what was reported, what waits to be done and what is said of it as it was', () => {
    fc.assert(
      fc.property(report, others, times, (reported, elsewhere, often) => {
        let facts: Reported = [reported];
        const before = seen(facts, own);
        for (let nth = 0; nth < often; nth += 1) {
          facts = parted(linked(facts, elsewhere, nth), elsewhere, nth);
          expect(seen(facts, own)).toEqual(before);
        }
      }),
    );
  });

  it('and made again leaves what is alleged of an order on the other record as it was', () => {
    fc.assert(
      fc.property(others, times, (elsewhere, often) => {
        const allegations = elsewhere.map((one, nth) => ({
          ...allegation,
          allegationId: `a-${nth}`,
          orderId: one.is === 'unmade' ? '' : one.orderId,
        }));
        let facts: Reported = [breachReported({ allegations: [allegation, ...allegations] })];
        const before = seen(facts, [...own, ...elsewhere]);
        for (let nth = 0; nth < often; nth += 1) {
          const undone = parted(facts, elsewhere, nth);
          expect(fold(breaches, undone).flags.filter(({ review }) => review === null)).toHaveLength(elsewhere.length);
          facts = linked(undone, elsewhere, nth);
          expect(seen(facts, [...own, ...elsewhere])).toEqual(before);
        }
      }),
    );
  });

  it('leaves what a person decided meanwhile, and asks what becomes of what they alleged', () => {
    const other = order(orderMade('o-7'));
    const facts = linked([contactKept()], [other], 0);
    const flagId = fold(breaches, facts).flags[0]?.flagId ?? '';
    const decided: BreachFact = {
      type: 'FlagReviewed',
      data: { ...of, flagId, decision: 'alleged' },
      personal: { note: { about: ['p-1'], value: 'Alleged' } },
    };
    const alleged: BreachFact = {
      type: 'AllegationAdded',
      data: { ...of, allegation: { ...allegation, orderId: 'o-7' }, awarenessToShow: false },
    };
    expect(given(...parted([...facts, alleged, decided], [other], 0)).flags).toMatchObject([
      { because: 'in-force-after-all', review: { decision: 'alleged' } },
      { because: 'link-undone', review: null },
    ]);
  });
});
