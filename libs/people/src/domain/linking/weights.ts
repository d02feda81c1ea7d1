import type { Comparison, FamilyLevel, GivenLevel, NamesCompared } from './comparison.js';
import { shareOf } from './family-names.js';

/**
 * How often two records of one person (m) and two records of different people (u) show a level. The weight of a level is log2(m / u)
 * (Fellegi and Sunter 1969), so 1 more doubles the odds that the two are one person.
 *
 * How they were got. Names, date of birth, address beside postcode: counted on FEBRL set 1 (500 pairs of one person for m, 200,000 pairs
 * taken at random for u) and rounded; sets 2 and 3 were held out. Where that set cannot know life here they are our judgement, to be
 * counted anew on linked records once there are enough: people move, so that another address says little (m 0.4); `form` (nicknames);
 * telephone, accounts, vehicles and national numbers, which it does not hold; and how much a postcode adds to an address that agrees already. A family name
 * is weighed by the share of people who have it (family-names.ts). `npm run bench links -- <folder>` prints m and u of any labelled file.
 */
interface Chances {
  readonly m: number;
  readonly u: number;
}

/** A level that is not known, or says nothing either way: what is missing never counts. */
const silent: Chances = { m: 1, u: 1 };

type Levels<Level extends string> = Readonly<Record<Level, Chances>>;

const given: Levels<GivenLevel> = {
  same: { m: 0.74, u: 0.005 },
  form: { m: 0.09, u: 0.001 },
  near: { m: 0.085, u: 0.001 },
  alike: { m: 0.05, u: 0.001 },
  initial: { m: 0.01, u: 0.0005 },
  different: { m: 0.06, u: 0.99 },
  missing: silent,
};
const family: Levels<FamilyLevel> = {
  // Its u is the share of people with the very name.
  same: { m: 0.73, u: 0.00025 },
  near: { m: 0.2, u: 0.001 },
  different: { m: 0.07, u: 0.995 },
  missing: silent,
};
const born: Levels<Comparison['born']> = {
  same: { m: 0.9, u: 0.00005 },
  near: { m: 0.04, u: 0.0009 },
  'two-off': { m: 0.01, u: 0.0135 },
  different: { m: 0.05, u: 0.985 },
  missing: silent,
};
const address: Levels<Comparison['address']> = {
  same: { m: 0.4, u: 0.0001 },
  near: { m: 0.2, u: 0.0002 },
  different: { m: 0.4, u: 0.9997 },
  missing: silent,
};
/** Beside an address that is the same or near. */
const postcodeWithAddress: Levels<Comparison['postcode']> = {
  same: { m: 0.83, u: 0.1 },
  near: { m: 0.15, u: 0.05 },
  different: { m: 0.02, u: 0.85 },
  missing: silent,
};
/** Beside an address that is different or not known. */
const postcodeAlone: Levels<Comparison['postcode']> = {
  same: { m: 0.15, u: 0.001 },
  near: { m: 0.05, u: 0.0135 },
  different: { m: 0.8, u: 0.985 },
  missing: silent,
};
// A telephone may be the household's, and people have several.
const phone: Levels<Comparison['phone']> = {
  same: { m: 0.4, u: 0.0004 },
  different: { m: 1, u: 1 },
  missing: silent,
};
/**
 * One account of one platform has one holder, or a couple; a name that people give themselves is often theirs elsewhere too, and now and then
 * somebody else's. People have several, so that another one says nothing.
 */
const handle: Levels<Comparison['handle']> = {
  same: { m: 0.3, u: 0.000005 },
  elsewhere: { m: 0.15, u: 0.0005 },
  different: { m: 1, u: 1 },
  missing: silent,
};
/** A vehicle is the household's, is lent and is sold, so that it is met far more often with two people than chance would have it. */
const vehicle: Levels<Comparison['vehicle']> = {
  same: { m: 0.25, u: 0.002 },
  different: { m: 1, u: 1 },
  missing: silent,
};
/** Beside a home or a telephone that agrees it tells of the same household once more. */
const vehicleOfHousehold: Levels<Comparison['vehicle']> = {
  same: { m: 0.5, u: 0.2 },
  different: { m: 1, u: 1 },
  missing: silent,
};
const national: Levels<Comparison['national']> = {
  same: { m: 0.97, u: 0.0000002 },
  different: { m: 0.001, u: 0.9 },
  missing: silent,
};
const nominal: Levels<Comparison['nominal']> = {
  same: { m: 0.9, u: 0.000001 },
  different: { m: 0.1, u: 0.9 },
  missing: silent,
};

/**
 * From this weight on a pair is put before a person. In a register of 100,000 records in which each has about one other of the same person
 * the odds of two at random are 1 to 100,000, so that from log2(100,000) on, rounded up, it is more likely than not one person.
 */
export const OFFER_FROM = 17;

/** What it costs that a given name stands where the other record has the family name. */
const CROSSED = -3;

export function worthOfGiven({ given: level, crossed }: NamesCompared): number {
  return bits(given[level]) + (crossed ? CROSSED : 0);
}

export function worthOfFamily({ family: level, shared }: NamesCompared): number {
  return bits(level === 'same' && shared !== null ? { m: family.same.m, u: shareOf(shared) } : family[level]);
}

/** What the two names say together. */
export function worthOfNames(names: NamesCompared): number {
  return worthOfGiven(names) + worthOfFamily(names);
}

/** Where an address agrees its postcode adds little. */
export function worthOfPostcode({ postcode, address: lines }: Pick<Comparison, 'postcode' | 'address'>): number {
  return bits((lines === 'same' || lines === 'near' ? postcodeWithAddress : postcodeAlone)[postcode]);
}

/** Where the home or the telephone agrees a vehicle adds little. */
export function worthOfVehicle({
  vehicle: level,
  address: lines,
  phone: number,
}: Pick<Comparison, 'vehicle' | 'address' | 'phone'>): number {
  const isHousehold = lines === 'same' || lines === 'near' || number === 'same';
  return bits((isHousehold ? vehicleOfHousehold : vehicle)[level]);
}

export const worthOfBorn = (level: Comparison['born']): number => bits(born[level]);
export const worthOfAddress = (level: Comparison['address']): number => bits(address[level]);
export const worthOfPhone = (level: Comparison['phone']): number => bits(phone[level]);
export const worthOfHandle = (level: Comparison['handle']): number => bits(handle[level]);
export const worthOfNational = (level: Comparison['national']): number => bits(national[level]);
export const worthOfNominal = (level: Comparison['nominal']): number => bits(nominal[level]);

function bits({ m, u }: Chances): number {
  return Math.log2(m / u);
}
