import { seenText } from './look-alike.js';
import { isWay } from './places.js';
import { inDigits, tens } from './place-spans.js';
import { isOrdinary } from './ordinary-words.js';
import { counties, describing, isNumber, leading, mayName, type Part, partsOf, toldPlaces, type Word } from './told-places.js';
import { distinct, type UnsaidWords } from './unsaid.js';

/** What a place is, which names none without the rest of its name. */
const kinds = new Set(
  (
    'academy agency airport arms bakery bar barber bus cafe camp canteen caravan cathedral cemetery centre center chapel chemist church cinema ' +
    'clinic club coffee college co-op company council dentist depot doctor doctors dr east express factory florist garage gym hairdresser hairdressers ' +
    'hospital inn kiosk kitchen library ltd maisonette market medical miss mr mrs ms museum north nursery office offices pc pharmacy police pool post pub ' +
    'restaurant room salon school shop shops sixth south sports stadium station store stores studio studios supermarket surgery takeaway tavern ' +
    'theatre train tram underground unit university vet vets village ward west'
  ).split(' '),
);
/** What is somebody's: `Nora's home` names her, and not where it is. */
const somebodys = new Set('address door drive family flat friend friends garden home house place work workplace'.split(' '));
/** How the number of a house or of a flat is said without its street. */
const numbered = [
  'number',
  'house number',
  'no',
  'nr',
  'num',
  'house',
  'house no',
  'flat',
  'flat number',
  'apartment',
  'unit',
  'room',
  'door',
  'house at',
  'home at',
  'lives at',
  'address at',
];
const FEWEST_LETTERS = 3;
/** A postcode and its first half, which names a district. */
const POSTCODE = /(?<![\p{L}\p{N}])([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}(?![\p{L}\p{N}])/giu;
/** Degrees, as a map gives them. */
const DEGREES = /\d{1,3}\.\d{3,}/g;

/**
 * What also tells it in the words of the very record whose place it is, where a town or a part of a name is enough: each word that names
 * something, what stands between two commas whole, the numbers of the house, the first half of a postcode, and degrees also where fewer of their digits are said.
 */
export function toldHere(typed: string): UnsaidWords[] {
  const text = seenText(typed);
  const parts = partsOf(text);
  const alone = parts.flatMap((part) => namesIn(part).map((name): UnsaidWords => ({ is: 'place', text: name })));
  const numbers = parts.flatMap(({ words }) => words.filter(({ folded }, nth) => isHouse(words, nth) && isNumber(folded)));
  return distinct([
    ...toldPlaces(typed),
    ...alone,
    ...parts.flatMap(wholeOf),
    ...numbers.flatMap(({ folded }) => numbersAs(folded)),
    ...[...text.matchAll(POSTCODE)].map(([, district = '']): UnsaidWords => ({ is: 'district', text: district })),
    ...[...text.matchAll(DEGREES)].flatMap(([degrees]) => degreesAs(degrees)),
  ]);
}

/** `the fox` of `Outside the Fox`, in whatever case. */
function wholeOf(part: Part): UnsaidWords[] {
  if (namesIn(part).length === 0) return [];
  const first = part.words.findIndex((word) => mayName(word) || word.folded === 'the');
  const words = part.words.slice(first);
  return words.length > 1 ? [{ is: 'words', text: words.map(({ said }) => said).join(' ') }] : [];
}

function degreesAs(degrees: string): UnsaidWords[] {
  const [whole = '', part = ''] = degrees.split('.');
  return Array.from({ length: part.length - 1 }, (_, nth) => ({ is: 'place', text: `${whole} ${part.slice(0, nth + 2)}` }));
}

function namesIn(part: Part): string[] {
  const { words, isWritten } = part;
  return words.flatMap((word, nth) => {
    const { folded, said, isCapital } = word;
    const [before, next] = [words[nth - 1], words[nth + 1]];
    if (folded.length < FEWEST_LETTERS || /\d/.test(folded) || isNumber(folded)) return [];
    if (leading.has(folded) || describing.has(folded) || counties.has(folded) || kinds.has(folded) || isWay(folded)) return [];
    if (isWritten ? !isCapital : isOrdinary(folded)) return [];
    if (/['’‘ʼ]s$/i.test(said) && next !== undefined && somebodys.has(next.folded)) return [];
    // `High` of `High Street` is everywhere; `Badger` of `The Green Badger` is the place.
    if (isOrdinary(folded) && [before, next].some((one) => one !== undefined && isWay(one.folded))) return [];
    return [said.replace(/['’‘ʼ]s$/i, '')];
  });
}

/** Whether a number there is that of a house: before a name, after `Flat`, or alone between commas. */
function isHouse(words: readonly Word[], at: number): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (words.length === 1) return true;
  if (before !== undefined && (numbered.includes(before.folded) || isWay(before.folded))) return true;
  return next !== undefined && (mayName(next) || isNumber(next.folded));
}

function numbersAs(number: string): UnsaidWords[] {
  const digits = inDigits.get(number) ?? (tens.has(number) ? String(tens.get(number)) : number);
  const inWords = [...inDigits].find(([, said]) => said === digits)?.[0];
  return [digits, ...(inWords === undefined ? [] : [inWords])].flatMap((said) =>
    numbered.map((kind): UnsaidWords => ({ is: 'words', text: `${kind} ${said}` })),
  );
}
