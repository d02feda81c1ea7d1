import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Whereabouts } from '#people';

// Made-up people, how they are reached, and the ways in which somebody types it: for the tests of every document that is served.

const ways = ['Street', 'Road', 'Lane', 'Close', 'Court', 'Mews', 'Rise'];
const names = ['Fiction', 'Nowhere', 'Sample', 'Invented', 'St Example’s', 'Upper Mock'];
const letters = fc.constantFrom('A', 'B', 'D', 'E', 'F', 'G', 'H');

/** Made-up people and how they are reached: houses by number or name, flats, numbers written in many ways. */
export const whereabouts: fc.Arbitrary<Whereabouts> = fc.record({
  phone: fc.option(
    fc
      .tuple(fc.constantFrom('07700 900', '+44 7700 900', '0770 0900 '), fc.integer({ min: 100, max: 999 }))
      .map(([start, end]) => `${start}${end}`),
  ),
  email: fc.option(fc.stringMatching(/^[a-z]{3,8}\.[a-z]{3,8}$/).map((one) => `${one}@nowhere.example`)),
  address: fc.option(
    fc
      .tuple(
        fc.oneof(
          fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom(...names), fc.constantFrom(...ways)).map((parts) => [parts.join(' ')]),
          fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(...names)).map(([flat, name]) => [`Flat ${flat}`, `${name} House`]),
          fc.constantFrom(...names).map((name) => [`${name} Cottage`, 'The Green']),
        ),
        fc.tuple(letters, fc.integer({ min: 1, max: 99 }), letters, letters),
      )
      .map(([lines, [area, district, one, two]]) => ({
        lines: [...lines, 'Testville'],
        postcode: `Z${area}${district} ${district % 10}${one}${two}`,
      })),
  ),
});

/** The ways in which a person types what they were told. */
export const typed: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase().replace(/\s+/g, '  '),
  (text) => text.replace(/’/g, "'"),
  (text) => text.replace(/\s+/g, '\n'),
  (text) => text.replace(/ (Street|Road|Lane)\b/, (_, way: string) => ` ${{ Street: 'St', Road: 'Rd.', Lane: 'Ln' }[way] ?? way}`),
  (text) => `${text.slice(0, 2)}\u00ad${text.slice(2)}`,
  (text) => text.replaceAll('e', 'е').replaceAll('S', 'Ѕ'),
];
export const phoneTyped: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\s+/g, ''),
  (text) => text.replace(/\s+/g, '-'),
  (text) => text.replace('+44 ', '0'),
  (text) => text.replace(/^0/, '+44 (0)'),
  (text) => text.replace(/^0/, '0044 '),
];

/** The telling parts of it, as they could be typed. */
export const parts = ({ phone, email, address }: Whereabouts): readonly (readonly [what: string, value: string])[] => [
  ...(phone ? ([['phone', phone]] as const) : []),
  ...(email ? ([['email', email]] as const) : []),
  ...(address
    ? ([
        ['address', address.lines[0] ?? ''],
        ['address', address.postcode],
        ['address', [...address.lines, address.postcode].join(', ')],
      ] as const)
    : []),
];

/** What a reader of the file reads. */
export const wordsOfPdf = async (pdf: Buffer) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;
/** What a reader of the file reads. */
export const wordsOfDocx = (docx: Buffer) =>
  Object.entries(unzipSync(docx))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes).replace(/<[^>]+>/g, ' '))
    .join('\n');
/** Apart from how it is spaced, hyphenated and written. */
export const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9@.]/g, '');
