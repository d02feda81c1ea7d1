import { fold, personal } from '#event-sourcing';
import { type CaseState, cases, type OpenedCase } from './case.js';
import type { CaseFact } from './events.js';

// Facts of one fictional investigation, for the specs of the decisions: opened on 3 Mar 2026 about messages and a visit.

type DataOf<Type extends CaseFact['type']> = Extract<CaseFact, { type: Type }>['data'];

export const of = { caseId: 'c-1', perpetratorId: 'p-1', force: '46' } as const;
export const victim = 'v-1';
export const sister = 'v-2';
/** Long after everything in the examples. */
export const now = '2026-11-21T12:00:00.000Z';

export function caseOpened(over: Partial<DataOf<'StalkingCaseOpened'>> = {}): CaseFact {
  return {
    type: 'StalkingCaseOpened',
    data: { ...of, openedOn: '2026-03-03', source: 'victim', protectedPersonIds: [victim], ...over },
    personal: { summary: personal(['p-1', victim], 'Messages from a former colleague') },
  };
}

export function incidentRecorded(over: Partial<DataOf<'IncidentRecorded'>> = {}): CaseFact {
  return {
    type: 'IncidentRecorded',
    data: {
      ...of,
      incidentId: 'i-1',
      occurred: { on: '2026-03-02', until: '2026-03-02', at: '2026-03-02T18:05:00.000Z' },
      reportedAt: '2026-03-03T09:00:00.000Z',
      channel: 'phone-101',
      reporter: 'protected-person',
      conduct: ['message'],
      protectedPersonIds: [victim],
      ...over,
    },
    personal: { account: personal(['p-1', victim], 'Eleven messages in an hour') },
  };
}

export const classified: CaseFact = {
  type: 'IncidentClassified',
  data: { ...of, classificationId: 'k-1', incidentId: 'i-1', offenceCode: 'PH97006', principal: true, on: '2026-03-04' },
};

export function riskAssessed(over: Partial<DataOf<'RiskAssessed'>> = {}): CaseFact {
  return {
    type: 'RiskAssessed',
    data: {
      ...of,
      assessmentId: 'r-1',
      tool: 's-dash',
      version: '2009',
      answers: { frightened: 'yes', threats: 'no' },
      grade: 'medium',
      assessor: 'officer',
      on: '2026-03-04',
      protectedPersonId: victim,
      ...over,
    },
  };
}

export function considered(over: Partial<DataOf<'SpoConsidered'>> = {}): CaseFact {
  return {
    type: 'SpoConsidered',
    data: {
      ...of,
      considerationId: 'd-1',
      decision: 'no',
      reasons: ['evidence'],
      on: '2026-03-05',
      by: 'supervisor',
      lookAgainOn: null,
      ...over,
    },
  };
}

/** The case that these facts make. */
export function given(...facts: readonly CaseFact[]): CaseState {
  return fold(cases, facts);
}

/** The same, which must have been opened. */
export function opened(...facts: readonly CaseFact[]): OpenedCase {
  const state = given(caseOpened(), ...facts);
  if (state.is !== 'opened') throw new Error('The facts open no case');
  return state;
}

/** What `decide` answers: its facts, or the reason for which it refuses. Anything else it throws is thrown on. */
export function outcome(decide: () => readonly CaseFact[]): readonly CaseFact[] | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Error && 'reason' in error && typeof error.reason === 'string') return error.reason;
    throw error;
  }
}
