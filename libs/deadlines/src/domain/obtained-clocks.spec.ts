import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import type { Applicant, OrderFact } from '#orders';
import { court, day, found, ofOrder, order, orderMade } from './example-facts.js';

const discharged = (onApplicationOf: Applicant): OrderFact => ({
  type: 'OrderDischarged',
  data: { ...ofOrder, at: day('2026-11-20'), court, onApplicationOf },
});
const made = orderMade({ made: day('2024-11-01'), end: { is: 'fixed', lastDay: '2027-11-01' } });
const limit = (today: LocalDate, ...facts: readonly OrderFact[]) =>
  found(today, 'appeal-refusal', { orders: [order(made, ...facts)] }).map(({ state, dueBy, words }) => [state, dueBy, words]);

describe('what the respondent obtained of a court', () => {
  it('can be appealed by the force within the time of a refusal, and late after that', () => {
    const words = 'Appeal against the discharge of 20 Nov 2026 that the respondent obtained, or record that the force does not';
    expect(limit('2026-11-22', discharged('respondent'))).toEqual([['due', '2026-12-11', words]]);
    expect(limit('2026-12-08', discharged('respondent'))).toEqual([['due', '2026-12-11', `${words}: last days`]]);
    expect(limit('2026-12-12', discharged('respondent'))).toEqual([['overdue', '2026-12-11', expect.stringContaining('has run out')]]);
    expect(limit('2026-11-22', discharged('chief-officer'))).toEqual([]);
  });

  it('of a variation counts from its effect, and is worth nothing once the order is over', () => {
    const varied: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...ofOrder,
        variationId: 'v-1',
        court,
        effective: day('2026-11-19'),
        onApplicationOf: 'respondent',
        changes: [],
        end: null,
        respondentPresent: true,
      },
    };
    expect(limit('2026-11-22', varied)).toMatchObject([['due', '2026-12-10', expect.stringContaining('variation of 19 Nov 2026')]]);
    expect(limit('2026-11-22', varied, discharged('chief-officer'))).toMatchObject([['done', '2026-12-10', expect.anything()]]);
  });

  it('is settled by an appeal, and by the decision that there is none', () => {
    const accepted: OrderFact = { type: 'ChangeAccepted', data: { ...ofOrder, against: 'discharge', on: '2026-11-21' } };
    const lodged: OrderFact = {
      type: 'AppealLodged',
      data: { ...ofOrder, appealId: 'ap', on: '2026-11-21', by: 'chief-officer', against: { decision: 'discharge' } },
    };
    for (const fact of [accepted, lodged]) expect(limit('2026-11-22', discharged('respondent'), fact)[0]?.[0]).toBe('done');
  });
});
