import type { Address, PersonName, SafeContact, Sex } from '#people';
import type { LocalDate } from '#calendar';
import type { Chance } from './chance.js';

// Nobody here exists, and everybody can see it. Numbers and addresses are from ranges that are kept free for fiction.

const families = [
  ...['Fictionsson', 'Exampleson', 'Mockman', 'Placeholder', 'Specimen', 'Testcase', 'Samplewright', 'Nonesuch', 'Dummyton', 'Fabricant'],
  ...['Notreal', 'Contrived', 'Fakenham-Test', 'Hypothetical', 'Makebelieve', 'Figment', 'Stubbington-Test', 'Demoman', 'Pseudonym'],
  ...['Supposition', 'Lorem', 'Ipsum', 'Dolorsit', 'Samplesson', 'Fictionberg', 'Mockingham', 'Testperson', 'Exampleworth'],
] as const;
const women = [
  'Ada',
  'Nora',
  'Wilma',
  'Petra',
  'Imogen',
  'Tabitha',
  'Beryl',
  'Odette',
  'Maud',
  'Ursula',
  'Fenella',
  'Dorcas',
  'Ivy',
  'Xanthe',
];
const men = [
  'Barnaby',
  'Dex',
  'Quentin',
  'Rufus',
  'Alfie',
  'Horace',
  'Percy',
  'Magnus',
  'Otto',
  'Silas',
  'Ivor',
  'Cuthbert',
  'Wilfred',
  'Zeb',
];
const towns = ['Testville', 'Mockham', 'Sampleton', 'Exampleford', 'Pretendham', 'Nowhere-on-Test', 'Placeholder St Mary', 'Fixture Bay'];
const courtTowns = ['Assizeham', 'Benchley-on-Test', 'Gaveldon', 'Justiceford', 'Wigminster'];
const streets = ['High Street', 'Sample Road', 'Mock Lane', 'Dummy Close', 'Example Avenue', 'Fixture Way', 'Specimen Gardens', 'Stub Row'];
const work = [
  'warehouse worker',
  'plumber',
  'student',
  'driver',
  'unemployed',
  'shop assistant',
  'teacher',
  'security guard',
  'chef',
  'programmer',
];

const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY';

export interface Fictional {
  readonly name: PersonName;
  readonly sex: Sex;
  readonly dateOfBirth: LocalDate;
}

/** Somebody of 19 to 64. */
export function person(chance: Chance, today: LocalDate, share: { readonly women: number }): Fictional {
  const sex: Sex = chance.happens(share.women) ? 'female' : 'male';
  const name = { family: chance.pick(families), given: chance.pick(sex === 'female' ? women : men) };
  const year = Number(today.slice(0, 4)) - chance.whole(20, 64);
  const two = (number: number): string => String(number).padStart(2, '0');
  return { name, sex, dateOfBirth: `${year}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}` };
}

/** Another name somebody might go by. */
export function otherName(chance: Chance, { name, sex }: Fictional): PersonName {
  const givens = sex === 'female' ? women : men;
  return chance.happens(0.5) ? { family: chance.pick(families), given: name.given } : { family: name.family, given: chance.pick(givens) };
}

export function address(chance: Chance): Address {
  const lines = [`${chance.whole(1, 199)} ${chance.pick(streets)}`, chance.pick(towns)];
  return { lines, postcode: `ZZ99 ${chance.whole(1, 9)}${chance.pick(['AA', 'AB', 'BB', 'WZ', 'XX', 'ZZ'])}` };
}

export function town(chance: Chance): string {
  return chance.pick(towns);
}

/** Where a court sits: a place in which nobody of the demonstration lives, for a court's name is no secret. */
export function courtTown(chance: Chance): string {
  return chance.pick(courtTowns);
}

export function street(chance: Chance): string {
  return chance.pick(streets);
}

export function occupation(chance: Chance): string {
  return chance.pick(work);
}

/** From the numbers that Ofcom keeps free for drama. */
export function phone(chance: Chance): string {
  const last = String(chance.whole(0, 999)).padStart(3, '0');
  return chance.happens(0.8) ? `07700 900${last}` : `01632 960${last}`;
}

export function safeContact(chance: Chance, { name }: Fictional): SafeContact {
  return {
    phone: phone(chance),
    email: chance.happens(0.6) ? `${name.given}.${name.family}@example.org`.toLowerCase() : null,
    address: chance.happens(0.7) ? address(chance) : null,
    safeTimes: chance.pick([
      'Text only, after 17:00',
      'Any time',
      'Weekdays 09:00 to 15:00, never the landline',
      'Through the advocate only',
    ]),
  };
}

/** A PNCID of the year 2099, in which nobody has been arrested yet. `serial`: 1 to 9999999. */
export function pncId(serial: number): string {
  const digits = String(serial).padStart(7, '0');
  return `2099/${digits}${checkLetters[Number(`99${digits}`) % 23]}`;
}

/** A CRO number of '99. `serial`: 1 to 999999. */
export function croNumber(serial: number): string {
  const digits = String(serial).padStart(6, '0');
  return `${digits}/99${checkLetters[Number(`99${digits}`) % 23]}`;
}

/** How a person is named in an order. */
export function fullName({ given, family }: PersonName): string {
  return `${given} ${family}`;
}
