import { ageOn, formatDate, type LocalDate } from '#calendar';
import { type Court, eighteenOn, type ReportingRestriction, reportingStanding, type YouthRecord } from '#orders';

/** What a paper says of a respondent who is or was under 18: a notice at its head, and a line at the foot of every page. */
export interface YouthNotice {
  readonly lines: readonly string[];
  /** Null where no restriction is recorded to hold. */
  readonly foot: string | null;
}

export interface AboutYouth {
  readonly record: YouthRecord;
  /** When the application was filed, or the order made; null while it is prepared. */
  readonly then: { readonly is: 'application' | 'order'; readonly on: LocalDate } | null;
  readonly isYouthCourt: boolean;
  readonly dateOfBirth: LocalDate | null;
  /** The day for which the paper is made. */
  readonly on: LocalDate;
}

/** Who answers for the respondent is not printed: the paper is served, and may be read by others. */
export function youthNotice({ record, then, isYouthCourt, dateOfBirth, on }: AboutYouth): YouthNotice {
  const birthday = dateOfBirth === null ? null : eighteenOn(dateOfBirth);
  const standing = reportingStanding(record, { filedOn: then?.on ?? null, isYouthCourt, eighteenOn: birthday }, on);
  const age = ageLine(then, dateOfBirth, on);
  switch (standing.is) {
    case 'said': {
      const { restriction, court, from } = standing.last;
      const isHeld = restriction === 'automatic' || restriction === 'directed';
      const heading = isHeld ? 'Restrictions on reporting apply' : 'Reporting';
      return {
        lines: [age, `${heading}: ${said(restriction, court)}, from ${formatDate(from)}.`],
        foot: isHeld ? 'Restrictions on reporting apply' : null,
      };
    }
    case 'assumed':
    case 'will':
      return {
        lines: [
          age,
          `Restrictions on reporting ${standing.is === 'will' ? 'will apply' : 'apply'}: the automatic restriction of the youth court.`,
        ],
        foot: 'Restrictions on reporting apply',
      };
    case 'to-ask':
    case 'open':
      return {
        lines: [age, 'Ask the court what restriction on reporting holds before anything is published that names the respondent.'],
        foot: 'Ask the court about restrictions on reporting',
      };
  }
}

function ageLine(then: AboutYouth['then'], dateOfBirth: LocalDate | null, on: LocalDate): string {
  const what = then?.is === 'order' ? 'order was made' : 'application was made';
  if (dateOfBirth === null) return 'The respondent is taken to be under 18; the date of birth is not known.';
  if (then) return `The respondent was ${ageOn(dateOfBirth, then.on)} when the ${what}.`;
  return ageOn(dateOfBirth, on) < 18
    ? `The respondent is under 18 and turns 18 on ${formatDate(eighteenOn(dateOfBirth))}.`
    : `The respondent turned 18 on ${formatDate(eighteenOn(dateOfBirth))}.`;
}

function said(restriction: ReportingRestriction, court: Court): string {
  // By its kind alone: the name is somebody's own words, and this notice is not looked through.
  const by = court.type === 'youth' ? 'the youth court' : court.type === 'crown' ? 'the Crown Court' : 'the magistrates’ court';
  const words: Readonly<Record<ReportingRestriction, string>> = {
    automatic: 'the automatic restriction of the youth court',
    directed: `directed by ${by}`,
    lifted: `the restriction was lifted, or reporting allowed, by ${by}`,
    ended: 'the restriction ended when the respondent turned 18',
    none: `none applies, as recorded of ${by}`,
  };
  return words[restriction];
}
