import { type Instant, type LocalDate, londonDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { maintained, peopleOf } from '../domain/progress.js';
import type { BreachFact, BreachOutcome } from '../domain/events.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface CourtOutcomeDetails {
  readonly on: LocalDate;
  readonly outcome: BreachOutcome;
  /** When it was received: the victim's clock runs from there. */
  readonly receivedAt: Instant;
  readonly sentence: string | null;
}

export type RecordCourtOutcomeRefusal =
  | StandingRefusal
  | 'in-the-future'
  | 'before-it-happened'
  | 'received-before-the-hearing'
  | 'not-charged'
  | 'recorded-already'
  | 'before-the-last-outcome'
  | 'before-the-charge';

/**
 * What a court decided. A breach that is an offence must have been charged first; one that is contempt of court (a DVPO, an injunction)
 * comes to court without a charge. A later court may decide otherwise: then both outcomes stand, the later one last.
 */
export function recordCourtOutcome(
  breach: BreachState,
  { on, outcome, receivedAt, sentence }: CourtOutcomeDetails,
  now: Instant,
): BreachFact[] {
  const of = alleged(breach);
  if (on > londonDate(now) || receivedAt > now) throw refuse<RecordCourtOutcomeRefusal>('in-the-future');
  if (on < breach.occurred.on) throw refuse<RecordCourtOutcomeRefusal>('before-it-happened');
  if (londonDate(receivedAt) < on) throw refuse<RecordCourtOutcomeRefusal>('received-before-the-hearing');
  const charged = breach.steps.some((step) => step.is === 'charge');
  const mayBeContempt = outcome === 'contempt-proved' || outcome === 'dismissed' || outcome === 'other';
  const contempt =
    mayBeContempt && maintained(breach).some((allegation) => allegation.offenceCode === null || CONTEMPT_TOO.has(allegation.offenceCode));
  if (!charged && !contempt) throw refuse<RecordCourtOutcomeRefusal>('not-charged');
  const firstCharged = breach.steps.flatMap((step) => (step.is === 'charge' ? [londonDate(step.at)] : [])).toSorted()[0];
  if (!contempt && firstCharged !== undefined && on < firstCharged) throw refuse<RecordCourtOutcomeRefusal>('before-the-charge');
  const last = breach.steps.findLast((step) => step.is === 'court-outcome');
  if (last?.outcome === outcome) throw refuse<RecordCourtOutcomeRefusal>('recorded-already');
  if (last && on < last.on) throw refuse<RecordCourtOutcomeRefusal>('before-the-last-outcome');
  const words = sentence === null ? {} : { sentence: personal(peopleOf(breach), sentence) };
  return [{ type: 'CourtOutcomeRecorded', data: { ...of, on, outcome, receivedAt }, personal: words }];
}

/** Breaches that may be punished as contempt instead of charged: injunction (PHA 1997 s.3), non-molestation (FLA 1996 s.42A), DAPO (DAA 2021 s.39). */
const CONTEMPT_TOO: ReadonlySet<string> = new Set(['PH97001', 'FL96001', 'DA21001', 'MC80530', 'CS10503']);
