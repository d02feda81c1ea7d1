import { describe, expect, it } from '@jest/globals';
import { notificationDuties } from '../domain/notification.js';
import * as s from '../domain/specimens.js';
import { exemptNotification } from '../exempt-notification/exempt-notification.js';
import { learnDetailsChange } from '../learn-details-change/learn-details-change.js';
import { recordDefault } from '../record-default/record-default.js';
import { recordNotification, type NotificationDetails } from './record-notification.js';

const { on } = s;
const served = [s.orderMade(), s.orderServed(on('2026-05-14', '15:00'))];
const given: NotificationDetails = {
  notificationId: 'n1',
  about: 'initial',
  at: on('2026-05-15', '10:00'),
  inAdvance: false,
  station: 'Testville',
  officer: 'PC 0000 Test',
  details: 'Name and address',
};
const restraining = s.orderOf(s.orderMade({ kind: 'restraining-conviction' }));

describe('notification', () => {
  it('is recorded once and meets the duty', () => {
    const facts = recordNotification(s.orderOf(...served), given, s.now);
    expect(facts).toMatchObject([{ type: 'NotificationGiven', personal: { station: { about: [s.perpetratorId] } } }]);
    expect(recordNotification(s.orderOf(...served, ...facts), { ...given, notificationId: 'n2' }, s.now)).toEqual([]);
    expect(notificationDuties(s.orderOf(...served, ...facts), '2026-05-20')).toMatchObject([{ state: 'given' }]);
  });

  it('is owed for a change we learn of, told once', () => {
    const moved = learnDetailsChange(s.orderOf(...served), { changeId: 'c1', of: 'address', on: '2026-06-05' }, s.now);
    expect(notificationDuties(s.orderOf(...served, ...moved), '2026-06-06')).toMatchObject([
      { about: 'initial' },
      { about: 'address', lastDay: '2026-06-07' },
    ]);
    expect(learnDetailsChange(s.orderOf(...served, ...moved), { changeId: 'c2', of: 'address', on: '2026-06-05' }, s.now)).toEqual([]);
  });

  it('of a change that came later is asked about, unless it was given in advance or no later change is on record', () => {
    const moved = learnDetailsChange(s.orderOf(...served), { changeId: 'c1', of: 'address', on: '2026-05-20' }, on('2026-06-01', '09:00'));
    const order = s.orderOf(...served, ...moved);
    const before = { ...given, about: 'address', at: on('2026-05-18', '10:00') } as const;
    const now = on('2026-06-01', '09:00');
    expect(s.refusal(() => recordNotification(order, before, now))).toBe('before-the-change');
    expect(recordNotification(order, { ...before, inAdvance: true }, now)).toHaveLength(1);
    expect(recordNotification(s.orderOf(...served), before, now)).toHaveLength(1);
    expect(recordNotification(order, { ...before, at: on('2026-05-20', '10:00') }, now)).toHaveLength(1);
    const earlier = learnDetailsChange(order, { changeId: 'c2', of: 'address', on: '2026-05-17' }, now);
    expect(recordNotification(s.orderOf(...served, ...moved, ...earlier), before, now)).toHaveLength(1);
  });

  it('sleeps while the respondent is under the Sexual Offences Act', () => {
    const exempt = exemptNotification(s.orderOf(...served), { finalDay: '2026-06-12' });
    expect(notificationDuties(s.orderOf(...served, ...exempt), '2026-06-12')).toMatchObject([{ lastDay: '2026-06-14', state: 'due' }]);
    expect(exemptNotification(s.orderOf(...served, ...exempt), { finalDay: '2026-06-12' })).toEqual([]);
    expect(exemptNotification(s.orderOf(...served, ...exempt), { finalDay: null })).toHaveLength(1);
  });

  it('is in default once, and only after its last day', () => {
    const missed = { defaultId: 'd1', about: 'initial', lastDay: '2026-05-16' } as const;
    expect(s.refusal(() => recordDefault(s.orderOf(...served), missed, '2026-05-16'))).toBe('not-overdue');
    const facts = recordDefault(s.orderOf(...served), missed, '2026-05-17');
    expect(facts).toMatchObject([{ type: 'NotificationDefaulted', data: missed }]);
    expect(recordDefault(s.orderOf(...served, ...facts), { ...missed, defaultId: 'd2' }, '2026-05-18')).toEqual([]);
  });

  it('is not owed under a restraining order', () => {
    expect(s.refusal(() => recordNotification(restraining, given, s.now))).toBe('no-duty');
    expect(s.refusal(() => exemptNotification(restraining, { finalDay: null }))).toBe('no-duty');
    expect(s.refusal(() => learnDetailsChange(restraining, { changeId: 'c', of: 'name', on: '2026-06-05' }, s.now))).toBe('no-duty');
    expect(s.refusal(() => recordDefault(restraining, { defaultId: 'd', about: 'initial', lastDay: '2026-05-16' }, '2026-06-01'))).toBe(
      'not-overdue',
    );
  });
});
