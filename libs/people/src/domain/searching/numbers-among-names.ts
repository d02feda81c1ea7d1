/** What somebody typed where a name is asked for. */
export interface NameEntry {
  /** What is left for the name; empty where all of it is a number. */
  readonly name: string;
  /** What may be a number, the registration mark of a vehicle or the name of an account, as it was typed. */
  readonly numbers: readonly string[];
  /** The number, where all that was typed is one, or may be. */
  readonly whole: string | null;
}

/** More pieces than this have no number between blanks, like `07700 90 00 01`. */
const MOST_PIECES = 5;

/** What people put before a number. */
const labels = new Set(
  'pnc pncid id cro nominal number no tel telephone phone mobile mob vehicle reg registration vrm vrn handle account'.split(' '),
);

/** The marks of vehicles whose letters stand apart from their digits: of today, with the year before, with the year after. */
const markInTwo = [/^[a-z]{2}\d{2} [a-z]{3}$/i, /^[a-z]\d{1,3} [a-z]{3}$/i, /^[a-z]{3} \d{1,3}[a-z]$/i];

/**
 * Tells the numbers in an entry from the names in it: no name has a digit, an underscore or the sign @. What has a dot or a slash within, or is the only word,
 * may be either and is taken for both.
 */
export function nameEntry(typed: string): NameEntry {
  const pieces = typed.split(/[\s,;]+/u).filter((piece) => piece !== '');
  const isNumber = pieces.map((piece) => /[\d@_]|:\/\//u.test(piece));
  for (const nth of pieces.keys()) {
    if (markInTwo.some((mark) => mark.test(`${pieces[nth]} ${pieces[nth + 1]}`))) isNumber.fill(true, nth, nth + 2);
  }
  const numbers = new Set<string>();
  for (const [from] of pieces.entries()) {
    for (let to = from + 1; to <= Math.min(from + MOST_PIECES, pieces.length) && isNumber[to - 1]; to += 1) {
      numbers.add(pieces.slice(from, to).join(' '));
    }
  }
  const left = pieces.filter((piece, nth) => !isNumber[nth] && !(numbers.size > 0 && isLabel(piece)));
  for (const piece of left)
    if ((pieces.length === 1 && /^[\p{L}.-]{3,}$/u.test(piece)) || /[\p{L}\d][./][\p{L}\d]/u.test(piece)) numbers.add(piece);
  // Few letters beside digits may be those of a mark, or of a name.
  const isMark = numbers.size > 0 && left.length === 1 && pieces.length === 2 && Array.from(left[0]!).length <= 3;
  if (isMark) numbers.add(pieces.join(' '));
  const whole = isMark ? pieces.join(' ') : left.length === 0 ? pieces.filter((_, nth) => isNumber[nth]).join(' ') : '';
  return { name: left.join(' '), numbers: [...numbers], whole: whole === '' ? null : whole };
}

function isLabel(piece: string): boolean {
  return labels.has(piece.toLowerCase().replace(/[.:]+$/u, ''));
}
