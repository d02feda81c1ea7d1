import type { LocalDate } from '#calendar';
import { bareKey, identifierInWords, identifierKey } from '../domain/identifier-entry.js';
import { foldName, spokenName } from '../domain/names.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { birthLikeness, type BirthLikeness } from '../domain/searching/births.js';
import type { LikeName, NameLikeness } from '../domain/searching/likeness.js';
import { partLikeness, partWords } from '../domain/searching/number-parts.js';
import type { Target } from './terms.js';

/** One ground on which a record was found, or one that speaks against it. Texts are for the page and the API alike. */
export interface Ground {
  readonly by: 'identifier' | 'name' | 'alias' | 'date-of-birth';
  /** `same` as searched for, `like` it, or `other` than searched for. */
  readonly how: 'same' | 'like' | 'other';
  readonly text: string;
}

/**
 * Why the record was found. `nearest` is its name that comes nearest to the name searched for; null when none comes near. Who may not read
 * telephone numbers (`readsPhones`) is told that one fits, not which.
 */
export function whyMatched(record: PerpetratorRecord, target: Target, nearest: LikeName | null, readsPhones = true): Ground[] {
  const numbers = byNumber(record, target, readsPhones);
  const births = byBirth(record.identity.value?.dateOfBirth ?? null, target);
  if (numbers.length === 0 && nearest === null && target.words.length > 0) return births.map(alone);
  return [...numbers, ...byName(record, target, nearest), ...births];
}

function alone({ text, ...ground }: Ground): Ground {
  return { ...ground, text: onlyBirth({ text, ...ground }) };
}

/** What is said of a date of birth where it is all that fits. */
export function onlyBirth({ how, text }: Pick<Ground, 'how' | 'text'>): string {
  return `Only the date of birth fits${how === 'same' ? '' : `: ${text.replace('Date of birth with ', '')}`}`;
}

function byNumber({ identifiers }: PerpetratorRecord, target: Target, readsPhones: boolean): Ground[] {
  const words = (number: Parameters<typeof identifierInWords>[0]): string =>
    readsPhones || number.scheme !== 'phone' ? identifierInWords(number) : 'A telephone number';
  const known = identifiers.flatMap(({ value: { value }, ...where }) => (value === null ? [] : [{ ...where, value }]));
  const exact = known.filter((number) => {
    const bare = bareKey(number);
    return target.identifiers.includes(identifierKey(number)) || (bare !== null && target.nominals.includes(bare));
  });
  if (exact.length > 0) return exact.map((number) => ({ by: 'identifier', how: 'same', text: words(number) }));
  return known.flatMap((number): Ground[] => {
    const how = partLikeness(number.value, target.numberParts);
    return how === null ? [] : [{ by: 'identifier', how: 'like', text: words(number) + partWords[how] }];
  });
}

const likeWords: Readonly<Record<NameLikeness, string>> = {
  same: '',
  fewer: '',
  form: ', another form of the name',
  slip: ', spelt another way',
  sound: ', which sounds alike',
  part: ', of which this is a part',
  rough: ', roughly alike',
  some: ', alike in part',
};

/** What is said after the name: how it stands to the one searched for, and which words of that are not in it. */
export function likeInWords({ how, without }: Pick<LikeName, 'how' | 'without'>): string {
  if (without.length === 0) return likeWords[how];
  return `${likeWords[how]}: ${without.map((word) => `“${word}”`).join(' and ')} ${without.length === 1 ? 'was' : 'were'} not found`;
}

/** What is said where no name by itself has the words searched for. */
export const severalNames = 'Several of the names, taken together';

function byName({ identity, aliases }: PerpetratorRecord, target: Target, nearest: LikeName | null): Ground[] {
  if (target.words.length === 0) return [];
  if (nearest === null) return [{ by: 'name', how: 'other', text: 'Another name' }];
  if (nearest.name === null) return [{ by: 'name', how: 'like', text: severalNames }];
  const how = nearest.how === 'same' ? 'same' : 'like';
  const name = identity.value?.name;
  if (name && foldName(name) === nearest.name)
    return [{ by: 'name', how, text: how === 'same' ? 'Same name' : `Name like ${spokenName(name)}${likeInWords(nearest)}` }];
  const alias = aliases.map((one) => one.name.value).find((one) => one !== null && foldName(one) === nearest.name);
  return alias ? [{ by: 'alias', how, text: `Also known as ${spokenName(alias)}${likeInWords(nearest)}` }] : [];
}

/** What is said of a date of birth. */
export const birthWords: Readonly<Record<BirthLikeness, Pick<Ground, 'how' | 'text'>>> = {
  same: { how: 'same', text: 'Same date of birth' },
  swapped: { how: 'like', text: 'Date of birth with day and month swapped' },
  digit: { how: 'like', text: 'Date of birth with one digit different' },
  'digits-swapped': { how: 'like', text: 'Date of birth with two digits swapped' },
  other: { how: 'other', text: 'Another date of birth' },
};

function byBirth(known: LocalDate | null, { dateOfBirth }: Target): Ground[] {
  if (dateOfBirth === null) return [];
  if (known === null) return [{ by: 'date-of-birth', how: 'other', text: 'Date of birth not known' }];
  return [{ by: 'date-of-birth', ...birthWords[birthLikeness(known, dateOfBirth)] }];
}
