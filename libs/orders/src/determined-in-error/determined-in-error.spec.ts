import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { determineApplication, type NotGrantedDetails } from '../determine-application/determine-application.js';
import { applications } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { inForceAt } from '../domain/in-force.js';
import * as s from '../domain/specimens.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { determinedInError } from './determined-in-error.js';

const { on, until } = s;
const who = { force: s.force, now: '2026-11-21T09:00:00.000Z' };
const error = { errorId: 'e1', reason: 'The court refused another application' };
const filed = s.applicationFiled();
const interim = s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-05-14'), end: until('2026-12-31') });
const of = { applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force };
const refused: NotGrantedDetails = {
  ...{ outcome: 'refused', at: on('2026-06-01'), court: s.maidstone, contested: true, note: null },
  reason: 'not-proved' as NotGrantedDetails['reason'],
};
const determined = determineApplication(s.applicationOf(filed), [s.orderOf(interim)], refused, s.now);
const application = s.applicationOf(filed, ...determined.application);
const ceased = s.orderOf(interim, ...(determined.interims[0]?.facts ?? []));

describe('a determination that was recorded in error', () => {
  it('lets the application wait again, and the interim order be in force as its own dates say', () => {
    expect(inForceAt(ceased, on('2026-07-01')).is).toBe('not-in-force');
    const undone = determinedInError(application, null, [ceased], error, who);
    expect(fold(applications, [filed, ...determined.application, ...undone.application])).toMatchObject({ is: 'pending', hearings: [] });
    const again = s.orderOf(interim, ...(determined.interims[0]?.facts ?? []), ...(undone.interims[0]?.facts ?? []));
    expect([inForceAt(again, on('2026-07-01')).is, inForceAt(again, on('2027-01-01')).is]).toEqual(['in-force', 'not-in-force']);
  });

  it('leaves an interim order ended that an earlier determination had ended', () => {
    const later = s.applicationOf(
      ...[filed, ...determined.application],
      {
        type: 'RefusalAppealed',
        data: { ...of, appealId: 'a1', on: '2026-06-10', by: 'chief-officer', court: s.crown },
        personal: undefined as never,
      },
      {
        type: 'RefusalAppealDecided',
        data: { ...of, appealId: 'a1', at: on('2026-07-06'), court: s.crown, result: 'remitted', orderId: null },
      },
      ...determineApplication(s.applicationOf(filed), [], { ...refused, at: on('2026-09-01') }, s.now).application,
    );
    expect(determinedInError(later, null, [ceased], error, who).interims).toEqual([]);
  });

  it('takes with it what was recorded of its hearing, and nothing of another', () => {
    const listed = (hearingId: string, day: string): ApplicationFact => ({
      type: 'HearingListed',
      data: { ...of, hearingId, court: s.maidstone, at: on(day), purpose: 'final', follows: null },
    });
    const held = (hearingId: string): ApplicationFact => ({
      type: 'HearingAdjourned',
      data: { ...of, hearingId, reason: 'other' },
    });
    const before = [filed, listed('h1', '2026-05-20'), held('h1'), listed('h2', '2026-06-01')];
    const facts = determineApplication(s.applicationOf(...before), [], { ...refused, hearingId: 'h2' }, s.now).application;
    const decided = s.applicationOf(...before, ...facts);
    expect(decided).toMatchObject({ hearings: [{ outcome: { is: 'adjourned' } }, { outcome: { is: 'decided' } }] });
    const undone = determinedInError(decided, null, [], error, who).application;
    expect(s.applicationOf(...before, ...facts, ...undone)).toMatchObject({
      hearings: [{ outcome: { is: 'adjourned' } }, { outcome: null }],
    });
    // What was decided at an earlier hearing, and set aside on appeal, stays.
    const remitted: readonly ApplicationFact[] = [
      { type: 'RefusalAppealed', data: { ...of, appealId: 'a1', on: '2026-06-10', by: 'chief-officer', court: s.crown } },
      {
        type: 'RefusalAppealDecided',
        data: { ...of, appealId: 'a1', at: on('2026-07-06'), court: s.crown, result: 'remitted', orderId: null },
      },
    ];
    const waiting = [...before, ...facts, ...remitted, listed('h3', '2026-09-01')];
    const later = { ...refused, at: on('2026-09-01'), hearingId: 'h3' };
    const twice = [...waiting, ...determineApplication(s.applicationOf(...waiting), [], later, s.now).application];
    const back = determinedInError(s.applicationOf(...twice), null, [], error, who).application;
    expect(s.applicationOf(...twice, ...back)).toMatchObject({
      hearings: [{ outcome: { is: 'adjourned' } }, { outcome: { is: 'decided' } }, { outcome: null }],
    });
  });

  it('waits for the order that it granted to be said in error first', () => {
    const draft = s.orderDraft();
    const granting = determineApplication(
      s.applicationOf(filed),
      [],
      { outcome: 'granted', orderId: s.orderId, draft, contested: true, note: null },
      s.now,
    );
    const granted = s.applicationOf(filed, ...granting.application);
    const order = s.orderOf(...granting.order);
    for (const wrong of [order, null, s.orderOf()])
      expect(s.refusal(() => determinedInError(granted, wrong, [], error, who))).toBe('order-first');
    const whole = recordInError(order, { errorId: 'e2', of: { is: 'order', why: 'never-made' }, reason: 'Refused' }, who);
    const undone = determinedInError(granted, s.orderOf(...granting.order, ...whole), [], error, who);
    expect(undone.application).toMatchObject([{ type: 'DeterminationRecordedInError' }]);
  });

  it('is refused of what waits, and by another force', () => {
    expect(s.refusal(() => determinedInError(s.applicationOf(filed), null, [], error, who))).toBe('not-determined');
    expect(s.refusal(() => determinedInError(application, null, [ceased], error, { ...who, force: '42' }))).toBe('not-your-application');
  });
});
