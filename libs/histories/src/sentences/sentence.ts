import type { Instant, LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { BreachFact, Occurred } from '#breaches';
import type { ApplicationFact, OrderFact } from '#orders';
import { askFor, type ClausePart } from '#people';

/** What a line of the history is about; the filter of the page offers these. */
export const HISTORY_KINDS = ['order', 'application', 'service', 'breach', 'incident', 'contact', 'identity'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** When a fact happened in the world, as well as the record says: London days, and an instant only when a time is known. */
export interface When {
  readonly on: LocalDate;
  /** The last day, when it is a range of days. */
  readonly until: LocalDate;
  readonly at: Instant | null;
}

/** One fact as one line of the history, in plain words. */
export interface Sentence {
  readonly kind: HistoryKind;
  readonly when: When;
  /** What happened, the status first. */
  readonly heading: string;
  /** More of it, each a short line. Empty for most facts. */
  readonly lines: readonly string[];
}

/** A fact that can be said to be in error by itself. */
export type FactInError = OrderFact | ApplicationFact | Extract<BreachFact, { type: 'DetentionExtended' }>;

/** The words that a sentence needs from outside its own fact. They depend on who reads. */
export interface Names {
  /** A protected person by id: a stable letter, or the name where the reader may see it. */
  protectedPerson(id: string): string;
  /** An order by id: `Stalking protection order of 14 May 2026`. */
  order(id: string): string;
  /** A condition version: `condition 1 (version 2): Not to contact …`. */
  condition(orderId: string, versionId: string): string;
  /** The force whose fact is said, by CJS code. */
  readonly wrote?: string;
  /** The report or the case whose fact is said, by its id; null for any other. */
  readonly record?: string | null;
  /** Whether the reader reads what the force `wrote`, by CJS code, noted of how people were kept safe. */
  readsSafety(wrote: string): boolean;
  /** How the reader reads what the force `wrote`, by CJS code, wrote down for itself: its words, whom to ask, or nothing of it. */
  own(wrote: string): 'words' | 'whom-to-ask' | 'nothing';
  /** Whether what the fact says was recorded in error. */
  inError(fact: FactInError, recordedAt: Instant): boolean;
  /** When a breach, or contact that is kept, is recorded to have happened once that was corrected; null where it never was. */
  correctedTime?(breachId: string): Occurred | null;
  /** A force by its CJS code. */
  force(cjs: string): string;
  /**
   * What a reader may see of free text, with what must be hidden of protected people replaced; null when they may see none. `wrote`: the
   * force whose words they are, by CJS code, where that is known. `part`: of a condition, whose words go whole where they tell where somebody
   * can be found. `record`: the report or the case that they are of, by its id, whose place its own words tell sooner than others do.
   * `areas`: those that the same condition has as data.
   */
  text(value: string, wrote?: string, part?: ClausePart, record?: string | null, areas?: readonly string[]): string | null;
}

/** Personal text for a reader, or what stands in its place. */
export function words(part: Personal<string> | undefined, names: Names): string[] {
  if (part === undefined) return [];
  const text = part.value === null ? 'Erased' : names.text(part.value, names.wrote, undefined, names.record);
  return text === null ? [] : [text];
}

/**
 * What a force wrote down for itself: why it did something, or what came of it. No mask knows what tells where somebody is safe, so it is read by
 * the force that wrote it and by the one that looks after everybody protected; others read whom to ask. A paper for others has those of its maker alone.
 */
export function ownWords(part: Personal<string> | undefined, names: Names): string[] {
  const { wrote } = names;
  const reads = wrote === undefined ? 'words' : names.own(wrote);
  if (part === undefined || wrote === undefined || reads === 'words') return words(part, names);
  return reads === 'nothing' ? [] : [part.value === null ? 'Erased' : askFor(wrote)];
}

/** `A`, `A and B`, `A, B and C`. */
export function list(items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
