import type { Incident } from '#cases';
import type { Surroundings } from './missing.js';

/** What became of incidents that an application may rely on. */
export type ChangedIncidents = Pick<Surroundings, 'struck' | 'corrections'>;

/** Which of the incidents were recorded in error, and how often each was corrected. */
export function changedIncidents(incidents: readonly Incident[]): ChangedIncidents {
  return {
    struck: incidents.filter(({ inError }) => inError !== null).map(({ incidentId }) => incidentId),
    corrections: Object.fromEntries(incidents.map(({ incidentId, corrections }) => [incidentId, corrections])),
  };
}
