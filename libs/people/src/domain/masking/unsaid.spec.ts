import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ContactPlan } from '../contact-plan.js';
import { editDistance } from '../linking/alike.js';
import { masked } from '../masking.js';
import { isOneSlip } from './one-slip.js';
import { isOrdinary } from './ordinary-words.js';
import { contactUnsaid, nameUnsaid, planUnsaid } from './unsaid.js';

const person = (given: string, family: string) => ({ instead: '§', hide: nameUnsaid({ given, family }) });
const at = (...lines: string[]) => ({
  instead: '§',
  hide: contactUnsaid({
    phone: '07700 900123',
    email: 'nora.n91@example.test',
    address: { lines, postcode: 'ZZ99 1AA' },
    safeTimes: null,
  }),
});
const plan: ContactPlan = {
  frequency: 'weekly',
  safe: [],
  never: [],
  days: 'every-day',
  from: null,
  until: null,
  alsoTell: 'Her sister Vera Sampleton, 07700 900456 or @vera_s, of 4 Specimen Way',
  note: 'Ring Wilhelmina at work. Only after six. Independent stalking advocate of Kent.',
};
const close = { instead: 'Nora', hide: planUnsaid(plan) };

describe('A name in a text', () => {
  it.each([
    ['in full, in any case', 'told NORA  nonesuch so', 'told § so'],
    ['the other way round', 'NONESUCH, Nora was seen', '§ was seen'],
    ['alone', 'Nora left, Nonesuch did not', '§ left, § did not'],
    ['of which something is', 'Nora’s door, Nonesuch’s car and the Nonesuchs', '§’s door, §’s car and the §'],
    ['with an initial', 'N. Nonesuch and N Nonesuch', '§ and §'],
    ['written together or apart', 'NoraNonesuch, nora_nonesuch, None-such', '§, §, §'],
    ['with an accent', 'Nóra Nonesúch', '§'],
    ['in another form', 'Ellie and ELEANOR called', '§ and § called'],
    ['with a number after it', 'nonesuch99, noranonesuch99 and NoraNonesuch1987', '§, § and §'],
    ['with a letter more in a short one, where it has a capital', 'Norah and Noora called', '§ and § called'],
    ['with a slip in a long one', 'Nonsuch, Nonesuhc, Nonesucj and nonesach', '§, §, § and §'],
  ])('is hidden %s', (_, text, shown) => {
    expect(masked(text, [person('Nora', 'Nonesuch')])).toBe(shown);
  });

  it('takes no letters of a reference for a part of a surname, and no surname for a reference', () => {
    const test = person('Wilma', 'Stubbington-Test');
    const kept = 'Court reference: TEST/2026/7145, national record TEST-70084.';
    expect(masked(kept, [test])).toBe(kept);
    for (const named of [
      'Mrs TEST told',
      'Test, 14 Elm Row',
      'STUBBINGTON-TEST-70084',
      'WILMA/2026/7145',
      'TEST 70084',
      'TEST-1',
      'STUBBINGTON/2026/7145',
    ])
      expect(masked(named, [test])).toContain('§');
  });

  it.each([
    [person('Elizabeth Anne-Marie', "O'Sample"), 'Liz, Beth and Annemarie O Sample saw Osample', '§, § and § saw §'],
    [person('Anna', 'van Dyke'), 'a van outside Vandyke, van Dyke and Dyke', 'a van outside §, § and §'],
    [person('William', 'Hayes'), 'Bill hates that he will do it', '§ hates that he will do it'],
    [person('Nora', 'Smith'), 'Smyth said no more, Dora the same', '§ said no more, Dora the same'],
    [person('April', 'Nonesuch'), 'paid in april2026 and may2026', 'paid in april2026 and may2026'],
  ])('%#: whatever it is made of', (who, text, shown) => {
    expect(masked(text, [who])).toBe(shown);
  });

  // In doubt it is the name.
  it.each([
    ['Grace', 'Grace was given. By the grace of the court', '§ was given. By the grace of the court'],
    ['Rose', 'Rose from the chair. He left a rose for Rose', '§ from the chair. He left a rose for §'],
    ['May', 'May I say that he may not come in May', '§ I say that he may not come in §'],
    ['Rose', 'rose said that he came', '§ said that he came'],
    ['Rose', 'At rose’s house', 'At §’s house'],
    ['Rose', 'He saw rose nonesuch', 'He saw §'],
  ])('that is a word as well, %s, is left only in lower case beside other capitals', (given, text, shown) => {
    expect(masked(text, [person(given, 'Nonesuch')])).toBe(shown);
  });

  it('is not taken for an ordinary word that differs by a letter', () => {
    const text = 'clerk while write hates start party trace grade right named waiter walked wards coat words Start Clerk While';
    const names = [
      'Clark',
      'White',
      'Hayes',
      'Stuart',
      'Hart',
      'Grace',
      'Wright',
      'James',
      'Walter',
      'Walker',
      'Ward',
      'Wood',
      'Parry',
      'Tracy',
    ];
    expect(
      masked(
        text,
        names.map((family) => person('Nora', family)),
      ),
    ).toBe(text);
    const more = 'He was arrested at the park and taken into custody; the breach was charged, then heard before the magistrates in July.';
    expect(masked(more, [person('Nora', 'Nonesuch'), person('Ada', 'Samplewright'), close])).toBe(more);
  });

  it('never reaches a reader, however it is typed', () => {
    const letters = fc.stringMatching(/^[A-Z][a-z]{4,9}$/);
    const typed: readonly ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => `${name}'s`,
      (name) => name.replace('e', 'é').normalize('NFD'),
      (name) => name.slice(0, 2) + name.slice(3),
      (name) => `${name.slice(0, 2)}${name[3]}${name[2]}${name.slice(4)}`,
    ];
    fc.assert(
      fc.property(letters, letters, fc.nat(), (given, family, nth) => {
        const words = ['xxxx', typed[nth % typed.length]!(family), 'yyyy', given.toUpperCase()];
        const shown = masked(`${words.join(' ')}.`, [person(given, family)]).toLowerCase();
        const kept = shown.split(/[^a-z]+/).filter((word) => !['xxxx', 'yyyy', 's', ''].includes(word));
        // A slip may make an ordinary word of a name: that is left.
        expect(kept.filter((word) => nth % typed.length < 4 || !isOrdinary(word))).toEqual([]);
      }),
    );
  });
});

describe('Where somebody is found', () => {
  it.each([
    ['3 mock lane', '§'],
    ['3, Mock Ln', '§'],
    ['number 3 in Mock Lane', 'number §'],
    ['Mock Lane, at number 3', '§'],
    ['Flat 2, 3 Mock Lane, Sampleton, ZZ991AA', '§, Sampleton, §'],
    ['3 Mook Lane', '§'],
    ['33 Mock Lane', '33 §'],
    ['three, Mock-Ln', '§'],
    ['Mocklane No. 3', '§'],
    ['\uff13 \uff2dock L\u00adane and М\u03bfck L\u200bn.', '§ and §.'],
    ['in Mock Lane, all of ZZ99', 'in §, all of ZZ99'],
    ['to mock lanes and lame Mock', 'to mock lanes and lame Mock'],
    ['zz99 1aa', '§'],
  ])('%s', (text, shown) => {
    expect(masked(text, [at('Flat 2, 3 Mock Lane', 'Sampleton')])).toBe(shown);
  });

  it.each([
    ...['07700900123', '+44 7700 900123', '0044 (0)7700-900-123', '07700 900 123', '07700_900_123', '07700,900,123', '07700•900•123'],
    ...['০৭৭০০৯০০১২৩', '٠٧٧٠٠ ٩٠٠١٢٣', 'nora.n91@example.test', 'NORA.N91@EXAMPLE.TEST', 'nora dot n91 at example dot test'],
    ...['nora.n91@example[dot]test', 'nora.n91 (at) example [.] test', 'nora.n91[@]example.test'],
  ])('%s', (text) => {
    expect(masked(`on ${text} at night`, [at('3 Mock Lane')])).toBe('on § at night');
  });

  it('is hidden too where a letter follows the number', () => {
    expect(masked('on 07700900123x and 07700 900123or', [at('3 Mock Lane')])).toBe('on §x and §or');
  });

  it('is no account where somebody is at a place of the same name', () => {
    const account = { instead: '§', hide: [{ is: 'words', text: '@work', whose: 'close' }] as const };
    expect(masked('at work, as @work and (at)work', [account])).toMatch(/^at work, as a person close to § and /);
  });

  it.each([
    ['The Green', 'At the Green; a green car, the green one', 'At §; a green car, the green one'],
    ['The Green', 'at the green', 'at §'],
    ['Crown Court', 'The Crown Court sat. He stood at 3 Crown Court', 'The Crown Court sat. He stood at §'],
    ['Milton Made', 'He stood in Milton Made', 'He stood in Milton Made'],
    ['St Example’s Rd', 'Saint Examples Road, ST EXAMPLE’S ROAD, st. examples rd', '§, §, §'],
  ])('%s, by what it is called', (place, text, shown) => {
    const lines = place === 'Milton Made' ? ['3 Mock Lane', place] : [`3 ${place}`, 'Sampleton'];
    expect(masked(text, [at(...lines)])).toBe(shown);
  });

  it('is not a town, which other orders name, nor another number', () => {
    const text = 'in Sampleton on 2026-05-14, crime 46/12345/26';
    expect(masked(text, [at('3 Mock Lane', 'Sampleton')])).toBe(text);
  });
});

describe('Who is close to a protected person', () => {
  it('is found in what is noted of safe contact, and hidden', () => {
    const text =
      'He rang Vera, vera sampleton and Sampelton on 07700 900456, wrote to @vera_s and Wilhelmina, and waited at 4 Specimen Way';
    const them = 'a person close to Nora';
    expect(masked(text, [close])).toBe(
      `He rang ${them}, ${them} and ${them} on ${them}, wrote to ${them} and ${them}, and waited at ${them}`,
    );
  });

  it('is nobody who is not in it: ordinary words, the parts of the country', () => {
    const text = 'Only after six her sister rang Kent Police at work: the independent stalking advocate was told. Ring her.';
    expect(masked(text, [close])).toBe(text);
  });

  it('is not named by the first word of a note in lower case', () => {
    const note = { instead: 'Nora', hide: planUnsaid({ ...plan, alsoTell: null, note: 'Doorbells disturb. Perpetually tired.' }) };
    expect(masked('He rang both doorbells', [note])).toBe('He rang both doorbells');
  });
});

describe('One slip', () => {
  it('is one letter more, less, changed or swapped', () => {
    const word = fc.stringMatching(/^[abc]{0,6}$/);
    fc.assert(
      fc.property(word, word, (one, other) => expect(isOneSlip(one, other)).toBe(editDistance(one, other) === 1)),
      { numRuns: 2_000 },
    );
  });
});
