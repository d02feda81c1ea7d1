import type { LocalDate } from '#calendar';
import type { Fact, Personal } from '#event-sourcing';
import type { OfApplication } from '../application-facts.js';
import type { Court } from '../events.js';

// The names in quotes are the stored format, as in `events.ts`.

/** Who is told when an order is asked for against somebody under 18. */
export type YouthContactOf = 'youth-justice' | 'parent';

/** Why they were not told. `to-be-protected`: the order is to protect them from the respondent. */
export type WhyNotTold = 'not-yet' | 'risk-to-somebody' | 'to-be-protected' | 'cannot-be-reached' | 'not-traced' | 'other';

/** How somebody who answers for a respondent under 18 is reached. */
export interface YouthContact {
  readonly name: string;
  /** The team, or for a parent the local authority that stands in their place. */
  readonly organisation: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/**
 * What is said of reporting. `automatic`: that of the youth court. `directed`: a court directed one. `lifted`: a court allowed reporting.
 * `ended`: none holds any more since the respondent turned 18. `none`: none applies.
 */
export type ReportingRestriction = 'automatic' | 'directed' | 'lifted' | 'ended' | 'none';

/**
 * What is recorded because a respondent is under 18, of an application that is prepared or filed. It lies beside the draft: to tell a parent
 * changes nothing of what is asked for, and asks for no new authorisation.
 */
export type YouthFact =
  /** `on`: the day they were told; with `whyNot` the day on which it was said why they were not. */
  | Fact<
      'YouthContactRecorded',
      OfApplication & { contactId: string; of: YouthContactOf; on: LocalDate; whyNot: WhyNotTold | null },
      { contact?: Personal<YouthContact>; note?: Personal<string> }
    >
  /** `from`: the day from which it holds so. `court`: which said so. */
  | Fact<
      'ReportingRestrictionRecorded',
      OfApplication & { restrictionId: string; restriction: ReportingRestriction; court: Court; from: LocalDate },
      { note?: Personal<string> }
    >;

export const youthFactTypes: Readonly<Record<YouthFact['type'], true>> = { YouthContactRecorded: true, ReportingRestrictionRecorded: true };
