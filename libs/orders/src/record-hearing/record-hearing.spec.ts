import { describe, expect, it } from '@jest/globals';
import { determineApplication } from '../determine-application/determine-application.js';
import type { FiledApplication } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { hearingDoubt } from '../domain/hearing-days.js';
import { hearingState } from '../domain/hearings.js';
import type { MadeOrder } from '../domain/order.js';
import * as s from '../domain/specimens.js';
import { type ListedHearing, listHearing, listOrderHearing } from '../list-hearing/list-hearing.js';
import { type HearingDetails, recordHearing, recordOrderHearing } from './record-hearing.js';

const { on } = s;
const filedOn = '2026-03-10';
const filed = s.applicationFiled();
const listed: ListedHearing = { hearingId: 'h1', court: s.maidstone, at: on('2026-03-26', '10:00'), purpose: 'return', room: 'Court 3' };
const withHearing = s.applicationOf(filed, ...listHearing(s.applicationOf(filed), listed, filedOn));
const heard: HearingDetails = {
  ...{ hearingId: 'h1', result: 'directions', heard: 'contested', reason: null, next: null, note: null },
  directions: [{ directionId: 'd1', to: 'respondent', by: '2026-04-09', words: 'Serve a statement' }],
};
const today = '2026-03-26';

const after = (facts: readonly ApplicationFact[]) =>
  s.applicationOf(filed, ...listHearing(s.applicationOf(filed), listed, filedOn), ...facts) as FiledApplication;
const record = (over: Partial<HearingDetails>, day = today) => recordHearing(withHearing, { ...heard, ...over }, day);
const refusedAs = (over: Partial<HearingDetails>, day = today) => s.refusal(() => record(over, day));
const adjourned = { result: 'adjourned', heard: null, directions: [] } as const;

describe('a hearing', () => {
  it('is listed once, not before the filing, and not when the application is determined', () => {
    expect(listHearing(s.applicationOf(filed), listed, filedOn)).toMatchObject([
      { type: 'HearingListed', personal: { room: { value: 'Court 3' } } },
    ]);
    expect(s.refusal(() => listHearing(withHearing, { ...listed, hearingId: 'h2' }, filedOn))).toBe('listed-already');
    expect(s.refusal(() => listHearing(s.applicationOf(filed), { ...listed, at: on('2026-03-09') }, filedOn))).toBe('before-filing');
  });

  it('that has passed without an outcome is seen to have none', () => {
    const [hearing] = after([]).hearings;
    expect(['2026-03-25', '2026-03-26', '2026-03-27'].map((day) => hearing && hearingState(hearing, day))).toEqual([
      'ahead',
      'today',
      'no-outcome',
    ]);
    expect(hearingState(after(record({})).hearings[0]!, '2026-03-27')).toBe('over');
  });

  it('gives directions, each with its day and its words', () => {
    const [hearing] = after(record({})).hearings;
    expect(hearing).toMatchObject({
      outcome: { is: 'directions', heard: 'contested' },
      directions: [{ to: 'respondent', by: '2026-04-09', words: { about: [s.perpetratorId, s.protectedA], value: 'Serve a statement' } }],
    });
  });

  it('is adjourned for a coded reason, and the next is listed at the same court for the same purpose', () => {
    const next = { hearingId: 'h2', at: on('2026-04-20', '14:00') };
    const { hearings } = after(record({ ...adjourned, reason: 'charge-decision-awaited', next }));
    expect(hearings).toMatchObject([
      { hearingId: 'h1', outcome: { is: 'adjourned', reason: 'charge-decision-awaited' } },
      { hearingId: 'h2', follows: 'h1', purpose: 'return', court: s.maidstone, outcome: null },
    ]);
    expect(after(record({ ...adjourned, reason: 'court-time' })).hearings).toHaveLength(1);
  });

  it.each([
    ['another hearing', { hearingId: 'h9' }, today, 'no-such-hearing'],
    ['one still to come', {}, '2026-03-25', 'still-ahead'],
    ['an adjournment without a reason', adjourned, today, 'reason-needed'],
    [
      'one that goes on earlier',
      { ...adjourned, reason: 'other', next: { hearingId: 'h2', at: on('2026-03-20') } },
      today,
      'next-not-later',
    ],
    [
      'one that goes on earlier on the same day',
      { ...adjourned, reason: 'other', next: { hearingId: 'h2', at: on('2026-03-26', '09:30') } },
      today,
      'next-not-later',
    ],
    ['a next day of one that was not adjourned', { next: { hearingId: 'h2', at: on('2026-04-20') } }, today, 'not-adjourned'],
    ['directions alone, and none', { directions: [] }, today, 'directions-needed'],
    ['a direction by a day before it', { directions: [{ ...heard.directions[0]!, by: '2026-03-20' }] }, today, 'direction-too-early'],
  ] as const)('refuses %s', (_, over, day, reason) => {
    expect(refusedAs(over as Partial<HearingDetails>, day)).toBe(reason);
  });

  it('may be adjourned or vacated before its day, and has one outcome', () => {
    expect(record({ ...adjourned, reason: 'interpreter' }, '2026-03-20')).toHaveLength(1);
    expect(record({ result: 'vacated', heard: null, directions: [] }, '2026-03-20')).toHaveLength(1);
    expect(s.refusal(() => recordHearing(after(record({})), heard, today))).toBe('recorded-already');
  });

  it('at which the application is determined needs no other outcome', () => {
    const details = {
      outcome: 'refused',
      at: on('2026-03-26', '12:00'),
      court: s.maidstone,
      reason: 'not-necessary',
      contested: null,
      note: null,
    } as const;
    const { application } = determineApplication(withHearing, [], { ...details, heard: 'by-consent', hearingId: 'h1' }, s.now);
    expect(after(application)).toMatchObject({
      is: 'determined',
      determination: { contested: false, heard: 'by-consent', hearingId: 'h1' },
      hearings: [{ outcome: { is: 'decided', heard: 'by-consent' } }],
    });
    const at = (hearingId: string, of = withHearing) => s.refusal(() => determineApplication(of, [], { ...details, hearingId }, s.now));
    expect([at('h9'), at('h1', after(record({})))]).toEqual(['no-such-hearing', 'hearing-over']);
  });
});

describe('an unlikely day of a hearing', () => {
  const list = (day: string, sureOf: string | null = null, from = filedOn) =>
    s.refusal(() => listHearing(s.applicationOf(filed), { ...listed, at: on(day), sureOf }, from));

  it.each([
    ['2026-12-25', 'bank-holiday'],
    ['2026-12-28', 'bank-holiday'],
    ['2026-03-28', 'saturday'],
    ['2026-03-29', 'sunday'],
    ['2028-03-13', 'far-off'],
  ] as const)('%s is asked about as %s, and taken once somebody says that it is that day', (day, doubt) => {
    expect(hearingDoubt(day, filedOn)).toBe(doubt);
    expect(list(day)).toBe('day-unlikely');
    expect(list(day, '2026-03-31')).toBe('day-unlikely');
    expect(listHearing(s.applicationOf(filed), { ...listed, at: on(day), sureOf: day }, filedOn)).toMatchObject([
      { data: { at: { on: day } } },
    ]);
  });

  it('is also one that has passed, which may be recorded late', () => {
    expect(list('2026-03-26', null, '2026-03-27')).toBe('day-unlikely');
    expect(hearingDoubt('2026-03-26', '2026-03-26')).toBeNull();
    expect(listHearing(s.applicationOf(filed), { ...listed, sureOf: '2026-03-26' }, '2026-03-27')).toHaveLength(1);
  });

  it('is asked about in an adjournment too', () => {
    const next = { hearingId: 'h2', at: on('2026-12-25', '10:00') };
    const going = { ...adjourned, reason: 'court-time', next } as const;
    expect(refusedAs(going)).toBe('day-unlikely');
    expect(record({ ...going, sureOf: '2026-12-25' })).toHaveLength(2);
  });
});

describe('a hearing about an order', () => {
  const made = s.orderMade();
  const variation = { ...listed, at: on('2026-07-20', '10:00'), purpose: 'variation' } as const;

  it('is listed and recorded in facts of their own', () => {
    const facts = listOrderHearing(s.orderOf(made), variation, '2026-06-01');
    const order = s.orderOf(made, ...facts);
    const outcome = recordOrderHearing(order, { ...heard, result: 'decided', directions: [] }, '2026-07-20');
    expect([...facts, ...outcome].map(({ type }) => type)).toEqual(['OrderHearingListed', 'OrderHearingHeld']);
    expect((s.orderOf(made, ...facts, ...outcome) as MadeOrder).hearings).toMatchObject([{ outcome: { is: 'decided' } }]);
  });

  it('is at a court that may hear it; an appeal goes to the one above', () => {
    const county = { type: 'county', name: 'Testville' } as const;
    expect(s.refusal(() => listOrderHearing(s.orderOf(made), { ...variation, court: county }, '2026-06-01'))).toBe('wrong-court');
    const appeal = { ...variation, purpose: 'appeal' } as const;
    expect(s.refusal(() => listOrderHearing(s.orderOf(made), { ...appeal, court: county }, '2026-06-01'))).toBe('wrong-court');
    expect(listOrderHearing(s.orderOf(made), { ...appeal, court: { type: 'crown', name: 'Testville' } }, '2026-06-01')).toHaveLength(1);
    expect(s.refusal(() => listOrderHearing(s.orderOf(made), { ...variation, at: on('2026-05-01') }, '2026-06-01'))).toBe('before-made');
  });
});
