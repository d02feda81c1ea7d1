import { type Comparison, compare } from './comparison.js';
import type { Comparable } from './comparable.js';
import {
  OFFER_FROM,
  worthOfAddress,
  worthOfBorn,
  worthOfFamily,
  worthOfGiven,
  worthOfHandle,
  worthOfNames,
  worthOfNational,
  worthOfNominal,
  worthOfPhone,
  worthOfPostcode,
  worthOfVehicle,
} from './weights.js';

export type Field = 'given' | 'family' | 'born' | 'address' | 'postcode' | 'phone' | 'handle' | 'vehicle' | 'national' | 'nominal';

/** One reason for or against, as it is shown. */
export interface ScoreLine {
  readonly field: Field;
  readonly verdict: 'for' | 'against' | 'neither';
  /** `Date of birth: the same`. */
  readonly words: string;
  /** Doublings of the odds; negative against. */
  readonly weight: number;
}

/**
 * What becomes of a pair. `offer`: a person is asked whether the two are one. `relative`: a person is shown it as perhaps two of one
 * family, because the given names differ, as those of twins do, or because neither given name nor date of birth is on both records.
 */
export type Band = 'offer' | 'relative' | 'none';

export interface Score {
  readonly weight: number;
  readonly lines: readonly ScoreLine[];
  readonly band: Band;
}

const agrees = {
  same: 'the same',
  form: 'forms of one name',
  near: 'nearly the same',
  alike: 'alike, perhaps two names',
  initial: 'the same initial',
  elsewhere: 'the same, not known to be in one place',
  'two-off': 'two digits apart',
  different: 'different',
  missing: 'not on both records',
} as const;

const titles: Readonly<Record<Field, string>> = {
  given: 'Given name',
  family: 'Family name',
  born: 'Date of birth',
  address: 'Address',
  postcode: 'Postcode',
  phone: 'Telephone number',
  handle: 'Online name',
  vehicle: 'Vehicle',
  national: 'PNCID or CRO number',
  nominal: 'Number of one force',
};

/** How likely two records are of one person, and why, field by field. The order of the two makes no difference. */
export function score(one: Comparable, other: Comparable): Score {
  return scoreOf(compare(one, other, worthOfNames));
}

/** The same for fields that were compared already. */
export function scoreOf(compared: Comparison): Score {
  const { names } = compared;
  const line = (field: Field, level: keyof typeof agrees, weight: number, more = ''): ScoreLine => ({
    field,
    verdict: weight > 0 ? 'for' : weight < 0 ? 'against' : 'neither',
    words: `${titles[field]}: ${agrees[level]}${more}`,
    weight,
  });
  const crossed = names.crossed ? ', given and family name in each other’s place' : '';
  const rare = names.family === 'same' && worthOfFamily(names) > 9 ? ', and not a common one' : '';
  const lines = [
    line('given', names.given, worthOfGiven(names), crossed),
    line('family', names.family, worthOfFamily(names), rare),
    line('born', compared.born, worthOfBorn(compared.born)),
    line('address', compared.address, worthOfAddress(compared.address)),
    line('postcode', compared.postcode, worthOfPostcode(compared)),
    line('phone', compared.phone, worthOfPhone(compared.phone)),
    line('handle', compared.handle, worthOfHandle(compared.handle)),
    line('vehicle', compared.vehicle, worthOfVehicle(compared)),
    line('national', compared.national, worthOfNational(compared.national)),
    line('nominal', compared.nominal, worthOfNominal(compared.nominal)),
  ];
  const weight = lines.reduce((sum, { weight: one }) => sum + one, 0);
  return { weight, lines, band: weight < OFFER_FROM ? 'none' : bandOf(compared, weight) };
}

/**
 * Of a pair that is likely enough: relatives share a family name, a home, a telephone, a vehicle, and twins a day of birth, but no number of
 * their own. An account may be a couple's: under another name it is shown, not offered.
 */
function bandOf(compared: Comparison, weight: number): Band {
  const { names, born, national, nominal } = compared;
  if (national === 'same' || nominal === 'same') return 'offer';
  const bornAlike = born === 'same' || born === 'near';
  if (names.given === 'different') return bornAlike || compared.handle === 'same' ? 'relative' : 'none';
  if (names.given === 'missing' && !bornAlike) return 'relative';
  if (names.given === 'alike' && bornAlike) return 'relative';
  if (names.given !== 'same' && !bornAlike && weight - worthOfHousehold(compared) < OFFER_FROM) return 'relative';
  return differsAsTwinsDo(compared) ? 'relative' : 'offer';
}

/** What of the weight a telephone and a vehicle make, which a household shares. */
function worthOfHousehold(compared: Comparison): number {
  return worthOfPhone(compared.phone) + worthOfVehicle(compared);
}

/**
 * Whether, of all that is on both records, nothing but the given name tells them apart. A field that one of them does not have tells
 * nothing apart: twins whose family name or day of birth was not written down are twins still. Forms of one name (Jack, John) are taken
 * for two names only where the home is the same.
 */
function differsAsTwinsDo({ names, born, address, postcode }: Comparison): boolean {
  if (names.crossed || ![names.family, born, address, postcode].every(agreesOrIsMissing)) return false;
  return names.given === 'near' || (names.given === 'form' && address === 'same');
}

function agreesOrIsMissing(level: string): boolean {
  return level === 'same' || level === 'missing';
}
