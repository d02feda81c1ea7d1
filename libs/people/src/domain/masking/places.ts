import type { Address } from '../events.js';
import { foldText } from '../names.js';
import { seenText } from './look-alike.js';
import type { UnsaidWords } from './unsaid.js';

const shortened: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'apartment flat|apt flat|av avenue|ave avenue|bldg building|bldgs buildings|blvd boulevard|cl close|clo close|cott cottage|cotts cottages|' +
    'cres crescent|crt court|ct court|ctg cottage|dr drive|drv drive|est estate|fm farm|gdn garden|gdns gardens|gr grove|grn green|gro grove|' +
    'hl hill|hse house|ln lane|lwr lower|mnr manor|mt mount|nth north|pde parade|pk park|pl place|rd road|saint street|sq square|st street|' +
    'sth south|str street|tce terrace|ter terrace|terr terrace|upr upper|vw view|wlk walk|wy way'
  )
    .split('|')
    .map((entry) => entry.split(' ')),
);
/** Words in which the name of a way or of a house ends. */
const ways = new Set(
  (
    'alley apartment apartments approach arcade avenue bank barn barracks boulevard building buildings bungalow causeway chambers chase circle ' +
    'circus close copse cottage cottages court courtyard crescent croft dale dell dene drive drove embankment end esplanade estate farm ' +
    'farmhouse field fields flat flats fold garden gardens gate glade glen grange green grove hall hatch heath heights hill hostel hotel house ' +
    'houses lane lawn lawns lodge manor mansion mansions meadow meadows mead mews mill mount orchard parade park parkway passage path place ' +
    'point priory promenade quay rectory refuge ride ridge rise road row side spinney square steps strand street terrace tower towers vale ' +
    'vicarage view villa villas walk way wharf wood woods wynd yard'
  ).split(' '),
);
/** Courts of law, not houses. */
const courts = new Set('crown court|county court|youth court|family court|high court|magistrates court|supreme court'.split('|'));
const flatOrNumber =
  /^(?:(?:flat|apartment|apt|unit|room|number|no)\b\.?\s*[\p{L}\p{N}]{1,3}|\d+\p{L}?(?:\s*[-/–]\s*\d+\p{L}?)?)(?=[\s,.]|$)[\s,.]*/iu;
const bareNumber = /^\d+\p{L}?$/u;

/** What of an address tells where somebody is. */
export interface Places {
  /** Tells of the one house. */
  readonly house: readonly UnsaidWords[];
  /** The street without the number. */
  readonly street: readonly UnsaidWords[];
  /** The first half of the postcode. */
  readonly district: readonly UnsaidWords[];
}

/**
 * Which words of an address tell where somebody is. A town or a county alone finds nobody, and courts stand in towns: a line under the first
 * counts where it has a number, ends as a way or a house does, or stands under the number of a flat.
 */
export function placesOf({ lines, postcode }: Address): Places {
  const parts = lines.flatMap((line) => line.split(',').map((part) => part.trim())).filter((part) => part !== '');
  const told = parts.map((part, nth) => toldBy(part, parts[nth - 1] ?? null, nth === 0 && parts.length > 1));
  const outward = /^[a-z]{1,2}\d[a-z\d]?(?=\s*\d[a-z]{2}$)/i.exec(postcode.trim())?.[0];
  return {
    house: [
      ...lines.filter((line) => /,/.test(line) && /\d/.test(line)).map(words),
      ...told.flatMap(({ house }) => house),
      ...(folded(postcode).join('').length >= 5 ? [words(postcode)] : []),
    ],
    street: told.flatMap(({ street }) => street),
    district: outward === undefined ? [] : [{ is: 'district', text: outward }],
  };
}

/** The towns and other parts of the country in an address: what stands under the first line and tells of no house and no street. */
export function townsOf({ lines }: Address): readonly string[] {
  const parts = lines.flatMap((line) => line.split(',').map((part) => part.trim())).filter((part) => part !== '');
  return parts.filter((part, nth) => {
    if (nth === 0 || /\d/.test(part) || folded(part).join('').length < 3) return false;
    const { house, street } = toldBy(part, parts[nth - 1] ?? null, false);
    return house.length === 0 && street.length === 0;
  });
}

/** What one line, or a part of it between commas, tells; `above`: the part before it. */
function toldBy(part: string, above: string | null, isFirst: boolean): Pick<Places, 'house' | 'street'> {
  const name = withoutNumbers(part);
  // `Flat 2`: the number alone is no finding.
  if (!/\p{L}/u.test(name)) return { house: /\p{L}{2}/u.test(part) && /\d/.test(part) ? [words(part)] : [], street: [] };
  const way = toItsWay(name);
  const asPlace: UnsaidWords[] = isTold(way) ? [{ is: 'place', text: way }] : [];
  if (name !== part) {
    const numbers = [...part.matchAll(/(?<![\p{L}\p{N}])\d+\p{L}?(?=[\s,.]+\p{L})/gu)].map(({ 0: number, index }) => ({ number, index }));
    const last = numbers.at(-1)?.number;
    const house = [...numbers.map(({ index }) => part.slice(index)), ...(way !== name && last !== undefined ? [`${last} ${way}`] : [])];
    return { house: house.map(words), street: asPlace };
  }
  if (above !== null && bareNumber.test(above)) return { house: [words(`${above} ${way}`)], street: asPlace };
  const isUnderFlat = above !== null && withoutNumbers(above) === '';
  const isHouse = isFirst || isUnderFlat || way !== name || endsInWay(name) || (above === null && /\s/.test(name));
  return { house: isHouse && isTold(name) ? [{ is: 'place', text: name }] : [], street: [] };
}

/** Words in which streets and houses are named in full, however they are shortened. */
export function placeWords(all: readonly string[]): string[] {
  return all.map((word) => shortened[word] ?? word);
}

/** Other ways of writing the last word of a place: `st` and `str` of `street`. */
export function shortFormsOf(word: string): string[] {
  return Object.entries(shortened).flatMap(([short, whole]) => (whole === word ? [short] : []));
}

function withoutNumbers(part: string): string {
  let rest = part;
  for (let found = flatOrNumber.exec(rest); found; found = flatOrNumber.exec(rest)) rest = rest.slice(found[0].length);
  return rest;
}

/** `Secret Lane` of `Secret Lane Hiddenham`. */
function toItsWay(name: string): string {
  const all = name.split(/\s+/);
  const last = all.findLastIndex((word, nth) => nth > 0 && isWay(word));
  return last < 0 ? name : all.slice(0, last + 1).join(' ');
}

function endsInWay(part: string): boolean {
  return isWay(part.split(/\s+/).at(-1) ?? '');
}

/** Whether the name of a way or of a house may end in this word: `Lane`, `Ln`, `House`. */
export function isWay(word: string): boolean {
  const [whole = ''] = placeWords(folded(word));
  return ways.has(whole);
}

/** Whether a name tells of one place: neither a court of law nor only a word such as street. */
export function isTold(name: string): boolean {
  const all = placeWords(folded(name));
  return all.join('').length >= 4 && !courts.has(all.join(' ')) && !(all.length === 1 && ways.has(all[0]!));
}

function folded(text: string): string[] {
  return foldText(seenText(text)).split(' ');
}

function words(text: string): UnsaidWords {
  return { is: 'words', text };
}
