import { force } from '#access';
import { formatDate } from '#calendar';
import { kindRule, libraryCondition, versionWithId } from '#orders';
import type { Names } from '../sentences/index.js';
import { hiddenIn, type Masked, masked, maskedClause, readsSafetyNotes } from '#people';
import { nthOf } from './answer.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What a line needs of a protected person as one reader may know them: `KnownAs` of people is one. */
export interface KnownToReader {
  readonly id: string;
  /** As on every other page; null where none is known. */
  readonly letter: string | null;
  readonly name: string | null;
  readonly hide: Masked['hide'];
  readonly isRestricted?: boolean;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/**
 * The words for everything a line of this person's history speaks of, for one reader. Free text is left out unless `readsText`; the words
 * of the force `own` are read as they were written.
 */
export function namesFor(summary: PerpetratorSummary, known: readonly KnownToReader[], readsText = true, own: string | null = null): Names {
  const byId = new Map(known.map((person) => [person.id, person]));
  const protectedPerson = (id: string) => {
    const person = byId.get(id);
    return person?.name ?? (person && person.letter !== null ? `protected person ${person.letter}` : 'a protected person');
  };
  const masksIn = (areOwn: boolean) => hiddenIn(known, areOwn).map(({ id, hide }) => ({ instead: protectedPerson(id), hide }));
  const [masks, masksInOwn] = [masksIn(false), masksIn(true)];
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
    readsSafety: (wrote) => readsSafetyNotes(own, wrote, known),
    text(value, wrote, part) {
      if (!readsText) return null;
      const hidden = wrote !== undefined && wrote === own ? masksInOwn : masks;
      return part === undefined || wrote === undefined ? masked(value, hidden) : maskedClause(value, hidden, wrote, part);
    },
  };
}
