import { forces } from '#access';
import { foldText } from '../names.js';
import type { Read } from './reading.js';
import { isWay, placeWords } from './places.js';
import type { UnsaidWords } from './unsaid.js';
import type { Token } from './tokens.js';

/** Words of names of streets that stand with a capital in any text. */
const everywhere = new Set([
  ...forces.flatMap(({ name, fullName }) => foldText(`${name} ${fullName}`).split(' ')),
  ...'january february march april may june july august september october november december'.split(' '),
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'crown court police station church school high king queen kings queens prince princess'.split(' '),
]);
const besides = new Set('the old new upper lower great little north south east west near'.split(' '));

/** What streets and houses are called without `Street` or `House`; none that stand in any text. */
export function bareNames(places: readonly UnsaidWords[]): readonly (readonly string[])[] {
  return places.flatMap(({ is, text }) => {
    if (is !== 'place') return [];
    const all = placeWords(foldText(text).split(' '));
    const name = all.slice(0, all.findLastIndex((word) => !isWay(word)) + 1).filter((word) => !besides.has(word));
    const isTelling = name.length > 0 && name.length < all.length && !name.every((word) => everywhere.has(word) || word.length < 4);
    return isTelling ? [name] : [];
  });
}

/**
 * Whether such a name stands alone in the text, with its capital and in the middle of a sentence: `the Cobbler flat`. It may be anything; who
 * reads it knows.
 */
export function standsAlone(it: Read, names: readonly (readonly string[])[]): boolean {
  return it.tokens.some((_, at) =>
    names.some((name) => {
      const said = it.tokens.slice(at, at + name.length);
      if (said.length < name.length || !said.every(({ word, isCapital }, nth) => isCapital && word === name[nth])) return false;
      const [before, after] = [it.tokens[at - 1], it.tokens[at + name.length]];
      return before !== undefined && isPlain(it, before, said[0]!) && !(after && isBeside(it, said.at(-1)!, after) && after.isCapital);
    }),
  );
}

/** Whether the word before is an ordinary one of the same sentence. */
function isPlain(it: Read, before: Token, own: Token): boolean {
  return !before.isCapital && /^[\s,]+$/.test(it.text.slice(before.end, own.start));
}

function isBeside({ text }: Read, one: Token, other: Token): boolean {
  return /^[\s-]+$/.test(text.slice(one.end, other.start));
}
