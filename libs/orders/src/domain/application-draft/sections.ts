import type { ChangedIncidents } from './changed-incidents.js';
import type { WrittenSection } from './contents.js';
import type { ApplicationDraft } from './draft.js';
import type { ReliedIncident } from './facts.js';
import { isNeeded, missingIn, type MissingPart, type Surroundings } from './missing.js';

export type DraftSection = WrittenSection | 'authorisation';

/** As a GOV.UK task list says it. `to-check`: something it rests on has changed since it was whole, or its words say something else than its details. */
export type SectionState = 'cannot-start' | 'incomplete' | 'to-check' | 'complete';

export interface SectionStanding {
  readonly section: DraftSection;
  readonly state: SectionState;
  readonly missing: readonly MissingPart[];
  /** The sections that must come first, where it cannot start yet. */
  readonly waitsFor: readonly DraftSection[];
}

/** In the order of the task list. */
export const writtenSections = [
  'parties',
  'people',
  'acts',
  'risk',
  'necessity',
  'area',
  'conditions',
  'interim',
  'evidence',
  'hearsay',
] as const satisfies readonly WrittenSection[];

export const draftSections: readonly DraftSection[] = [...writtenSections, 'authorisation'];

/** What speaks of people waits until they are named: it is sealed under their keys. */
export const startsAfter: Readonly<Partial<Record<WrittenSection, WrittenSection>>> = {
  acts: 'people',
  risk: 'people',
  necessity: 'people',
  conditions: 'people',
  interim: 'people',
  evidence: 'people',
  hearsay: 'evidence',
};

/** What a section rests on: when that changes, the section must be looked at again. */
const restsOn: Readonly<Partial<Record<WrittenSection, readonly WrittenSection[]>>> = {
  acts: ['people'],
  risk: ['people'],
  necessity: ['people'],
  conditions: ['people'],
  interim: ['people', 'conditions'],
  evidence: ['people'],
  hearsay: ['evidence'],
};

/** What is known of a draft without looking beyond it, for lists of drafts. */
export const nothingAround: Surroundings = { isAgeKnown: true, live: [], struck: [], corrections: {} };

/** How every section stands: a pure function of what was recorded of the draft and of what surrounds it. */
export function standingsOf(draft: ApplicationDraft, around: Surroundings): readonly SectionStanding[] {
  const written = writtenSections.map((section) => standingOf(draft, section, around));
  return [...written, authorisationStanding(draft, written, around)];
}

/** How one written section stands. */
export function standingOf(draft: ApplicationDraft, section: WrittenSection, around: Surroundings): SectionStanding {
  const first = startsAfter[section];
  const missing = missingIn(draft, section, around);
  if (first && missingIn(draft, first, around).length > 0) return { section, state: 'cannot-start', missing, waitsFor: [first] };
  const isToCheck = missing.length > 0 || needsLook(draft, section);
  return { section, state: missing.some(isNeeded) ? 'incomplete' : isToCheck ? 'to-check' : 'complete', missing, waitsFor: [] };
}

/** Whether something changed since the section's writer last looked at it. */
export function needsLook({ sections: kept }: ApplicationDraft, section: WrittenSection): boolean {
  const own = kept[section];
  if (!own) return false;
  return own.changedAt > own.checkedAt || (restsOn[section] ?? []).some((other) => (kept[other]?.changedAt ?? 0) > own.checkedAt);
}

/** Authorised as it stands: whatever changed after makes it `to-check`. */
function authorisationStanding(draft: ApplicationDraft, written: readonly SectionStanding[], around: Surroundings): SectionStanding {
  const waitsFor = written.filter(({ state }) => state !== 'complete').map(({ section }) => section);
  const missing: readonly MissingPart[] = [];
  const given = draft.authorisation.is === 'given';
  if (isAuthorised(draft, around)) return { section: 'authorisation', state: 'complete', missing, waitsFor: [] };
  if (given) return { section: 'authorisation', state: 'to-check', missing, waitsFor };
  return { section: 'authorisation', state: waitsFor.length > 0 ? 'cannot-start' : 'incomplete', missing, waitsFor };
}

/** Whether it is authorised as it stands: neither what it says nor what is recorded of an incident that it relies on has changed since. */
export function isAuthorised({ authorisation, changes }: ApplicationDraft, around: ChangedIncidents): boolean {
  return authorisation.is === 'given' && authorisation.of === changes && !factsChanged(authorisation.relied, around);
}

function factsChanged(relied: readonly ReliedIncident[], { struck, corrections }: ChangedIncidents): boolean {
  return relied.some((one) => struck.includes(one.incidentId) || (corrections[one.incidentId] ?? one.corrections) !== one.corrections);
}

/** Whether the application can be filed: every section is complete. */
export function isReadyToFile(draft: ApplicationDraft, around: Surroundings): boolean {
  return draft.is === 'drafting' && standingsOf(draft, around).every(({ state }) => state === 'complete');
}

/** What somebody has to do next, for lists of drafts; null when nothing is left to do. */
export type NextStep = { readonly is: 'write'; readonly section: WrittenSection } | { readonly is: 'ask' | 'authorise' | 'file' };

export function nextStep(draft: ApplicationDraft, around: Surroundings): NextStep | null {
  if (draft.is !== 'drafting') return null;
  const standings = standingsOf(draft, around);
  const open = writtenSections.find((section) => {
    const state = standings.find((one) => one.section === section)?.state;
    return state === 'incomplete' || state === 'to-check';
  });
  if (open) return { is: 'write', section: open };
  const { authorisation, changes } = draft;
  if (isAuthorised(draft, around)) return { is: 'file' };
  return authorisation.is === 'requested' && authorisation.of === changes ? { is: 'authorise' } : { is: 'ask' };
}
