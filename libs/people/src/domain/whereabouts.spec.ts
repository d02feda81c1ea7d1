import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOrdinary } from './masking/ordinary-words.js';
import { type GivesAway, givesAway, hinting, type Whereabouts } from './whereabouts.js';

const reached = (address: Whereabouts['address'], phone: string | null = null, email: string | null = null): Whereabouts => ({
  phone,
  email,
  address,
});
const cloak = reached({ lines: ['12 Cloak Street', 'Shadowby'], postcode: 'ZZ98 5ZZ' }, '07700 900123', 'nora.n91@nowhere.example');
const secret = reached({ lines: ['7 Secret Lane', 'Hiddenham'], postcode: 'ZZ99 6ZZ' });

const ways = ['Street', 'Road', 'Lane', 'Close', 'Mews', 'Rise', 'Avenue', 'Gardens', 'Crescent', 'Terrace'];
const short: Readonly<Record<string, string>> = {
  ...{ Street: 'St', Road: 'Rd.', Lane: 'Ln', Close: 'Cl', Avenue: 'Ave', Gardens: 'Gdns', Crescent: 'Cres', Terrace: 'Terr' },
};
const names = ['Cloak', 'Secret', 'Fiction', 'Nowhere', 'Invented', 'St Example’s', 'Upper Mock', 'Hobgoblin', 'Mill', 'High', 'Station'];
const inWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const cyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'ο',
  p: 'р',
  S: 'Ѕ',
  C: 'С',
  M: 'М',
  H: 'Η',
  x: 'х',
  i: 'і',
};
const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

interface Generated {
  readonly number: number;
  readonly name: string;
  readonly way: string;
  readonly postcode: string;
}
const letter = fc.constantFrom(...'A B D E F G H J'.split(' '));
const generated: fc.Arbitrary<Generated> = fc
  .tuple(
    fc.integer({ min: 1, max: 20 }),
    fc.constantFrom(...names),
    fc.constantFrom(...ways),
    letter,
    fc.integer({ min: 10, max: 99 }),
    fc.integer({ min: 0, max: 9 }),
    letter,
    letter,
  )
  .map(([number, name, way, area, district, sector, one, two]) => ({
    ...{ number, name, way, postcode: `Z${area}${district} ${sector}${one}${two}` },
  }));

/** Ways of writing it; `nth` chooses where a slip or a space stands. */
const written: Readonly<Record<string, (of: Generated, nth: number) => string>> = {
  'as recorded': ({ number, name, way }) => `${number} ${name} ${way}`,
  'in capitals': ({ number, name, way }) => `${number} ${name} ${way}`.toUpperCase(),
  'in small letters': ({ number, name, way }) => `${number} ${name} ${way}`.toLowerCase(),
  shortened: ({ number, name, way }) => `${number} ${name} ${short[way] ?? way}, Testville`,
  'the street alone': ({ name, way }) => `${name} ${way}`,
  'with a comma, shortened': ({ number, name, way }) => `${number}, ${name} ${short[way] ?? way}`,
  'number last': ({ number, name, way }) => `${name.toUpperCase()}-${way.toUpperCase()} no. ${number}`,
  'in one word': ({ number, name, way }) => `${name}${way} ${number}`,
  'its number in words': ({ number, name, way }) => `${inWords[number - 1]} ${name} ${way}`,
  'on lines': ({ number, name, way }) => `${number}\n${name}\n${way}`,
  'a soft hyphen inside': ({ number, name, way }, nth) => put(`${number} ${name} ${way}`, nth, '\u00ad'),
  'no width inside': ({ number, name, way }, nth) => put(`${number} ${name} ${way}`, nth, '\u200b'),
  'a space inside': ({ name, way }, nth) => `${put(name, 1 + (nth % Math.max(1, name.length - 2)), ' ')} ${way}`,
  'letters of other scripts': ({ number, name, way }) => `${number} ${name} ${way}`.replace(/[a-zA-Z]/g, (one) => cyrillic[one] ?? one),
  'wide letters': ({ number, name, way }) => wide(`${number} ${name} ${way}`),
  'a letter too many': ({ number, name, way }, nth) =>
    `${number} ${slip(name, nth, (before, one, after) => `${before}${one}${one}${after}`)} ${way}`,
  'a letter missing': ({ number, name, way }, nth) =>
    way.length < 4 ? `${name} ${way}` : `${number} ${name} ${slip(way, nth, (before, _, after) => before + after)}`,
  'the wrong letter': ({ name, way }, nth) => `${slip(name, nth, (before, _, after) => `${before}z${after}`)} ${way}`,
  'the postcode': ({ postcode }) => postcode,
  'the postcode in one word': ({ postcode }) => postcode.replace(' ', '').toLowerCase(),
  'the postcode with signs': ({ postcode }) => postcode.replace(' ', '-'),
  'half of the postcode': ({ postcode }) => postcode.split(' ')[0]!,
};

function put(text: string, nth: number, sign: string): string {
  const at = nth % (text.length + 1);
  return text.slice(0, at) + sign + text.slice(at);
}

/** One slip in the longest word, behind its first letter. */
function slip(text: string, nth: number, how: (before: string, one: string, after: string) => string): string {
  const word = text.split(' ').reduce((long, one) => (one.length > long.length ? one : long), '');
  if (word.length < 4) return text;
  const at = 1 + (nth % (word.length - 1));
  return text.replace(word, how(word.slice(0, at), word[at]!, word.slice(at + 1)));
}

describe('What a text gives away', () => {
  it.each<[string, GivesAway]>([
    ['12 Cloak St, Shadowby', 'address'],
    ['in Secret Lane', 'street'],
    ['7, Secret Ln', 'address'],
    ['SECRET-LANE no. 7', 'address'],
    ['Secretlane 7', 'address'],
    ['seven Secret Lane', 'address'],
    ['7 Sec\u00adret Lane', 'address'],
    ['7 Ѕecret Lane', 'address'],
    [wide('7 Secret Lane'), 'address'],
    ['12 Cloack Street', 'address'],
    ['7 Secret Lne', 'address'],
    ['somewhere in ZZ98', 'district'],
    ['zz996zz', 'address'],
    ['7700900123', 'telephone'],
    ['+447700900123', 'telephone'],
    ['tel.07700‑900‑123', 'telephone'],
    ['nora . n91 (at) nowhere.example', 'email'],
    ['twelve, on Cloak Street', 'address'],
  ])('%s: %s', (said, gives) => {
    expect(givesAway(`He said: ${said}. Then he left`, [cloak, secret])).toBe(gives);
  });

  for (const [way, write] of Object.entries(written)) {
    it(`is found in an address written ${way}`, () => {
      fc.assert(
        fc.property(generated, fc.nat(1_000), (of, nth) => {
          const address = { lines: [`${of.number} ${of.name} ${of.way}`, 'Testville'], postcode: of.postcode };
          expect(givesAway(`He came to ${write(of, nth)} and knocked.`, [reached(address)])).not.toBeNull();
        }),
        { numRuns: 200 },
      );
    });
  }

  // Ordinary words of courts and officers, in places where the people live who are not spoken of.
  it.each([
    'He was arrested at Testville police station and held in Testville Magistrates’ Court until the hearing at the Crown Court.',
    'On 14 May 2026 at 21:15 he followed her for two miles along a dark road, past the station, to the high street shops in town.',
    'Not to enter the area within 100 metres of any place where she lives, works or studies, nor any street named in the schedule.',
    'Exhibit AB/1, AB 12, ZZ/98, crime 46/12345/26, PNCID 2099/0000001G, SHA-256 98ab00770090012f3e.',
    'He rang from 07700 900456 and 0207 946 0123, twelve times in seven days, and wrote to somebody@elsewhere.example.',
    'A green car stood in the close; she keeps a cottage garden. He rose, and the mill was far away.',
    'The clerk of Shadowby and the council of Hiddenham were told. Her secret was kept; the lane was empty.',
    'Stalking Protection Act 2019 s.1(1)(a); Protection from Harassment Act 1997 s.2A(3); Civil Evidence Act 1995 s.2.',
    'The respondent lives at 5 Elsewhere Avenue, Testville, ZZ98 1AB.',
    'Two years, beginning with the day of service. The officer at number 7 saw nothing. Flat 3 was empty.',
  ])('is nothing in ordinary words: %s', (text) => {
    const lived = [
      ...[cloak, secret],
      ...names.map((name, nth) => reached({ lines: [`${nth + 1} ${name} ${ways[nth % ways.length]}`, 'Testville'], postcode: '' })),
    ];
    const others = [
      reached({ lines: ['Flat 2', 'Nowhere House', 'Testville'], postcode: 'ZZ98 2BB' }),
      reached({ lines: ['The Green', 'Shadowby'], postcode: '' }),
      reached({ lines: ['Testville'], postcode: '' }),
      reached({ lines: ['3 Crown Court', 'Milton Made'], postcode: 'Z1 1AA' }),
    ];
    expect([...lived, ...others].filter((one) => givesAway(text, [one]) !== null)).toEqual([]);
  });
});

describe('The name of a street without its street', () => {
  const lived = [
    reached({ lines: ['9 Cobbler Street', 'Otherby'], postcode: 'ZZ99 1AA' }),
    reached({ lines: ['Rosewood House', '3 Upper Mock Lane'], postcode: '' }),
    reached({ lines: ['1 Kent Road', 'Station Road', '2 May Close', '4 Nonesuch Way', '5 High Street'], postcode: '' }),
  ];
  const says = hinting(lived, ['Nora Nonesuch']);

  it.each([
    'He waited at the Cobbler flat.',
    'He drove, past Cobbler’s, to town',
    'in Cobbler and by Rosewood',
    'She moved to Mock with her son',
  ])('is to be read: %s', (text) => {
    expect(says(text)).toBe(true);
    expect(givesAway(text, lived)).toBeNull();
  });

  it.each([
    'He is a cobbler. Cobbler he is called',
    'Mr Cobbler of Cobbler Lodge saw it, and Cobbler Green',
    'Kent Police held him at Station 4 in May; he wrote to Nora Nonesuch, and the High Court heard it',
    'A mock trial in the rosewood room',
  ])('is nothing to read: %s', (text) => {
    expect(says(text)).toBe(false);
  });

  it('is to be read in any sentence, and never where nobody lives in one', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{4,9}$/).filter((one) => !isOrdinary(one.toLowerCase()));
    fc.assert(
      fc.property(name, fc.constantFrom(...ways), fc.nat(200), (street, way, number) => {
        const text = `He was seen near ${street} again`;
        const address = { lines: [`${number} ${street} ${way}`, 'Testville'], postcode: '' };
        expect(hinting([reached(address)], [])(text)).toBe(true);
        expect(hinting([reached(address)], [street])(text)).toBe(false);
        expect(hinting([reached({ lines: [street], postcode: '' })], [])(text)).toBe(false);
      }),
    );
  });
});
