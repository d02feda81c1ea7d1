import type { LocalDate } from '#calendar';
import type { ReportingKnown, YouthRecord } from './youth.js';

/** Whether reporting of a youth court's proceedings is restricted without anybody asking. */
export interface ReportingRule {
  /** From this day on, until a later line. */
  readonly from: LocalDate;
  readonly restriction: 'automatic' | 'none';
  /** The age at which it ends by itself; null where it does not. */
  readonly endsAt: 18 | null;
  readonly source: string;
}

/** A change of the law, or what a force solicitor finds, is one more line here. */
export const reportingRules: readonly ReportingRule[] = [
  {
    from: '2020-01-20',
    restriction: 'automatic',
    endsAt: 18,
    source: 'Children and Young Persons Act 1933 s.49; to be confirmed by the force solicitor',
  },
];

/** The rule on that day; null where none is known. */
export function reportingRuleOn(day: LocalDate, rules = reportingRules): ReportingRule | null {
  return rules.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}

/** What a restriction on reporting turns on. */
export interface Proceedings {
  /** The day it was filed; null while it is prepared. */
  readonly filedOn: LocalDate | null;
  /** Whether a youth court hears it. */
  readonly isYouthCourt: boolean;
  /** The day on which the respondent turns 18; null where the date of birth is not known. */
  readonly eighteenOn: LocalDate | null;
}

/**
 * How reporting stands. `said`: as recorded last. `assumed`: by the rule, since nobody has recorded anything. `will`: by the rule, once it is
 * filed. `to-ask`: the respondent has turned 18 and nobody has said since what holds. `open`: nobody has said anything, and no rule does.
 */
export type ReportingStanding =
  | { readonly is: 'said'; readonly last: ReportingKnown }
  | { readonly is: 'assumed' | 'will'; readonly rule: ReportingRule }
  | { readonly is: 'to-ask'; readonly since: LocalDate; readonly last: ReportingKnown | null }
  | { readonly is: 'open' };

/** How reporting of these proceedings stands on that day. Where nobody knows, it is never told to be free. */
export function reportingStanding({ reporting }: YouthRecord, proceedings: Proceedings, today: LocalDate): ReportingStanding {
  const { filedOn, isYouthCourt, eighteenOn } = proceedings;
  const last = latestReporting(reporting);
  const restricted = last === null ? isYouthCourt : last.restriction === 'automatic' || last.restriction === 'directed';
  // What was said before the birthday may have ended with it; that nothing is restricted does not come back.
  if (restricted && eighteenOn !== null && today >= eighteenOn && (last === null || last.from < eighteenOn))
    return { is: 'to-ask', since: eighteenOn, last };
  if (last) return { is: 'said', last };
  const rule = isYouthCourt ? reportingRuleOn(filedOn ?? today) : null;
  if (rule?.restriction !== 'automatic') return { is: 'open' };
  return { is: filedOn === null ? 'will' : 'assumed', rule };
}

/** What holds since the latest day; of one day what was recorded last. */
export function latestReporting(reporting: readonly ReportingKnown[]): ReportingKnown | null {
  return reporting.reduce<ReportingKnown | null>((last, one) => (last === null || one.from >= last.from ? one : last), null);
}

/** Whether something must not be reported, as far as the record says: `ask` where that must be asked before anything is published. */
export function isRestricted(standing: ReportingStanding): 'yes' | 'no' | 'ask' {
  switch (standing.is) {
    case 'said':
      return standing.last.restriction === 'automatic' || standing.last.restriction === 'directed' ? 'yes' : 'no';
    case 'assumed':
    case 'will':
      return 'yes';
    case 'to-ask':
    case 'open':
      return 'ask';
  }
}
