import { force } from '#access';
import { formatDate } from '#calendar';
import {
  type ApplicationFact,
  isApplicationFactInError,
  isInError,
  kindRule,
  libraryCondition,
  type OrderFact,
  versionWithId,
} from '#orders';
import { isExtensionInError } from '#breaches';
import type { Names } from '../sentences/index.js';
import { hiddenIn, type Masked, masked, maskedClause, readsSafetyNotes, type ReportedPlace, unsaidPlaces } from '#people';
import { nthOf } from './answer.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** What a line needs of a protected person as one reader may know them: `KnownAs` of people is one. */
export interface KnownToReader {
  readonly id: string;
  /** As on every other page; null where none is known. */
  readonly letter: string | null;
  readonly name: string | null;
  readonly hide: Masked['hide'];
  /** Names that no mask of theirs falls on: of whom a document is about. */
  readonly keep?: Masked['keep'];
  readonly isRestricted?: boolean;
  /** The force that looks after them, by CJS code, as far as the reader may know it. */
  readonly safeguarding?: string | null;
}

/**
 * The words for everything a line of this person's history speaks of, for one reader. Free text is left out unless `readsText`; the words
 * of the force `own` are read as they were written. `maker`: the force that makes a paper of it for others, whose own places stay in its words.
 */
export function namesFor(
  summary: PerpetratorSummary,
  known: readonly KnownToReader[],
  readsText = true,
  own: string | null = null,
  maker: string | null = own,
): Names {
  const byId = new Map(known.map((person) => [person.id, person]));
  const protectedPerson = (id: string) => {
    const person = byId.get(id);
    return person?.name ?? (person && person.letter !== null ? `protected person ${person.letter}` : 'a protected person');
  };
  const masksIn = (areOwn: boolean): Masked[] => hiddenIn(known, areOwn).map((one) => ({ ...one, instead: protectedPerson(one.id) }));
  const [masks, masksInOwn] = [masksIn(false), masksIn(true)];
  // What a device carries has no texts but of conditions.
  const keep = known[0]?.keep ?? [];
  const masksOf = new Map<string | null, Masked[]>();
  const hiding = (places: readonly ReportedPlace[]): Masked => ({
    ...{ instead: '', keep },
    hide: maker === null ? [] : unsaidPlaces(maker, places, known),
  });
  let others: Masked | null = null;
  const withPlaces = (record: string | null): Masked[] => {
    const found = masksOf.get(record);
    if (found) return found;
    const all = [...masks, (others ??= hiding(placesIn(summary)))];
    const made = record === null ? all : [...all, hiding(placesOf(summary, record))];
    masksOf.set(record, made);
    return made;
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
      const version = versionWithId(order, versionId);
      if (!version) return 'a condition';
      const condition = order.conditions.find(({ versions }) => versions.includes(version));
      const which = condition ? `version ${nthOf(condition, version)}` : 'recorded in error';
      return `condition ${version.plain.number} (${which}): ${libraryCondition(version.plain.code).title}`;
    },
    force: (cjs) => force(cjs)?.name ?? `force ${cjs}`,
    correctedTime(breachId) {
      const breach = summary.breaches[breachId];
      return breach && breach.timesBefore.length > 0 ? breach.occurred : null;
    },
    inError(fact, recordedAt) {
      if (fact.type === 'DetentionExtended') {
        const breach = summary.breaches[fact.data.breachId];
        return breach !== undefined && isExtensionInError(breach, fact);
      }
      if (isOfApplication(fact)) {
        const application = summary.applications[fact.data.applicationId];
        return application !== undefined && application.is !== 'not-filed' && isApplicationFactInError(application, fact, recordedAt);
      }
      const order = summary.orders[fact.data.orderId];
      return order !== undefined && order.is !== 'unmade' && isInError(order, fact, recordedAt);
    },
    readsSafety: (wrote) => readsSafetyNotes(own, wrote, known),
    own(wrote) {
      if (own === null) return wrote === maker ? 'words' : 'nothing';
      return readsSafetyNotes(own, wrote, known) ? 'words' : 'whom-to-ask';
    },
    text(value, wrote, part, record = null, areas) {
      if (!readsText) return null;
      const areOwn = wrote !== undefined && wrote === own;
      const areMakers = wrote === undefined ? own === null : wrote === maker;
      if (part === undefined || wrote === undefined) return masked(value, areOwn ? masksInOwn : areMakers ? masks : withPlaces(record));
      return maskedClause(value, areOwn ? masksInOwn : masks, wrote, part, areas);
    },
  };
}

function isOfApplication(fact: OrderFact | ApplicationFact): fact is ApplicationFact {
  return !('orderId' in fact.data) || fact.type === 'ApplicationDetermined' || fact.type === 'RefusalAppealDecided';
}

/** Where what is on the record is said to have happened. */
function placesIn({ breaches, cases }: PerpetratorSummary): ReportedPlace[] {
  return [...Object.values(breaches).flatMap(placeOfBreach), ...Object.values(cases).flatMap(placesOfCase)];
}

/** Where what one report or case tells of is said to have happened. */
function placesOf({ breaches, cases }: PerpetratorSummary, record: string): ReportedPlace[] {
  const [breach, investigation] = [breaches[record], cases[record]];
  const places = [...(breach ? placeOfBreach(breach) : []), ...(investigation ? placesOfCase(investigation) : [])];
  return places.map((one) => ({ ...one, isOfTexts: true }));
}

function placeOfBreach({ place, force: wrote }: PerpetratorSummary['breaches'][string]): ReportedPlace[] {
  return place?.value ? [{ place: place.value, wrote }] : [];
}

function placesOfCase(one: PerpetratorSummary['cases'][string]): ReportedPlace[] {
  return one.is === 'opened' ? one.incidents.flatMap(({ place }) => (place?.value ? [{ place: place.value, wrote: one.force }] : [])) : [];
}
