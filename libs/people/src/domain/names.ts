import type { Identity, PersonName } from './events.js';

/** Letters that Unicode does not take apart into a plain letter and a mark, as an English keyboard would write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/**
 * A text as it is compared: lower case, without accents, apostrophes closed up (`O'Sample` is `osample`), every other sign a single
 * space. Letters and digits of other scripts stay. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðþłħı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A name as it is compared: given names first. */
export function foldName(name: PersonName): string {
  return foldText(`${name.given} ${name.family}`);
}

/** The name as it stands in a heading: `EXAMPLESON, Quentin`. */
export function formalName(name: PersonName): string {
  return [name.family.toLocaleUpperCase('en-GB'), name.given].filter((part) => part !== '').join(', ');
}

/** The name as it is spoken: `Quentin Exampleson`. */
export function spokenName(name: PersonName): string {
  return [name.given, name.family].filter((part) => part !== '').join(' ');
}

/** Whether two names are the same but for case, accents and punctuation. */
export function sameName(one: PersonName, other: PersonName): boolean {
  return foldText(one.family) === foldText(other.family) && foldText(one.given) === foldText(other.given);
}

/** Whether nothing in an identity would change. */
export function sameIdentity(one: Identity, other: Identity): boolean {
  return (
    one.name.family === other.name.family &&
    one.name.given === other.name.given &&
    one.dateOfBirth === other.dateOfBirth &&
    one.sex === other.sex
  );
}

/** All the names someone is known by as one text to search, each name once, on lines of their own. */
export function searchText(names: Iterable<PersonName>): string {
  return [...new Set([...names].map(foldName))].filter((name) => name !== '').join('\n');
}
