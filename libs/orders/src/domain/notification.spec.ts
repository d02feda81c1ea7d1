import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { OrderFact } from './events.js';
import { knowledgeAt } from './knowledge.js';
import { dutyAloud, notificationDuties, notifyBy, unansweringNotifications } from './notification.js';
import * as s from './specimens.js';

const { on } = s;
const of = { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force };
const given = (day: string, about: 'initial' | 'name' | 'address' = 'initial', inAdvance = false): OrderFact => ({
  type: 'NotificationGiven',
  data: { ...of, notificationId: `n-${about}-${day}`, about, at: on(day, '12:00'), inAdvance },
});
const moved = (day: string): OrderFact => ({
  type: 'DetailsChangeLearned',
  data: { ...of, changeId: `moved-${day}`, of: 'address', on: day },
});
const exempt = (finalDay: string | null): OrderFact => ({ type: 'NotificationExempted', data: { ...of, finalDay } });

function madeOf(...facts: OrderFact[]) {
  const order = s.orderOf(...facts);
  if (order.is === 'unmade') throw new Error('The example is made');
  return order;
}

describe('the duty to notify', () => {
  it('waits for service', () => {
    expect(notificationDuties(s.orderOf(s.orderMade()), '2026-06-01')).toMatchObject([
      { about: 'initial', state: 'not-served', lastDay: null },
    ]);
  });

  it('runs for three days of which the day of service is the first', () => {
    const order = s.orderOf(s.orderMade({ made: on('2026-03-01') }), s.orderServed(on('2026-03-02', '09:30')));
    expect(notificationDuties(order, '2026-03-04')).toMatchObject([{ firstDay: '2026-03-02', lastDay: '2026-03-04', state: 'due' }]);
    expect(notificationDuties(order, '2026-03-05')).toMatchObject([{ state: 'overdue' }]);
  });

  it('is met in time or late', () => {
    const served = [s.orderMade({ made: on('2026-03-01') }), s.orderServed(on('2026-03-02'))];
    expect(notificationDuties(s.orderOf(...served, given('2026-03-04')), '2026-03-10')).toMatchObject([{ state: 'given' }]);
    expect(notificationDuties(s.orderOf(...served, given('2026-03-05')), '2026-03-10')).toMatchObject([{ state: 'given-late' }]);
    expect(notificationDuties(s.orderOf(...served, given('2026-03-04')), '2026-03-03')).toMatchObject([{ state: 'due' }]);
  });

  it('is met by a first notification from before service, whether or not it was said to be in advance', () => {
    const order = s.orderOf(s.orderMade(), given('2026-05-14'), s.orderServed(on('2026-05-20')));
    expect(notificationDuties(order, '2026-05-30')).toMatchObject([
      { lastDay: '2026-05-22', state: 'given', notificationId: 'n-initial-2026-05-14' },
    ]);
  });

  it('is not met by what was notified of a change before it came, unless in advance, and says so', () => {
    const order = madeOf(
      s.orderMade(),
      s.orderServed(on('2026-05-14')),
      given('2026-05-15'),
      given('2026-06-03', 'address'),
      moved('2026-06-05'),
    );
    const duties = notificationDuties(order, '2026-06-20');
    expect(duties).toMatchObject([{ state: 'given' }, { about: 'address', state: 'overdue' }]);
    expect(unansweringNotifications(order, duties)).toMatchObject([{ notificationId: 'n-address-2026-06-03' }]);
    const answered = madeOf(s.orderMade(), s.orderServed(on('2026-05-14')), given('2026-06-06', 'address'), moved('2026-06-05'));
    expect(unansweringNotifications(answered, notificationDuties(answered, '2026-06-20'))).toEqual([]);
  });

  it('is owed anew for every change, also told in advance', () => {
    const order = s.orderOf(
      s.orderMade(),
      s.orderServed(on('2026-05-14')),
      given('2026-05-15'),
      given('2026-06-01', 'address', true),
      moved('2026-06-05'),
      moved('2026-07-01'),
    );
    expect(notificationDuties(order, '2026-07-02').map((duty) => [duty.about, duty.lastDay, duty.state])).toEqual([
      ['initial', '2026-05-16', 'given'],
      ['address', '2026-06-07', 'given'],
      ['address', '2026-07-03', 'due'],
    ]);
  });

  it('is not owed anew under a full order that replaces an interim, but changes still are', () => {
    const order = s.orderOf(s.orderMade({ replaces: s.interimId }), s.orderServed(on('2026-05-14')), moved('2026-06-05'));
    expect(notificationDuties(order, '2026-06-06')).toMatchObject([{ about: 'address', state: 'due' }]);
  });

  it('starts with no change from before the first service, which is told with the first notification', () => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-20')), moved('2026-05-16'), moved('2026-05-20'));
    expect(notificationDuties(order, '2026-05-21').map((duty) => [duty.about, duty.changeId])).toEqual([
      ['initial', null],
      ['address', 'moved-2026-05-20'],
    ]);
    expect(notificationDuties(s.orderOf(s.orderMade(), moved('2026-05-16')), '2026-05-21')).toMatchObject([{ about: 'initial' }]);
  });

  describe('under a full order in place of an interim', () => {
    const full = s.orderMade({ replaces: s.interimId });
    const interim = (...facts: OrderFact[]) =>
      s.orderOf(s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-05-01'), end: s.until('2026-07-31') }), ...facts);
    const states = (replaced: ReturnType<typeof interim>, ...facts: OrderFact[]) =>
      notificationDuties(s.orderOf(full, ...facts), '2026-06-06', replaced).map(({ state }) => state);

    it('is owed as a first one where the interim should never have been on record', () => {
      const inError: OrderFact = {
        type: 'OrderRecordedInError',
        data: {
          orderId: s.interimId,
          perpetratorId: s.perpetratorId,
          force: s.force,
          errorId: 'e',
          why: 'twice',
          at: '2026-05-20T09:00:00.000Z',
        },
        personal: { reason: personal([s.perpetratorId], 'Keyed twice') },
      };
      const served = s.orderServed(on('2026-06-05'));
      expect(notificationDuties(s.orderOf(full, served), '2026-06-06', interim(inError))).toMatchObject([
        { about: 'initial', state: 'due', firstDay: '2026-06-05', lastDay: '2026-06-07' },
      ]);
    });

    it('is owed under neither once that full order should never have been on record, but under the interim as it stands then', () => {
      const wrong: OrderFact = {
        type: 'OrderRecordedInError',
        data: { ...of, errorId: 'e', why: 'never-made', at: '2026-06-05T09:00:00.000Z' },
        personal: { reason: personal([s.perpetratorId], 'Of another man') },
      };
      expect(states(interim(), s.orderServed(on('2026-06-05')), wrong)).toEqual([]);
      const ceased = s.interimCeased(on('2026-05-14'));
      const served = s.orderServed(on('2026-05-13'));
      const again: OrderFact = {
        type: 'EntryRecordedInError',
        data: {
          ...of,
          orderId: s.interimId,
          errorId: 'e',
          entry: { is: 'cessation', id: null },
          was: null,
          at: '2026-06-05T09:00:00.000Z',
        },
        personal: { reason: personal([s.perpetratorId], 'Of another man') },
      };
      const first = (...facts: OrderFact[]) => notificationDuties(interim(served, ceased, ...facts), '2026-06-06')[0]?.state;
      expect([first(), first(again)]).toEqual(['order-ended', 'overdue']);
    });

    it('is told to be open where the first notification under the interim was never given', () => {
      expect(states(interim())).toEqual(['interim-not-met']);
      expect(states(interim(s.orderServed(on('2026-05-02'))))).toEqual(['interim-not-met']);
      expect(states(interim(s.orderServed(on('2026-05-13')), s.orderQuashed(on('2026-05-14'))))).toEqual(['interim-not-met']);
    });

    it('is not where it was, also later under the full order', () => {
      expect(states(interim(s.orderServed(on('2026-05-02')), given('2026-05-03')))).toEqual([]);
      expect(states(interim(exempt(null)))).toEqual([]);
      expect(states(interim(), given('2026-05-20'))).toEqual(['given']);
    });
  });

  it('sleeps under the Sexual Offences Act and wakes on the final day', () => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-14')), exempt('2026-06-12'));
    expect(notificationDuties(order, '2026-06-11')).toMatchObject([{ state: 'exempt' }]);
    expect(notificationDuties(order, '2026-06-12')).toMatchObject([{ firstDay: '2026-06-12', lastDay: '2026-06-14', state: 'due' }]);
    expect(notificationDuties(order, '2026-06-15')).toMatchObject([{ state: 'overdue' }]);
    expect(notificationDuties(s.orderOf(s.orderMade(), exempt(null)), '2030-01-01')).toMatchObject([{ state: 'exempt', lastDay: null }]);
  });

  it('ends with the order and is not owed under a restraining order', () => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-14')), s.orderQuashed(on('2026-05-15')));
    expect(notificationDuties(order, '2026-06-01')).toMatchObject([{ state: 'order-ended' }]);
    expect(notificationDuties(s.orderOf(s.orderMade({ kind: 'restraining-conviction' })), '2026-06-01')).toEqual([]);
  });

  it('is told with the day on which it ends when a service is about to start it', () => {
    const by = (...facts: OrderFact[]) => notifyBy(madeOf(s.orderMade(), ...facts), '2026-06-01');
    expect(by()).toBe('2026-06-03');
    expect(dutyAloud('2026-06-03')).toContain('by the end of 3 Jun 2026');
    expect(by(s.orderServed(on('2026-05-14')))).toBeNull();
    expect(by(exempt('2026-06-12'))).toBe('2026-06-14');
    expect(by(exempt('2026-05-20'))).toBe('2026-06-03');
    expect(by(exempt(null))).toBeNull();
    expect(notifyBy(madeOf(s.orderMade({ kind: 'restraining-conviction' })), '2026-06-01')).toBeNull();
    expect(notifyBy(madeOf(s.orderMade({ replaces: s.interimId })), '2026-06-01')).toBeNull();
  });

  it('says when a default is on record', () => {
    const missed: OrderFact = { type: 'NotificationDefaulted', data: { ...of, defaultId: 'd', about: 'initial', lastDay: '2026-05-16' } };
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-14')), missed);
    expect(notificationDuties(order, '2026-06-01')).toMatchObject([{ state: 'defaulted' }]);
  });
});

describe('what shows that he knew', () => {
  const told: OrderFact = {
    type: 'AwarenessEvidenced',
    data: { ...of, evidenceId: 'e1', of: 'order', at: on('2026-05-14', '16:00'), basis: 'told' },
    personal: { detail: { about: [s.perpetratorId], value: 'Told by telephone' } },
  };

  it('is nothing before service unless something shows it', () => {
    const order = s.orderOf(s.orderMade(), s.orderServed(on('2026-05-15', '09:30')));
    expect(knowledgeAt(order, 'order', on('2026-05-14', '18:05'))).toEqual({ shownBy: 'nothing' });
    expect(knowledgeAt(order, 'order', on('2026-05-15', '09:30'))).toMatchObject({ shownBy: 'service', sure: true });
    expect(knowledgeAt(order, 'order', on('2026-05-15'))).toMatchObject({ shownBy: 'service', sure: false });
  });

  it('is presence in court or being told', () => {
    expect(knowledgeAt(s.orderOf(s.orderMade({ respondentPresent: true })), 'order', on('2026-05-14', '12:00'))).toMatchObject({
      shownBy: 'presence',
    });
    expect(knowledgeAt(s.orderOf(s.orderMade(), told), 'order', on('2026-05-14', '18:05'))).toMatchObject({
      shownBy: 'evidence',
      basis: 'told',
    });
    expect(knowledgeAt(s.orderOf(s.orderMade(), told), 'order', on('2026-05-14', '15:59'))).toEqual({ shownBy: 'nothing' });
  });

  it('is found out for each variation on its own', () => {
    const order = s.orderOf(
      s.orderMade({ respondentPresent: true }),
      s.orderVaried('v1', on('2026-07-03', '14:00'), { respondentPresent: true }),
      s.orderVaried('v2', on('2026-08-03', '14:00')),
    );
    expect(knowledgeAt(order, { variationId: 'v1' }, on('2026-07-03', '15:00'))).toMatchObject({ shownBy: 'presence' });
    expect(knowledgeAt(order, { variationId: 'v2' }, on('2026-09-01'))).toEqual({ shownBy: 'nothing' });
  });
});
