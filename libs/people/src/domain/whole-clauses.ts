import { force as forceOf } from '#access';
import { hitsIn, type Masked, masked, replaced, type Unsaid, withoutPlaces } from './masking.js';
import { placeNamesIn } from './masking/named-places.js';

/** A clause as the court worded it, or the area that stands in its blank. */
export type ClausePart = 'clause' | 'area';

const WITHHELD = 'Not shown: ';

/** Whether nothing of a clause is shown. */
export function isWithheld(shown: string): boolean {
  return shown.startsWith(WITHHELD);
}

/**
 * What a reader of another force may see of a condition. With its street alone hidden, a clause would still say in which place that street is, and
 * that it is hers: where the words tell where somebody can be found, all of them go, and what stands instead says so and whom to ring. That
 * there is such a condition, and of which kind, is said beside it. They go as well where a name that is hidden is part of what a place is called:
 * `protected person A Gardens` tells the name, and no officer knows where it is. A town that is only called as somebody close to them is a town.
 * `areas`: the areas that the same condition has as data; what stands in a blank is one unless told.
 */
export function maskedClause(
  text: string,
  readFor: readonly Masked[],
  keeper: string,
  part: ClausePart,
  areas: readonly string[] = part === 'area' ? [text] : [],
): string {
  // Where something was reported is often the very area that the court named.
  const people = readFor.map((one) => ({ ...one, hide: withoutPlaces(one.hide) }));
  const hits = hitsIn(text, people);
  if (hits.length === 0) return text;
  const found = people.find(({ hide, instead }) => {
    const places = hide.filter(tellsWhere);
    return places.length > 0 && masked(text, [{ instead, hide: places }]) !== text;
  });
  const withheld = (words: string) => {
    const ring = `ring ${forceOf(keeper)?.name ?? `force ${keeper}`}’s control room`;
    return part === 'area' ? `an area that would ${words} (${ring})` : `${WITHHELD}the words would ${words}; ${ring}`;
  };
  if (found) return withheld(`show where ${whoseAlone(found, text)} can be found`);
  const { towns, half } = placeNamesIn(text, hits, areas);
  if (half) return withheld(`name ${half.instead}`);
  return replaced(
    text,
    hits.filter((hit) => !towns.includes(hit)),
  );
}

/** Names are words and parts of names; what is left is a place, or has the numbers of a house or a postcode. */
function tellsWhere(one: Unsaid): boolean {
  if (typeof one === 'string') return /\d/.test(one) && /\p{L}/u.test(one);
  return one.is === 'place' || one.is === 'district' || (one.is === 'words' && /\d/.test(one.text) && /\p{L}/u.test(one.text));
}

function whoseAlone({ instead, hide }: Masked, text: string): string {
  const own = hide.filter((one) => tellsWhere(one) && (typeof one === 'string' || one.whose === undefined));
  return own.length > 0 && masked(text, [{ instead, hide: own }]) !== text ? instead : 'a protected person';
}
