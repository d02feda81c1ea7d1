import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personal } from '#event-sourcing';
import { caseOpened, considered, given, incidentRecorded, of, opened, riskAssessed, sister, victim } from './example-facts.js';
import type { CaseFact, ConsiderationReason } from './events.js';
import { considerationStanding, currentGrade, incidentNumber, standingIncidents, supports } from './standing.js';

const reasons: readonly ConsiderationReason[] = ['grounds-not-met', 'other-order-sought', 'evidence', 'victim-view', 'other'];

describe('whether an order was considered', () => {
  it('is missing until somebody records it, whatever else is recorded', () => {
    expect(considerationStanding(opened(incidentRecorded(), riskAssessed()), '2026-03-10')).toBe('missing');
  });

  it('is what was decided last', () => {
    const first = considered({ decision: 'yes', reasons: [] });
    expect(considerationStanding(opened(first), '2026-03-10')).toBe('yes');
    expect(considerationStanding(opened(first, considered({ considerationId: 'd-2' })), '2026-03-10')).toBe('no');
  });

  it('is never settled by the victim’s wish alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...reasons), { minLength: 1 }), (some) => {
        const standing = considerationStanding(opened(considered({ reasons: some })), '2026-03-10');
        expect(standing).toBe(some.some((reason) => reason !== 'victim-view') ? 'no' : 'unreasoned');
      }),
    );
  });

  it('asks again the day after the day that was set, and not on it', () => {
    const deferred = opened(considered({ decision: 'deferred', reasons: ['charging-decision-awaited'], lookAgainOn: '2026-03-20' }));
    expect(considerationStanding(deferred, '2026-03-20')).toBe('deferred');
    expect(considerationStanding(deferred, '2026-03-21')).toBe('overdue');
  });
});

describe('the number of an incident', () => {
  it('is the order of recording, whichever happened first or is in error', () => {
    const later = incidentRecorded({ incidentId: 'i-2', occurred: { on: '2026-02-01', until: '2026-02-01', at: null } });
    const error: CaseFact = {
      type: 'IncidentRecordedInError',
      data: { ...of, incidentId: 'i-1' },
      personal: { reason: personal(['p-1'], 'Twice') },
    };
    const state = opened(incidentRecorded(), later, error, incidentRecorded({ incidentId: 'i-3' }));
    expect(['i-1', 'i-2', 'i-3', 'i-4'].map((id) => incidentNumber(state, id))).toEqual([1, 2, 3, 0]);
  });
});

describe('the risk', () => {
  it('is the gravest of the newest grades of each person', () => {
    const one = riskAssessed({ grade: 'high' });
    const later = riskAssessed({ assessmentId: 'r-2', grade: 'standard', on: '2026-04-01' });
    const other = riskAssessed({ assessmentId: 'r-3', grade: 'medium', protectedPersonId: sister });
    expect(currentGrade(opened())).toBeNull();
    expect(currentGrade(opened(one))).toBe('high');
    expect(currentGrade(opened(one, later))).toBe('standard');
    expect(currentGrade(opened(one, later, other))).toBe('medium');
  });

  it('is as it was graded last', () => {
    const regraded = {
      type: 'RiskRegraded' as const,
      data: {
        ...of,
        regradeId: 'g-1',
        assessmentId: 'r-1',
        from: 'medium' as const,
        grade: 'high' as const,
        assessor: 'supervisor' as const,
        on: '2026-03-06',
      },
      personal: { reason: { about: ['p-1'], value: 'He has bought a knife' } },
    };
    const left = opened(riskAssessed(), regraded);
    expect(currentGrade(left)).toBe('high');
    expect(left.assessments).toMatchObject([{ firstGrade: 'medium', grade: 'high', regrades: [{ from: 'medium' }] }]);
  });
});

describe('what stands', () => {
  it('leaves out an incident recorded in error, which stays readable', () => {
    const inError = {
      type: 'IncidentRecordedInError' as const,
      data: { ...of, incidentId: 'i-1' },
      personal: { reason: { about: ['p-1'], value: 'It was his brother' } },
    };
    const left = opened(incidentRecorded(), incidentRecorded({ incidentId: 'i-2' }), inError);
    expect(standingIncidents(left).map(({ incidentId }) => incidentId)).toEqual(['i-2']);
    expect(left.incidents).toHaveLength(2);
  });

  it('names everybody whom an incident names, each once, in the order they came', () => {
    expect(opened(incidentRecorded({ protectedPersonIds: [sister, victim] })).protectedPersonIds).toEqual([victim, sister]);
  });

  it('is the support that was said last', () => {
    const said = (type: 'VictimSupportWithdrawn' | 'VictimSupportRegained') => ({
      type,
      data: { ...of, protectedPersonId: victim, on: '2026-03-09' },
    });
    expect(supports(opened(), victim)).toBe(true);
    expect(supports(opened(said('VictimSupportWithdrawn')), victim)).toBe(false);
    expect(supports(opened(said('VictimSupportWithdrawn'), said('VictimSupportRegained')), victim)).toBe(true);
  });

  it('is nothing for facts of a case that was never opened, and a case is opened once', () => {
    expect(given(incidentRecorded())).toEqual({ is: 'none' });
    expect(given(caseOpened(), caseOpened({ openedOn: '2026-05-01' }))).toMatchObject({ openedOn: '2026-03-03' });
  });
});
