import { describe, expect, it } from '@jest/globals';
import { caseOpened, considered, given, now, outcome } from '../domain/example-facts.js';
import { considerationStanding } from '../domain/standing.js';
import { considerSpo, type ConsiderationDetails } from './consider-spo.js';

const details: ConsiderationDetails = {
  considerationId: 'd-1',
  decision: 'no',
  reasons: ['grounds-not-met'],
  on: '2026-03-05',
  by: 'supervisor',
  lookAgainOn: null,
  rationale: 'One act only',
};
const when = (over: Partial<ConsiderationDetails>, state = given(caseOpened())) =>
  outcome(() => considerSpo(state, { ...details, ...over }, now));

describe('considering an order', () => {
  it('needs a reason when none is sought, and none when one is', () => {
    expect(when({ reasons: [] })).toBe('reason-needed');
    expect(when({ decision: 'deferred', reasons: [], lookAgainOn: '2026-04-01' })).toBe('reason-needed');
    expect(when({ decision: 'yes', reasons: [], rationale: null })).toMatchObject([{ data: { decision: 'yes', reasons: [] } }]);
    expect(when({ decision: 'yes', reasons: ['evidence'] })).toMatchObject([{ data: { reasons: [] } }]);
  });

  it('records the victim’s wish beside another reason, and never takes it for the only one', () => {
    expect(when({ reasons: ['victim-view'] })).toBe('wish-alone');
    expect(when({ reasons: ['victim-view', 'victim-view'], rationale: 'She does not wish it' })).toBe('wish-alone');
    expect(when({ decision: 'deferred', reasons: ['victim-view'], lookAgainOn: '2026-04-01' })).toBe('wish-alone');
    expect(when({ reasons: ['victim-view', 'evidence'] })).toMatchObject([{ data: { reasons: ['victim-view', 'evidence'] } }]);
  });

  it('still reads what was recorded with that reason alone, and takes a decision after it', () => {
    const before = given(caseOpened(), considered({ reasons: ['victim-view'] }));
    expect(before.is === 'opened' && considerationStanding(before, '2026-03-06')).toBe('unreasoned');
    expect(when({}, before)).toHaveLength(1);
  });

  it('explains another reason in words', () => {
    expect(when({ reasons: ['other'], rationale: null })).toBe('rationale-needed');
  });

  it('is deferred to a later day only', () => {
    const deferred = { decision: 'deferred', reasons: ['legal-advice-awaited'] } as const;
    expect(when(deferred)).toBe('look-again-needed');
    expect(when({ ...deferred, lookAgainOn: '2026-03-05' })).toBe('look-again-must-be-later');
    expect(when({ ...deferred, lookAgainOn: '2026-03-06' })).toMatchObject([{ data: { lookAgainOn: '2026-03-06' } }]);
    expect(when({ lookAgainOn: '2026-03-06' })).toMatchObject([{ data: { lookAgainOn: null } }]);
  });

  it('is never ahead, nor before what was considered last', () => {
    expect(when({ on: '2026-11-22' })).toBe('in-the-future');
    expect(when({ on: '2026-03-04' }, given(caseOpened(), considered()))).toBe('before-the-last');
    expect(when({}, given(caseOpened(), considered()))).toHaveLength(1);
  });
});
