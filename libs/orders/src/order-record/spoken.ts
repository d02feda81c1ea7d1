import type { Personal } from '#event-sourcing';
import {
  askFor,
  type ClausePart,
  hiddenIn,
  type Masked,
  masked,
  maskedClause,
  placeKnownTo,
  readsSafetyNotes,
  type ReportedPlace,
  unsaidPlaces,
} from '#people';
import type { MadeOrder } from '../domain/order.js';

/** A protected person as one reader may know them; what `ProtectedPeople.knownAs` of people answers. */
export interface KnownPerson {
  readonly id: string;
  readonly letter: string;
  readonly name: string | null;
  /** Spellings of the name, and how and where they are reached, that must not reach this reader in free text. */
  readonly hide: Masked['hide'];
  readonly isRestricted?: boolean;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/** How the pages of orders and applications speak to one reader of people and of what was written down. */
export interface Spoken {
  /** The name, or `protected person A`; null for somebody who is not among those the page speaks of. */
  readonly person: (id: string) => string | null;
  /** `text` as this reader may read it. `wrote`: the force whose words they are, by CJS code; the force that keeps the record unless told. */
  readonly shown: (text: string, wrote?: string) => string;
  /** The same of the words of a condition, which go whole where they tell where somebody can be found. `areas`: those it has as data. */
  readonly clause: (text: string, part: ClausePart, areas?: readonly string[]) => string;
  /**
   * Why the force that keeps it has it so: its own words about those it protects, which tell where they live and work in ways that no mask knows.
   * Null for all but that force and the one that looks after everybody protected.
   */
  readonly reason: (part: Personal<string> | string | null | undefined) => string | null;
  /** The same of what the force noted of what it did, and of what came of it; others read whom to ask. Null once it is erased, or where there is none. */
  readonly note: (part: Personal<string> | null | undefined) => string | null;
  /** The same of a sealed part; null once it is erased, or where there is none. */
  readonly read: (part: Personal<string> | null | undefined, wrote?: string) => string | null;
  /**
   * The same of where something was served, which can be somebody's home: the force that keeps the order proves the service by it, others read
   * who knows it.
   */
  readonly place: (part: Personal<string>, wrote?: string) => string | null;
}

/**
 * `keeper`: the force that keeps the record; `own`: the reader's force, whose own words are read as they were written. Both by CJS code.
 * `places`: where what is spoken of happened, for all but the keeper.
 */
export function spokenTo(
  people: readonly KnownPerson[],
  { keeper, own, places = [] }: { readonly keeper: string; readonly own: string | null; readonly places?: readonly ReportedPlace[] },
): Spoken {
  const called = new Map(people.map(({ id, letter, name }) => [id, name ?? `protected person ${letter}`]));
  const unsaid: Masked = { instead: '', hide: own === keeper ? [] : unsaidPlaces(own, places, people) };
  const masksIn = (areOwn: boolean): Masked[] => [
    ...hiddenIn(people, areOwn).map(({ letter, ...one }) => ({ ...one, instead: `protected person ${letter}` })),
    ...(areOwn ? [] : [unsaid]),
  ];
  const [masks, masksInOwn] = [masksIn(false), masksIn(true)];
  const shown = (text: string, wrote: string = keeper) => masked(text, wrote === own ? masksInOwn : masks);
  const read: Spoken['read'] = (part, wrote = keeper) => (part?.value ? shown(part.value, wrote) : null);
  const reads = readsSafetyNotes(own, keeper, people);
  return {
    person: (id) => called.get(id) ?? null,
    shown,
    clause: (text, part, areas) => maskedClause(text, keeper === own ? masksInOwn : masks, keeper, part, areas),
    reason: (part) => {
      const text = typeof part === 'string' ? part : part?.value;
      return text && reads ? shown(text) : null;
    },
    note: (part) => (part?.value ? (reads ? shown(part.value) : askFor(keeper)) : null),
    read,
    place: (part, wrote = keeper) =>
      part.value === null || own === keeper || readsSafetyNotes(own, wrote, people) ? read(part, wrote) : placeKnownTo(wrote),
  };
}

/** Where an order and its variations were served. `notedBy`: the forces that noted something on the order of another, by the id of it. */
export function placesOfService({ services, force }: MadeOrder, notedBy: Readonly<Record<string, string>>): ReportedPlace[] {
  return services.flatMap(({ serviceId, place }) => (place.value ? [{ place: place.value, wrote: notedBy[serviceId] ?? force }] : []));
}
