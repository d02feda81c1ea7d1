import type { LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { wordsOf } from '../conditions.js';
import type { GivenAway } from '../events.js';
import type { DraftAuthor, DraftContents, DraftAct, DraftEvidence, WrittenSection } from './contents.js';
import type {
  AbandonReason,
  ActPlain,
  DraftFact,
  EvidencePlain,
  MilestoneFact,
  ReliedIncident,
  SectionFact,
  WeighedOrder,
} from './facts.js';
import type { Rank } from './policy.js';

/**
 * A section as it stands. `revision` counts its savings and additions, for whoever edits it at the same time. `changedAt` and `checkedAt`
 * are places in the row of the draft's own changes: what somebody saved last, and when its writer last looked at it.
 */
export interface KeptSection<Content> {
  readonly content: Content;
  readonly revision: number;
  readonly changedAt: number;
  readonly checkedAt: number;
}

export interface Weighed {
  readonly orders: readonly WeighedOrder[];
  readonly reason: Personal<string>;
  readonly at: number;
}

export type Authorisation =
  | { readonly is: 'none' }
  | { readonly is: 'requested'; readonly of: number; readonly by: DraftAuthor }
  | {
      readonly is: 'given';
      readonly of: number;
      readonly by: DraftAuthor;
      readonly rank: Rank;
      readonly policyFrom: LocalDate;
      readonly officer: Personal<string>;
      readonly note: Personal<string> | null;
      /** What the officer saw that it tells the respondent of where a protected person can be reached. */
      readonly givesAway: GivenAway['found'];
      /** The recorded incidents as the officer read them. */
      readonly relied: readonly ReliedIncident[];
    }
  | {
      readonly is: 'refused';
      readonly of: number;
      readonly by: DraftAuthor;
      readonly rank: Rank;
      readonly officer: Personal<string>;
      readonly reason: Personal<string>;
    };

/** An application while it is prepared, from referral to filing. */
export interface ApplicationDraft {
  readonly is: 'drafting' | 'abandoned';
  readonly applicationId: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly begunOn: LocalDate;
  /** The investigation from which it comes. */
  readonly caseId: string | null;
  readonly begunBy: DraftAuthor;
  /** How often what the draft says has changed. */
  readonly changes: number;
  /** The users who wrote any of it, each once. */
  readonly writers: readonly string[];
  readonly sections: { readonly [Section in WrittenSection]?: KeptSection<DraftContents[Section]> };
  readonly weighed: Weighed | null;
  readonly authorisation: Authorisation;
  readonly abandoned: { readonly reason: AbandonReason; readonly note: Personal<string> | null } | null;
}

/** The section that each kind of saving is about. */
export const sectionOf = {
  PartiesStated: 'parties',
  AreaBasisStated: 'area',
  ProtectedPeopleNamed: 'people',
  ActsStated: 'acts',
  RiskStated: 'risk',
  NecessityStated: 'necessity',
  ConditionsDrafted: 'conditions',
  InterimRequested: 'interim',
  EvidenceListed: 'evidence',
  HearsayNoticed: 'hearsay',
} as const satisfies Record<SectionFact['type'], WrittenSection>;

/** Every kind of fact of a draft. */
export const draftFactTypes: Readonly<Record<DraftFact['type'], true>> = {
  ApplicationBegun: true,
  PartiesStated: true,
  AreaBasisStated: true,
  ProtectedPeopleNamed: true,
  ActsStated: true,
  ActAdded: true,
  RiskStated: true,
  NecessityStated: true,
  ConditionsDrafted: true,
  ConflictsWeighed: true,
  InterimRequested: true,
  EvidenceListed: true,
  EvidenceAdded: true,
  HearsayNoticed: true,
  AuthorisationRequested: true,
  AuthorisationGiven: true,
  AuthorisationRefused: true,
  DraftAbandoned: true,
};

const gone = { about: [], value: null } as const;

/** The draft after a fact. A draft begins with `ApplicationBegun`; without it other facts change nothing. */
export function evolveDraft(draft: ApplicationDraft | null, fact: DraftFact): ApplicationDraft | null {
  if (fact.type === 'ApplicationBegun') {
    const { applicationId, perpetratorId, force, by, begunOn, caseId = null } = fact.data;
    return {
      ...{
        is: 'drafting',
        applicationId,
        perpetratorId,
        force,
        begunOn,
        caseId,
        begunBy: by,
        changes: 0,
        writers: [by.userId],
        sections: {},
      },
      ...{ weighed: null, authorisation: { is: 'none' }, abandoned: null },
    };
  }
  if (draft === null) return null;
  const { by } = fact.data;
  switch (fact.type) {
    case 'ActAdded': {
      const acts = draft.sections.acts?.content ?? { acts: [], incidentIds: [], why: null };
      return added(draft, 'acts', { ...acts, acts: [...acts.acts, actOf(fact.data.act, fact.personal)] }, by);
    }
    case 'EvidenceAdded': {
      const items = draft.sections.evidence?.content.items ?? [];
      return added(draft, 'evidence', { items: [...items, itemOf(fact.data.item, fact.personal)] }, by);
    }
    case 'ConflictsWeighed':
      return changed(draft, { weighed: { orders: fact.data.orders, reason: fact.personal?.reason ?? gone, at: draft.changes + 1 } }, by);
    case 'AuthorisationRequested':
      return { ...changed(draft, {}, by), changes: draft.changes, authorisation: { is: 'requested', of: fact.data.of, by } };
    case 'AuthorisationGiven': {
      const { of, rank, policyFrom, givesAway = [], relied = [] } = fact.data;
      const { officer = gone, note = null } = fact.personal ?? {};
      return { ...draft, authorisation: { is: 'given', of, by, rank, policyFrom, officer, note, givesAway, relied } };
    }
    case 'AuthorisationRefused': {
      const { of, rank } = fact.data;
      const { officer = gone, reason = gone } = fact.personal ?? {};
      return { ...draft, authorisation: { is: 'refused', of, by, rank, officer, reason } };
    }
    case 'DraftAbandoned':
      return { ...draft, is: 'abandoned', abandoned: { reason: fact.data.reason, note: fact.personal?.note ?? null } };
    default:
      return saved(draft, sectionOf[fact.type], contentOf(fact), by);
  }
}

/** What a saving says, as the draft keeps it. */
export function contentOf(fact: SectionFact): DraftContents[WrittenSection] {
  switch (fact.type) {
    case 'PartiesStated': {
      const { courtName, forum } = fact.data;
      return { courtName, forum, applicant: fact.personal?.applicant ?? null, reference: fact.personal?.reference ?? null };
    }
    case 'AreaBasisStated':
      return { basis: fact.data.basis, facts: fact.personal?.facts ?? null };
    case 'ProtectedPeopleNamed': {
      const { protectedPersonIds, victimIds } = fact.data;
      return { protectedPersonIds, victimIds, byProxy: fact.personal?.byProxy ?? null };
    }
    case 'ActsStated': {
      const { acts, incidentIds } = fact.data;
      return { acts: acts.map((act) => actOf(act, fact.personal)), incidentIds, why: fact.personal?.why ?? null };
    }
    case 'RiskStated': {
      const { harms, grade, assessedOn } = fact.data;
      return { harms, grade, assessedOn, facts: fact.personal?.facts ?? null };
    }
    case 'NecessityStated':
      return { facts: fact.personal?.facts ?? null, alternatives: fact.personal?.alternatives ?? null };
    case 'ConditionsDrafted': {
      const { duration, conditions } = fact.data;
      return { duration, conditions: conditions.map((plain) => ({ plain, words: wordsOf(fact.personal, plain.versionId) })) };
    }
    case 'InterimRequested': {
      const { sought, notice, until = null } = fact.data;
      return { sought, notice, until, why: fact.personal?.why ?? null, whyWithoutNotice: fact.personal?.whyWithoutNotice ?? null };
    }
    case 'EvidenceListed':
      return { items: fact.data.items.map((item) => itemOf(item, fact.personal)) };
    case 'HearsayNoticed': {
      const { relied, hearingOn } = fact.data;
      return { relied, hearingOn, what: fact.personal?.what ?? null, why: fact.personal?.why ?? null };
    }
  }
}

/** Everybody the draft names: those to be protected, then those who suffered the acts. */
export function namedIn(draft: ApplicationDraft): readonly string[] {
  const people = draft.sections.people?.content;
  return people ? [...new Set([...people.protectedPersonIds, ...people.victimIds])] : [];
}

function actOf(plain: ActPlain, parts: Extract<DraftFact, { type: 'ActAdded' }>['personal']): DraftAct {
  return { ...plain, words: parts?.[`act:${plain.actId}`] ?? gone };
}

function itemOf(plain: EvidencePlain, parts: Extract<DraftFact, { type: 'EvidenceAdded' }>['personal']): DraftEvidence {
  return { ...plain, words: parts?.[`item:${plain.itemId}`] ?? gone };
}

function changed(draft: ApplicationDraft, change: Partial<ApplicationDraft>, by: DraftAuthor): ApplicationDraft {
  const writers = draft.writers.includes(by.userId) ? draft.writers : [...draft.writers, by.userId];
  return { ...draft, ...change, writers, changes: draft.changes + 1 };
}

function saved(
  draft: ApplicationDraft,
  section: WrittenSection,
  content: DraftContents[WrittenSection],
  by: DraftAuthor,
): ApplicationDraft {
  const at = draft.changes + 1;
  const kept = { content, revision: (draft.sections[section]?.revision ?? 0) + 1, changedAt: at, checkedAt: at };
  return changed(draft, { sections: { ...draft.sections, [section]: kept } }, by);
}

/** Something was added by another hand: the section's writer has not looked at it since. */
function added<Section extends WrittenSection>(
  draft: ApplicationDraft,
  section: Section,
  content: DraftContents[Section],
  by: DraftAuthor,
): ApplicationDraft {
  const checkedAt = draft.sections[section]?.checkedAt ?? 0;
  const after = saved(draft, section, content, by);
  const kept = after.sections[section];
  return kept ? { ...after, sections: { ...after.sections, [section]: { ...kept, checkedAt } } } : after;
}

const milestones: Readonly<Record<MilestoneFact['type'], true>> = {
  ApplicationBegun: true,
  AuthorisationRequested: true,
  AuthorisationGiven: true,
  AuthorisationRefused: true,
  DraftAbandoned: true,
};

/** Whether a fact is about a draft as a whole. What was written in it, and how often, is not the respondent's history. */
export function isMilestone(fact: { readonly type: string }): fact is MilestoneFact {
  return Object.hasOwn(milestones, fact.type);
}
