import type { Recorded } from '#event-sourcing';
import type { ProtectedPersonFact, SafeContact } from './events.js';
import { lookoutFor } from './masking/lookout.js';
import { placesOf, townsOf } from './masking/places.js';
import { read } from './masking/reading.js';
import { spansIn } from './masking/spans.js';
import { bareNames, standsAlone } from './masking/street-names.js';
import type { Unsaid } from './masking/unsaid.js';
import { foldText } from './names.js';

/** How and where one protected person is or was reached. Only ever compared with what is to be shown, never part of it. */
export type Whereabouts = Pick<SafeContact, 'phone' | 'email' | 'address'>;

/** What a text gives away: never the value itself. A street is told without its number, a district is the first half of a postcode. */
export type GivesAway = 'address' | 'street' | 'district' | 'telephone' | 'email';

/** What is searched for and how, for whoever must not take a search for a reading. */
export const howSearched =
  'every address, street without its number, first half of a postcode, telephone number and email address of every protected person on this record, also spaced, hyphenated or shortened otherwise, with numbers in words, look-alike letters, or one wrong letter in a street';

/** Every way in which somebody was ever reached, as far as the facts of their record can still be read. */
export function whereaboutsIn(facts: readonly Pick<Recorded<ProtectedPersonFact>, 'fact'>[]): readonly Whereabouts[] {
  return facts.flatMap(({ fact }) => {
    const contact = fact.type === 'ProtectedPersonRecorded' || fact.type === 'SafeContactChanged' ? fact.personal?.contact.value : null;
    return contact ? [contact] : [];
  });
}

/** Whether a text gives away any of it. */
export function givesAway(text: string, whereabouts: readonly Whereabouts[]): GivesAway | null {
  return saying(whereabouts)(text);
}

/**
 * The same for many texts: what it answers says what a text gives away, as masking finds it, and what tells most of it. The street alone and
 * the first half of a postcode count as well: the respondent needs no more where he knows the town.
 */
export function saying(whereabouts: readonly Whereabouts[]): (text: string) => GivesAway | null {
  const places = whereabouts.flatMap(({ address }) => (address ? [placesOf(address)] : []));
  const kinds: readonly (readonly [GivesAway, readonly Unsaid[]])[] = [
    ['address', places.flatMap(({ house }) => house)],
    ['telephone', said(whereabouts.map(({ phone }) => phone))],
    ['email', said(whereabouts.map(({ email }) => email))],
    ['street', places.flatMap(({ street }) => street)],
    ['district', places.flatMap(({ district }) => district)],
  ];
  const sought = kinds.flatMap(([gives, hide]) => (hide.length > 0 ? [{ gives, lookout: lookoutFor(hide) }] : []));
  return (text) => {
    const it = read(text);
    return sought.find(({ lookout }) => spansIn(it, lookout).length > 0)?.gives ?? null;
  };
}

/**
 * Whether a text has, with a capital, what a street or a house of theirs is called, but neither `Street` nor `House` beside it. Such a word may
 * be anything: somebody must read it. `names`: people whose names are no such word.
 */
export function hinting(whereabouts: readonly Whereabouts[], names: readonly string[]): (text: string) => boolean {
  const people = new Set(names.flatMap((name) => foldText(name).split(' ')));
  const all = bareNames(whereabouts.flatMap(({ address }) => (address ? Object.values(placesOf(address)).flat() : [])));
  const sought = all.filter((name) => !name.every((word) => people.has(word)));
  return (text) => sought.length > 0 && standsAlone(read(text), sought);
}

/**
 * Whether a text names a town in which somebody ever lived that none of the `known` texts names: whoever knows those alone learns it from this one. A
 * town finds nobody, so this is to be read by somebody and hidden by nothing.
 */
export function namingTown(whereabouts: readonly Whereabouts[], known: readonly string[]): (text: string) => boolean {
  const towns = new Set(whereabouts.flatMap(({ address }) => (address ? townsOf(address).map(asWords) : [])));
  const told = known.map(asWords);
  const sought = [...towns].filter((town) => !told.some((text) => text.includes(town)));
  return (text) => {
    const words = asWords(text);
    return sought.some((town) => words.includes(town));
  };
}

function asWords(text: string): string {
  return ` ${foldText(text)} `;
}

function said(texts: readonly (string | null)[]): readonly Unsaid[] {
  return texts.flatMap((text) => (text !== null && text.trim().length > 2 ? [text] : []));
}
