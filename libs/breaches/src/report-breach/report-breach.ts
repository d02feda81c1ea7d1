import type { Instant, LocalDate } from '#calendar';
import { personal } from '#event-sourcing';
import type { OrderState } from '#orders';
import { type Alleging, alleging, type AllegingRefusal, flagsOf } from '../domain/alleging.js';
import type { BreachState, ReasonableExcuse } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { assertProtecting, type ProtectsRefusal } from '../domain/protects-none.js';
import { type Incident, type IncidentRefusal, newIncident } from '../domain/incident.js';

export interface ReportBreachDetails {
  readonly incident: Incident;
  readonly alleging: readonly Alleging[];
  /** The ids of all records that people have linked as the same person; the one reported against among them. */
  readonly samePerson: readonly string[];
  /** A failure to notify is alleged although the record shows none: the record is said to be wrong or incomplete. */
  readonly recordIsWrong?: boolean;
  /** The ids of orders alleged against although they protect none of the people it was done to. */
  readonly evenSo?: readonly string[];
  readonly reasonableExcuse: ReasonableExcuse;
  /** What he said excuses it, if anything. */
  readonly excuse: string | null;
  /** When the person was born; null where that is not recorded. */
  readonly born: LocalDate | null;
}

export type ReportBreachRefusal = IncidentRefusal | AllegingRefusal | ProtectsRefusal;

/**
 * One incident, with each condition it is said to breach pinned to the wording in force when it happened, over several orders at once.
 * Service is no precondition (DPP v Stephenson [2025] EWHC 950 (Admin)): an unserved order is alleged with `awarenessToShow`, and nothing is
 * ever closed for want of service.
 */
export function reportBreach(
  breach: BreachState,
  ordersThen: readonly OrderState[],
  details: ReportBreachDetails,
  now: Instant,
): BreachFact[] {
  const { data, words, about } = newIncident(breach, details.incident, now, details.born);
  const samePerson = [data.perpetratorId, ...details.samePerson];
  const alleged = alleging(details.alleging, ordersThen, data.occurred, samePerson, details.recordIsWrong);
  assertProtecting(details.alleging, ordersThen, data.protectedPersonIds, details.evenSo ?? []);
  const { allegations, awarenessToShow } = alleged;
  const { breachId, perpetratorId, force } = data;
  const excuse = details.excuse === null ? {} : { excuse: personal(about, details.excuse) };
  return [
    {
      type: 'BreachReported',
      data: { ...data, allegations, awarenessToShow, reasonableExcuse: details.reasonableExcuse },
      personal: { ...words, ...excuse },
    },
    ...flagsOf({ breachId, perpetratorId, force }, alleged, now),
  ];
}
