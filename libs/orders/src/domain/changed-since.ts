import type { ChangedIncidents } from './application-draft/changed-incidents.js';
import type { ReliedIncident } from './application-draft/facts.js';
import type { CourtTelling } from './application.js';
import type { IncidentSince } from './events.js';

/** An incident that became something else after the application was filed, and whether somebody decided of that if the court is told. */
export interface ChangedSince extends IncidentSince {
  readonly isDecided: boolean;
}

/** Of the incidents on which a filed application rests, those corrected or recorded in error since. */
export function changedSince(
  relied: readonly ReliedIncident[],
  courtTold: readonly Pick<CourtTelling, 'incidents'>[],
  { struck, corrections }: ChangedIncidents,
): readonly ChangedSince[] {
  const decided = courtTold.flatMap(({ incidents }) => incidents);
  return relied.flatMap(({ incidentId, corrections: then }) => {
    const now = { incidentId, corrections: corrections[incidentId] ?? then, isStruck: struck.includes(incidentId) };
    if (!now.isStruck && now.corrections === then) return [];
    return [{ ...now, isDecided: decided.some((one) => isSame(one, now)) }];
  });
}

function isSame(one: IncidentSince, other: IncidentSince): boolean {
  return one.incidentId === other.incidentId && one.corrections === other.corrections && one.isStruck === other.isStruck;
}
