import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockingKeys, type Comparable, comparableAddress, comparableName, type Comparison, score, scoreOf } from './index.js';

const pncid = (value: string) => ({ is: 'national', system: 'pncid', value: `pncid:${value}` }) as const;
const person = (given: string, family: string, born = '1988-03-04', more: Partial<Comparable> = {}): Comparable => ({
  ...{ names: [comparableName({ given, family })], born, addresses: [], phones: [], handles: [], vehicles: [], numbers: [] },
  ...more,
});
const onChat = (value: string) => ({ system: 'chat-example', value });
const home = [comparableAddress(['7 Nowhere Street', 'Testville'], 'ZZ1 1ZZ')];
const verdict = (one: Comparable, other: Comparable, field: string) => score(one, other).lines.find((line) => line.field === field);

describe('comparing two records', () => {
  it('offers two spellings of one person with the same date of birth and telephone', () => {
    const kent = person('Quentin', 'Fictionsson', undefined, { phones: ['+447700900001'], numbers: [pncid('2099/0000001G')] });
    const essex = person('Kwentin', 'Fictionson', undefined, { phones: ['+447700900001'] });
    const { band, lines } = score(kent, essex);
    expect(band).toBe('offer');
    expect(lines.filter((line) => line.verdict === 'for').map(({ words }) => words)).toEqual([
      'Given name: nearly the same',
      'Family name: nearly the same',
      'Date of birth: the same',
      'Telephone number: the same',
    ]);
  });

  it.each([
    ['born', '1988-04-03', 'near'],
    ['born', '1988-03-05', 'near'],
    ['born', '1989-03-05', 'two digits'],
    ['born', '1951-11-27', 'different'],
    ['born', '', 'not on both'],
  ])('tells how near dates of birth are (%s %s)', (field, born, words) => {
    expect(verdict(person('Ada', 'Samplewright'), person('Ada', 'Samplewright', born), field)?.words).toContain(words);
  });

  it.each([
    ['Bill', 'William', 'forms of one name'],
    ['Jean', 'Joan', 'different'],
    ['Jonh', 'John', 'nearly'],
    ['J', 'John', 'initial'],
    ['', 'John', 'not on both'],
  ])('knows %s and %s', (one, other, words) => {
    expect(verdict(person(one, 'Mockman'), person(other, 'Mockman'), 'given')?.words).toContain(words);
  });

  it('sees a given and a family name in each other’s place', () => {
    expect(score(person('Ada', 'Samplewright'), person('Samplewright', 'Ada'))).toMatchObject({ band: 'offer' });
    expect(verdict(person('Ada', 'Samplewright'), person('Samplewright', 'Ada'), 'given')?.words).toContain('in each other’s place');
  });

  it('takes an alias for a name', () => {
    const alias = person('Quentin', 'Exampleson');
    const both = { ...alias, names: [...alias.names, comparableName({ given: 'Kwentin', family: 'Fictionson' })] };
    expect(score(both, person('Kwentin', 'Fictionson')).band).toBe('offer');
  });

  it('does not take next door for the same address', () => {
    const next = person('Ada', 'Samplewright', undefined, { addresses: [comparableAddress(['8 Nowhere St', 'Testville'], 'ZZ1 1ZZ')] });
    expect(verdict(person('Ada', 'Samplewright', undefined, { addresses: home }), next, 'address')?.words).toContain('nearly');
  });
});

describe('relatives', () => {
  const household = { addresses: home, phones: ['+447700900002'], vehicles: ['ZZ99ZZZ'], handles: [onChat('the_nonesuches')] };

  it.each([
    ['Nora', 'Nigel'],
    ['Jean', 'Joan'],
    ['Hayley', 'Kayleigh'],
    ['Tarni', 'Marni'],
    ['Jack', 'John'],
    ['Holly', 'Hollie'],
  ])('never offers twins %s and %s as one person, but shows that they may be relatives', (one, other) => {
    expect(score(person(one, 'Nonesuch', undefined, household), person(other, 'Nonesuch', undefined, household)).band).toBe('relative');
  });

  it.each([
    ['a family name', '', '1988-03-04', 'Nonesuch', '1988-03-04'],
    ['a date of birth', 'Nonesuch', '', 'Nonesuch', '1988-03-04'],
    ['an address', 'Nonesuch', '1988-03-04', 'Nonesuch', '1988-03-04'],
  ])('never offers twins as one person because %s is on one record only', (what, family, born, other, otherBorn) => {
    const nobody = { addresses: what === 'an address' ? [] : home, phones: household.phones };
    const [one, two] = [person('Nialle', family, born, nobody), person('Nialla', other, otherBorn, household)];
    expect(['relative', 'none']).toContain(score(one, two).band);
  });

  it.each([
    ['a family name', '', '1988-03-04'],
    ['a date of birth', 'Nonesuch', ''],
  ])('never offers two forms of one given name as one person because %s is on one record only', (_what, family, born) => {
    const sam = [person('Samuel', family, born, household), person('Sam', 'Nonesuch', '1988-03-04', household)] as const;
    expect(['relative', 'none']).toContain(score(...sam).band);
  });

  it('says nothing of others of one household', () => {
    const house = { ...household, handles: [] };
    expect(score(person('Nora', 'Nonesuch', undefined, house), person('Nigel', 'Nonesuch', '1952-07-30', house)).band).toBe('none');
  });

  it.each([
    ['a telephone', { phones: household.phones }],
    ['a vehicle', { vehicles: household.vehicles }],
    ['both', { phones: household.phones, vehicles: household.vehicles }],
  ])('never offers two of one family name, alike in the given one, because they share %s', (_what, shared) => {
    const mother = person('Jeanne', 'Nonesuch', '1950-07-30', shared);
    expect(['relative', 'none']).toContain(score(mother, person('Jeane', 'Nonesuch', undefined, shared)).band);
    expect(['relative', 'none']).toContain(score(mother, person('J', 'Nonesuch', '', shared)).band);
  });

  it('shows an account of one platform under two names, and offers it to nobody as one person', () => {
    const shared = { handles: [onChat('mock_1')], phones: household.phones };
    expect(score(person('Dex', 'Mockman', '', shared), person('Barnaby', 'Placeholder', '1952-07-30', shared)).band).toBe('relative');
  });

  it('trusts a number that both have', () => {
    const numbers = [pncid('2099/0000001G')];
    expect(score(person('Nora', 'Nonesuch', undefined, { numbers }), person('Nigel', 'Nonesuch', undefined, { numbers })).band).toBe(
      'offer',
    );
  });

  it('takes two different PNCIDs for a strong reason against', () => {
    const [one, other] = ['2099/0000001G', '2099/0000002H'].map((value) => person('Al', 'Smith', undefined, { numbers: [pncid(value)] }));
    expect(verdict(one!, other!, 'national')).toMatchObject({ verdict: 'against' });
    expect(verdict(one!, other!, 'national')!.weight).toBeLessThan(-9);
  });
});

const word = fc.constantFrom('', 'ada', 'adah', 'bill', 'william', 'smith', 'smyth', 'samplewright', 'jean', 'joan', 'o sample');
const anybody: fc.Arbitrary<Comparable> = fc.record({
  names: fc.array(fc.record({ given: word, family: word }), { maxLength: 3 }),
  born: fc.constantFrom('', '1988-03-04', '1988-04-03', '1988-03-05', '1961-11-30'),
  addresses: fc.array(fc.constantFrom(...home, comparableAddress(['8 Nowhere Street'], ''), comparableAddress([], 'ZZ1 1ZY')), {
    maxLength: 2,
  }),
  phones: fc.uniqueArray(fc.constantFrom('+441', '+442', '+443')),
  handles: fc.uniqueArray(fc.constantFrom(onChat('mock_1'), onChat('mock_2'), { system: '', value: 'mock_1' })),
  vehicles: fc.uniqueArray(fc.constantFrom('ZZ99ZZZ', 'ZZ98ZZZ')),
  numbers: fc.uniqueArray(fc.constantFrom(pncid('1'), pncid('2'), { is: 'nominal', system: '46:niche', value: 'n' } as const)),
});

describe('the score of any two records', () => {
  it('is the same from both sides', () => {
    fc.assert(fc.property(anybody, anybody, (one, other) => expect(score(one, other)).toEqual(score(other, one))));
  });

  it('never counts what is missing', () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const missing = score(one, other).lines.filter(({ words }) => words.endsWith('not on both records'));
        expect(missing.filter(({ weight }) => weight !== 0)).toEqual([]);
      }),
    );
  });

  const levels: { readonly [Key in Exclude<keyof Comparison, 'names'>]: readonly Comparison[Key][] } = {
    born: ['different', 'two-off', 'near', 'same'],
    address: ['different', 'near', 'same'],
    postcode: ['different', 'near', 'same'],
    phone: ['different', 'same'],
    handle: ['different', 'elsewhere', 'same'],
    vehicle: ['different', 'same'],
    national: ['different', 'same'],
    nominal: ['different', 'same'],
  };
  const given = ['different', 'initial', 'alike', 'near', 'form', 'same'] as const;
  const family = ['different', 'near', 'same'] as const;

  it('never falls when a field agrees better', () => {
    const compared: fc.Arbitrary<Comparison> = fc.record({
      names: fc.record({
        given: fc.constantFrom(...given),
        family: fc.constantFrom(...family),
        shared: fc.constant(null),
        crossed: fc.boolean(),
      }),
      born: fc.constantFrom(...levels.born),
      address: fc.constantFrom(...levels.address),
      postcode: fc.constantFrom(...levels.postcode),
      phone: fc.constantFrom(...levels.phone),
      handle: fc.constantFrom(...levels.handle),
      vehicle: fc.constantFrom(...levels.vehicle),
      national: fc.constantFrom(...levels.national),
      nominal: fc.constantFrom(...levels.nominal),
    });
    const better = <T>(all: readonly T[], level: T): T => all[Math.min(all.indexOf(level) + 1, all.length - 1)]!;
    fc.assert(
      fc.property(compared, (before) => {
        const { names } = before;
        const all: Comparison[] = [
          { ...before, names: { ...names, given: better(given, names.given) } },
          { ...before, names: { ...names, family: better(family, names.family) } },
          { ...before, born: better(levels.born, before.born) },
          { ...before, address: better(levels.address, before.address) },
          { ...before, postcode: better(levels.postcode, before.postcode) },
          { ...before, phone: better(levels.phone, before.phone) },
          { ...before, handle: better(levels.handle, before.handle) },
          { ...before, vehicle: better(levels.vehicle, before.vehicle) },
          { ...before, national: better(levels.national, before.national) },
          { ...before, nominal: better(levels.nominal, before.nominal) },
        ];
        for (const after of all) expect(scoreOf(after).weight).toBeGreaterThanOrEqual(scoreOf(before).weight - 1e-9);
      }),
    );
  });
});

describe('accounts and vehicles', () => {
  const dex = (more: Partial<Comparable>) => person('Dex', 'Mockman', '', more);
  const worth = (one: Partial<Comparable>, other: Partial<Comparable>, field: string) => verdict(dex(one), dex(other), field)?.weight ?? 0;

  it('bring together two records of one common name that say little else', () => {
    const smith = (more: Partial<Comparable>) => person('John', 'Smith', '', more);
    expect(score(smith({}), smith({})).band).toBe('none');
    expect(score(smith({ handles: [onChat('mock_1')] }), smith({ handles: [onChat('mock_1')] })).band).toBe('offer');
    expect(score(smith({ vehicles: ['ZZ99ZZZ'] }), smith({ vehicles: ['ZZ99ZZZ'] })).weight).toBeGreaterThan(
      score(smith({}), smith({})).weight,
    );
  });

  it('say more on one platform than elsewhere, and nothing where they differ or are missing', () => {
    const [here, nowhere, other] = [onChat('mock_1'), { system: '', value: 'mock_1' }, onChat('mock_2')].map((one) => ({ handles: [one] }));
    expect(worth(here!, here!, 'handle')).toBeGreaterThan(worth(here!, nowhere!, 'handle'));
    expect(worth(here!, nowhere!, 'handle')).toBeGreaterThan(0);
    expect([
      worth(here!, other!, 'handle'),
      worth(here!, {}, 'handle'),
      worth({ vehicles: ['A1'] }, { vehicles: ['B2'] }, 'vehicle'),
    ]).toEqual([0, 0, 0]);
  });

  it('count the household once: a vehicle adds little to its home or telephone', () => {
    const car = { vehicles: ['ZZ99ZZZ'] };
    for (const more of [{ addresses: home }, { phones: ['+447700900002'] }]) {
      expect(worth({ ...car, ...more }, { ...car, ...more }, 'vehicle')).toBeLessThan(2);
    }
    expect(worth(car, car, 'vehicle')).toBeGreaterThan(6);
  });

  it('file records under one key each', () => {
    const keys = blockingKeys(dex({ handles: [onChat('mock_1')], vehicles: ['ZZ99ZZZ'] }));
    expect(keys).toEqual(expect.arrayContaining(['handle|mock_1', 'vehicle|ZZ99ZZZ']));
  });
});

describe('blocking', () => {
  it('files two spellings under one key', () => {
    const [one, other] = [person('Quentin', 'Fictionsson', '1988-03-04'), person('Kwentin', 'Fictionson', '1988-11-30')].map(blockingKeys);
    expect(one!.some((key) => other!.includes(key))).toBe(true);
  });
});
