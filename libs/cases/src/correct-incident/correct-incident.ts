import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { afterBirths, type BeforeBirth } from '../domain/births.js';
import type { CaseState } from '../domain/case.js';
import type { Conduct } from '../domain/conduct.js';
import type { CaseFact } from '../domain/events.js';
import { assertPossible, type Occurred, type OccurredRefusal } from '../domain/occurred.js';
import { type NoCase, ofCase, opened, standingIncident } from '../domain/required.js';

export interface IncidentCorrection {
  readonly incidentId: string;
  readonly correctionId: string;
  /** Null leaves it as it is. */
  readonly occurred: Occurred | null;
  /** Null leaves it as it is. */
  readonly conduct: readonly Conduct[] | null;
  /** Null leaves it as it is. */
  readonly account: string | null;
  readonly reason: string;
}

export type CorrectIncidentRefusal =
  NoCase | 'no-such-incident' | 'in-error-already' | OccurredRefusal | BeforeBirth | 'nothing-to-correct';

/**
 * What was recorded wrongly put right. What was recorded first stays on the history, and is what was known then. `births` answers when
 * somebody the incident concerns was born; null where that is not recorded.
 */
export function correctIncident(
  state: CaseState,
  correction: IncidentCorrection,
  now: Instant,
  births: (personId: string) => LocalDate | null = () => null,
): CaseFact[] {
  const it = opened(state);
  const { incidentId, correctionId, reason } = correction;
  const incident = standingIncident(it, incidentId);
  const occurred = correction.occurred && !sameTime(correction.occurred, incident.occurred) ? correction.occurred : null;
  const conduct = correction.conduct && !sameMembers(correction.conduct, incident.conduct) ? [...new Set(correction.conduct)] : null;
  const account = correction.account === incident.account.value ? null : correction.account;
  if (occurred === null && conduct === null && account === null) throw refuse<CorrectIncidentRefusal>('nothing-to-correct');
  const about = [it.perpetratorId, ...incident.protectedPersonIds] as const;
  if (occurred !== null) {
    assertPossible(occurred, incident.reportedAt, now);
    afterBirths(occurred.on, about.map(births));
  }
  return [
    {
      type: 'IncidentCorrected',
      data: { ...ofCase(it), incidentId, correctionId, occurred, conduct },
      personal: { reason: personal(about, reason), ...(account === null ? {} : { account: personal(about, account) }) },
    },
  ];
}

function sameTime(one: Occurred, other: Occurred): boolean {
  return one.on === other.on && one.until === other.until && one.at === other.at;
}

function sameMembers(some: readonly Conduct[], others: readonly Conduct[]): boolean {
  return some.length === 0 || (some.every((one) => others.includes(one)) && others.every((one) => some.includes(one)));
}
