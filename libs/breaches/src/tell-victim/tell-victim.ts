import type { Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact, VictimUpdateAbout } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { reported } from '../domain/standing.js';
import { victimUpdates } from '../domain/victim-updates.js';

export interface TellVictimDetails {
  readonly updateId: string;
  readonly protectedPersonId: string;
  readonly at: Instant;
  readonly of: VictimUpdateAbout;
}

export type TellVictimRefusal =
  'not-reported' | 'in-the-future' | 'before-it-happened' | 'not-a-protected-person-here' | 'nothing-to-tell' | 'told-before-it-happened';

/** A protected person was told of a development; that stops its clock (Victims' Code, Right 6). */
export function tellVictim(
  breach: BreachState,
  { updateId, protectedPersonId, at, of: about }: TellVictimDetails,
  now: Instant,
): BreachFact[] {
  const of = reported(breach);
  assertAfterwards(breach, at, now);
  if (!breach.protectedPersonIds.includes(protectedPersonId)) throw refuse<TellVictimRefusal>('not-a-protected-person-here');
  if (about !== 'report-decision') {
    const developments = victimUpdates(breach).filter((update) => update.about === about);
    if (developments.length === 0) throw refuse<TellVictimRefusal>('nothing-to-tell');
    if (developments.every(({ since }) => at < since)) throw refuse<TellVictimRefusal>('told-before-it-happened');
  }
  return [{ type: 'VictimTold', data: { ...of, updateId, protectedPersonId, at, of: about } }];
}
