import { foldText } from '../names.js';
import { seenText } from './look-alike.js';
import { inDigits, tens } from './place-spans.js';
import { isTold, isWay } from './places.js';
import { isOrdinary } from './ordinary-words.js';
import type { UnsaidWords } from './unsaid.js';

/** What leads up to a place or says whose it is, and names none. */
export const leading = new Set(
  (
    'a about above across address after all along alongside among an and another any approx approximately around as at bicycle before behind below ' +
    'beside between bike block both bottom by car chance coach common corner directly door driveway end entrance every everywhere exit few flat floor for ' +
    'friend friends from gate going gym half he her here hers him his home i in inside into is it its junction just landing last leaving left lorry ' +
    'middle minutes mobile my near nearby nearest no not number of off on online opposite or our out outside over own parked pavement phone ' +
    'place possibly previous previously probably random right scene seen several she somewhere stairs that the their theirs them then there they this ' +
    'through to top toward towards two unclear under unknown until up upon upstairs various via victim victims walking was where which while with ' +
    'within work workplace yards your mother mothers mum mums father fathers dad dads sister sisters brother brothers parent parents partner ' +
    'partners son sons daughter daughters aunt aunts uncle uncles grandmother grandfather gran nan neighbour neighbours ex wife husband boyfriend ' +
    'girlfriend colleague colleagues respondent respondents defendant suspect suspects complainant complainants person persons protected'
  ).split(' '),
);
/** What describes a way or a house and names none where it is written in lower case. */
export const describing = new Set(
  (
    'access adjacent back big bus busy city communal country cycle dark different dual empty family first foot front industrial large local main ' +
    'multi narrow next old other parking private public quiet rear rented residential retail same second semi service shared shopping side small ' +
    'storey third town trading village whole'
  ).split(' '),
);
/** What ends one place and begins another, or says how it lies to it. */
const joints = new Set(
  'and or near opposite behind beside between off outside inside from into via towards toward at in on by to of'.split(' '),
);
export const counties = new Set(
  (
    'avon bedfordshire berkshire buckinghamshire cambridgeshire cheshire cleveland cornwall cumbria derbyshire devon dorset durham dyfed england essex ' +
    'gloucestershire gwent gwynedd hampshire herefordshire hertfordshire kent lancashire leicestershire lincolnshire london merseyside middlesex ' +
    'norfolk northamptonshire northumberland nottinghamshire oxfordshire powys rutland shropshire somerset staffordshire suffolk surrey sussex uk ' +
    'wales warwickshire wiltshire worcestershire yorkshire'
  ).split(' '),
);
/** Where everybody knows that it is: `Testville police station`. */
const official =
  /^\s*(?:(?:at|in|outside|near|by)\s+)?(?:the\s+)?(?:\p{L}[\p{L}'’]*\s+){0,3}(?:police\s+station|custody(?:\s+(?:suite|cent(?:re|er)))?|(?:crown|county|youth|family|high|magistrates['’]?)\s+court|prison)\s*$/iu;
const POSTCODE = /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![\p{L}\p{N}])/giu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼ&/-]*/gu;
const NUMBER = /^\d{1,4}[a-z]?(?:[-/]\d{1,4}[a-z]?)?$/;
/** The longest names of places, in words; what is longer is a sentence. */
const MOST_WORDS = 5;

/** One word of what was typed. */
export interface Word {
  readonly said: string;
  readonly folded: string;
  readonly isCapital: boolean;
}

/** Words of the text up to a comma or another stop, and how the text is written. */
export interface Part {
  readonly words: readonly Word[];
  /** Whether names have their capitals in the text. */
  readonly isWritten: boolean;
}

/**
 * What tells a place in what somebody typed as where something happened: streets with their numbers and alone, houses and other places by
 * name, postcodes. A town of one word, and words that name nothing (`her home`, `the street`), tell none.
 */
export function toldPlaces(typed: string): UnsaidWords[] {
  const text = seenText(typed);
  const { typedIn, all } = dividedAtStops(text);
  return distinct([
    ...(all.length < typedIn.length ? [] : wholeOf(text)),
    ...[...text.matchAll(POSTCODE)].map(([postcode]) => exactly(postcode)),
    ...toldIn(partsOf(text)),
  ]);
}

/** What was typed, part by part, without what tells nothing. */
export function partsOf(text: string): readonly Part[] {
  const { all } = dividedAtStops(text);
  const isWritten = all.flat().some((word) => word.isCapital && !leading.has(word.folded) && !describing.has(word.folded));
  return all.filter((words) => words.some(mayName)).map((words): Part => ({ words, isWritten }));
}

/** `all`: the words of each part but of places that everybody knows. */
function dividedAtStops(text: string) {
  const typedIn = text.split(/[,;:()\n\r]+|\s-+\s|(?<=\p{Ll}{2})\.\s/u);
  return { typedIn, all: typedIn.filter((part) => !official.test(part)).map(wordsOf) };
}

/** What each part tells. After the first that names a place, other names are those of towns. */
function toldIn(parts: readonly Part[]): UnsaidWords[] {
  let isNamed = false;
  return parts.flatMap((part, nth) => {
    const { start, told } = waysIn(part);
    const named = isNamed ? [] : namedIn({ ...part, words: part.words.slice(0, start) }, parts[nth + 1]);
    const all = [...told, ...named];
    isNamed ||= all.some(({ text }) => /[^\p{L}\p{N}'’]/u.test(text));
    // Beside the name of a place, its town is part of where it is.
    const towns = parts.slice(nth + 1).flatMap((below) => townIn(below) ?? []);
    return [...all, ...all.flatMap(({ text }) => towns.map((town) => exactly(`${text} ${town}`)))];
  });
}

/** What stands there as a town does, up to its postcode; null where it is a county or names nothing. */
function townIn({ words, isWritten }: Part): string | null {
  const first = words.findIndex((word) => mayName(word));
  const isTown = ({ folded, isCapital }: Word) => !joints.has(folded) && !/\d/.test(folded) && (isCapital || !isWritten);
  const end = words.findIndex((word, at) => at >= first && !isTown(word));
  const town = first < 0 ? [] : words.slice(first, end < 0 ? undefined : end);
  return town.length === 0 || town.length > MOST_WORDS || town.every(({ folded }) => counties.has(folded)) ? null : saidIn(town);
}

/** All of it without what leads up to it, where that is more than one name. */
function wholeOf(text: string): UnsaidWords[] {
  const words = wordsOf(text);
  const first = words.findIndex(mayName);
  if (first < 0) return [];
  const naming = words.filter((word) => mayName(word) && !counties.has(word.folded) && !isOrdinary(word.folded));
  const isFound = naming.length > 1 || /\d/.test(text) || text.includes('///');
  return isFound ? [exactly(saidIn(words.slice(first)))] : [];
}

/** Streets and houses that end as such do, with their numbers, and where the first of them begins. */
function waysIn(part: Part): { readonly start: number; readonly told: readonly UnsaidWords[] } {
  const { words } = part;
  const told: UnsaidWords[] = [];
  let start = words.length;
  for (let last = words.length - 1; last > 0; last -= 1) {
    if (!isWay(words[last]!.folded)) continue;
    let first = last;
    while (first > 0 && last - first < MOST_WORDS - 1 && isNaming(part, first - 1, last)) first -= 1;
    const name = saidIn(words.slice(first, last + 1));
    if (first === last || !isTold(name)) continue;
    const [before, after] = [numberAt(words, first - 1), numberAt(words, last + 1)];
    told.push({ is: 'place', text: name }, ...[before, after].flatMap((number) => (number === null ? [] : [exactly(`${number} ${name}`)])));
    start = before === null ? first : first - 1;
    last = first;
  }
  return { start, told };
}

/** Whether the word belongs to the name of the way that ends at `last`. */
function isNaming({ words, isWritten }: Part, at: number, last: number): boolean {
  const { folded, isCapital } = words[at]!;
  if (leading.has(folded) || joints.has(folded) || isNumber(folded)) return false;
  if (numberAt(words, at - 1) !== null) return true;
  if (describing.has(folded)) return isWritten && isCapital && (at > 0 || words[last]!.isCapital);
  return isCapital || !isWritten || isWay(folded) || !isOrdinary(folded);
}

/** Places by other names: `The Green Man`, `Rosewood Nursery`, `14 Broadway`, a house above its street or town. */
function namedIn({ words, isWritten }: Part, below: Part | undefined): UnsaidWords[] {
  const told: UnsaidWords[] = [];
  let run: Word[] = [];
  const end = () => {
    const name = saidIn(run);
    const isNamed = run.some(({ folded }) => !counties.has(folded) && !describing.has(folded) && (isWritten || !isOrdinary(folded)));
    if (run.length > 1 && run.length <= MOST_WORDS && isNamed && isTold(name)) told.push({ is: 'place', text: name });
    run = [];
  };
  for (const word of words) {
    const isName = mayName(word) && !joints.has(word.folded) && !isNumber(word.folded) && (isWritten ? word.isCapital : true);
    if (isName) run.push(word);
    else end();
  }
  const isOnly = run.length === words.filter(mayName).length;
  end();
  const at = words.findIndex((word) => !leading.has(word.folded));
  const [first, next] = [words[at], words.slice(at + 1).find(({ folded }) => folded !== 'the')];
  if (first && next && NUMBER.test(first.folded) && mayName(next) && (next.isCapital || (!isWritten && !isOrdinary(next.folded))))
    told.push(exactly(`${first.said} ${next.said}`), exactly(`${first.said} the ${next.said}`), { is: 'place', text: next.said });
  const isAlone = words.filter(mayName).length === 1 && isOnly;
  if (isAlone && first && below && isBelowHouse(below)) {
    if (isTold(first.said)) told.push({ is: 'place', text: first.said });
    // `The Fox`: too short to be looked for without its article.
    else if (first.isCapital && words[at - 1]?.folded === 'the') told.push(exactly(`the ${first.said}`));
  }
  return told;
}

/** Whether what comes after a name may be the street or town of a house: `Rosewood, Hiddenham`, and not `Hiddenham, Kent`. */
function isBelowHouse({ words, isWritten }: Part): boolean {
  const [first] = words;
  return first !== undefined && (first.isCapital || isNumber(first.folded) || !isWritten) && mayName(first) && !counties.has(first.folded);
}

/** Whether a word may be part of a name at all. */
export function mayName({ folded }: Word): boolean {
  return folded !== '' && !leading.has(folded);
}

/** The number of a house that stands there, in digits; two words of it end there. */
function numberAt(words: readonly Word[], at: number): string | null {
  const word = words[at]?.folded ?? '';
  if (NUMBER.test(word)) return word;
  const unit = inDigits.get(word);
  const ten = tens.get(words[at - 1]?.folded ?? '');
  if (unit !== undefined) return ten !== undefined && Number(unit) < 10 ? String(ten + Number(unit)) : unit;
  return tens.has(word) ? String(tens.get(word)) : null;
}

export function isNumber(word: string): boolean {
  return NUMBER.test(word) || inDigits.has(word) || tens.has(word);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(([said]) => ({
    said,
    folded: foldText(said.replace(/['’‘ʼ]s$/i, '')).replaceAll(' ', '-'),
    isCapital: /^\p{Lu}/u.test(said),
  }));
}

function saidIn(words: readonly Word[]): string {
  return words.map(({ said }) => said).join(' ');
}

function exactly(text: string): UnsaidWords {
  return { is: 'words', text };
}

/** Each once, and none of a few letters that stand everywhere. */
function distinct(told: readonly UnsaidWords[]): UnsaidWords[] {
  const byKey = new Map(told.map((one) => [`${one.is}|${foldText(one.text)}`, one]));
  return [...byKey.values()].filter(({ text }) => foldText(text).replaceAll(' ', '').length >= 4);
}
