import { editDistance, isNear, isSlip, pairsInCommon } from './alike.js';
import { areTwoNames, isFormOf } from './given-names.js';
import type { Comparable, ComparableAddress, ComparableHandle, ComparableName, ComparableNumber } from './comparable.js';
import { shareOf } from './family-names.js';

/** How much two records agree in one field. `missing`: one of them does not say. */
export interface Comparison {
  readonly names: NamesCompared;
  readonly born: 'same' | 'near' | 'two-off' | 'different' | 'missing';
  readonly address: 'same' | 'near' | 'different' | 'missing';
  readonly postcode: 'same' | 'near' | 'different' | 'missing';
  readonly phone: 'same' | 'different' | 'missing';
  /** An account's name; `elsewhere`: the same name where not both say the same place. */
  readonly handle: 'same' | 'elsewhere' | 'different' | 'missing';
  readonly vehicle: 'same' | 'different' | 'missing';
  /** PNCID or CRO number. */
  readonly national: 'same' | 'different' | 'missing';
  /** A number that one force gave in one system. */
  readonly nominal: 'same' | 'different' | 'missing';
}

/** `near` is one slip from the other, or sounds the same; `alike` may as well be another name, such as Layla for Kayla. */
export type GivenLevel = 'same' | 'form' | 'near' | 'alike' | 'initial' | 'different' | 'missing';
export type FamilyLevel = 'same' | 'near' | 'different' | 'missing';

/** The two names that come nearest to each other. */
export interface NamesCompared {
  readonly given: GivenLevel;
  readonly family: FamilyLevel;
  /** The family name in which they agree, folded: a rare one says more. */
  readonly shared: string | null;
  /** Whether one record has the given name where the other has the family name. */
  readonly crossed: boolean;
}

/** Every field of the two, level by level. The order of the two makes no difference. */
export function compare(one: Comparable, other: Comparable, worth: (names: NamesCompared) => number): Comparison {
  const address = nearestAddresses(one.addresses, other.addresses);
  return {
    names: nearestNames(one.names, other.names, worth),
    born: compareBorn(one.born, other.born),
    ...address,
    phone: compareSets(one.phones, other.phones),
    handle: compareHandles(one.handles, other.handles),
    vehicle: compareSets(one.vehicles, other.vehicles),
    national: compareNumbers(one.numbers, other.numbers, 'national'),
    nominal: compareNumbers(one.numbers, other.numbers, 'nominal'),
  };
}

function nearestNames(
  one: readonly ComparableName[],
  other: readonly ComparableName[],
  worth: (names: NamesCompared) => number,
): NamesCompared {
  const all = one.flatMap((a) => other.flatMap((b) => [compareNames(a, b, false), compareNames(a, b, true)]));
  const first: NamesCompared = { given: 'missing', family: 'missing', shared: null, crossed: false };
  // Of equal worth the one whose shared name comes first, so that the order of the records makes no difference.
  return all.reduce((best, next) => {
    const more = worth(next) - worth(best);
    return best === first || more > 0 || (more === 0 && (next.shared ?? '') < (best.shared ?? '')) ? next : best;
  }, first);
}

function compareNames(a: ComparableName, b: ComparableName, crossed: boolean): NamesCompared {
  if (!crossed)
    return {
      given: compareGiven(a.given, b.given),
      family: compareFamily(a.family, b.family),
      shared: shared(a.family, b.family),
      crossed,
    };
  const [one, two] = [compareFamily(a.given, b.family), compareFamily(a.family, b.given)];
  // Put in the wrong place both must agree, or one of them while the other is not given.
  const agree = (level: FamilyLevel) => level === 'same' || level === 'near';
  if (!(agree(one) || one === 'missing') || !(agree(two) || two === 'missing') || (one === 'missing' && two === 'missing')) {
    return { given: 'different', family: 'different', shared: null, crossed };
  }
  const given = one === 'missing' || two === 'missing' ? 'missing' : one === 'same' && two === 'same' ? 'same' : 'near';
  const family = given === 'missing' ? (one === 'missing' ? two : one) : given;
  return { given, family, shared: commonest(shared(a.family, b.given), shared(a.given, b.family)), crossed };
}

/** Of two names either of which may be the family name, the one more people have: it says less, from whichever side one looks. */
function commonest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  const [more, fewer] = [one, other].sort((a, b) => shareOf(b) - shareOf(a) || (a < b ? -1 : 1));
  return more ?? fewer ?? null;
}

function shared(one: string, other: string): string | null {
  return one !== '' && one === other ? one : null;
}

function compareGiven(one: string, other: string): GivenLevel {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'same';
  const [left, right] = [one.split(' '), other.split(' ')];
  const [first, second] = [left[0]!, right[0]!];
  if (first === second) return 'form';
  if (first.length === 1 || second.length === 1) return first[0] === second[0] ? 'initial' : 'different';
  if (isFormOf(first, second)) return 'form';
  if (areTwoNames(first, second)) return 'different';
  const [whole, wholeOther] = [left.join(''), right.join('')];
  if (isSlip(first, second) || isSlip(whole, wholeOther)) return 'near';
  if (isNear(first, second) || isNear(whole, wholeOther)) return 'alike';
  // A middle name used as the first.
  return (left.length > 1 || right.length > 1) && (left.includes(second) || right.includes(first)) ? 'form' : 'different';
}

function compareFamily(one: string, other: string): FamilyLevel {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'same';
  const [left, right] = [one.replaceAll(' ', ''), other.replaceAll(' ', '')];
  // Part of a double name, such as one taken on marriage.
  const partOf = one.split(' ').some((part) => part.length > 3 && other.split(' ').includes(part));
  return partOf || isNear(left, right) ? 'near' : 'different';
}

function compareBorn(one: string, other: string): Comparison['born'] {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'same';
  const [a, b] = [one.replaceAll('-', ''), other.replaceAll('-', '')];
  const swapped = a.slice(0, 4) === b.slice(0, 4) && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6);
  if (swapped) return 'near';
  const slips = editDistance(a, b);
  return slips === 1 ? 'near' : slips === 2 ? 'two-off' : 'different';
}

function nearestAddresses(
  one: readonly ComparableAddress[],
  other: readonly ComparableAddress[],
): Pick<Comparison, 'address' | 'postcode'> {
  const order = { same: 3, near: 2, different: 1, missing: 0 };
  let best: Pick<Comparison, 'address' | 'postcode'> = { address: 'missing', postcode: 'missing' };
  const rank = ({ address, postcode }: typeof best) => order[address] * 4 + order[postcode];
  for (const a of one) {
    for (const b of other) {
      const next = { address: compareLines(a.lines, b.lines), postcode: comparePostcodes(a.postcode, b.postcode) };
      if (rank(next) > rank(best)) best = next;
    }
  }
  return best;
}

function compareLines(one: string, other: string): Comparison['address'] {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'same';
  const { ofAll, ofShorter } = pairsInCommon(one, other);
  const numbered = houseNumbers(one) !== '' && houseNumbers(one) === houseNumbers(other);
  // Next door is not the same address, and one written with fewer words may be.
  if (ofAll >= 0.8 && houseNumbers(one) === houseNumbers(other)) return 'same';
  return ofAll >= 0.55 || (numbered && ofShorter >= 0.65) ? 'near' : 'different';
}

function houseNumbers(lines: string): string {
  return (lines.match(/\d+/g) ?? []).sort().join(' ');
}

function comparePostcodes(one: string, other: string): Comparison['postcode'] {
  if (one === '' || other === '') return 'missing';
  if (one === other) return 'same';
  return editDistance(one, other) === 1 ? 'near' : 'different';
}

function compareSets(one: readonly string[], other: readonly string[]): 'same' | 'different' | 'missing' {
  if (one.length === 0 || other.length === 0) return 'missing';
  return one.some((value) => other.includes(value)) ? 'same' : 'different';
}

function compareHandles(one: readonly ComparableHandle[], other: readonly ComparableHandle[]): Comparison['handle'] {
  if (one.length === 0 || other.length === 0) return 'missing';
  const named = one.flatMap((a) => other.filter((b) => a.value === b.value).map((b) => a.system !== '' && a.system === b.system));
  return named.length === 0 ? 'different' : named.includes(true) ? 'same' : 'elsewhere';
}

/** `different` only within one system: a PNCID says nothing of a CRO number. */
function compareNumbers(
  one: readonly ComparableNumber[],
  other: readonly ComparableNumber[],
  is: ComparableNumber['is'],
): Comparison['national'] {
  const levels = one
    .filter((a) => a.is === is)
    .flatMap((a) => other.filter((b) => b.is === is && b.system === a.system).map((b) => a.value === b.value));
  if (levels.length === 0) return 'missing';
  return levels.includes(true) ? 'same' : 'different';
}
