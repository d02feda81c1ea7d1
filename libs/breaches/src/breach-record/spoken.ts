import { force } from '#access';
import { formatDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { type Condition, type ConditionVersion, kindRule, libraryCondition, type MadeOrder, type OrderState, versionWithId } from '#orders';
import { hiddenIn, type Masked, masked, maskedClause, readsSafetyNotes, type ReportedPlace, unsaidPlaces } from '#people';
import type { Allegation } from '../domain/events.js';
import { notificationOffence } from '../domain/notification-offences.js';

/** A protected person as one reader may know them; what `ProtectedPeople.knownAs` of people answers. */
export interface KnownPerson {
  readonly id: string;
  readonly letter: string;
  readonly name: string | null;
  /** Spellings of the name that must not reach this reader in free text. */
  readonly hide: Masked['hide'];
  readonly isRestricted?: boolean;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/** How the page of a breach speaks to one reader of people, orders and conditions. */
export interface Spoken {
  person(id: string): string;
  /** The force, by CJS code, that told the person something, in words: it tells where they live, so only those learn it who may read the name. */
  teller(personId: string, force: string): string;
  order(id: string): string;
  allegation(allegation: Allegation): string;
  /**
   * The words that can be read, with every name hidden that the reader may not see; none once they are erased. `wrote`: the force whose
   * words they are, by CJS code; its own readers read them as they were written.
   */
  text(part: Personal<string> | null | undefined, wrote?: string): string[];
  /**
   * The same of the words of a condition of an order that the force `keeper` keeps: they go whole where they tell where somebody can be found.
   * `areas`: those that the condition has as data.
   */
  clause(wording: string, keeper: string, areas: readonly string[]): string;
  /** Whether the reader reads what the force `wrote`, by CJS code, noted of how people were kept safe, and where something happened. */
  readsSafety(wrote: string): boolean;
  /** The same with `wrote` said once for all texts. */
  wordsOf(force: string): Spoken;
}

/** `own`: the reader's force, by CJS code; `reported`: where what is spoken of happened. */
export function spokenTo(
  known: readonly KnownPerson[],
  orders: readonly OrderState[],
  own: string | null = null,
  reported: readonly ReportedPlace[] = [],
): Spoken {
  const person = (id: string): string => {
    const found = known.find((one) => one.id === id);
    return found?.name ?? (found ? `protected person ${found.letter}` : 'a protected person');
  };
  const places: Masked = { instead: '', hide: unsaidPlaces(own, reported, known) };
  const masksIn = (areOwn: boolean): Masked[] => [
    ...hiddenIn(known, areOwn).map((one) => ({ ...one, instead: person(one.id) })),
    ...(areOwn ? [] : [places]),
  ];
  const [masks, masksInOwn] = [masksIn(false), masksIn(true)];
  const masksFor = (wrote: string | undefined) => (wrote !== undefined && wrote === own ? masksInOwn : masks);
  const spoken: Spoken = {
    person,
    teller: (id, cjs) =>
      cjs === own || known.some((one) => one.id === id && one.name !== null) ? (force(cjs)?.name ?? `force ${cjs}`) : 'another force',
    order: (id) => orderInWords(orders, id),
    allegation(allegation) {
      const { orderId, conditionVersionId, offenceCode } = allegation;
      if (conditionVersionId === null) return `${orderInWords(orders, orderId)}: ${notificationInWords(offenceCode)}`;
      const pinned = pinnedIn(orders, orderId, conditionVersionId);
      return `${orderInWords(orders, orderId)}: ${pinned ? conditionInWords(pinned.condition, pinned.version) : 'a condition'}`;
    },
    text(part, wrote) {
      if (!part || part.value === null) return [];
      return [masked(part.value, masksFor(wrote))];
    },
    clause: (wording, keeper, areas) => maskedClause(wording, masksFor(keeper), keeper, 'clause', areas),
    readsSafety: (wrote) => readsSafetyNotes(own, wrote, known),
    wordsOf: (cjs) => ({ ...spoken, text: (part, wrote = cjs) => spoken.text(part, wrote) }),
  };
  return spoken;
}

/** `Stalking protection order of 14 May 2026`, with its force where another of that kind and day stands beside it. */
export function orderInWords(orders: readonly OrderState[], orderId: string): string {
  const order = madeOrder(orders, orderId);
  if (!order) return 'An order that is not among those of this person now';
  const { kind, made } = order;
  const words = `${kindRule(kind).name} of ${formatDate(made.on)}`;
  const isAlone = orders.every((one) => one === order || one.is === 'unmade' || one.kind !== kind || one.made.on !== made.on);
  return isAlone ? words : `${words}, ${force(order.force)?.name ?? `force ${order.force}`}`;
}

export function madeOrder(orders: readonly OrderState[], orderId: string): MadeOrder | null {
  return orders.find((order): order is MadeOrder => order.is !== 'unmade' && order.orderId === orderId) ?? null;
}

/** The wording an allegation is pinned to. */
export function pinnedIn(
  orders: readonly OrderState[],
  orderId: string,
  versionId: string,
): { condition: Condition | null; version: ConditionVersion } | null {
  const order = madeOrder(orders, orderId);
  const version = order && versionWithId(order, versionId);
  return version ? { condition: order.conditions.find(({ versions }) => versions.includes(version)) ?? null, version } : null;
}

/** `condition 3 (version 2): Stay out of an area`; null for the condition of a wording that was recorded in error. */
export function conditionInWords(condition: Condition | null, version: ConditionVersion): string {
  const nth = condition && condition.versions.indexOf(version) + 1;
  const which = nth === null ? ' (recorded in error)' : (condition?.versions.length ?? 0) > 1 ? ` (version ${nth})` : '';
  return `condition ${version.plain.number}${which}: ${libraryCondition(version.plain.code).title}`;
}

export function notificationInWords(offenceCode: string | null): string {
  return `duty to notify the police: ${notificationOffence(offenceCode ?? '')?.title ?? 'not kept'}`;
}
