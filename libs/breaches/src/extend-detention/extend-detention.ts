import { asInstant, type Instant, londonDate, millisecondsOf } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import { type BreachClockKey, breachClockTable } from '../domain/clock-rules.js';
import { custodyLimit, nextAuthority } from '../domain/custody-limit.js';
import type { BreachFact, DetentionAuthority } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { isInCustody } from '../domain/progress.js';
import { alleged, type StandingRefusal } from '../domain/standing.js';

export interface DetentionExtension {
  readonly extensionId: string;
  readonly by: DetentionAuthority;
  /** When it was authorised. */
  readonly at: Instant;
  readonly until: Instant;
}

export type ExtendDetentionRefusal =
  | StandingRefusal
  | 'in-the-future'
  | 'before-it-happened'
  | 'not-in-custody'
  | 'authorised-before-arrest'
  | 'another-authority-first'
  | 'extended-to-the-past'
  | 'extended-too-far';

/** The most from the relevant time (PACE 1984 ss.42 to 44). */
const most: Readonly<Record<DetentionAuthority, BreachClockKey>> = {
  superintendent: 'detention-36',
  warrant: 'detention-72',
  'warrant-extension': 'detention-96',
};

/**
 * Detention without a charge was extended. The relevant time is not recorded: it is never before the arrest, and never more than 24 hours
 * after it (s.41(2)), so that what is refused can be right under neither.
 */
export function extendDetention(breach: BreachState, { extensionId, by, at, until }: DetentionExtension, now: Instant): BreachFact[] {
  const of = alleged(breach);
  assertAfterwards(breach, at, now);
  const arrest = breach.steps.findLast(({ is }) => is === 'arrest');
  const limit = custodyLimit(breach);
  if (arrest?.is !== 'arrest' || !limit || !isInCustody(breach)) throw refuse<ExtendDetentionRefusal>('not-in-custody');
  if (at < arrest.at) throw refuse<ExtendDetentionRefusal>('authorised-before-arrest');
  if (by !== nextAuthority(limit)) throw refuse<ExtendDetentionRefusal>('another-authority-first');
  if (until <= limit.at) throw refuse<ExtendDetentionRefusal>('extended-to-the-past');
  const latest = [later(end(most[by], arrest.at), 24), ...(by === 'superintendent' ? [] : [end('detention-warrant', at)])];
  if (latest.some((one) => until > one)) throw refuse<ExtendDetentionRefusal>('extended-too-far');
  return [{ type: 'DetentionExtended', data: { ...of, extensionId, by, at, until } }];
}

function end(key: BreachClockKey, from: Instant): Instant {
  return breachClockTable.end(key, { on: londonDate(from), at: from }).dueAt ?? from;
}

function later(instant: Instant, hours: number): Instant {
  return asInstant(millisecondsOf(instant) + hours * 3_600_000);
}
