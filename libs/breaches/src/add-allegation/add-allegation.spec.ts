import { describe, expect, it } from '@jest/globals';
import type { Alleging } from '../domain/alleging.js';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported, charged, contactKept, given, now, of, outcome } from '../domain/example-facts.js';
import { made, order, orderMade, orderServed, version } from '../domain/example-orders.js';
import { addAllegation } from './add-allegation.js';

const conditions = [version('c-1', 'c-1-1'), version('c-2', 'c-2-1')];
const served = order(orderMade('o-1', { conditions }), orderServed('o-1', made));
const unserved = order(orderMade('o-1', { conditions }));
const said = (conditionId: string): Alleging => ({
  allegationId: 'a-2',
  orderId: 'o-1',
  breached: { is: 'condition', conditionId, versionId: `${conditionId}-1` },
});
const when = (facts: readonly BreachFact[], { conditionId = 'c-2', known = true } = {}) =>
  outcome(() => addAllegation(given(...facts), [known ? served : unserved], said(conditionId), [], now));

describe('adding an allegation', () => {
  it('pins the wording in force when it happened', () => {
    const added = { ...allegation, allegationId: 'a-2', conditionId: 'c-2', conditionVersionId: 'c-2-1' };
    expect(when([breachReported()])).toEqual([{ type: 'AllegationAdded', data: { ...of, allegation: added, awarenessToShow: false } }]);
  });

  it('makes a breach of contact that was only kept, and says whether he knew', () => {
    const facts = when([contactKept()], { known: false });
    expect(given(contactKept(), ...(facts as BreachFact[]))).toMatchObject({ status: 'alleged', isBreach: true, awarenessToShow: true });
  });

  it('needs no more proof that he knew than there is for one of the orders', () => {
    expect(when([breachReported({ awarenessToShow: false })], { known: false })).toMatchObject([{ data: { awarenessToShow: false } }]);
    expect(when([breachReported({ awarenessToShow: true })], { known: true })).toMatchObject([{ data: { awarenessToShow: false } }]);
  });

  it('leaves a charge a charge', () => {
    const facts = when([breachReported(), charged]);
    expect(given(breachReported(), charged, ...(facts as BreachFact[])).status).toBe('charged');
  });

  it('asks first about an order that protects none of the people it was done to', () => {
    const others = order(orderMade('o-2', { protectedPersonIds: ['v-9'] }), orderServed('o-2', made));
    const allege = (evenSo: readonly string[]) =>
      outcome(() => addAllegation(given(breachReported()), [others], { ...said('c-1'), orderId: 'o-2' }, [], now, { evenSo }));
    expect(allege([])).toBe('protects-none-named');
    expect(allege(['o-2'])).toMatchObject([{ type: 'AllegationAdded' }]);
  });

  it('refuses what is alleged already and what was never reported', () => {
    expect(when([breachReported()], { conditionId: 'c-1' })).toBe('alleged-already');
    expect(when([])).toBe('not-reported');
  });
});
