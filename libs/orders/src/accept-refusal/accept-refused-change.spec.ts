import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { acceptRefusedChange } from './accept-refused-change.js';

const proposal = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, proposalId: 'pr' };
const reason = personal([s.perpetratorId], 'He came back');
const begun: OrderFact[] = [
  s.orderMade(),
  { type: 'VariationProposed', data: { ...proposal, asks: 'renewal', because: 'order-ends', by: 'u' }, personal: { reason } },
  { type: 'VariationFiled', data: { ...proposal, filedOn: '2026-06-01', court: s.maidstone } },
];
const decided = (outcome: 'refused' | 'withdrawn'): OrderFact => ({
  type: 'VariationDecided',
  data: { ...proposal, outcome, at: s.on('2026-06-10'), court: s.maidstone, because: 'evidence' },
});
const accept = (facts: readonly OrderFact[], on = '2026-06-11', proposalId = 'pr') =>
  acceptRefusedChange(s.orderOf(...facts), { proposalId, on, reason: ' Counsel advised against it ' }, s.now);

describe('that the force does not appeal against a refused change', () => {
  it('is recorded once, with why', () => {
    const facts = accept([...begun, decided('refused')]);
    expect(facts).toMatchObject([{ type: 'VariationRefusalAccepted', personal: { reason: { value: 'Counsel advised against it' } } }]);
    const after = [...begun, decided('refused'), ...facts];
    expect((s.orderOf(...after) as MadeOrder).proposals).toMatchObject([{ accepted: { on: '2026-06-11' } }]);
    expect(accept(after)).toEqual([]);
  });

  it('is refused of what was not refused, was appealed or is dated wrongly', () => {
    const appealed: OrderFact = {
      type: 'AppealLodged',
      data: {
        ...{ orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, appealId: 'ap', on: '2026-06-12', by: 'chief-officer' },
        against: { decision: 'refusal', of: 'renewal', proposalId: 'pr' },
      },
    };
    const refused = [...begun, decided('refused')];
    expect(s.refusal(() => accept(begun))).toBe('not-refused');
    expect(s.refusal(() => accept([...begun, decided('withdrawn')]))).toBe('not-refused');
    expect(s.refusal(() => accept([...refused, appealed]))).toBe('appealed-already');
    expect(s.refusal(() => accept(refused, '2026-06-09'))).toBe('before-refusal');
    expect(s.refusal(() => accept(refused, '2026-11-22'))).toBe('in-the-future');
    expect(s.refusal(() => accept(refused, '2026-06-11', 'other'))).toBe('no-such-proposal');
  });
});
