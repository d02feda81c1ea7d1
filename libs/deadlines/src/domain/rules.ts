import type { ExtraHolidays, LocalDate } from '#calendar';
import type { OrderKind } from '#orders';

/**
 * Lengths of the clocks that no statute sets, or that are still to be confirmed. Those of the Stalking Protection Act (three days to
 * notify) and of the Victims' Code stand with the orders and the breaches.
 */
export interface DeadlineRules {
  /** Working days from the making of an order, or of a variation, to its service. Policy. */
  readonly serveWithin: number;
  /** Days before the last day of an order on which each step of its review is due. Policy. */
  readonly review: {
    readonly start: number;
    readonly decide: number;
    readonly file: number;
    readonly escalate: number;
    readonly last: number;
  };
  /** Days before the last day of an interim order on which to look whether the main application will be determined in time. Policy. */
  readonly interim: { readonly start: number; readonly escalate: number; readonly last: number };
  /** Working days to confirm that the national record was made, changed or cleared. Policy. */
  readonly nationalRecordWithin: number;
  /** Kinds of order that the national record carries; to be confirmed by the force. */
  readonly nationallyRecorded: readonly OrderKind[];
  /** Working days from the change to the review of a breach it bears on. Policy. */
  readonly flagReviewWithin: number;
  /** Working days from the report to finding what shows that he knew of the order. Policy. */
  readonly awarenessWithin: number;
  /**
   * Months from the act within which an offence that only a magistrates' court tries must be charged (MCA 1980 s.127), and the CJS codes
   * of such offences: stalking (PHA 1997 s.2A) and harassment (s.2). From memory: to be confirmed by the force solicitor.
   */
  readonly summaryOnly: { readonly months: number; readonly offenceCodes: readonly string[] };
  /** Proclaimed bank holidays on top of the rule. */
  readonly holidays: ExtraHolidays;
}

/** The rules by the London day from which each set holds, the earliest first. A changed length is a new set: clocks that run keep theirs. */
export const ruleSets: readonly { readonly from: LocalDate; readonly rules: DeadlineRules }[] = [
  {
    from: '0001-01-01',
    rules: {
      serveWithin: 3,
      review: { start: 180, decide: 90, file: 56, escalate: 28, last: 14 },
      interim: { start: 14, escalate: 7, last: 2 },
      nationalRecordWithin: 2,
      nationallyRecorded: ['spo', 'interim-spo', 'restraining-conviction', 'restraining-acquittal', 'non-molestation', 'dapo'],
      flagReviewWithin: 2,
      awarenessWithin: 2,
      summaryOnly: { months: 6, offenceCodes: ['PH97006', 'PH97004'] },
      holidays: [],
    },
  },
];

/** The rules for a clock that starts on this day. */
export function rulesOn(day: LocalDate, sets = ruleSets): DeadlineRules {
  const holds = sets.findLast(({ from }) => from <= day) ?? sets[0];
  if (!holds) throw new Error('There are no rules of deadlines');
  return holds.rules;
}
