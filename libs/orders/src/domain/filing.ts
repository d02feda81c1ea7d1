import type { LocalDate } from '#calendar';
import { ageOn } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { forumOn, type ApplicationState } from './application.js';
import { aboutPerpetrator } from './draft.js';
import type { ApplicationFact, AreaBasis, GivenAway } from './events.js';
import { someTimeOn, type Moment } from './moments.js';
import { notAhead } from './required.js';
import { eighteenOn } from './youth/youth.js';

export interface ApplicationDetails {
  readonly applicationId: string;
  readonly perpetratorId: string;
  /** The applying force, by CJS code. */
  readonly force: string;
  readonly filedOn: LocalDate;
  readonly courtName: string;
  /** Null when not known: then `forum` says which court it went to. Else `forum` may be null, and never another than the age says. */
  readonly dateOfBirth: LocalDate | null;
  readonly forum: 'adult' | 'youth' | null;
  readonly notice: 'with' | 'without';
  readonly areaBasis: AreaBasis;
  readonly interimSought: boolean;
  readonly protectedPersonIds: readonly string[];
  readonly victimIds: readonly string[];
  readonly reference: string | null;
  readonly grounds: string | null;
  /** What of its own words tells where a protected person can be reached, filed so on purpose; absent where nothing was found. */
  readonly givenAway?: GivenAway;
  readonly hearsay?: { readonly begunOn: LocalDate; readonly statedOn: LocalDate | null };
}

export type CannotFile = 'already-filed' | 'in-the-future' | 'nobody-protected' | 'age-unknown' | 'under-ten' | 'forum-by-age' | NotOpen;

export type NotOpen = 'area-basis-not-open';

/** The forces without a police area: British Transport Police and the Ministry of Defence Police. */
const withoutArea: readonly string[] = ['93', '24'];

/** Whether the force may rest its application on this: only those without an area apply without one, and they claim none (SPA 2019 s.1(3)). */
export function mayRestOn(force: string, basis: string): boolean {
  return (basis === 'no-area-limit') === withoutArea.includes(force);
}

/**
 * Files an application by complaint. The forum follows from the respondent's age on the day of filing. Only the forces without an area
 * may apply without one (SPA 2019 s.1(3), s.14).
 */
export function fileApplication(application: ApplicationState, details: ApplicationDetails, now: Moment): ApplicationFact[] {
  if (application.is !== 'not-filed') throw refuse<CannotFile>('already-filed');
  const { applicationId, perpetratorId, force, filedOn, areaBasis, dateOfBirth, protectedPersonIds, victimIds, notice, interimSought } =
    details;
  notAhead(someTimeOn(filedOn), now);
  if (protectedPersonIds.length === 0) throw refuse<CannotFile>('nobody-protected');
  if (!mayRestOn(force, areaBasis)) throw refuse<CannotFile>('area-basis-not-open');
  if (dateOfBirth !== null && ageOn(dateOfBirth, filedOn) < 10) throw refuse<CannotFile>('under-ten');
  const forum = dateOfBirth === null ? details.forum : forumOn(filedOn, dateOfBirth);
  if (details.forum !== null && forum !== null && details.forum !== forum) throw refuse<CannotFile>('forum-by-age', { forum });
  if (forum === null) throw refuse<CannotFile>('age-unknown');
  const court = { type: forum === 'youth' ? ('youth' as const) : ('magistrates' as const), name: details.courtName };
  const reference = aboutPerpetrator(perpetratorId, details.reference);
  const grounds = details.grounds?.trim()
    ? personal([perpetratorId, ...protectedPersonIds, ...victimIds], details.grounds.trim())
    : undefined;
  // Personal, as it tells the date of birth: it says when the restriction on reporting is to be asked about again.
  const turns = dateOfBirth !== null && forum === 'youth' ? { eighteenOn: personal([perpetratorId], eighteenOn(dateOfBirth)) } : {};
  return [
    {
      type: 'ApplicationFiled',
      data: {
        ...{ applicationId, perpetratorId, force, filedOn, court, forum, notice, areaBasis, interimSought, protectedPersonIds, victimIds },
        ...(details.givenAway && { givenAway: details.givenAway }),
        ...(details.hearsay && { hearsay: details.hearsay }),
      },
      personal: { ...(reference && { reference }), ...(grounds && { grounds }), ...turns },
    },
  ];
}
