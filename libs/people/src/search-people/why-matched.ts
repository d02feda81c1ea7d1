import type { LocalDate } from '#calendar';
import { identifierKey } from '../domain/identifier-entry.js';
import { foldName, spokenName } from '../domain/names.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import type { Target } from './terms.js';

/** One ground on which a record was found, or one that speaks against it. Texts are for the page and the API alike. */
export interface Ground {
  readonly by: 'identifier' | 'name' | 'alias' | 'date-of-birth';
  /** `same` as searched for, `like` it, or `other` than searched for. */
  readonly how: 'same' | 'like' | 'other';
  readonly text: string;
}

/** Why the record was found. `nearest` is its folded name that comes nearest to the name searched for; null when none comes near. */
export function whyMatched(record: PerpetratorRecord, target: Target, nearest: string | null): Ground[] {
  return [...byNumber(record, target), ...byName(record, target, nearest), ...byBirth(record.identity.value?.dateOfBirth ?? null, target)];
}

const schemes = { pncid: 'PNCID', cro: 'CRO number', nominal: 'Nominal', phone: 'Telephone number' } as const;

function byNumber({ identifiers }: PerpetratorRecord, target: Target): Ground[] {
  return identifiers.flatMap(({ scheme, force, system, value: { value } }): Ground[] => {
    if (value === null) return [];
    const key = identifierKey({ scheme, force, system, value });
    const found = target.identifiers.includes(key) || (scheme === 'nominal' && target.nominals.includes(value.toUpperCase()));
    const where = system === null ? '' : ` in ${system}`;
    return found ? [{ by: 'identifier', how: 'same', text: `${schemes[scheme]} ${value}${where}` }] : [];
  });
}

function byName({ identity, aliases }: PerpetratorRecord, target: Target, nearest: string | null): Ground[] {
  if (target.name === null) return [];
  if (nearest === null) return [{ by: 'name', how: 'other', text: 'Another name' }];
  const how = words(target.name) === words(nearest) ? 'same' : 'like';
  const name = identity.value?.name;
  if (name && foldName(name) === nearest)
    return [{ by: 'name', how, text: how === 'same' ? 'Same name' : `Name like ${spokenName(name)}` }];
  const alias = aliases.map((one) => one.name.value).find((one) => one !== null && foldName(one) === nearest);
  return alias ? [{ by: 'alias', how, text: `Also known as ${spokenName(alias)}` }] : [];
}

function byBirth(known: LocalDate | null, { dateOfBirth, swapped }: Target): Ground[] {
  if (dateOfBirth === null) return [];
  if (known === null) return [{ by: 'date-of-birth', how: 'other', text: 'Date of birth not known' }];
  if (known === dateOfBirth) return [{ by: 'date-of-birth', how: 'same', text: 'Same date of birth' }];
  if (known === swapped) return [{ by: 'date-of-birth', how: 'like', text: 'Date of birth with day and month swapped' }];
  return [{ by: 'date-of-birth', how: 'other', text: 'Another date of birth' }];
}

/** The words of a folded name whatever their order. */
function words(folded: string): string {
  return folded.split(' ').sort().join(' ');
}
