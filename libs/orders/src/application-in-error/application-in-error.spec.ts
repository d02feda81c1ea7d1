import { describe, expect, it } from '@jest/globals';
import type { FiledApplication } from '../domain/application.js';
import { applicationEntryKey, entriesOfApplication, isApplicationFactInError, isFiled } from '../domain/application-in-error.js';
import type { ApplicationFact } from '../domain/events.js';
import { waitsForCourt } from '../domain/refusal-appeals.js';
import * as s from '../domain/specimens.js';
import { determineApplication, type NotGrantedDetails } from '../determine-application/determine-application.js';
import { listHearing } from '../list-hearing/list-hearing.js';
import { type HearingDetails, recordHearing } from '../record-hearing/record-hearing.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { settleDirection } from '../settle-direction/settle-direction.js';
import { withdrawSupport } from '../withdraw-support/withdraw-support.js';
import { applicationInError, type ApplicationInErrorDetails } from './application-in-error.js';

const who = { force: s.force, now: '2026-11-21T09:00:00.000Z' };
const filed = s.applicationFiled();
const whole = (why: 'wrong-person' | 'twice' | 'never-filed' | null = 'wrong-person') =>
  ({
    errorId: 'e1',
    of: { is: 'application', why },
    reason: 'Keyed on the record of his brother',
  }) as const satisfies ApplicationInErrorDetails;
const entry = (key: string) => ({ errorId: 'e1', of: { is: 'entry', key }, reason: 'Misread' }) as const;
const after = (...facts: readonly ApplicationFact[]) => s.applicationOf(filed, ...facts) as FiledApplication;
const said = (facts: readonly ApplicationFact[], details: ApplicationInErrorDetails) =>
  applicationInError(after(...facts), [], details, who);
const keys = (application: FiledApplication) => entriesOfApplication(application).map(applicationEntryKey);

const listed = listHearing(
  after(),
  { hearingId: 'h1', court: s.maidstone, at: s.on('2026-03-26', '10:00'), purpose: 'return', room: null },
  '2026-03-10',
);
const adjourned: HearingDetails = {
  ...{ hearingId: 'h1', result: 'adjourned', heard: null, reason: 'court-time', note: null },
  next: { hearingId: 'h2', at: s.on('2026-04-20', '14:00') },
  directions: [{ directionId: 'd1', to: 'police', by: '2026-04-09', words: 'Serve a statement' }],
};
const heard = [...listed, ...recordHearing(after(...listed), adjourned, '2026-03-26')];

describe('an application that was recorded in error', () => {
  it('is filed by nobody, waits for nothing, and takes no more facts', () => {
    const gone = after(...said([], whole()));
    expect([isFiled(gone), waitsForCourt(gone), gone.is]).toEqual([false, false, 'in-error']);
    expect(gone).toMatchObject({
      error: { on: '2026-11-21', why: 'wrong-person', reason: { value: 'Keyed on the record of his brother' } },
    });
    expect(
      s.refusal(() =>
        listHearing(gone, { hearingId: 'h9', court: s.maidstone, at: s.on('2026-12-01'), purpose: 'final', room: null }, '2026-11-21'),
      ),
    ).toBe('application-in-error');
    expect(s.refusal(() => applicationInError(gone, [], whole(), who))).toBe('application-in-error');
    expect(entriesOfApplication(gone)).toEqual([]);
  });

  it('marks everything on its history but the preparation of one that nobody filed', () => {
    const gone = (why: 'wrong-person' | 'never-filed') => after(...said([], whole(why)));
    const begun = { type: 'DraftAbandoned', data: {} } as unknown as ApplicationFact;
    const marked = (why: 'wrong-person' | 'never-filed') =>
      [filed, begun, ...said([], whole(why))].map((fact) => isApplicationFactInError(gone(why), fact, '2026-03-10T09:00:00.000Z'));
    expect([marked('wrong-person'), marked('never-filed')]).toEqual([
      [true, true, false],
      [true, false, false],
    ]);
  });

  it('is so said while no court decided anything, by the force that applied, with why', () => {
    const refused: NotGrantedDetails = {
      ...{ outcome: 'refused', at: s.on('2026-06-01'), court: s.maidstone, contested: true, note: null },
      reason: 'not-necessary',
    };
    const determined = determineApplication(after(), [], refused, s.now).application;
    expect(s.refusal(() => said(determined, whole()))).toBe('decided-first');
    expect(s.refusal(() => said([], whole(null)))).toBe('why-needed');
    expect(s.refusal(() => applicationInError(after(), [], whole(), { ...who, force: '42' }))).toBe('not-your-application');
    const interim = s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: s.on('2026-03-12') });
    expect(s.refusal(() => applicationInError(after(), [s.orderOf(interim)], whole(), who))).toBe('interim-made');
    const gone = recordInError(s.orderOf(interim), { errorId: 'e2', of: { is: 'order', why: 'wrong-person' }, reason: 'His brother' }, who);
    expect(applicationInError(after(), [s.orderOf(interim, ...gone)], whole(), who)).toHaveLength(1);
  });
});

describe('an entry of an application that was recorded in error', () => {
  it('of somebody who no longer supports it: they do, and can say so later', () => {
    const withdrawn = withdrawSupport(after(), { protectedPersonId: s.protectedA, on: '2026-03-16' }, s.now);
    const key = `support:${s.protectedA}`;
    expect(keys(after(...withdrawn))).toEqual([key]);
    const taken = [...withdrawn, ...said(withdrawn, entry(key))];
    expect(after(...taken)).toMatchObject({ is: 'pending', supportWithdrawn: [], errors: [{ was: '2026-03-16' }] });
    const again = [...taken, ...withdrawSupport(after(...taken), { protectedPersonId: s.protectedA, on: '2026-03-20' }, s.now)];
    expect(after(...again).supportWithdrawn).toHaveLength(1);
    const marked = (recordedAt: string) => isApplicationFactInError(after(...again), again[0]!, recordedAt);
    expect([marked('2026-11-20T09:00:00.000Z'), marked('2026-11-22T09:00:00.000Z')]).toEqual([true, false]);
    expect(s.refusal(() => said([], entry(key)))).toBe('no-such-entry');
  });

  it('of a hearing: it waits again, without what was directed and without the day it was adjourned to', () => {
    expect(after(...heard).hearings).toHaveLength(2);
    const taken = [...heard, ...said(heard, entry('hearing-outcome:h1'))];
    expect(after(...taken).hearings).toMatchObject([{ hearingId: 'h1', outcome: null, directions: [] }]);
    const marked = heard.map((fact) => isApplicationFactInError(after(...taken), fact, '2026-03-27T09:00:00.000Z'));
    expect(heard.map(({ type }) => type)).toEqual(['HearingListed', 'DirectionsGiven', 'HearingAdjourned', 'HearingListed']);
    expect(marked).toEqual([false, true, true, true]);
    expect(recordHearing(after(...taken), { ...adjourned, next: null }, '2026-11-21').length).toBe(2);
  });

  it('of a hearing that was adjourned is taken back only before what became of the next', () => {
    const next: HearingDetails = {
      ...{ hearingId: 'h2', result: 'vacated', heard: null, reason: null, next: null, note: null },
      directions: [],
    };
    const both = [...heard, ...recordHearing(after(...heard), next, '2026-04-20')];
    expect(keys(after(...both))).toEqual(['hearing-outcome:h2']);
    expect(s.refusal(() => said(both, entry('hearing-outcome:h1')))).toBe('no-such-entry');
  });

  it('never is the hearing at which the application was determined', () => {
    const refused: NotGrantedDetails = {
      ...{ outcome: 'refused', at: s.on('2026-03-26', '10:30'), court: s.maidstone, contested: true, note: null, hearingId: 'h1' },
      reason: 'not-necessary',
    };
    expect(keys(after(...listed, ...determineApplication(after(...listed), [], refused, s.now).application))).toEqual([]);
  });

  it('of a direction that was done: it is to be done again', () => {
    const settlement = { directionId: 'd1', how: 'done', on: '2026-04-08', by: 'PC 0000' } as const;
    const done = [...heard, ...settleDirection(after(...heard), settlement, s.now)];
    expect(keys(after(...done))).toContain('direction-done:d1');
    const taken = after(...done, ...said(done, entry('direction-done:d1')));
    expect(taken.hearings[0]?.directions).toMatchObject([{ directionId: 'd1', settled: null }]);
  });
});
