import { describe, expect, it } from '@jest/globals';
import { appealedAs } from '../domain/appeals.js';
import { changesToAppeal } from '../domain/changes-to-appeal.js';
import type { Applicant, OrderFact } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { acceptChange } from './accept-change.js';

const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
const discharged = (onApplicationOf: Applicant): OrderFact => ({
  type: 'OrderDischarged',
  data: { ...of, at: s.on('2026-06-10'), court: s.maidstone, onApplicationOf },
});
const renewed = (onApplicationOf: Applicant): OrderFact => ({
  type: 'OrderRenewed',
  data: {
    ...{ ...of, renewalId: 'r-1', court: s.maidstone, filedOn: '2026-06-01', made: s.on('2026-06-05'), onApplicationOf, outOfTime: false },
    end: { is: 'fixed', lastDay: '2029-05-13' },
  },
});
const appealed: OrderFact = {
  type: 'AppealLodged',
  data: { ...of, appealId: 'ap', on: '2026-06-12', by: 'chief-officer', against: { decision: 'discharge' } },
};
const open = (...facts: readonly OrderFact[]) =>
  changesToAppeal(s.orderOf(s.orderMade(), ...facts) as MadeOrder).map(({ against, on, state }) => [appealedAs(against), on, state]);
const accept = (facts: readonly OrderFact[], on = '2026-06-11', against = 'discharge') =>
  acceptChange(s.orderOf(s.orderMade(), ...facts), { against, on, reason: ' She had agreed ' }, s.now);

describe('what the respondent obtained', () => {
  it('can be appealed by the force; what the force or others obtained cannot, nor the making', () => {
    expect(open(discharged('respondent'))).toEqual([['discharge', '2026-06-10', 'open']]);
    expect(open(renewed('respondent'), discharged('chief-officer'))).toEqual([['renewal:r-1', '2026-06-05', 'open']]);
    expect([open(), open(discharged('chief-officer')), open(renewed('court'))]).toEqual([[], [], []]);
    expect(open(discharged('respondent'), appealed)).toEqual([['discharge', '2026-06-10', 'appealed']]);
  });

  it('of an interim order or under another Act is nothing that SPA 2019 s.7 lets the force appeal', () => {
    for (const kind of ['interim-spo', 'restraining-conviction', 'dapo', 'other'] as const) {
      const order = s.orderOf(s.orderMade({ kind }), discharged('respondent')) as MadeOrder;
      expect([kind, changesToAppeal(order)]).toEqual([kind, []]);
    }
  });

  it('is left as it is once, with why', () => {
    const facts = accept([discharged('respondent')]);
    expect(facts).toMatchObject([
      { type: 'ChangeAccepted', data: { against: 'discharge' }, personal: { reason: { value: 'She had agreed' } } },
    ]);
    expect(open(discharged('respondent'), ...facts)).toEqual([['discharge', '2026-06-10', 'accepted']]);
    expect(accept([discharged('respondent'), ...facts])).toEqual([]);
    expect(s.refusal(() => accept([discharged('chief-officer')]))).toBe('nothing-to-appeal');
    expect(s.refusal(() => accept([discharged('respondent'), appealed]))).toBe('appealed-already');
    expect(s.refusal(() => accept([discharged('respondent')], '2026-06-09'))).toBe('before-refusal');
    expect(s.refusal(() => accept([discharged('respondent')], '2026-11-22'))).toBe('in-the-future');
  });
});
