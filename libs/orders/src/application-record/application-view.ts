import { londonDate, type LocalDate } from '#calendar';
import type { Determination, FiledApplication } from '../domain/application.js';
import type { ApplicationEntry, WhyApplicationInError } from '../domain/application-in-error.js';
import type { RefusalAppeal } from '../domain/refusal-appeals.js';
import { filedNotice } from '../domain/application-draft/hearsay-notice.js';
import type { Closing } from '../domain/hearings.js';
import { type KnownPerson, spokenTo } from '../order-record/spoken.js';
import { hearingViews, type HearingView } from '../record-hearing/hearing-view.js';

/** A person with a part in an application, as the reader may know them. */
type Person = Pick<KnownPerson, 'id' | 'letter' | 'name'>;

/** The whole application for one reader, in words that this reader may read. */
export interface ApplicationView extends Omit<
  FiledApplication,
  | 'is'
  | 'protectedPersonIds'
  | 'victimIds'
  | 'reference'
  | 'grounds'
  | 'determination'
  | 'hearings'
  | 'appeals'
  | 'accepted'
  | 'setAside'
  | 'youth'
  | 'eighteenOn'
  | 'relied'
  | 'hearsay'
  | 'courtTold'
  | 'errors'
> {
  readonly id: string;
  readonly is: FiledApplication['is'];
  readonly protectedPeople: readonly Person[];
  /** Those who suffered the acts. */
  readonly victims: readonly Person[];
  readonly reference: string | null;
  readonly grounds: string | null;
  readonly hearings: readonly HearingView[];
  readonly determination: DeterminationView | null;
  /** Against its refusals. */
  readonly appeals: readonly RefusalAppealView[];
  /** That the force does not appeal against the refusal that stands. */
  readonly accepted: { readonly on: LocalDate; readonly reason: string | null } | null;
  /** Notice of the hearsay it relies on; null where it relies on none. `due`: by when, for the hearing on that day; null while none is known. */
  readonly hearsay: {
    readonly due: { readonly serveBy: LocalDate; readonly hearingOn: LocalDate; readonly isPast: boolean } | null;
    readonly served: readonly { readonly on: LocalDate; readonly how: string | null }[];
  } | null;
  /** What was decided of telling the court that incidents it rests on were corrected or recorded in error since. */
  readonly courtTold: readonly { readonly on: LocalDate; readonly isTold: boolean; readonly reason: string | null }[];
  /** Refusals that a court set aside on appeal. */
  readonly setAside: readonly DeterminationView[];
  /** Why it should not be on record at all; null where it should. */
  readonly error: { readonly on: LocalDate; readonly why: WhyApplicationInError; readonly reason: string | null } | null;
  /** What else of it was recorded in error, with the day of what it said. */
  readonly errors: readonly {
    readonly entry: ApplicationEntry;
    readonly was: LocalDate;
    readonly on: LocalDate;
    readonly reason: string | null;
  }[];
}

export type DeterminationView = Omit<Determination, 'note'> & { readonly note: string | null };

export interface RefusalAppealView extends Omit<RefusalAppeal, 'grounds' | 'determined'> {
  readonly grounds: string | null;
  readonly determined: (Omit<NonNullable<RefusalAppeal['determined']>, 'note'> & { readonly note: string | null }) | null;
}

/** Where what its hearings were for came to its end: a court decided it, or it should never have been on record. */
function closingOf(application: FiledApplication): Closing | null {
  if (application.is === 'in-error') return { on: '9999-12-31', settlesEarlier: true };
  return application.is === 'determined' ? { on: application.determination.at.on, settlesEarlier: true } : null;
}

function dueNotice(application: FiledApplication, today: LocalDate): NonNullable<ApplicationView['hearsay']>['due'] {
  const notice = filedNotice(application);
  return notice && { serveBy: notice.serveBy, hearingOn: notice.hearingOn, isPast: notice.serveBy < today };
}

/** `own`: the reader's force, by CJS code. */
export function applicationView(
  application: FiledApplication,
  people: readonly KnownPerson[],
  { today, own }: { readonly today: LocalDate; readonly own: string },
): ApplicationView {
  const { read, note } = spokenTo(people, { keeper: application.force, own });
  const {
    protectedPersonIds,
    victimIds,
    reference,
    grounds,
    appeals,
    accepted,
    setAside,
    youth: _,
    eighteenOn: _born,
    relied: _relied,
    hearsay,
    courtTold = [],
    errors,
    error,
    ...rest
  } = { error: null, ...application };
  const determination = (one: Determination): DeterminationView => ({ ...one, note: note(one.note) });
  const those = (ids: readonly string[]) =>
    people.filter(({ id }) => ids.includes(id)).map(({ id, letter, name }) => ({ id, letter, name }));
  return {
    ...rest,
    id: application.applicationId,
    courtTold: courtTold.map(({ on, isTold, reason }) => ({ on, isTold, reason: note(reason) })),
    hearsay: hearsay ? { due: dueNotice(application, today), served: hearsay.served.map(({ on, how }) => ({ on, how: note(how) })) } : null,
    protectedPeople: those(protectedPersonIds),
    victims: those(victimIds),
    reference: read(reference),
    grounds: note(grounds),
    hearings: hearingViews(application.hearings, today, { court: read, keeper: note }, closingOf(application)),
    determination: application.is === 'determined' ? determination(application.determination) : null,
    appeals: appeals.map((one) => ({
      ...one,
      grounds: note(one.grounds),
      determined: one.determined && { ...one.determined, note: note(one.determined.note) },
    })),
    accepted: accepted && { on: accepted.on, reason: note(accepted.reason) },
    setAside: setAside.map(determination),
    error: error && { on: error.on, why: error.why, reason: note(error.reason) },
    errors: errors.map(({ entry, was, noticedAt, reason }) => ({ entry, was, on: londonDate(noticedAt), reason: note(reason) })),
  };
}
