import type { LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import type { WrittenSection } from '../domain/application-draft/contents.js';
import { type ApplicationDraft, draftFactTypes, evolveDraft, sectionOf } from '../domain/application-draft/draft.js';
import type { DraftFact } from '../domain/application-draft/facts.js';
import {
  type DraftSection,
  isAuthorised,
  nextStep,
  type NextStep,
  nothingAround,
  type SectionState,
  standingsOf,
} from '../domain/application-draft/sections.js';
import type { Surroundings } from '../domain/application-draft/missing.js';
import type { ApplicationFact } from '../domain/events.js';

/** Where a draft stands as a whole. */
export type DraftState = 'drafting' | 'authorisation-asked' | 'authorised' | 'filed' | 'abandoned';

/** When a section was last saved or added to, and in which role. */
export interface LastSaved {
  readonly at: string;
  readonly role: DraftFact['data']['by']['role'];
}

export interface DraftDoc {
  readonly draft: ApplicationDraft;
  readonly saved: { readonly [Section in WrittenSection]?: LastSaved };
  /** When it was last compared with the orders in force; absent where it was not. */
  readonly compared?: LastSaved;
}

/** An application that is prepared, as it is listed and shown. It stays after the filing as what was filed. */
export interface DraftRow {
  readonly id: string;
  readonly perpetratorId: string;
  /** The force that prepares it, by CJS code. */
  readonly force: string;
  /** The id of the user who began it. */
  readonly owner: string;
  readonly state: DraftState;
  readonly begunOn: LocalDate;
  /** When anything in it was last recorded, UTC. */
  readonly changedAt: string;
  /** What somebody has to do next, as far as the draft itself tells; null once filed or abandoned. */
  readonly nextStep: NextStep | null;
  /** How each section stands, without what lies outside the draft (orders in force, a date of birth that is not known). */
  readonly sections: Readonly<Record<DraftSection, SectionState>>;
  readonly doc: DraftDoc;
}

const saving: Readonly<Partial<Record<DraftFact['type'], WrittenSection>>> = { ...sectionOf, ActAdded: 'acts', EvidenceAdded: 'evidence' };

export const applicationDraft: Projection<DraftRow> = {
  name: 'application-draft',
  table: 'orders.application_draft',
  version: 3,
  reads: [...Object.keys(draftFactTypes), 'ApplicationFiled'],
  rows: ({ fact }) => [(fact as DraftFact | ApplicationFact).data.applicationId],
  evolve(row, event) {
    const { fact, envelope } = event as Recorded<DraftFact | Extract<ApplicationFact, { type: 'ApplicationFiled' }>>;
    // One that was prepared elsewhere has no draft.
    if (fact.type === 'ApplicationFiled') return row && { ...row, state: 'filed', nextStep: null, changedAt: envelope.recordedAt };
    const draft = evolveDraft(row?.doc.draft ?? null, fact);
    if (draft === null || row?.state === 'filed') return row;
    const section = saving[fact.type];
    const saved = { ...row?.doc.saved, ...(section && { [section]: { at: envelope.recordedAt, role: fact.data.by.role } }) };
    const compared = fact.type === 'ConflictsWeighed' ? { at: envelope.recordedAt, role: fact.data.by.role } : row?.doc.compared;
    return rowOf({ draft, saved, ...(compared && { compared }) }, envelope.recordedAt);
  },
};

function rowOf(doc: DraftDoc, changedAt: string): DraftRow {
  const { applicationId: id, perpetratorId, force, begunBy, begunOn } = doc.draft;
  return {
    ...{ id, perpetratorId, force, owner: begunBy.userId, begunOn, changedAt },
    ...standingIn(doc.draft, nothingAround),
    doc,
  };
}

/** Where a draft stands in its surroundings: as a whole, by its sections, and what comes next. */
export function standingIn(draft: ApplicationDraft, around: Surroundings): Pick<DraftRow, 'state' | 'nextStep' | 'sections'> {
  const states = standingsOf(draft, around).map(({ section, state }) => [section, state] as const);
  return {
    state: stateOf(draft, around),
    nextStep: nextStep(draft, around),
    sections: Object.fromEntries(states) as Record<DraftSection, SectionState>,
  };
}

/** Where a draft that is not filed stands as a whole. */
export function stateOf(draft: ApplicationDraft, around: Surroundings): DraftState {
  const { is, authorisation, changes } = draft;
  if (is === 'abandoned') return 'abandoned';
  if (isAuthorised(draft, around)) return 'authorised';
  return authorisation.is === 'requested' && authorisation.of === changes ? 'authorisation-asked' : 'drafting';
}
