import type { LocalDate } from '#calendar';
import { conditionsInForceAt } from './in-force.js';
import type { When } from './moments.js';
import type { MadeOrder } from './order.js';

/** That somebody whom an order protects is looked after elsewhere now, while conditions of it hold only in a place. */
export interface LeftBehind {
  /** Clause numbers. */
  readonly conditions: readonly number[];
  /** The forces that look after them now, by CJS code; null for one that the reader does not need to know: it tells where they moved. */
  readonly forces: readonly (string | null)[];
  /** The proposal of a variation that is under way for it; null while none is. */
  readonly proposalId: string | null;
}

/** By which force somebody is looked after now, as far as the reader may know. */
export interface LookedAfter {
  readonly id: string;
  readonly safeguarding: string | null;
  /** The London day since which they are; null or absent where that is not known. */
  readonly since?: LocalDate | null;
}

/**
 * The order itself holds in all of the United Kingdom (SPA 2019 s.2), but an area it names does not move with the protected person. Null when
 * nothing holds only in a place, nobody is looked after elsewhere, or the court has decided on a variation asked for because of the move:
 * whoever moves again after that day is told anew.
 */
export function leftBehind(order: MadeOrder, people: readonly LookedAfter[], when: When): LeftBehind | null {
  const asked = order.proposals.filter(({ asks, because }) => asks !== 'discharge' && because === 'protected-person-moved');
  const decidedOn = asked.flatMap(({ decided }) => decided?.at.on ?? []).reduce((last, day) => (day > last ? day : last), '');
  const isSettled = ({ since }: LookedAfter) => decidedOn !== '' && (!since || since <= decidedOn);
  const away = people.filter((one) => order.protectedPersonIds.includes(one.id) && one.safeguarding !== order.force && !isSettled(one));
  const conditions = conditionsInForceAt(order, when).flatMap((then) => {
    if (then.is !== 'in-force') return [];
    const { code, locality, number } = then.version.plain;
    return code === 'EX-AREA' || locality === 'limited' ? [number] : [];
  });
  if (away.length === 0 || conditions.length === 0) return null;
  return {
    conditions: conditions.toSorted((a, b) => a - b),
    forces: [...new Set(away.map(({ safeguarding }) => safeguarding))].toSorted((a, b) => (a ?? '~').localeCompare(b ?? '~')),
    proposalId: asked.findLast(({ decided }) => decided === null)?.proposalId ?? null,
  };
}
