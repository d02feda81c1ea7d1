import { forces } from '#access';
import { commonFamilyNames, commonGivenNames } from '../linking/index.js';
import { foldText } from '../names.js';
import { isOrdinary } from './ordinary-words.js';
import { hasCapitals, numbersIn, tokensIn } from './tokens.js';
import type { UnsaidWords } from './unsaid.js';

const knownNames = new Set([...commonGivenNames, ...commonFamilyNames]);
const places = new Set(forces.flatMap(({ name, fullName }) => foldText(`${name} ${fullName}`).split(' ')));

/**
 * Whom a note of how somebody is reached speaks of: names, telephone numbers, mail addresses, accounts and postcodes. What looks like a name
 * is taken for one: it has a capital, or is a common name, and is neither an ordinary word nor a part of the country.
 */
export function namesIn(text: string): UnsaidWords[] {
  const close = (found: string): UnsaidWords => ({ is: 'words', text: found, whose: 'close' });
  return [
    ...numbersIn(text).map(({ start, end }) => close(text.slice(start, end))),
    ...(text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []).map(close),
    ...(text.match(/(?<![\w.])@[\w.]*\w/g) ?? []).map(close),
    ...(text.match(/\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi) ?? []).map(close),
    ...(text.match(/(?<![\p{L}\p{N}])\d+\p{L}?\s+(?:\p{Lu}[\p{L}'’]*\s*){2,4}/gu) ?? []).map((found) => close(found.trim())),
    ...nameWords(text),
  ];
}

function nameWords(text: string): UnsaidWords[] {
  const tokens = tokensIn(text).filter(({ word }) => /^\p{L}{2,}$/u.test(word));
  const isWritten = hasCapitals(text);
  const isName = tokens.map(
    ({ word, isCapital }) => !places.has(word) && (knownNames.has(word) ? isCapital || !isOrdinary(word) : isCapital && !isOrdinary(word)),
  );
  // An ordinary word with a capital between or after names is a name: Vera Wood.
  for (const [nth, { word, isCapital }] of tokens.entries()) {
    if (isCapital && isWritten && !places.has(word) && isName[nth - 1] && follows(text, tokens[nth - 1]!.end, tokens[nth]!.start))
      isName[nth] = true;
  }
  return tokens.flatMap(({ start, end, word, isCapital }, nth): UnsaidWords[] => {
    if (!isName[nth]) return [];
    const isSure = knownNames.has(word) || isName[nth - 1] === true || isName[nth + 1] === true || (isCapital && !begins(text, start));
    return [{ is: 'given', text: text.slice(start, end), whose: 'close', ...(isSure ? {} : { capital: true }) }];
  });
}

function follows(text: string, end: number, start: number): boolean {
  return /^[\s-]+$/.test(text.slice(end, start));
}

/** Whether a sentence begins here, where any word has a capital. */
function begins(text: string, start: number): boolean {
  return /(^|[.:;!?\n]\s*)$/.test(text.slice(0, start));
}
