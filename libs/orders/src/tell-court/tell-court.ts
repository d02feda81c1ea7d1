import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact, IncidentSince } from '../domain/events.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export interface CourtTellingDetails {
  /** The day on which it was decided. */
  readonly on: LocalDate;
  readonly isTold: boolean;
  readonly reason: string;
}

export type CannotTellCourt = NoApplication | 'nothing-changed' | 'in-the-future' | 'before-filing';

/** Whether the court is told what became of these incidents since the application was filed. What changes after that is asked about anew. */
export function tellCourt(
  application: ApplicationState,
  { on, isTold, reason }: CourtTellingDetails,
  incidents: readonly IncidentSince[],
  now: Moment,
): ApplicationFact[] {
  const filed = anApplication(application);
  const relied = (filed.relied ?? []).map(({ incidentId }) => incidentId);
  const changed = incidents.filter(({ incidentId }) => relied.includes(incidentId));
  if (changed.length === 0) throw refuse<CannotTellCourt>('nothing-changed');
  notAhead(someTimeOn(on), now);
  if (on < filed.filedOn) throw refuse<CannotTellCourt>('before-filing');
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  return [
    {
      type: 'CourtTellingDecided',
      data: { applicationId, perpetratorId, force, on, isTold, incidents: changed },
      personal: { reason: personal(about, reason.trim()) },
    },
  ];
}
