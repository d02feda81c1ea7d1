import type { Instant, LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { draftFactTypes } from './application-draft/draft.js';
import type { DraftFact } from './application-draft/facts.js';
import type { ApplicationState, FiledApplication } from './application.js';
import type { ApplicationFact } from './events.js';
import { canBeUnheard, settledDirections, unheard, withDirection } from './hearings.js';
import { lastDecidedOf } from './refusal-appeals.js';

// What was recorded by mistake on an application, besides what a court decided: on the wrong one, twice, or of what never happened. It counts no more.

/** Why a whole application is on record that should not be. */
export type WhyApplicationInError = 'wrong-person' | 'twice' | 'never-filed';

/**
 * An entry of an application's record. `support`: that a person no longer supports it, by their id; `hearing-outcome`: what became of a hearing, with
 * what was directed at it and the hearing to which it was adjourned; `direction-done`: that a direction was done or lifted.
 */
export interface ApplicationEntry {
  readonly is: 'support' | 'hearing-outcome' | 'direction-done';
  readonly id: string;
}

/** What was said to have been recorded in error. */
export interface ApplicationError {
  readonly errorId: string;
  readonly entry: ApplicationEntry;
  /** The day of what it says happened: of a hearing, the hearing's. */
  readonly was: LocalDate;
  readonly noticedAt: Instant;
  readonly reason: Personal<string>;
}

/** An entry as forms and the API name it, for instance `support:<id>`. */
export function applicationEntryKey({ is, id }: ApplicationEntry): string {
  return `${is}:${id}`;
}

/** What can be said to be in error by itself, each with its day. That a hearing decided goes with the determination. */
export function entriesOfApplication(application: FiledApplication): readonly (ApplicationEntry & { readonly was: LocalDate })[] {
  if (application.is === 'in-error') return [];
  const { supportWithdrawn, hearings, setAside } = application;
  const decisive = new Set(
    [...setAside, ...(application.is === 'determined' ? [application.determination] : [])].map((one) => one.hearingId),
  );
  return [
    ...supportWithdrawn.map(({ protectedPersonId, on }) => ({ is: 'support', id: protectedPersonId, was: on }) as const),
    ...canBeUnheard(hearings)
      .filter(({ hearingId }) => !decisive.has(hearingId))
      .map(({ hearingId, at }) => ({ is: 'hearing-outcome', id: hearingId, was: at.on }) as const),
    ...settledDirections(hearings).map(({ directionId, settled }) => ({
      ...({ is: 'direction-done', id: directionId } as const),
      was: settled?.on ?? '',
    })),
  ];
}

/** Whether the application itself can be taken back: nothing that a court decided about it is on record. */
export function isUndecided(application: FiledApplication): boolean {
  return application.is === 'pending' && lastDecidedOf(application) === null;
}

/** The application as it stands without the entry. */
export function withoutApplicationEntry(application: FiledApplication, { is, id }: ApplicationEntry): FiledApplication {
  switch (is) {
    case 'support':
      return { ...application, supportWithdrawn: application.supportWithdrawn.filter(({ protectedPersonId }) => protectedPersonId !== id) };
    case 'hearing-outcome':
      return { ...application, hearings: unheard(application.hearings, id) };
    case 'direction-done':
      return { ...application, hearings: withDirection(application.hearings, id, null) };
  }
}

/** Whether it was filed, as the record stands: one that was recorded in error counts nowhere as filed. */
export function isFiled(application: ApplicationState): application is Exclude<FiledApplication, { is: 'in-error' }> {
  return application.is !== 'not-filed' && application.is !== 'in-error';
}

/**
 * Whether the fact, recorded at that instant, was said to be in error: what is recorded anew afterwards is not. Everything is, of an application
 * that should never have been on record; that one that nobody filed was prepared is none.
 */
export function isApplicationFactInError(application: FiledApplication, fact: ApplicationFact | DraftFact, recordedAt: Instant): boolean {
  if (application.is === 'in-error') {
    return (
      fact.type !== 'ApplicationRecordedInError' && (application.error.why !== 'never-filed' || !Object.hasOwn(draftFactTypes, fact.type))
    );
  }
  const entry = entryOf(fact as ApplicationFact);
  if (entry) {
    const key = applicationEntryKey(entry);
    return application.errors.some((one) => applicationEntryKey(one.entry) === key && recordedAt <= one.noticedAt);
  }
  return isDecisionInError(application, fact as ApplicationFact, recordedAt);
}

/** Whether the fact is a determination, an appeal against one or the decision of an appeal that was said to be in error. */
function isDecisionInError({ inError, appealErrors }: FiledApplication, fact: ApplicationFact, recordedAt: Instant): boolean {
  if (fact.type === 'RefusalAppealed' || fact.type === 'RefusalAppealDecided') {
    const is = fact.type === 'RefusalAppealed' ? 'appeal' : 'decision';
    return appealErrors.some(({ appealId, what, noticedAt }) => appealId === fact.data.appealId && what === is && recordedAt <= noticedAt);
  }
  if (fact.type !== 'ApplicationDetermined') return false;
  const { at, outcome } = fact.data;
  return inError.some((one) => one.outcome === outcome && one.at.on === at.on && one.at.at === at.at && recordedAt <= one.noticedAt);
}

/** The entry that the fact is part of; null where it is none that can be in error by itself. */
function entryOf(fact: ApplicationFact): ApplicationEntry | null {
  switch (fact.type) {
    case 'SupportWithdrawn':
      return { is: 'support', id: fact.data.protectedPersonId };
    case 'HearingAdjourned':
    case 'HearingHeld':
    case 'DirectionsGiven':
      return { is: 'hearing-outcome', id: fact.data.hearingId };
    case 'HearingListed':
      return fact.data.follows === null ? null : { is: 'hearing-outcome', id: fact.data.follows };
    case 'DirectionSettled':
      return { is: 'direction-done', id: fact.data.directionId };
    default:
      return null;
  }
}
