import { force } from '#access';
import { formatDate } from '#calendar';
import { kindRule, libraryCondition, versionWithId } from '#orders';
import type { Names } from '../sentences/index.js';
import { nthOf } from './answer.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** A protected person as this reader may know them. */
export interface KnownAs {
  readonly id: string;
  /** Their name when the reader may see it, otherwise null. */
  readonly name: string | null;
  /** Every spelling that must not reach the reader in free text. Empty when the name may be seen. */
  readonly hide: readonly string[];
}

/** `A`, `B`, … `Z`, `AA`: the same letter for the same person wherever this perpetrator's record is shown. */
export function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}

/** The words for everything a line of this person's history speaks of, for one reader. */
export function namesFor(summary: PerpetratorSummary, known: readonly KnownAs[]): Names {
  const byId = new Map(known.map((person) => [person.id, person]));
  const protectedPerson = (id: string) => {
    const index = summary.protectedPersonIds.indexOf(id);
    return byId.get(id)?.name ?? (index < 0 ? 'a protected person' : `protected person ${letter(index)}`);
  };
  return {
    protectedPerson,
    order(id) {
      const order = summary.orders[id];
      return order && order.is !== 'unmade' ? `${kindRule(order.kind).name} of ${formatDate(order.made.on)}` : 'An order';
    },
    condition(orderId, versionId) {
      const order = summary.orders[orderId];
      if (!order || order.is === 'unmade') return 'a condition';
      const version = versionWithId(order.conditions, versionId);
      const condition = order.conditions.find(({ conditionId }) => conditionId === version?.plain.conditionId);
      if (!version || !condition) return 'a condition';
      return `condition ${version.plain.number} (version ${nthOf(condition, version)}): ${libraryCondition(version.plain.code).title}`;
    },
    force: (cjs) => force(cjs)?.name ?? `force ${cjs}`,
    text: (value) => known.reduce((text, person) => hide(text, person.hide, protectedPerson(person.id)), value),
  };
}

/** `text` with every one of `spellings`, as whole words in any case, replaced. Longer spellings first, so that no surname is left. */
export function hide(text: string, spellings: readonly string[], instead: string): string {
  return [...spellings]
    .filter((spelling) => spelling.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .reduce(
      (masked, spelling) => masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escape(spelling)}(?![\\p{L}\\p{N}])`, 'giu'), instead),
      text,
    );
}

function escape(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
