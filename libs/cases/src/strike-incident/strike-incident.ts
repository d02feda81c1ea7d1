import { personal } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type NoCase, ofCase, opened, standingIncident } from '../domain/required.js';

export interface StrikeDetails {
  readonly incidentId: string;
  readonly reason: string;
}

export type StrikeIncidentRefusal = NoCase | 'no-such-incident' | 'in-error-already';

/** It was recorded in error: about somebody else, or twice. It counts no more and stays readable. */
export function strikeIncident(state: CaseState, { incidentId, reason }: StrikeDetails): CaseFact[] {
  const it = opened(state);
  const { protectedPersonIds } = standingIncident(it, incidentId);
  const about = [it.perpetratorId, ...protectedPersonIds] as const;
  return [{ type: 'IncidentRecordedInError', data: { ...ofCase(it), incidentId }, personal: { reason: personal(about, reason) } }];
}
