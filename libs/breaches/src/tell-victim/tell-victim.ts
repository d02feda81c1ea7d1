import { type Instant, isMinuteBefore } from '#calendar';
import { refuse } from '#event-sourcing';
import type { BreachState } from '../domain/breach.js';
import type { BreachFact, VictimUpdateAbout } from '../domain/events.js';
import { assertAfterwards } from '../domain/occurred.js';
import { reported } from '../domain/standing.js';
import type { WhyNotTold, WhyWithheld } from '../domain/telling.js';
import { victimUpdates } from '../domain/victim-updates.js';
import {
  assertSafely,
  checkedTelling,
  type UnsafeTelling,
  type IncompleteTelling,
  noteOf,
  type SafeWays,
  sealedParts,
  type Told,
} from '../domain/what-was-said.js';

/** Who told them and how may stay open when they were told: feeds do not always say. */
export interface TellVictimDetails extends Partial<Told> {
  readonly updateId: string;
  readonly protectedPersonId: string;
  readonly at: Instant;
  readonly of: VictimUpdateAbout;
}

export type TellVictimRefusal =
  | IncompleteTelling
  | UnsafeTelling
  | 'not-reported'
  | 'in-the-future'
  | 'before-it-happened'
  | 'not-a-protected-person-here'
  | 'nothing-to-tell'
  | 'told-before-it-happened'
  | 'told-already';

/**
 * A protected person was told of a development, was not told, or is not to be told; that stops its clock (Victims' Code, Right 6). Told
 * once, told for ever: of a second arrest they are told again.
 */
export function tellVictim(breach: BreachState, details: TellVictimDetails, now: Instant, plan: SafeWays | null = null): BreachFact[] {
  const { updateId, protectedPersonId, at, of: about, decision = 'told' } = details;
  const of = reported(breach);
  assertAfterwards(breach, at, now);
  assertSafely(details, plan);
  if (!breach.protectedPersonIds.includes(protectedPersonId)) throw refuse<TellVictimRefusal>('not-a-protected-person-here');
  if (about !== 'report-decision') {
    const developments = victimUpdates(breach).filter((update) => update.about === about && update.protectedPersonId === protectedPersonId);
    if (developments.length === 0) throw refuse<TellVictimRefusal>('nothing-to-tell');
    const earlier = developments.filter(({ since }) => !isMinuteBefore(at, since));
    if (earlier.length === 0) throw refuse<TellVictimRefusal>('told-before-it-happened');
    if (earlier.every(({ toldAt }) => toldAt !== null)) throw refuse<TellVictimRefusal>('told-already');
  }
  const data = { ...of, updateId, protectedPersonId, at, of: about };
  const { role = null, by = null, channel = null, notTold = null, withheld = null, note = null, against = null } = details;
  const personal = sealedParts(protectedPersonId, { by, note: decision === 'told' ? noteOf({ note, against }) : note });
  const sealed = Object.keys(personal).length > 0 ? { personal } : {};
  if (decision === 'told')
    return [{ type: 'VictimTold', data: { ...data, ...(channel && { channel }), ...(role && { role }) }, ...sealed }];
  const checked = checkedTelling({ decision, at, role, by, channel, notTold, withheld, note });
  const because = checked.because as WhyNotTold | WhyWithheld;
  return [{ type: 'VictimNotTold', data: { ...data, role: checked.role, decision, because }, ...sealed }];
}
