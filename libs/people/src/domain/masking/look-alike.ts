/** Letters of other scripts that a reader takes for Latin ones: the same shapes in lower and upper case. */
const latin: ReadonlyMap<string, string> = new Map(
  [
    ['аɑα', 'a', 'АΑ', 'A'],
    ['вЬь', 'b', 'ВΒ', 'B'],
    ['сϲ', 'c', 'СϹ', 'C'],
    ['ԁ', 'd', '', 'D'],
    ['еєε', 'e', 'ЕΕ', 'E'],
    ['ɡ', 'g', 'Ԍ', 'G'],
    ['һн', 'h', 'НΗ', 'H'],
    ['іιı', 'i', 'ІΙӀ', 'I'],
    ['ј', 'j', 'Ј', 'J'],
    ['кκ', 'k', 'КΚ', 'K'],
    ['ӏ', 'l', '', 'L'],
    ['м', 'm', 'МΜ', 'M'],
    ['пη', 'n', 'Ν', 'N'],
    ['оοσօ', 'o', 'ОΟ', 'O'],
    ['рρ', 'p', 'РΡ', 'P'],
    ['ԛ', 'q', 'Ԛ', 'Q'],
    ['г', 'r', '', 'R'],
    ['ѕ', 's', 'Ѕ', 'S'],
    ['тτ', 't', 'ТΤ', 'T'],
    ['υ', 'u', '', 'U'],
    ['ѵν', 'v', 'Ѵ', 'V'],
    ['ԝω', 'w', 'Ԝ', 'W'],
    ['хχ', 'x', 'ХΧ', 'X'],
    ['уγ', 'y', 'УΥ', 'Y'],
    ['', 'z', 'Ζ', 'Z'],
  ].flatMap(([small = '', lower = '', large = '', upper = '']) => [
    ...Array.from(small).map((letter): [string, string] => [letter, lower]),
    ...Array.from(large).map((letter): [string, string] => [letter, upper]),
  ]),
);

/** A text with the letters a reader sees, and where each of them stands in the text as it was typed. */
export interface Seen {
  readonly text: string;
  /** The place in the typed text of a place in this one; of its end too. */
  readonly at: (place: number) => number;
}

/**
 * The text as a reader sees it: wide, mathematical and foreign letters of the same shape as plain ones, no soft hyphens and nothing else of
 * no width, every dash one dash, the digits of all scripts.
 */
export function seen(text: string): Seen {
  // Most texts are plain.
  if (/^[\n\r\t -~]*$/.test(text)) return { text, at: (place) => place };
  let shown = '';
  const places: number[] = [];
  let from = 0;
  for (const letter of text) {
    const plain = plainLetter(letter);
    for (let nth = 0; nth < plain.length; nth += 1) places.push(from);
    shown += plain;
    from += letter.length;
  }
  return { text: shown, at: (place) => (place >= places.length ? text.length : (places[place] ?? 0)) };
}

/** The same of words that are looked for. */
export function seenText(text: string): string {
  return seen(text).text;
}

function plainLetter(letter: string): string {
  if (letter <= '~') return letter;
  if (/[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164]/u.test(letter)) return '';
  if (/\p{Pd}|\u2212/u.test(letter)) return '-';
  return Array.from(letter.normalize('NFKC'))
    .map((one) => latin.get(one) ?? westernDigit(one))
    .join('');
}

/** Digits of every script stand in runs from zero to nine. */
function westernDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (letter <= '~' || !isDigit(code)) return letter;
  let zero = code;
  while (isDigit(zero - 1)) zero -= 1;
  return String((code - zero) % 10);
}

function isDigit(code: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint(code));
}
