import { force } from '#access';
import type { Instant, LocalDate } from '#calendar';
import { type Personal, withheld } from '#event-sourcing';
import { areasIn, type ConditionVersion, isArea, type MadeOrder, latestEnd } from '#orders';
import {
  type ClausePart,
  formalName,
  type Identifier,
  leadingPhotographs,
  type PerpetratorRecord,
  type PerpetratorState,
  spokenName,
  type WaitingRecordView,
} from '#people';
import { type KnownToReader, namesFor } from '../perpetrator-history/names.js';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { under18View } from '../perpetrator-history/under-18.view.js';
import { signals } from '../signals/index.js';

/** What an officer's device carries for when there is no signal: the people of one force, as one officer may know them. */
export interface OfflineSnapshot {
  readonly userId: string;
  /** The officer by name, to whom what is recorded here is put down. */
  readonly officer: string;
  /** The officer's force by name. */
  readonly force: string;
  /** The number of each force's control room, by CJS code. */
  readonly controlRooms: Readonly<Record<string, string>>;
  /** When it was read, by the clock of the service. */
  readonly asAt: Instant;
  /** From this moment it must not be shown, and is wiped. */
  readonly expiresAt: Instant;
  /** Orders that ended before this day are not carried. */
  readonly endedSince: LocalDate;
  /** Those with an order of this force in force first, then the latest recorded. */
  readonly people: readonly OfflinePerson[];
  /** How many there are in all: more than `people` when it was cut. */
  readonly total: number;
}

/** One perpetrator as a device carries them: who it is, what binds them and since when, so that "in force now" is worked out there. */
export interface OfflinePerson {
  readonly id: string;
  /** `EXAMPLESON, Quentin` */
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly dateOfBirth: LocalDate | null;
  /** Whether there is one to look at with signal: pictures are not carried. */
  readonly hasPhotograph: boolean;
  /** What the person is found by besides, 20 at most: PNCID and CRO numbers of all their records first, then the latest of the others. */
  readonly numbers: readonly Identifier[];
  /** The other records of this person, as other forces have them. */
  readonly records: readonly { readonly name: string; readonly force: string }[];
  /** Records that may be of the same person and wait for a decision, which is made with signal. */
  readonly waiting: readonly Pick<WaitingRecordView, 'words' | 'inForce' | 'isInForce'>[];
  /** What to take care about: that somebody is under 18, and the headings of the signals. */
  readonly cautions: readonly string[];
  /** The states that the rules of `#orders` read, without what only an office needs. Their words are those this reader may read. */
  readonly orders: readonly MadeOrder[];
  /** The ids of those orders whose every word is here as the court wrote it: only they can be read out. */
  readonly asWritten: readonly string[];
  /** Names for those who may read them, letters for others. Never how or where they are reached. */
  readonly protectedPeople: readonly { readonly id: string; readonly name: string }[];
}

/** The most numbers of one person that a device carries. */
const MOST_NUMBERS = 20;

/** One person's records and what is known of them, for one reader. */
export interface KnownPerson {
  readonly records: readonly PerpetratorState[];
  readonly summary: PerpetratorSummary;
  readonly protectedPeople: readonly KnownToReader[];
  readonly waiting: readonly WaitingRecordView[];
  /** Whether the reader may read the words of orders. */
  readonly readsWords: boolean;
  /** The reader's force, by CJS code. */
  readonly force: string;
}

/** The person as the device carries them; null when there is nothing readable. `today` is the London day of reading. */
export function carriedPerson(
  { records, summary, protectedPeople, waiting, readsWords, force: own }: KnownPerson,
  today: LocalDate,
  endedSince: LocalDate,
) {
  const [first, ...others] = records.filter((record): record is PerpetratorRecord => record.is === 'recorded');
  if (!first?.identity.value) return null;
  const names = namesFor(summary, protectedPeople, readsWords, own);
  const made = Object.values(summary.orders).filter((order): order is MadeOrder => order.is !== 'unmade');
  const recent = made.filter((order) => !endedBefore(order, endedSince));
  // The interim order in whose place one stands says whether a first notification is owed.
  const replaced = new Set(recent.map(({ replaces }) => replaces));
  const kept = made.filter((order) => recent.includes(order) || replaced.has(order.orderId));
  const text =
    (order: MadeOrder): Shown =>
    (value, part, areas) =>
      names.text(value, order.force, part, null, areas);
  const orders = kept.map((order) => carriedOrder(order, text(order)));
  const guarded = new Set(orders.flatMap((order) => order.protectedPersonIds));
  const person: OfflinePerson = {
    id: first.perpetratorId,
    name: formalName(first.identity.value.name),
    alsoKnownAs: [first, ...others].flatMap(aliasesOf),
    dateOfBirth: first.identity.value.dateOfBirth,
    hasPhotograph: leadingPhotographs([first, ...others]).length > 0,
    numbers: carriedNumbers([first, ...others].flatMap(numbersOf)),
    records: others.flatMap((record) =>
      record.identity.value ? [{ name: formalName(record.identity.value.name), force: force(record.force)?.name ?? record.force }] : [],
    ),
    waiting: waiting.map(({ words, inForce, isInForce }) => ({ words, inForce, isInForce })),
    cautions: [...youthCaution({ summary, records, today }, own), ...signals(summary, today).map(({ heading }) => heading)],
    orders,
    asWritten: kept.filter((order) => isAsWritten(order, text(order))).map(({ orderId }) => orderId),
    protectedPeople: summary.protectedPersonIds.filter((id) => guarded.has(id)).map((id) => ({ id, name: names.protectedPerson(id) })),
  };
  return person;
}

/** That somebody is under 18, and what may be reported. Who answers for them is asked of the control room: a device carries nobody's number for it. */
function youthCaution(about: Parameters<typeof under18View>[0], own: string): readonly string[] {
  const under18 = under18View(about, { force: own, permissions: [] });
  return under18 === null ? [] : [[under18.heading, ...(under18.reporting ? [under18.reporting.heading] : [])].join('. ')];
}

/** What the reader is shown of the words of a condition; `areas`: those it has as data. */
type Shown = (value: string, part: ClausePart, areas?: readonly string[]) => string | null;

/** The state of an order with everything personal taken out but the words of its conditions, as `text` gives them to the reader. */
export function carriedOrder(order: MadeOrder, text: Shown): MadeOrder {
  return {
    ...withheld(order),
    conditions: order.conditions.map((condition) => ({
      ...condition,
      versions: condition.versions.map((one) => carriedVersion(one, text)),
    })),
    attempts: [],
    renewals: [],
    consents: [],
    appeals: [],
    changesAccepted: [],
    requirementChecks: [],
    nationalRecord: [],
    corrections: [],
    struck: [],
    errors: [],
  };
}

function carriedVersion(version: ConditionVersion, text: Shown): ConditionVersion {
  const { plain } = version;
  const wording = wordingOf(version, text);
  const blanks = Object.entries(version.words.value?.parameters ?? {}).map(
    ([name, value]) => [name, text(value, 'area', isArea(plain, name) ? [value] : [])] as const,
  );
  const parameters = Object.fromEntries(blanks.filter((blank): blank is readonly [string, string] => blank[1] !== null));
  const words: Personal<NonNullable<ConditionVersion['words']['value']>> = {
    about: [],
    value: wording === null ? null : { wording, parameters, locality: null, necessity: null },
  };
  return { ...version, words, corrections: [] };
}

/** Whether this reader has every condition in the court's own words, with nothing hidden in them. */
function isAsWritten({ conditions }: MadeOrder, text: Shown): boolean {
  return conditions.every(({ versions }) =>
    versions.every((version) => version.words.value !== null && wordingOf(version, text) === version.words.value.wording),
  );
}

function wordingOf({ plain, words }: ConditionVersion, text: Shown): string | null {
  return words.value === null ? null : text(words.value.wording, 'clause', areasIn(plain, words.value));
}

/** Whether the order bound nobody any more on that day, nor after it. */
function endedBefore(order: MadeOrder, day: LocalDate): boolean {
  const end = latestEnd(order);
  return (order.is === 'over' && order.over.at.on < day) || (end.is === 'fixed' && end.lastDay < day);
}

/** The national ones first, then the latest of the others. */
function carriedNumbers(numbers: readonly Identifier[]): Identifier[] {
  const isNational = ({ scheme }: Identifier) => scheme === 'pncid' || scheme === 'cro';
  return [...numbers.filter(isNational), ...numbers.filter((one) => !isNational(one)).toReversed()].slice(0, MOST_NUMBERS);
}

function numbersOf({ identifiers }: PerpetratorRecord): Identifier[] {
  return identifiers.flatMap(({ scheme, force: of, system, value: { value } }) =>
    value === null ? [] : [{ scheme, force: of, system, value }],
  );
}

function aliasesOf({ aliases }: PerpetratorRecord): string[] {
  return aliases.flatMap(({ name: { value } }) => (value ? [spokenName(value)] : []));
}
