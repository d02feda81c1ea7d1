import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { applications, type FiledApplication } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { interimRefusals } from '../domain/interim-refusals.js';
import * as s from '../domain/specimens.js';
import { settleInterimRefusal } from './settle-interim-refusal.js';

const of = { applicationId: s.applicationId, perpetratorId: s.perpetratorId, force: s.force };
const listed: ApplicationFact = {
  type: 'HearingListed',
  data: { ...of, hearingId: 'h-1', court: s.maidstone, at: s.on('2026-06-10'), purpose: 'interim', follows: null },
};
const held = (result: 'interim-refused' | 'directions'): ApplicationFact => ({
  type: 'HearingHeld',
  data: { ...of, hearingId: 'h-1', result, heard: 'in-absence' },
});
const refused = [s.applicationFiled({ filedOn: '2026-06-01' }), listed, held('interim-refused')] as const;
const state = (...facts: readonly ApplicationFact[]) => interimRefusals(fold(applications, facts) as FiledApplication);
const settle = (facts: readonly ApplicationFact[], over: { how?: 'appealed' | 'accepted'; on?: string; hearingId?: string } = {}) =>
  settleInterimRefusal(
    fold(applications, facts),
    { hearingId: 'h-1', how: 'accepted', on: '2026-06-11', reason: ' It is heard again in a week ', ...over },
    s.now,
  );

describe('the refusal of an interim order', () => {
  it('is open to an appeal until somebody settles it, one was made, or the application is determined', () => {
    expect(state(...refused)).toMatchObject([{ hearingId: 'h-1', on: '2026-06-10', source: 'SPA 2019 s.7', settled: null }]);
    expect(state(...refused.slice(0, 2), held('directions'))).toEqual([]);
    const made: ApplicationFact = {
      type: 'InterimOrderObtained',
      data: { ...of, orderId: s.interimId, made: s.on('2026-06-15') },
    };
    expect(state(...refused, made)).toMatchObject([{ settled: 'over' }]);
  });

  it('is settled by an appeal or by the decision that there is none, and anew where somebody thinks again', () => {
    const accepted = settle(refused);
    expect(accepted).toMatchObject([
      {
        type: 'InterimRefusalSettled',
        data: { hearingId: 'h-1', how: 'accepted' },
        personal: { reason: { value: 'It is heard again in a week' } },
      },
    ]);
    expect(state(...refused, ...accepted)).toMatchObject([{ settled: 'accepted' }]);
    const again = settle([...refused, ...accepted], { how: 'appealed', on: '2026-06-12' });
    expect(state(...refused, ...accepted, ...again)).toMatchObject([{ settled: 'appealed' }]);
    expect(s.refusal(() => settle([...refused, ...accepted]))).toBe('settled-so-already');
  });

  it('is settled of no other hearing, nor before it or ahead of time', () => {
    expect(s.refusal(() => settle(refused, { hearingId: 'h-2' }))).toBe('not-refused');
    expect(s.refusal(() => settle([...refused.slice(0, 2), held('directions')]))).toBe('not-refused');
    expect(s.refusal(() => settle(refused, { on: '2026-06-09' }))).toBe('before-refusal');
    expect(s.refusal(() => settle(refused, { on: '2026-11-22' }))).toBe('in-the-future');
  });
});
