import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { afterBirths, type BeforeBirth } from '../domain/births.js';
import type { CaseState } from '../domain/case.js';
import type { Conduct } from '../domain/conduct.js';
import type { CaseFact } from '../domain/events.js';
import { assertPossible, type Channel, type Occurred, type OccurredRefusal, type ReporterRole } from '../domain/occurred.js';
import { type NoCase, ofCase, opened } from '../domain/required.js';

export interface IncidentDetails {
  readonly incidentId: string;
  readonly occurred: Occurred;
  readonly reportedAt: Instant;
  readonly channel: Channel;
  readonly reporter: ReporterRole;
  readonly conduct: readonly Conduct[];
  /** To whom it was done; they are part of the case from then on. */
  readonly protectedPersonIds: readonly string[];
  readonly account: string;
  readonly place: string | null;
}

export type RecordIncidentRefusal = NoCase | OccurredRefusal | BeforeBirth | 'conduct-needed';

/**
 * Something that happened, as it was told. An outcome of the case does not keep it from being recorded: the pattern matters. `births`: of
 * the person the case is about and of those to whom it was done, as far as they are recorded.
 */
export function recordIncident(
  state: CaseState,
  { account, place, ...told }: IncidentDetails,
  now: Instant,
  births: readonly (LocalDate | null)[] = [],
): CaseFact[] {
  const it = opened(state);
  assertPossible(told.occurred, told.reportedAt, now);
  afterBirths(told.occurred.on, births);
  if (told.conduct.length === 0) throw refuse<RecordIncidentRefusal>('conduct-needed');
  const protectedPersonIds = [...new Set(told.protectedPersonIds)];
  const about = [it.perpetratorId, ...protectedPersonIds] as const;
  return [
    {
      type: 'IncidentRecorded',
      data: { ...ofCase(it), ...told, conduct: [...new Set(told.conduct)], protectedPersonIds },
      personal: { account: personal(about, account), ...(place === null ? {} : { place: personal(about, place) }) },
    },
  ];
}
