import { personal } from '#event-sourcing';
import { commonFamilyNames, commonGivenNames, type KnownIdentifier, type PerpetratorRecord, type PersonName, shareOf } from '#people';
import { madeUpId } from './made-up-people.js';

/** A made-up person of a whole population: names as often as they are in England and Wales, some with aliases, numbers, accounts and vehicles. */
export interface Named {
  readonly record: PerpetratorRecord;
  readonly name: PersonName;
  readonly alias: PersonName | null;
  readonly dateOfBirth: string;
  readonly numbers: Readonly<Record<KnownIdentifier['scheme'], string>>;
}

/** Who may read the restricted records. */
export const READER = 'bench-reader';

/** One in so many records is restricted. */
const RESTRICTED = 200;
const FORCES = ['46', '42', '44', '01', '43', '20'];
const SYLLABLES =
  'ar bel cam dun es fer gil hol in ker len mar nor ow pel quin ros sal thor ul ven wil yar zel ash brad clif dray ed fal'.split(' ');
const ENDINGS = 'ton ley son man well ford by ham field more wick stone ing er ey shaw worth brook den land'.split(' ');
const LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';
/** Different family names beside the common ones. */
const RARE = 40_000;

const families = drawing([
  ...commonFamilyNames.map((name): [string, number] => [name, shareOf(name)]),
  // What the common names leave of everybody, the nth of them less often than the one before.
  ...Array.from({ length: RARE }, (_, nth): [string, number] => [rareFamily(nth), 0.018 / (nth + 30) ** 0.75]),
]);
const givens = drawing(
  commonGivenNames.map((name, nth): [string, number] => [name, 1 / (((nth * 131) % commonGivenNames.length) + 3) ** 0.8]),
);

/** The nth person, the same every time. */
export function namedPerson(nth: number): Named {
  const random = chance(nth);
  const perpetratorId = madeUpId(nth, 'named');
  const self: [string] = [perpetratorId];
  const name = { given: capital(givens(random())), family: capital(families(random())) };
  const alias =
    random() < 0.25 ? { given: capital(givens(random())), family: random() < 0.5 ? name.family : capital(families(random())) } : null;
  const dateOfBirth = new Date(Date.UTC(1945, 0, 1) + Math.floor(random() * 60 * 365.25) * 86_400_000).toISOString().slice(0, 10);
  const serial = String(nth + 1).padStart(7, '0');
  const force = FORCES[Math.floor(random() * FORCES.length)]!;
  const numbers = {
    nominal: `N${serial}`,
    pncid: `2099/${serial}${LETTERS.charAt(Number(`99${serial}`) % 23)}`,
    cro: '',
    phone: `+4477009${serial}`,
    handle: `mock_${nth.toString(36)}`,
    vehicle: `ZZ${serial}`,
  };
  const known = (['nominal', 'pncid', 'phone', 'handle', 'vehicle'] as const).filter(
    (_, place) => random() < [1, 0.7, 0.6, 0.3, 0.3][place]!,
  );
  const record: PerpetratorRecord = {
    is: 'recorded',
    perpetratorId,
    force,
    identity: personal(self, { name, dateOfBirth, sex: 'male' }),
    aliases: alias === null ? [] : [{ aliasId: madeUpId(nth, 'alias'), name: personal(self, alias) }],
    addresses: [
      {
        addressId: madeUpId(nth, 'address'),
        from: null,
        address: personal(self, { lines: [`${nth % 120} Invented Street`, 'Testville'], postcode: `ZZ${nth % 99} ${nth % 9}ZZ` }),
      },
    ],
    identifiers: known.map((scheme) => ({
      identifierId: madeUpId(nth, scheme),
      scheme,
      force: scheme === 'nominal' ? force : null,
      system: scheme === 'nominal' ? 'athena' : null,
      value: personal(self, numbers[scheme]),
    })),
    occupation: null,
    photographs: [],
    restriction: nth % RESTRICTED === 7 ? { basis: 'police-employee', readers: [READER] } : null,
  };
  return { record, name, alias, dateOfBirth, numbers: { ...numbers, ...unknown(known) } };
}

/** Nothing to look for where the record has no such number. */
function unknown(known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    ['pncid', 'phone', 'handle', 'vehicle'].filter((scheme) => !known.includes(scheme)).map((scheme) => [scheme, '']),
  );
}

function rareFamily(nth: number): string {
  const mixed = (nth * 7_919) % RARE;
  const [first, second, end] = [mixed % 30, Math.floor(mixed / 30) % 30, Math.floor(mixed / 900) % ENDINGS.length];
  return `${SYLLABLES[first]}${SYLLABLES[second]}${ENDINGS[end]}${mixed >= 18_000 ? 's' : ''}${mixed >= 36_000 ? 'e' : ''}`;
}

/** Picks by weight: the name at a place from 0 to 1. */
function drawing(weighted: readonly (readonly [string, number])[]): (place: number) => string {
  const ends: number[] = [];
  let sum = 0;
  for (const [, weight] of weighted) ends.push((sum += weight));
  return (place) => {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! <= place * sum) low = middle + 1;
      else high = middle;
    }
    return weighted[low]![0];
  };
}

/** Numbers from 0 to 1 that follow from the seed. */
export function chance(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
