import { type Instant, londonDate } from '#calendar';
import type { BreachState } from './breach.js';
import { breachClockTable } from './clock-rules.js';
import type { DetentionAuthority } from './events.js';

/** Until when somebody arrested may be held without a charge, as far as what is recorded goes. */
export interface CustodyLimit {
  readonly at: Instant;
  /** What extended it to then; null for the first 24 hours. */
  readonly by: DetentionAuthority | null;
}

/**
 * The limit that stands since the last arrest: 24 hours from it, or until when what was recorded last extended it (PACE 1984 ss.41 to 44).
 * Null before an arrest.
 */
export function custodyLimit({ steps }: Pick<BreachState, 'steps'>): CustodyLimit | null {
  const arrest = steps.findLast((step) => step.is === 'arrest');
  if (arrest?.is !== 'arrest') return null;
  const extended = steps.slice(steps.indexOf(arrest)).findLast((step) => step.is === 'detention-extended');
  if (extended?.is === 'detention-extended') return { at: extended.until, by: extended.by };
  const { dueAt } = breachClockTable.end('detention-24', { on: londonDate(arrest.at), at: arrest.at });
  return { at: dueAt ?? arrest.at, by: null };
}

/** What may extend it next: a superintendent first, then a warrant of a court, then the court again. */
export function nextAuthority({ by }: CustodyLimit): DetentionAuthority {
  return by === null ? 'superintendent' : by === 'superintendent' ? 'warrant' : 'warrant-extension';
}
