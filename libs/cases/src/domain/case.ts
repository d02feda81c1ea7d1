import type { Instant, LocalDate } from '#calendar';
import type { Personal, StreamType } from '#event-sourcing';
import type { Conduct } from './conduct.js';
import type { CaseFact, CaseReferenceKind, CaseSource } from './events.js';
import type { Channel, Occurred, ReporterRole } from './occurred.js';
import type { Grade } from './risk-tools.js';

type Of<Type extends CaseFact['type']> = Omit<Extract<CaseFact, { type: Type }>['data'], 'caseId' | 'perpetratorId' | 'force'>;

/** Something that happened, with the latest correction in it. */
export interface Incident {
  readonly incidentId: string;
  readonly occurred: Occurred;
  readonly reportedAt: Instant;
  readonly channel: Channel;
  readonly reporter: ReporterRole;
  readonly conduct: readonly Conduct[];
  readonly protectedPersonIds: readonly string[];
  readonly account: Personal<string>;
  readonly place: Personal<string> | null;
  /** Times it was corrected. */
  readonly corrections: number;
  /** Why it was recorded in error; null while it stands. */
  readonly inError: Personal<string> | null;
}

export interface CaseReference {
  readonly referenceId: string;
  readonly kind: CaseReferenceKind;
  /** CJS code of the force whose number it is. */
  readonly givenBy: string;
  readonly system: string;
  readonly number: Personal<string>;
}

export interface Classification extends Omit<Of<'IncidentClassified'>, 'inPlaceOf'> {
  /** The day from which another one is the principal crime instead; null while none took its place. */
  readonly principalUntil: LocalDate | null;
  /** Since when it is held no more, and why; null while it stands. */
  readonly cancelled: { readonly on: LocalDate; readonly reason: Personal<string> } | null;
}

export interface Assessment extends Omit<Of<'RiskAssessed'>, 'grade'> {
  /** As it was graded first. */
  readonly firstGrade: Grade;
  /** As it stands after every re-grading. */
  readonly grade: Grade;
  readonly note: Personal<string> | null;
  readonly regrades: readonly (Omit<Of<'RiskRegraded'>, 'assessmentId'> & { readonly reason: Personal<string> })[];
}

export interface Consideration extends Of<'SpoConsidered'> {
  readonly rationale: Personal<string> | null;
}

/** What somebody said about supporting the investigation, in the order it was recorded. */
export interface SupportSaid extends Of<'VictimSupportWithdrawn'> {
  readonly supports: boolean;
  readonly words: Personal<string> | null;
}

export interface Outcome extends Of<'CaseOutcomeRecorded'> {
  readonly note: Personal<string> | null;
}

/** One investigation as its facts leave it. */
export interface OpenedCase {
  readonly is: 'opened';
  readonly caseId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly openedOn: LocalDate;
  readonly source: CaseSource;
  /** Everybody it names, in the order they were named first. */
  readonly protectedPersonIds: readonly string[];
  /** Those whom it named when it was opened. */
  readonly namedAtOpening: readonly string[];
  readonly summary: Personal<string> | null;
  readonly references: readonly CaseReference[];
  readonly incidents: readonly Incident[];
  readonly classifications: readonly Classification[];
  readonly assessments: readonly Assessment[];
  readonly considerations: readonly Consideration[];
  readonly support: readonly SupportSaid[];
  readonly outcomes: readonly Outcome[];
}

export type CaseState = { readonly is: 'none' } | OpenedCase;

/** The stream `investigation-<id>`. */
export const cases: StreamType<CaseState, CaseFact> = {
  category: 'investigation',
  initial: { is: 'none' },
  evolve: evolveCase,
};

/** Words that were stored about nobody: there are none. */
const nothing: Personal<never> = { about: [], value: null };

/** The state after the fact. What is stored is never refused: a fact that finds no case leaves the state as it was. */
export function evolveCase(state: CaseState, fact: CaseFact): CaseState {
  if (fact.type === 'StalkingCaseOpened') {
    if (state.is !== 'none') return state;
    return {
      is: 'opened',
      ...fact.data,
      namedAtOpening: fact.data.protectedPersonIds,
      summary: fact.personal?.summary ?? null,
      references: [],
      incidents: [],
      classifications: [],
      assessments: [],
      considerations: [],
      support: [],
      outcomes: [],
    };
  }
  return state.is === 'opened' ? evolveOpened(state, fact) : state;
}

function evolveOpened(state: OpenedCase, fact: Exclude<CaseFact, { type: 'StalkingCaseOpened' }>): OpenedCase {
  switch (fact.type) {
    case 'CaseReferenceRecorded': {
      const { referenceId, kind, givenBy, system } = fact.data;
      const reference = { referenceId, kind, givenBy, system, number: fact.personal?.number ?? nothing };
      return { ...state, references: [...state.references, reference] };
    }
    case 'IncidentRecorded': {
      const { caseId: _, perpetratorId: __, force: ___, ...told } = fact.data;
      const incident: Incident = {
        ...told,
        account: fact.personal?.account ?? nothing,
        place: fact.personal?.place ?? null,
        corrections: 0,
        inError: null,
      };
      const named = told.protectedPersonIds.filter((id) => !state.protectedPersonIds.includes(id));
      return { ...state, incidents: [...state.incidents, incident], protectedPersonIds: [...state.protectedPersonIds, ...named] };
    }
    case 'IncidentCorrected': {
      const { occurred, conduct } = fact.data;
      return withIncident(state, fact.data.incidentId, (incident) => ({
        ...incident,
        occurred: occurred ?? incident.occurred,
        conduct: conduct ?? incident.conduct,
        account: fact.personal?.account ?? incident.account,
        corrections: incident.corrections + 1,
      }));
    }
    case 'IncidentRecordedInError':
      return withIncident(state, fact.data.incidentId, (incident) => ({ ...incident, inError: fact.personal?.reason ?? nothing }));
    case 'IncidentClassified': {
      const { classificationId, incidentId, offenceCode, principal, on } = fact.data;
      const added = { classificationId, incidentId, offenceCode, principal, principalUntil: null, on, cancelled: null };
      // A case has one principal crime, also where two were recorded beside each other: the later one.
      const before = principal
        ? state.classifications.map((one) => (one.principal ? { ...one, ...givenUp(on) } : one))
        : state.classifications;
      return { ...state, classifications: [...before, added] };
    }
    case 'PrincipalCrimeChosen': {
      const { classificationId, on } = fact.data;
      const classifications = state.classifications.map((one) => {
        if (one.classificationId === classificationId) return { ...one, principal: true, principalUntil: null };
        return one.principal ? { ...one, ...givenUp(on) } : one;
      });
      return { ...state, classifications };
    }
    case 'ClassificationCancelled': {
      const cancelled = { on: fact.data.on, reason: fact.personal?.reason ?? nothing };
      const classifications = state.classifications.map((one) =>
        one.classificationId === fact.data.classificationId ? { ...one, cancelled } : one,
      );
      return { ...state, classifications };
    }
    case 'RiskAssessed': {
      const { assessmentId, tool, version, answers, grade, assessor, on, protectedPersonId } = fact.data;
      const plain = { assessmentId, tool, version, answers, assessor, on, protectedPersonId };
      const assessment: Assessment = { ...plain, firstGrade: grade, grade, note: fact.personal?.note ?? null, regrades: [] };
      return { ...state, assessments: [...state.assessments, assessment] };
    }
    case 'RiskRegraded': {
      const { regradeId, from, grade, assessor, on } = fact.data;
      const regrade = { regradeId, from, grade, assessor, on, reason: fact.personal?.reason ?? nothing };
      const assessments = state.assessments.map((one) =>
        one.assessmentId === fact.data.assessmentId ? { ...one, grade, regrades: [...one.regrades, regrade] } : one,
      );
      return { ...state, assessments };
    }
    case 'SpoConsidered': {
      const { considerationId, decision, reasons, on, by, lookAgainOn } = fact.data;
      const consideration = { considerationId, decision, reasons, on, by, lookAgainOn, rationale: fact.personal?.rationale ?? null };
      return { ...state, considerations: [...state.considerations, consideration] };
    }
    case 'VictimSupportWithdrawn':
    case 'VictimSupportRegained': {
      const { protectedPersonId, on } = fact.data;
      const said = { protectedPersonId, on, supports: fact.type === 'VictimSupportRegained', words: fact.personal?.words ?? null };
      return { ...state, support: [...state.support, said] };
    }
    case 'CaseOutcomeRecorded': {
      const { outcomeId, outcome, on, reason, offenceCodes, applicationId } = fact.data;
      const recorded = { outcomeId, outcome, on, reason, offenceCodes, applicationId, note: fact.personal?.note ?? null };
      return { ...state, outcomes: [...state.outcomes, recorded] };
    }
  }
}

function givenUp(on: LocalDate): Pick<Classification, 'principal' | 'principalUntil'> {
  return { principal: false, principalUntil: on };
}

function withIncident(state: OpenedCase, incidentId: string, change: (incident: Incident) => Incident): OpenedCase {
  return { ...state, incidents: state.incidents.map((one) => (one.incidentId === incidentId ? change(one) : one)) };
}
