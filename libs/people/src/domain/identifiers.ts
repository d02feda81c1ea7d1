import type { LocalDate } from '#calendar';

/** What was made of an identifier that someone typed: its one canonical spelling, or a sentence that says what to put right. */
export type ParsedIdentifier = { readonly ok: true; readonly canonical: string } | { readonly ok: false; readonly why: string };

/** A person's number in one system of one force. The number means nothing outside that system. */
export type Nominal = {
  /** CJS code of the force, two digits. */
  readonly force: string;
  /** Short name of the system, such as `niche`. */
  readonly system: string;
  /** The number as the system writes it. */
  readonly number: string;
};

/** The letter at position (number mod 23). I, O and S are left out because they are read as 1, 0 and 5. */
const checkLetters = 'ZABCDEFGHJKLMNPQRTUVWXY';
const neverCheckLetters = ['I', 'O', 'S'];

const pncWithSlash = /^((?:19|20)?\d{2})\/(\d{1,7})([A-Z])$/;
const pncLongWithoutSlash = /^((?:19|20)\d{2})(\d{7})([A-Z])$/;
const pncShortWithoutSlash = /^(\d{2})(\d{1,7})([A-Z])$/;
const croShape = /^(\d{1,6})\/?(\d{2})([A-Z])$/;
const croFileOnlyShape = /^SF(\d{2})\/?(\d{1,6})([A-Z])$/;

/**
 * Reads a PNCID in its long form (`2099/0000001G`) or its short form (`99/1G`), in any case, with or without spaces and slash. The short
 * form is put in the latest century that is not after the year of `today`. Canonical: four digits, slash, seven digits, check letter.
 */
export function parsePncId(input: string, today: LocalDate): ParsedIdentifier {
  const typed = tidy(input);
  if (typed === '') return no('Enter a PNCID, like 2099/0000001G');
  const [, year, serial, letter] = pncWithSlash.exec(typed) ?? pncLongWithoutSlash.exec(typed) ?? pncShortWithoutSlash.exec(typed) ?? [];
  if (year === undefined || serial === undefined || letter === undefined) {
    return no('Enter the PNCID as a year, a slash, up to 7 digits and a letter, like 2099/0000001G or 99/1G');
  }
  const padded = serial.padStart(7, '0');
  const wrong = wrongCheckLetter('PNCID', year.slice(-2) + padded, letter);
  return wrong ?? yes(`${year.length === 4 ? year : fullYear(year, today)}/${padded}${letter}`);
}

/**
 * Reads a CRO number in its standard form (serial, slash, year, check letter) or its file-only form (`SF`, year, slash, serial, check letter),
 * in any case, with or without spaces and slash. Canonical: the standard serial has six digits, the file-only serial is not padded.
 */
export function parseCro(input: string): ParsedIdentifier {
  const typed = tidy(input);
  if (typed === '') return no('Enter a CRO number, like 000001/99W');
  const fileOnly = croFileOnlyShape.exec(typed);
  const [, year, serial, letter] = fileOnly ?? standardCro(typed) ?? [];
  if (year === undefined || serial === undefined || letter === undefined) {
    return no('Enter the CRO number as up to 6 digits, a slash, a 2-digit year and a letter, like 000001/99W, or as SF99/1B');
  }
  const wrong = wrongCheckLetter('CRO number', year + serial, letter);
  return wrong ?? yes(fileOnly === null ? `${serial}/${year}${letter}` : `SF${year}/${serial}${letter}`);
}

/**
 * Reads a nominal: the force's and the system's names are put before the number, so that the same number elsewhere is another person.
 * The number itself is kept as it stands, apart from spaces around it. Canonical: `46:niche:N-0000001`.
 */
export function parseNominal(input: Nominal): ParsedIdentifier {
  const force = input.force.trim();
  const system = input.system.trim().toLowerCase();
  const number = input.number.trim();
  if (!/^\d{2}$/.test(force)) return no('Choose the force that gave the number');
  if (!/^[a-z0-9][a-z0-9-]{0,29}$/.test(system)) return no('Enter the name of the system in letters, digits and hyphens, like niche');
  if (!/^[^\p{Cc}]{1,50}$/u.test(number)) return no('Enter the number as the system writes it, in 50 characters or fewer');
  return yes(`${force}:${system}:${number}`);
}

/** Reads a telephone number, with or without blanks and brackets; one without a country is of the United Kingdom. Canonical: `+447700900001`. */
export function parsePhone(input: string): ParsedIdentifier {
  const typed = input
    .replace(/[\s().-]+/gu, '')
    .replace(/^00/, '+')
    .replace(/^0/, '+44')
    .replace(/^\+440/, '+44');
  return /^\+[1-9]\d{6,14}$/.test(typed) ? yes(typed) : no('Enter a telephone number, like 07700 900001 or +44 7700 900001');
}

/**
 * Reads the name of an account: with or without the sign `@` before it, or as the address of its page (`https://chat.example/@mock_1`), whose
 * last part is the name. Canonical: lower case, without the sign. An e-mail address stays whole.
 */
export function parseHandle(input: string): ParsedIdentifier {
  const typed = input.normalize('NFKC').trim().toLowerCase();
  const [, page] = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/([^?#]*)/u.exec(typed) ?? [];
  const name = (page?.split('/').findLast((part) => part !== '') ?? typed).replace(/^@+/, '');
  return /^[^\s@/]{1,60}$/u.test(name) || /^[^\s@/]{1,64}@[^\s@/]{1,60}$/u.test(name)
    ? yes(name)
    : no('Enter the name of the account without spaces, like @mock_1');
}

/** Where an account is used: `Chat Example` is `chat-example`; empty when not known. */
export function parsePlatform(input: string): ParsedIdentifier {
  const typed = input.trim().toLowerCase().replace(/\s+/gu, '-');
  return /^[a-z0-9.-]{0,30}$/.test(typed) ? yes(typed) : no('Enter where the account is used in letters and digits, like instagram');
}

/** Reads the registration mark of a vehicle, of any country, with or without spaces and hyphens. Canonical: capitals and digits, `ZZ99ZZZ`. */
export function parseVehicle(input: string): ParsedIdentifier {
  const typed = tidy(input).replace(/[-.]/g, '');
  return /^[A-Z0-9]{2,10}$/.test(typed) && /\d/.test(typed) ? yes(typed) : no('Enter the registration mark of the vehicle, like ZZ99 ZZZ');
}

/** The mark with letters and digits that are read for one another as one: O and 0, I and 1. Equal for marks that a witness cannot tell apart. */
export function vehicleAsRead(canonical: string): string {
  return canonical.replaceAll('O', '0').replaceAll('I', '1');
}

/**
 * A PNCID in every century that its short form may mean: a record may have been typed from a paper with four digits of the year. None when
 * it is no PNCID.
 */
export function possiblePncIds(input: string, today: LocalDate): string[] {
  const parsed = parsePncId(input, today);
  if (!parsed.ok) return [];
  if (/^(?:19|20)\d{2}\/|^(?:19|20)\d{9}/.test(tidy(input))) return [parsed.canonical];
  return ['19', '20'].map((century) => century + parsed.canonical.slice(2));
}

/**
 * A sentence about the last letter of what has the shape of a PNCID or a CRO number and is neither: which letter its digits go with. Null for
 * everything else.
 */
export function wrongLetter(input: string): string | null {
  const typed = tidy(input);
  const [, year, serial, letter] = pncWithSlash.exec(typed) ?? pncLongWithoutSlash.exec(typed) ?? [];
  const cro = typed.includes('/') ? (croFileOnlyShape.exec(typed) ?? standardCro(typed)) : null;
  const pncLetter = year && serial ? checkLetter(year.slice(-2) + serial.padStart(7, '0')) : null;
  const croLetter = cro ? checkLetter(`${cro[1]}${cro[2]}`) : null;
  const last = letter ?? cro?.[3];
  if (last === undefined || last === pncLetter || last === croLetter) return null;
  const [name, right] = pncLetter === null ? ['CRO number', croLetter] : ['PNCID', pncLetter];
  return `The last letter of the ${name} is wrong: with these digits it is ${right}, not ${last}. If the letter was read well, a digit is wrong.`;
}

/**
 * The same for who looks for a number: of one that may be the end of a CRO number, nothing, for its letter goes with digits that are not
 * there.
 */
export function wrongLetterOfWhole(input: string): string | null {
  const typed = tidy(input);
  const mayBeEnd = /^\d{1,5}\/\d{2}[A-Z]$/.test(typed) && !pncWithSlash.test(typed);
  return mayBeEnd ? null : wrongLetter(input);
}

/** The parts of a canonical nominal. @throws RangeError, without the text given, when it is none */
export function nominalParts(canonical: string): Nominal {
  const [, force, system, number] = /^(\d{2}):([a-z0-9-]+):(.+)$/u.exec(canonical) ?? [];
  if (force === undefined || system === undefined || number === undefined) throw new RangeError('Not a canonical nominal');
  return { force, system, number };
}

function tidy(input: string): string {
  return input.replace(/\s+/gu, '').toUpperCase();
}

function fullYear(lastTwoDigits: string, today: LocalDate): string {
  const thisYear = Number(today.slice(0, 4));
  const inThisCentury = thisYear - (thisYear % 100) + Number(lastTwoDigits);
  return String(inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury);
}

/** The parts in the order of the file-only form: all, year, serial padded to six digits, letter. */
function standardCro(typed: string): readonly string[] | null {
  const [all, serial, year, letter] = croShape.exec(typed) ?? [];
  if (all === undefined || serial === undefined || year === undefined || letter === undefined) return null;
  return [all, year, serial.padStart(6, '0'), letter];
}

function wrongCheckLetter(name: string, digits: string, letter: string): ParsedIdentifier | undefined {
  if (neverCheckLetters.includes(letter)) return no(`Check the last letter of the ${name}: it is never I, O or S`);
  if (checkLetter(digits) !== letter) return no(`Check every digit of the ${name} and its last letter: they do not belong together`);
  return undefined;
}

function checkLetter(digits: string): string {
  return checkLetters.charAt(Number(digits) % 23);
}

function yes(canonical: string): ParsedIdentifier {
  return { ok: true, canonical };
}

function no(why: string): ParsedIdentifier {
  return { ok: false, why };
}
