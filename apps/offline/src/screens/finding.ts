import { isLocalDate, type LocalDate } from '#calendar';
import type { OfflinePerson } from '#histories';
import {
  bareKey,
  birthLikeness,
  birthWords,
  foldText,
  identifierInWords,
  identifierKey,
  type LikeName,
  likeInWords,
  nearestName,
  onlyBirth,
  partLikeness,
  partWords,
  severalNames,
  target,
  type Target,
} from '#people';

/** A person on this device, and on what grounds they were found. */
export interface FoundPerson {
  readonly person: OfflinePerson;
  /** Sentences without a full stop, the surest first; at least one. */
  readonly why: readonly string[];
}

/** The people who may be the one looked for, the likeliest first. */
export interface Finding {
  readonly people: readonly FoundPerson[];
  /** Whether there is nobody nearer than roughly alike. */
  readonly onlyRough: boolean;
}

interface Hit extends FoundPerson {
  readonly score: number;
  readonly rough: boolean;
  /** Whether a number or the date of birth fits. */
  readonly sure: boolean;
}

/**
 * Finds by the rules of the service's own search: by names, misspelt, alike in sound, in another form or in part; by date of birth, with a
 * slip too; by number. All may be typed together, and a wrong date beside a name keeps nobody out. Who is only roughly alike, has only one
 * rare name of two or a part of the number, is found when nobody comes nearer; who has only the date of birth, when nobody else of that date
 * is. Null when nothing that could be found was typed. `today` is the London day.
 */
export function findOnDevice(people: readonly OfflinePerson[], typed: string, today: LocalDate): Finding | null {
  const wanted = wantedIn(typed, today);
  if (wanted === null) return null;
  const hits = people.flatMap((person) => hit(person, wanted) ?? []);
  const parts = hits.length > 0 ? [] : people.flatMap((person) => hitByPart(person, wanted) ?? []);
  const born = hits.some(({ sure }) => sure) ? [] : bornAlone(people, wanted, hits);
  const all = [...hits, ...parts, ...born];
  const nearer = all.filter(({ rough }) => !rough);
  const best = (nearer.length > 0 ? nearer : all).toSorted((a, b) => b.score - a.score);
  return { people: best, onlyRough: nearer.length === 0 && best.length > 0 };
}

/** Words without a digit are names; a date is a date of birth; what is left, and all of it together, may be a number. */
function wantedIn(typed: string, today: LocalDate): Target | null {
  if (foldText(typed) === '') return null;
  const { dateOfBirth, rest } = bornIn(typed, today);
  const parts = rest.split(/\s+/u).filter((part) => part !== '');
  const name = parts.filter((part) => !/\d/u.test(part)).join(' ');
  const numbers = parts.filter((part) => /\d/u.test(part)).join(' ');
  const [whole, alone] = [
    target({ name, identifier: rest, dateOfBirth }, today),
    target({ name: null, identifier: numbers, dateOfBirth: null }, today),
  ];
  // Eight digits in a row may be a date or a telephone number.
  const inAll = target({ name: null, identifier: typed, dateOfBirth: null }, today);
  const first = whole ?? alone;
  if (first === null) return null;
  const others = [alone, inAll].filter((other) => other !== null);
  return {
    ...first,
    identifiers: [...first.identifiers, ...others.flatMap(({ identifiers }) => identifiers)],
    nominals: [...first.nominals, ...others.flatMap(({ nominals }) => nominals)],
    numberParts: [...first.numberParts, ...others.flatMap(({ numberParts }) => numberParts)],
  };
}

const dates =
  /(?<![\p{L}\p{N}])(?:(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<day>\d{1,2})[/. -](?<month>\d{1,2})[/. -](?<year>\d{4}|\d{2})|(?<run>\d{8}))(?![\p{L}\p{N}])/u;

/** The first date in the text, day first as it is written here or year first, and the text without it. */
function bornIn(typed: string, today: LocalDate): { readonly dateOfBirth: LocalDate | null; readonly rest: string } {
  const found = dates.exec(typed);
  const { y, m, d, day, month, year, run } = found?.groups ?? {};
  const [ofYear = '', ofMonth = '', ofDay = ''] = run
    ? [run.slice(4), run.slice(2, 4), run.slice(0, 2)]
    : [y ?? year, m ?? month, d ?? day];
  const date = `${inFull(ofYear, today)}-${ofMonth.padStart(2, '0')}-${ofDay.padStart(2, '0')}`;
  if (!found || !isLocalDate(date) || !/^(?:19|20)/.test(date)) return { dateOfBirth: null, rest: typed };
  return { dateOfBirth: date, rest: typed.replace(found[0], ' ').trim() };
}

/** Nobody was born after today. */
function inFull(year: string, today: LocalDate): string {
  if (year.length !== 2) return year;
  return year > today.slice(2, 4) ? `19${year}` : `20${year}`;
}

function hit(person: OfflinePerson, wanted: Target): Hit | null {
  const numbers = numbersAlike(person, wanted);
  const name = nameAlike(person, wanted.words);
  const birth = birthAlike(person, wanted.dateOfBirth);
  const isNamed = name !== null && (name.like.enough !== null || birth !== null);
  const isBorn = birth !== null && (wanted.words.length === 0 || name !== null);
  if (numbers.length === 0 && !isNamed && !isBorn) return null;
  const against =
    wanted.dateOfBirth !== null && birth === null ? [person.dateOfBirth ? birthWords.other.text : 'Date of birth not known'] : [];
  return {
    person,
    why: [...numbers, ...(name ? [name.text] : []), ...(birth ? [birth.text] : []), ...against],
    score: numbers.length * 10_000 + (name?.like.score ?? 0) + (birth ? (birth.how === 'same' ? 800 : 400) : 0),
    rough: numbers.length === 0 && birth === null && (name?.like.how === 'rough' || name?.like.enough === 'rare'),
    sure: numbers.length > 0 || birth !== null,
  };
}

/** By a number that was typed in part, or with other signs between. */
function hitByPart(person: OfflinePerson, { numberParts }: Target): Hit | null {
  const why = person.numbers.flatMap((number) => {
    const how = partLikeness(number.value, numberParts);
    return how === null ? [] : [identifierInWords(number) + partWords[how]];
  });
  return why.length === 0 ? null : { person, why, score: 0, rough: false, sure: false };
}

/** Beside a name that nobody of that date has: all of that date, with a slip when nobody else is found at all. */
function bornAlone(people: readonly OfflinePerson[], { words, dateOfBirth }: Target, found: readonly Hit[]): Hit[] {
  if (words.length === 0) return [];
  const alone = people.flatMap((person): Hit[] => {
    const birth = birthAlike(person, dateOfBirth);
    const isKnown = found.some((one) => one.person.id === person.id);
    return birth === null || isKnown ? [] : [{ person, why: [onlyBirth(birth)], score: 0, rough: false, sure: birth.how === 'same' }];
  });
  const exact = alone.filter(({ sure }) => sure);
  return exact.length > 0 || found.length > 0 ? exact : alone;
}

function numbersAlike({ numbers }: OfflinePerson, { identifiers, nominals }: Target): string[] {
  return numbers.flatMap((number) => {
    const bare = bareKey(number);
    const found = identifiers.includes(identifierKey(number)) || (bare !== null && nominals.includes(bare));
    return found ? [identifierInWords(number)] : [];
  });
}

function nameAlike(person: OfflinePerson, words: readonly string[]): { readonly like: LikeName; readonly text: string } | null {
  if (words.length === 0) return null;
  const known = new Map(
    [person.name, ...person.alsoKnownAs, ...person.records.map(({ name }) => name)].map((name) => [foldText(name), name]),
  );
  const like = nearestName(words, [...known.keys()]);
  if (like === null) return null;
  if (like.name === null) return { like, text: severalNames };
  const name = known.get(like.name) ?? person.name;
  const text = like.how === 'same' ? `Same name: ${name}` : `Name like ${name}${likeInWords(like)}`;
  return { like, text };
}

function birthAlike({ dateOfBirth }: OfflinePerson, wanted: LocalDate | null): (typeof birthWords)['same'] | null {
  if (wanted === null || dateOfBirth === null) return null;
  const likeness = birthLikeness(dateOfBirth, wanted);
  return likeness === 'other' ? null : birthWords[likeness];
}
