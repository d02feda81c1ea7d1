import type { Instant, LocalDate } from '#calendar';
import type { BreachState, WhyKept } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { type Incident, type IncidentRefusal, newIncident } from '../domain/incident.js';

export type KeepContactRefusal = IncidentRefusal;

/** Contact that is no breach, or that nobody says is one, is kept on the history: breach-only records lose the pattern. */
export function keepContact(
  breach: BreachState,
  { why, ...incident }: Incident & { why: WhyKept },
  now: Instant,
  born: LocalDate | null,
): BreachFact[] {
  const { data, words } = newIncident(breach, incident, now, born);
  return [{ type: 'ContactKept', data: { ...data, why }, personal: words }];
}
