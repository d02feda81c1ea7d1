import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  nominalParts,
  parseCro,
  parseNominal,
  parsePhone,
  parsePncId,
  parseHandle,
  parsePlatform,
  parseVehicle,
  possiblePncIds,
  vehicleAsRead,
  wrongLetter,
  wrongLetterOfWhole,
} from './identifiers.js';

const today = '2026-11-21';
const letters = 'ZABCDEFGHJKLMNPQRTUVWXY';
const year = fc.integer({ min: 1927, max: 2026 }).map(String);
const serialOf = (digits: number) => fc.integer({ min: 1, max: 10 ** digits - 1 });
const letterOf = (value: number) => letters.charAt(value % 23);
const pncId = fc
  .tuple(year, serialOf(7))
  .map(([y, n]) => `${y}/${String(n).padStart(7, '0')}${letterOf(Number(y.slice(2)) * 10_000_000 + n)}`);
const cro = fc
  .tuple(year, serialOf(6))
  .map(([y, n]) => `${String(n).padStart(6, '0')}/${y.slice(2)}${letterOf(Number(y.slice(2)) * 1_000_000 + n)}`);
const otherLetters = (letter: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').filter((other) => other !== letter);

describe('a PNCID', () => {
  it.each([
    ['2099/0000001G', '2099/0000001G'],
    ['2099/0000002H', '2099/0000002H'],
    ['2099/9000001Q', '2099/9000001Q'],
    ['2001/0171310W', '2001/0171310W'],
    ['2099/1G', '2099/0000001G'],
    [' 2099 / 0000001 g ', '2099/0000001G'],
    ['20990000001g', '2099/0000001G'],
    ['01/171310W', '2001/0171310W'],
    ['01171310W', '2001/0171310W'],
    ['010171310w', '2001/0171310W'],
  ])('typed as %p is %s', (input, canonical) => {
    expect(parsePncId(input, today)).toEqual({ ok: true, canonical });
  });

  it.each([
    ['99/1G', '2026-11-21', '1999/0000001G'],
    ['99/1G', '2099-01-01', '2099/0000001G'],
    ['99/1G', '2098-12-31', '1999/0000001G'],
  ])('typed short as %s on a day like %s is %s', (input, on, canonical) => {
    expect(parsePncId(input, on)).toEqual({ ok: true, canonical });
  });

  it.each(['2099/0000001', '2099-0000001G', '2099/00000001G', '1899/0000001G', '209/0000001G', '2099000001G', 'PNC', '/1G'])(
    'is not %p',
    (input) => {
      const why = 'Enter the PNCID as a year, a slash, up to 7 digits and a letter, like 2099/0000001G or 99/1G';
      expect(parsePncId(input, today)).toEqual({ ok: false, why });
    },
  );

  it('is asked for when nothing is typed', () => {
    expect(parsePncId('  ', today)).toEqual({ ok: false, why: 'Enter a PNCID, like 2099/0000001G' });
  });

  it.each(['I', 'O', 'S'])('never ends with %s', (letter) => {
    expect(parsePncId(`2099/0000001${letter}`, today)).toEqual({
      ok: false,
      why: 'Check the last letter of the PNCID: it is never I, O or S',
    });
  });

  it('reads its own canonical form, and the short form of it, as itself', () => {
    fc.assert(
      fc.property(pncId, (canonical) => {
        const short = canonical.slice(2).replace(/\/0+/, '/');
        for (const typed of [
          canonical,
          canonical.toLowerCase(),
          canonical.replace('/', ''),
          canonical.replace('/', ' / '),
          short,
          short.replace('/', ''),
        ]) {
          expect(parsePncId(typed, today)).toEqual({ ok: true, canonical });
        }
      }),
    );
  });

  it('is refused with any other letter and with any one digit of its serial changed', () => {
    fc.assert(
      fc.property(pncId, fc.integer({ min: 5, max: 11 }), fc.integer({ min: 1, max: 9 }), (canonical, at, by) => {
        for (const letter of otherLetters(canonical.slice(-1))) expect(parsePncId(canonical.slice(0, -1) + letter, today).ok).toBe(false);
        const digit = (Number(canonical.charAt(at)) + by) % 10;
        expect(parsePncId(canonical.slice(0, at) + digit + canonical.slice(at + 1), today).ok).toBe(false);
      }),
    );
  });
});

describe('a CRO number', () => {
  it.each([
    ['265416/21G', '265416/21G'],
    ['265416 / 21 g', '265416/21G'],
    ['26541621g', '265416/21G'],
    ['000001/99W', '000001/99W'],
    ['1/99W', '000001/99W'],
    ['SF99/1B', 'SF99/1B'],
    ['sf 99 1 b', 'SF99/1B'],
  ])('typed as %p is %s', (input, canonical) => {
    expect(parseCro(input)).toEqual({ ok: true, canonical });
  });

  it.each(['265416/2021G', '2654161/21G', '265416-21G', 'SF1999/1G', 'SF99/G', 'SF99/1234567G', '21G'])('is not %p', (input) => {
    const why = 'Enter the CRO number as up to 6 digits, a slash, a 2-digit year and a letter, like 000001/99W, or as SF99/1B';
    expect(parseCro(input)).toEqual({ ok: false, why });
  });

  it('is asked for when nothing is typed', () => {
    expect(parseCro('')).toEqual({ ok: false, why: 'Enter a CRO number, like 000001/99W' });
  });

  it('is refused when letter and digits do not belong together', () => {
    const why = 'Check every digit of the CRO number and its last letter: they do not belong together';
    expect(parseCro('265417/21G')).toEqual({ ok: false, why });
  });

  it('reads its own canonical form as itself and refuses it with any other letter', () => {
    fc.assert(
      fc.property(cro, (canonical) => {
        expect(parseCro(canonical)).toEqual({ ok: true, canonical });
        expect(parseCro(canonical.replace('/', '').toLowerCase())).toEqual({ ok: true, canonical });
        for (const letter of otherLetters(canonical.slice(-1))) expect(parseCro(canonical.slice(0, -1) + letter).ok).toBe(false);
      }),
    );
  });
});

describe('what is said about an identifier that is not one', () => {
  it('never repeats what was typed', () => {
    const mistyped = fc
      .tuple(fc.oneof(pncId, cro), fc.constantFrom('A', 'B', 'S', ''))
      .map(([right, letter]) => right.slice(0, -1) + letter);
    const anything = fc.stringMatching(/^[A-Z0-9/ ]{3,14}$/).filter((text) => /\d{3}/.test(text) && /[2-8]/.test(text));
    fc.assert(
      fc.property(fc.oneof(mistyped, anything), (input) => {
        for (const parsed of [parsePncId(input, today), parseCro(input)]) expect(parsed.ok ? '' : parsed.why).not.toContain(input.trim());
      }),
    );
  });
});

describe('a nominal', () => {
  const nominal = fc.record({
    force: fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0')),
    system: fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/),
    number: fc.stringMatching(/^[A-Za-z0-9:/-]{1,20}$/),
  });

  it('is kept as the system writes it, under the force and the system', () => {
    expect(parseNominal({ force: '46', system: ' Niche ', number: ' N-0000001a ' })).toEqual({
      ok: true,
      canonical: '46:niche:N-0000001a',
    });
  });

  it('comes apart into what it was made of, so two different ones never share a spelling', () => {
    fc.assert(
      fc.property(nominal, (parts) => {
        const parsed = parseNominal(parts);
        expect(parsed.ok && nominalParts(parsed.canonical)).toEqual(parts);
      }),
    );
  });

  it.each([
    [{ force: '', system: 'niche', number: '1' }, 'Choose the force that gave the number'],
    [{ force: '46', system: 'a:b', number: '1' }, 'Enter the name of the system in letters, digits and hyphens, like niche'],
    [{ force: '46', system: 'niche', number: ' ' }, 'Enter the number as the system writes it, in 50 characters or fewer'],
    [{ force: '46', system: 'niche', number: '1\u00002' }, 'Enter the number as the system writes it, in 50 characters or fewer'],
  ])('made of %j is refused', (parts, why) => {
    expect(parseNominal(parts)).toEqual({ ok: false, why });
  });

  it('cannot be taken apart when it is none', () => {
    expect(() => nominalParts('46-niche-1')).toThrow(new RangeError('Not a canonical nominal'));
  });
});

describe('a telephone number', () => {
  it.each(['07700 900001', '(07700) 900-001', '+44 7700 900001', '0044 7700 900001', '+44 (0)7700 900001'])(
    'is one however it is written: %s',
    (typed) => {
      expect(parsePhone(typed)).toEqual({ ok: true, canonical: '+447700900001' });
    },
  );

  it.each(['', '900001', 'ask at work', '0770090000100000'])('is not %s', (typed) => {
    expect(parsePhone(typed)).toMatchObject({ ok: false });
  });
});

describe('the name of an account', () => {
  it.each(['mock_1', '@Mock_1', ' @mock_1 ', 'https://chat.example/@mock_1', 'www.chat.example/mock_1/', 'chat.example/u/mock_1?x=1'])(
    'is one however it is written: %s',
    (typed) => {
      expect(parseHandle(typed)).toEqual({ ok: true, canonical: 'mock_1' });
    },
  );

  it('may be an e-mail address', () => {
    expect(parseHandle('Sham@Example.org')).toEqual({ ok: true, canonical: 'sham@example.org' });
  });

  it.each(['', '@', 'mock one', 'a@b@c', 'x'.repeat(70)])('is not %s', (typed) => {
    expect(parseHandle(typed)).toMatchObject({ ok: false });
  });

  it('stands beside where it is used, if that is known', () => {
    expect(parsePlatform(' Chat Example ')).toEqual({ ok: true, canonical: 'chat-example' });
    expect(parsePlatform('')).toEqual({ ok: true, canonical: '' });
    expect(parsePlatform('chat:example')).toMatchObject({ ok: false });
  });
});

describe('the registration mark of a vehicle', () => {
  it.each(['ZZ99 ZZZ', 'zz99zzz', 'zz-99-zzz'])('is one however it is written: %s', (typed) => {
    expect(parseVehicle(typed)).toEqual({ ok: true, canonical: 'ZZ99ZZZ' });
  });

  it.each(['', '7', 'BLUE VAN', 'ZZ99 ZZZ ZZZZ', 'ZZ/99'])('is not %s', (typed) => {
    expect(parseVehicle(typed)).toMatchObject({ ok: false });
  });

  it('is as a witness reads it whether O or 0, I or 1', () => {
    expect(vehicleAsRead('ZO10IZZ')).toBe(vehicleAsRead('Z0IO1ZZ'));
    expect(vehicleAsRead('ZO10IZZ')).not.toBe(vehicleAsRead('ZO10IZY'));
  });
});

describe('the short form of a PNCID', () => {
  it('may mean either century, the long form one', () => {
    expect(possiblePncIds('99/1g', today)).toEqual(['1999/0000001G', '2099/0000001G']);
    expect(possiblePncIds('990000001G', today)).toEqual(['1999/0000001G', '2099/0000001G']);
    expect(possiblePncIds('2099/1G', today)).toEqual(['2099/0000001G']);
    expect(possiblePncIds('20990000001G', today)).toEqual(['2099/0000001G']);
    expect(possiblePncIds('mock', today)).toEqual([]);
  });
});

describe('a last letter that is wrong', () => {
  it('is said with the one that it would be', () => {
    expect(wrongLetter('2099/0000001h')).toMatch(/^The last letter of the PNCID is wrong: with these digits it is G, not H\./);
    expect(wrongLetter('99/1O')).toMatch(/PNCID .* it is G, not O/);
    expect(wrongLetter('20990000001H')).toMatch(/PNCID .* it is G, not H/);
    expect(wrongLetter('000001/99X')).toMatch(/CRO number .* it is W, not X/);
    expect(wrongLetter('SF99/1C')).toMatch(/CRO number .* it is B, not C/);
    expect(wrongLetterOfWhole('000001/99X')).toMatch(/CRO number .* it is W, not X/);
    expect(wrongLetterOfWhole('99/1O')).toMatch(/PNCID .* it is G, not O/);
    expect(wrongLetterOfWhole('SF99/1C')).toMatch(/CRO number/);
  });

  it('is nothing to say of what may be the end of a CRO number', () => {
    expect([wrongLetter('003/99K'), wrongLetterOfWhole('003/99K')]).toEqual([expect.stringContaining('CRO'), null]);
  });

  it.each(['2099/0000001G', '99/1G', '000001/99W', 'SF99/1B', 'K0000001', 'ZZ99ZZZ', '12345A', '07700 900001', '', '@mock_1'])(
    'is nothing to say of %s',
    (input) => expect(wrongLetter(input)).toBeNull(),
  );
});
