import { force as forceOf } from '#access';
import { type Masked, masked, type Unsaid, withoutPlaces } from './masking.js';

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
 * there is such a condition, and of which kind, is said beside it.
 */
export function maskedClause(text: string, readFor: readonly Masked[], keeper: string, part: ClausePart): string {
  // Where something was reported is often the very area that the court named.
  const people = readFor.map((one) => ({ ...one, hide: withoutPlaces(one.hide) }));
  const shown = masked(text, people);
  if (shown === text) return text;
  const found = people.find(({ hide, instead }) => {
    const places = hide.filter(tellsWhere);
    return places.length > 0 && masked(text, [{ instead, hide: places }]) !== text;
  });
  if (!found) return shown;
  const name = forceOf(keeper)?.name ?? `force ${keeper}`;
  const where = `where ${whoseAlone(found, text)} can be found`;
  const ring = `ring ${name}’s control room`;
  return part === 'area' ? `an area that would show ${where} (${ring})` : `${WITHHELD}the words would show ${where}; ${ring}`;
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
