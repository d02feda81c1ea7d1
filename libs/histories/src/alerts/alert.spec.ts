import { describe, expect, it } from '@jest/globals';
import { fold, Refusal } from '#event-sourcing';
import { acknowledgeAlert, type AlertFact, alerts, raiseAlert } from './alert.js';
import { appearanceIn } from './appearance.js';

const data = {
  ...{ alertId: 'a-1', toForce: '46', byForce: '42', because: 'order' as const, cause: 'e-1', about: { orderId: 'o-1' } },
  perpetratorIds: ['p-1'] as const,
};
const raised: AlertFact = { type: 'AlertRaised', data };
const seen: AlertFact = { type: 'AlertAcknowledged', data: { alertId: 'a-1' } };
const after = (...facts: readonly AlertFact[]) => fold(alerts, facts);

describe('an alert', () => {
  it('is sent once, also when it was seen meanwhile', () => {
    expect(raiseAlert(after(), data)).toEqual([raised]);
    expect(raiseAlert(after(raised), data)).toEqual([]);
    expect(raiseAlert(after(raised, seen), data)).toEqual([]);
  });

  it('is acknowledged by the force that was told, once, and exists for no other', () => {
    expect(acknowledgeAlert(after(raised), 'a-1', { force: '46' })).toEqual([seen]);
    expect(acknowledgeAlert(after(raised, seen), 'a-1', { force: '46' })).toEqual([]);
    expect(() => acknowledgeAlert(after(raised), 'a-1', { force: '42' })).toThrow(Refusal);
    expect(() => acknowledgeAlert(after(), 'a-1', { force: '46' })).toThrow(Refusal);
  });
});

describe('what makes a person appear', () => {
  const event = (stream: string, type: string, said: object) => appearanceIn({ stream, type, data: said });

  it('is an order, an application, a report or an incident, and nothing else that is recorded', () => {
    const order = { orderId: 'o-1', applicationId: 'ap-1', perpetratorId: 'p-1' };
    expect(event('order-o-1', 'OrderMade', order)).toEqual({ because: 'order', perpetratorId: 'p-1', about: { orderId: 'o-1' } });
    const contact = { breachId: 'b-1', perpetratorId: 'p-1' };
    expect(event('breach-b-1', 'ContactKept', contact)).toEqual({ because: 'report', perpetratorId: 'p-1', about: { breachId: 'b-1' } });
    expect(event('order-o-1', 'OrderServed', order)).toBeNull();
    expect(event('perpetrator-p-1', 'PerpetratorRecorded', { perpetratorId: 'p-1' })).toBeNull();
  });

  it('is a handover that is asked, for the force that is asked, and its answer, for the one that asked', () => {
    const parties = { protectedPersonId: 'v-1', from: '46', to: '61', force: '46', perpetratorId: 'p-1' };
    const told = (type: string) => event('protected-v-1', type, parties);
    const common = { perpetratorId: 'p-1', about: { protectedPersonId: 'v-1' } };
    expect(told('SafeguardingHandoverAsked')).toEqual({ because: 'handover', ofForce: '61', ...common });
    expect(told('SafeguardingHandoverDeclined')).toEqual({ because: 'handover-declined', ofForce: '46', ...common });
    expect(told('SafeguardingTransferred')).toEqual({ because: 'handover-accepted', ofForce: '46', ...common });
    expect(told('SafeguardingHandoverWithdrawn')).toBeNull();
  });

  it('is a link or its end, of both records', () => {
    const pair = { pairId: 'x', perpetratorIds: ['p-1', 'p-2'] };
    expect(event('link-x', 'IdentityLinked', pair)).toEqual({
      because: 'linked',
      perpetratorIds: ['p-1', 'p-2'],
      about: { pairId: 'x' },
    });
    expect(event('link-x', 'LinkOffered', pair)).toBeNull();
  });
});
