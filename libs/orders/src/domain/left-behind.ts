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

/**
 * The order itself holds in all of the United Kingdom (SPA 2019 s.2), but an area it names does not move with the protected person. Null when
 * nothing holds only in a place, nobody is looked after elsewhere, or the court has decided on a variation asked for because of the move.
 */
export function leftBehind(
  order: MadeOrder,
  people: readonly { readonly id: string; readonly safeguarding: string | null }[],
  when: When,
): LeftBehind | null {
  const forces = new Set(
    people
      .filter(({ id }) => order.protectedPersonIds.includes(id))
      .map(({ safeguarding }) => safeguarding)
      .filter((code) => code !== order.force),
  );
  const conditions = conditionsInForceAt(order, when).flatMap((then) => {
    if (then.is !== 'in-force') return [];
    const { code, locality, number } = then.version.plain;
    return code === 'EX-AREA' || locality === 'limited' ? [number] : [];
  });
  const asked = order.proposals.filter(({ because }) => because === 'protected-person-moved');
  if (forces.size === 0 || conditions.length === 0 || asked.some(({ decided }) => decided !== null)) return null;
  return {
    conditions: conditions.toSorted((a, b) => a - b),
    forces: [...forces].toSorted((a, b) => (a ?? '~').localeCompare(b ?? '~')),
    proposalId: asked.at(-1)?.proposalId ?? null,
  };
}
