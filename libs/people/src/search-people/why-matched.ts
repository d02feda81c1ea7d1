import type { LocalDate } from '#calendar';
import { bareKey, identifierInWords, identifierKey } from '../domain/identifier-entry.js';
import { foldName, spokenName } from '../domain/names.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { birthLikeness, type BirthLikeness } from '../domain/searching/births.js';
import type { LikeName, NameLikeness } from '../domain/searching/likeness.js';
import type { Target } from './terms.js';

/** One ground on which a record was found, or one that speaks against it. Texts are for the page and the API alike. */
export interface Ground {
  readonly by: 'identifier' | 'name' | 'alias' | 'date-of-birth';
  /** `same` as searched for, `like` it, or `other` than searched for. */
  readonly how: 'same' | 'like' | 'other';
  readonly text: string;
}

/** Why the record was found. `nearest` is its name that comes nearest to the name searched for; null when none comes near. */
export function whyMatched(record: PerpetratorRecord, target: Target, nearest: LikeName | null): Ground[] {
  const numbers = byNumber(record, target);
  const births = byBirth(record.identity.value?.dateOfBirth ?? null, target);
  if (numbers.length === 0 && nearest === null && target.words.length > 0) return births.map(alone);
  return [...numbers, ...byName(record, target, nearest), ...births];
}

/** The date of birth, where it is all that fits. */
function alone({ text, ...ground }: Ground): Ground {
  const slip = ground.how === 'same' ? '' : `: ${text.replace('Date of birth with ', '')}`;
  return { ...ground, text: `Only the date of birth fits${slip}` };
}

function byNumber({ identifiers }: PerpetratorRecord, target: Target): Ground[] {
  return identifiers.flatMap(({ value: { value }, ...known }): Ground[] => {
    if (value === null) return [];
    const bare = bareKey({ ...known, value });
    const found = target.identifiers.includes(identifierKey({ ...known, value })) || (bare !== null && target.nominals.includes(bare));
    return found ? [{ by: 'identifier', how: 'same', text: identifierInWords({ ...known, value }) }] : [];
  });
}

/** What is said after a name that is not the one searched for. */
export const likeWords: Readonly<Record<NameLikeness, string>> = {
  same: '',
  fewer: '',
  form: ', another form of the name',
  slip: ', spelt another way',
  sound: ', which sounds alike',
  part: ', of which this is a part',
  rough: ', roughly alike',
  some: ', alike in part',
};

function byName({ identity, aliases }: PerpetratorRecord, target: Target, nearest: LikeName | null): Ground[] {
  if (target.words.length === 0) return [];
  if (nearest === null) return [{ by: 'name', how: 'other', text: 'Another name' }];
  const how = nearest.how === 'same' ? 'same' : 'like';
  const name = identity.value?.name;
  if (name && foldName(name) === nearest.name)
    return [{ by: 'name', how, text: how === 'same' ? 'Same name' : `Name like ${spokenName(name)}${likeWords[nearest.how]}` }];
  const alias = aliases.map((one) => one.name.value).find((one) => one !== null && foldName(one) === nearest.name);
  return alias ? [{ by: 'alias', how, text: `Also known as ${spokenName(alias)}${likeWords[nearest.how]}` }] : [];
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
