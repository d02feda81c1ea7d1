import { mapWords, note, type Paper, type Part, printed, type Words } from './paper.js';

/** Said in each part of a document in which something could not be printed. */
export const unprintableNote =
  'Some characters that were typed here are not in the font of this file. Each stands in square brackets by its Unicode number; nothing was left out. A Word document of the same paper has the characters themselves.';

/**
 * The paper with every character that a font does not have as its number, for words are evidence and none may vanish: emoji, other scripts.
 * Signs without any shape, such as a mark of direction, go where they stand alone.
 * @param has whether the font has a character, by its code point
 */
export function withNumbers(paper: Paper, has: (codePoint: number) => boolean): Paper {
  return {
    ...paper,
    title: numbered(paper.title, has),
    foot: numbered(paper.foot, has),
    parts: paper.parts.map((part) => partOf(part, has)),
  };
}

function partOf({ title, blocks }: Part, has: (codePoint: number) => boolean): Part {
  let isChanged = false;
  const change = (words: Words): Words => {
    const before = printed(words);
    const text = numbered(before, has);
    if (text === before) return words;
    isChanged ||= text.includes(' not printable: U+');
    return typeof words === 'string' ? text : { ...words, text };
  };
  const shown = { title: numbered(title, has), blocks: blocks.map((block) => mapWords(block, change)) };
  return isChanged ? { ...shown, blocks: [note(unprintableNote), ...shown.blocks] } : shown;
}

function numbered(text: string, has: (codePoint: number) => boolean): string {
  // Most words are plain.
  if (/^[\n\t -~]*$/.test(text)) return text;
  let [shown, missing] = ['', [] as number[]];
  const close = () => {
    if (missing.some((code) => !isShapeless(code))) shown += wordsFor(missing);
    missing = [];
  };
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '\n' || letter === '\t' || has(code)) {
      close();
      shown += letter;
    } else if (/\p{Cc}/u.test(letter)) {
      close();
      shown += ' ';
    } else missing.push(code);
  }
  close();
  return shown;
}

function isShapeless(code: number): boolean {
  return /[\p{Cf}\p{Variation_Selector}]/u.test(String.fromCodePoint(code));
}

function wordsFor(codes: readonly number[]): string {
  const numbers = codes.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
  return codes.length === 1 ? `[character not printable: ${numbers}]` : `[${codes.length} characters not printable: ${numbers}]`;
}
