import { addDays, isSundayOrHoliday, type LocalDate } from '#calendar';
import type { Applicant, Court, Origin } from '../events.js';
import type { End } from '../moments.js';
import type { AskedOfCourt } from '../variation.js';

/** What the law says of one kind of order. Every table entry is law to be confirmed by the force solicitor where it says so. */
export interface KindRule {
  /** The stored name. Permanent. */
  readonly kind: string;
  readonly name: string;
  readonly short: string;
  /** Where the order comes from, in short: `Stalking Protection Act 2019 s.2`. */
  readonly act: string;
  /** Under which a chief officer asks a court to vary, renew or discharge it. Absent: the order itself says who may. */
  readonly changedUnder?: string;
  /** From when until when (that day included) such an order can be made. Null where no date is kept: it is then not checked. */
  readonly made: { readonly from: LocalDate; readonly until: LocalDate | null; readonly source: string } | null;
  readonly courts: readonly Court['type'][];
  /** How such an order may begin. Only `application` kinds pass through our own application. */
  readonly origins: readonly Origin[];
  /** Those origins that began later than the kind itself, each with its first day. */
  readonly originsFrom?: Partial<Readonly<Record<Origin, LocalDate>>>;
  readonly mayVary: readonly Applicant[];
  readonly mayDischarge: readonly Applicant[];
  /** Empty where the law knows no renewal of its own: an extension is then a variation. */
  readonly mayRenew: readonly Applicant[];
  /** The law of appeals against a decision of this day; null where there is none of its own. */
  readonly appeals: (on: LocalDate) => AppealRule | null;
  /** For so many years from its making it is not discharged without the consents the Act asks for. Null where there is no such bar. */
  readonly dischargeLock: { readonly years: number; readonly source: string } | null;
  /** What is wrong with an order of this kind made on this day with this end. A `must` stops it, a `check` is shown. */
  readonly durationRule: (made: LocalDate, end: End) => readonly DurationProblem[];
  /** The order can forbid but not require. */
  readonly prohibitionsOnly: boolean;
  /** What a breach on this day is, by the law of that day. */
  readonly breach: (on: LocalDate) => BreachRule;
  /** Null where the respondent owes no notification. */
  readonly notificationDuty: NotificationRule | null;
  /** Has effect in all of the United Kingdom unless limited. */
  readonly orderUkWide: boolean;
  /** The least age, in years, of somebody against whom it can be made; 0 where the law sets none of its own. */
  readonly leastAge: number;
}

/**
 * What a chief officer may ask a court under an order of this kind. A notice of the police is none of a court: they cancel it themselves.
 */
export function askedByPolice({ courts, mayVary, mayRenew, mayDischarge }: KindRule): readonly AskedOfCourt[] {
  if (courts.every((court) => court === 'police')) return [];
  const standing = { variation: mayVary, renewal: mayRenew, discharge: mayDischarge };
  return (['variation', 'renewal', 'discharge'] as const).filter((asked) => standing[asked].includes('chief-officer'));
}

/** Who may appeal what, and where. */
export interface AppealRule {
  readonly source: string;
  readonly making: readonly Applicant[];
  /** Against a variation, renewal or discharge, for who did not obtain it. */
  readonly change: readonly Applicant[];
  /** Against a refusal of what they asked themselves. */
  readonly refusal: readonly Applicant[];
  /** Against the refusal of an application for the order; absent where no applications of that kind are kept here. */
  readonly application?: readonly Applicant[];
  /** The courts that hear it, by the court that decided. */
  readonly heardBy: Partial<Readonly<Record<Court['type'], readonly Court['type'][]>>>;
}

/** Which court hears an appeal from which. The Crown Court hears those from magistrates; the others are to be confirmed by the force solicitor. */
export const courtsAbove: AppealRule['heardBy'] = {
  magistrates: ['crown'],
  youth: ['crown'],
  crown: ['appeal'],
  family: ['family', 'county', 'high', 'appeal'],
  county: ['county', 'high', 'appeal'],
  high: ['appeal'],
};

/** SPA 2019 s.7: the respondent against the making, against what a chief officer obtained and against their own refusal; a chief officer against a refusal and what the respondent obtained. */
export function stalkingOrderAppeals(on: LocalDate): AppealRule | null {
  const both = ['respondent', 'chief-officer'] as const;
  if (on < '2020-01-20') return null;
  const application = ['chief-officer'] as const;
  return { source: 'SPA 2019 s.7', making: ['respondent'], change: both, refusal: both, application, heardBy: courtsAbove };
}

/**
 * Of an interim order SPA 2019 s.7 speaks only where one is made (the respondent) or refused (the chief officer): it is varied, renewed and discharged
 * under s.5, and s.7(1)(c) and (d), (2)(c) and (3) are of orders under s.4. To be confirmed by the force solicitor.
 */
export function interimOrderAppeals(on: LocalDate): AppealRule | null {
  const rule = stalkingOrderAppeals(on);
  return rule && { ...rule, change: [], refusal: [] };
}

export interface DurationProblem {
  readonly weight: 'must' | 'check';
  readonly problem: 'too-short' | 'too-long' | 'must-be-fixed' | 'ends-before-made' | 'end-unknown';
  /** A sentence that says what the law asks. */
  readonly words: string;
}

export interface BreachRule {
  /** The CJS offence code; null where a breach is no offence. */
  readonly offenceCode: string | null;
  /** The CJS code under which a court hears a breach that is no offence (contempt). */
  readonly civilCode: string | null;
  readonly title: string;
  readonly maximum: string;
  /** The power of arrest in words, with what must still be confirmed. */
  readonly arrest: string;
  /** Whether liability needs that he knew of the order. */
  readonly needsAwareness: 'always' | 'when-made-without-notice';
}

export interface NotificationRule {
  readonly source: string;
  /** Calendar days, the first day counting. */
  readonly days: number;
}

const endsTooEarly: DurationProblem = {
  weight: 'must',
  problem: 'ends-before-made',
  words: 'The last day must not be before the day the order is made.',
};
const unknownEnd: DurationProblem = {
  weight: 'check',
  problem: 'end-unknown',
  words: 'The end is recorded as unknown. The order counts as in force until someone finds out when it ends.',
};

/** The rules that hold for every kind: no end before the making, and an unknown end to be found out. */
export function anyDuration(made: LocalDate, end: End): readonly DurationProblem[] {
  if (end.is === 'unknown') return [unknownEnd];
  return end.is === 'fixed' && end.lastDay < made ? [endsTooEarly] : [];
}

/** The days for which a notice of the police holds: a court hears it within 48 hours, days on which no court sits apart. */
export function noticeDuration(source: string): KindRule['durationRule'] {
  const words = `A notice holds until a court hears it within 48 hours, Sundays and bank holidays apart (${source}). Where the court adjourned, it holds until further order.`;
  return (made, end) =>
    end.is === 'fixed' && end.lastDay > lastOf(made, 2) ? [{ weight: 'must', problem: 'too-long', words }] : anyDuration(made, end);
}

/** The day that is so many days of court after `day`. */
function lastOf(day: LocalDate, days: number): LocalDate {
  const next = addDays(day, 1);
  if (days === 0) return day;
  return lastOf(next, isSundayOrHoliday(next) ? days : days - 1);
}

/** A power of arrest for an either-way offence. */
export const arrestForOffence =
  'Breach is an offence. Arrest without warrant: PACE 1984 s.24 (conditions of necessity apply; to be confirmed by the force solicitor).';

/** Whether an order of this kind could be made on that day, in that way. A rule that had ended or not begun applies to nothing. */
export function couldBeMade(
  { made, origins, originsFrom }: KindRule,
  on: LocalDate,
  origin: Origin,
): 'yes' | 'not-then' | 'not-in-this-way' {
  if (made && (on < made.from || (made.until !== null && on > made.until))) return 'not-then';
  const from = originsFrom?.[origin];
  return origins.includes(origin) && (from === undefined || on >= from) ? 'yes' : 'not-in-this-way';
}
