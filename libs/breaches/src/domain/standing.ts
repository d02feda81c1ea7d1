import { refuse } from '#event-sourcing';
import type { BreachState } from './breach.js';
import type { OfBreach } from './events.js';

/** The ids every further fact repeats. Refuses when nothing was ever reported under this id. */
export function reported(breach: BreachState): OfBreach {
  if (breach.status === 'none') throw refuse<'not-reported'>('not-reported');
  return { breachId: breach.breachId, perpetratorId: breach.perpetratorId, force: breach.force };
}

/** The same, and refuses contact that nobody alleges to be a breach: an allegation comes first. */
export function alleged(breach: BreachState): OfBreach {
  const of = reported(breach);
  if (breach.status === 'kept' || breach.status === 'withdrawn') throw refuse<'nothing-alleged'>('nothing-alleged');
  return of;
}

export type StandingRefusal = 'not-reported' | 'nothing-alleged';
