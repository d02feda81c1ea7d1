import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hiddenIn, masked } from '../masking.js';
import { contactUnsaid, nameUnsaid } from './unsaid.js';

const keep = nameUnsaid({ given: 'Nora', family: 'Nonesuch' });
const other = (given: string, family: string) => ({ instead: '§', hide: nameUnsaid({ given, family }), keep });
const son = other('Basil', 'Nonesuch');
const herself = other('Nora', 'Nonesuch');

describe('A name that the reader reads', () => {
  it.each([
    ['in full beside nobody', 'saw Nora Nonesuch at the gym', 'saw Nora Nonesuch at the gym'],
    ['turned', 'NONESUCH, Nora', 'NONESUCH, Nora'],
    ['in a shared part of it', 'Mrs Nonesuch and the Nonesuchs', 'Mrs Nonesuch and the Nonesuchs'],
    ['beside the other of the same surname', 'Nora Nonesuch, Basil and Basil Nonesuch', 'Nora Nonesuch, § and §'],
    ['with the other straight after it', 'Nora Nonesuch Basil Nonesuch', 'Nora Nonesuch §'],
    ['of whom the other is named first', 'Basil and Nora Nonesuch', '§ and Nora Nonesuch'],
    ['of which something is', 'Nora’s son Basil in Nonesuch’s car', 'Nora’s son § in Nonesuch’s car'],
    ['and goes with the other where only that is named so', 'B. Nonesuch, Nonesuch, Basil', '§, §'],
  ])('stays as it stands %s', (_, text, shown) => {
    expect(masked(text, [son])).toBe(shown);
  });

  it.each([
    'Nora Nonesuch',
    'N. Nonesuch',
    'Miss Nonesuch said',
    'NoraNonesuch',
    'Nonesuch, Nora',
    'Eleanor Nonesuch, or Norah Nonsuch',
    'nora nonesuch',
  ])('stays where another force recorded the very same person: %s', (text) => {
    expect(masked(text, [herself, son])).toBe(text);
  });

  it('does not keep the name of somebody that is like it, nor one that is another form of it', () => {
    expect(masked('Norah and Dora called', [other('Norah', 'Sample')])).toBe('§ and Dora called');
    expect(masked('Ellie called Nora', [other('Ellie', 'Sample')])).toBe('§ called Nora');
  });

  it('keeps nothing of an address in which it stands', () => {
    const address = { lines: ['4 Nora Nonesuch Way'], postcode: 'ZZ99 1AA' };
    const hide = contactUnsaid({ phone: null, email: 'nora.nonesuch@example.test', address, safeTimes: null });
    const shown = masked('Nora Nonesuch of 4 Nora Nonesuch Way, nora.nonesuch@example.test', [{ instead: '§', hide, keep }]);
    expect(shown).toBe('Nora Nonesuch of §, §');
  });

  it('stands in own words whoever on a record that the reader may not see is called so', () => {
    const known = [
      { fullName: { given: 'Nora', family: 'Nonesuch' }, isRestricted: false, hide: [] },
      { fullName: null, isRestricted: true, hide: nameUnsaid({ given: 'Nora', family: 'Nonesuch' }) },
      {
        fullName: { given: 'Otto', family: 'Sample' },
        isRestricted: false,
        hide: nameUnsaid({ given: 'Basil', family: 'Nonesuch' }).map((one) => ({ ...one, whose: 'other' as const, always: true as const })),
      },
    ];
    const masks = hiddenIn(known, true).map((one) => ({ ...one, instead: 'somebody' }));
    expect(masked('Nora Nonesuch and Basil Nonesuch', masks)).toBe('Nora Nonesuch and another protected person');
    const inOthers = hiddenIn(known, false).map((one) => ({ ...one, instead: 'somebody' }));
    expect(masked('Nora Nonesuch', inOthers)).toBe('somebody');
  });

  it.each([
    ['You must not contact Basil Nonesuch or Nora Nonesuch.', 'You must not contact § or Nora Nonesuch.'],
    ['Tell NONESUCH, Nora of it; Nora knows', 'Tell NONESUCH, Nora of it; Nora knows'],
    ['Mrs Nonesuch and the Nonesuchs', 'Mrs § and the §'],
    ['Basil and Nora Nonesuch', '§ and Nora Nonesuch'],
  ])('stands in full in the words of others, where what is shared is hidden alone: %s', (text, shown) => {
    const known = [
      { fullName: { given: 'Nora', family: 'Nonesuch' }, hide: [] },
      { fullName: null, hide: nameUnsaid({ given: 'Basil', family: 'Nonesuch' }) },
    ];
    const masks = hiddenIn(known, false).map((one) => ({ ...one, instead: '§' }));
    expect(masked(text, masks)).toBe(shown);
  });

  const given = fc.constantFrom('Nora', 'Otto', 'Basil', 'Wilhelmina', 'May', 'Al', 'Anne Marie');
  const family = fc.constantFrom('Nonesuch', 'Sample', 'O’Nobody', 'van Dyke', 'Nonesuch-Sample', 'Green');
  const name = fc.record({ given, family });
  const around = fc.constantFrom('', ' ', ', ', ' and ', '’s ', '. ', ' (', ' - ', '\n');

  it('never loses a letter, whoever else is hidden and however they are named around it', () => {
    fc.assert(
      fc.property(
        name,
        fc.array(name, { minLength: 1, maxLength: 4 }),
        around,
        around,
        fc.boolean(),
        (one, others, before, after, upper) => {
          const full = upper ? `${one.given} ${one.family}`.toUpperCase() : `${one.given} ${one.family}`;
          const [first, second] = [others[0]!, others.at(-1)!];
          const text = `Told ${first.given} ${first.family}${before === '' ? ' ' : before}${full}${after === '' ? ' ' : after}${second.given} ${second.family} of it`;
          const masks = others.map((hidden) => ({ instead: '§', hide: nameUnsaid(hidden), keep: nameUnsaid(one) }));
          expect(masked(text, masks)).toContain(full);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('hides what is only another’s name as before', () => {
    fc.assert(
      fc.property(name, name, (one, hidden) => {
        const words = `${one.given} ${one.family}`.toLowerCase().split(/[\s’-]+/);
        const rest = hidden.given.toLowerCase().split(' ');
        fc.pre(rest.every((word) => !words.includes(word)));
        const hide = nameUnsaid(hidden);
        const text = `It was ${hidden.given} ${hidden.family} who came`;
        expect(masked(text, [{ instead: '§', hide, keep: nameUnsaid(one) }])).toBe(masked(text, [{ instead: '§', hide }]));
      }),
      { numRuns: 300 },
    );
  });
});
