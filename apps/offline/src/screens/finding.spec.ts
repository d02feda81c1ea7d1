import { describe, expect, it } from '@jest/globals';
import type { OfflinePerson } from '#histories';
import { findOnDevice } from './finding.js';

const nobody: OfflinePerson = {
  ...{
    id: '',
    name: '',
    alsoKnownAs: [],
    records: [],
    numbers: [],
    dateOfBirth: null,
    hasPhotograph: false,
    waiting: [],
    cautions: [],
    orders: [],
    asWritten: [],
    protectedPeople: [],
  },
};
const person = (name: string, more: Partial<OfflinePerson> = {}): OfflinePerson => ({ ...nobody, ...more, id: name, name });
const people = [
  person('PLACEHOLDER, Barnaby'),
  person('O’SAMPLE, Zoë', { alsoKnownAs: ['Zed Made-Up'] }),
  person('INVENTED, Pat', { records: [{ name: 'INVENTYD, Patrick', force: 'Essex' }] }),
  person('MOCKMAN, Dex', {
    dateOfBirth: '1988-08-19',
    numbers: [
      { scheme: 'pncid', force: null, system: null, value: '2099/0000001G' },
      { scheme: 'phone', force: null, system: null, value: '+447700900001' },
      { scheme: 'nominal', force: '46', system: 'niche', value: 'N-0000001' },
    ],
  }),
  person('FICTIONSSON, Quentin'),
];
const look = (text: string) => findOnDevice(people, text, '2026-11-22');
const found = (text: string) => look(text)?.people.map(({ person: { name } }) => name);
const why = (text: string) => look(text)?.people.map((one) => one.why);

describe('Search on a device', () => {
  it('finds by the beginning of any names, in any order, accents or not', () => {
    expect(found('barn place')).toEqual(['PLACEHOLDER, Barnaby']);
    expect(found('osample zoe')).toEqual(['O’SAMPLE, Zoë']);
    expect(found('made')).toEqual(['O’SAMPLE, Zoë']);
    expect(found('zed osample')).toEqual(['O’SAMPLE, Zoë']);
    expect(found('inventyd')).toEqual(['INVENTED, Pat']);
  });

  it('finds within a name from three letters on, and nobody for nothing', () => {
    expect(found('hold')).toEqual(['PLACEHOLDER, Barnaby']);
    expect(found('ol')).toEqual([]);
    expect(look(' - ')).toBeNull();
    expect(found('barnaby nobody')).toEqual([]);
  });

  it('forgives how a name is spelt, and says so', () => {
    expect(why('Deks Mockman')).toEqual([['Name like MOCKMAN, Dex, which sounds alike']]);
    expect(why('Mockmann')?.[0]?.[0]).toMatch(/^Name like MOCKMAN, Dex, /);
    expect(why('Fictionson')?.[0]?.[0]).toMatch(/^Name like FICTIONSSON, Quentin, /);
    expect(why('Dexter Mockman')).toEqual([['Name like MOCKMAN, Dex, another form of the name']]);
    expect(why('Dex Mockman')).toEqual([['Same name: MOCKMAN, Dex']]);
  });

  it('offers who is only roughly alike when nobody comes nearer, and says that they are', () => {
    expect(look('Fickshunson')).toMatchObject({ onlyRough: true, people: [{ person: { name: 'FICTIONSSON, Quentin' } }] });
    expect(look('Mockman')?.onlyRough).toBe(false);
  });

  it.each(['2099/0000001G', '99/1g', '07700 900001', '+44 7700 900001', 'n-0000001', 'Mockman 2099/1G', 'Otherwise 2099/1G'])(
    'finds by the number %s',
    (number) => expect(found(number)).toEqual(['MOCKMAN, Dex']),
  );

  it('finds by a date of birth as it is typed, with one slip too', () => {
    for (const born of ['19/8/1988', '19.08.88', '1988-08-19', '19081988', '19 8 1988'])
      expect(why(born)).toEqual([['Same date of birth']]);
    expect(why('19/8/1989')).toEqual([['Date of birth with one digit different']]);
    expect(found('19/8/1979')).toEqual([]);
  });

  it('keeps nobody out who has the name and another date of birth', () => {
    expect(why('Mockman 1/1/1970')).toEqual([['Name like MOCKMAN, Dex', 'Another date of birth']]);
    expect(why('Otherwise Mockman 19/8/1988')).toEqual([
      ['Name like MOCKMAN, Dex, alike in part: “otherwise” was not found', 'Same date of birth'],
    ]);
  });

  it('keeps nobody out for a title or a name that is not on record, and says which', () => {
    expect(why('Mr Dex Mockman')).toEqual([['Same name: MOCKMAN, Dex']]);
    expect(why('Dex Alan Mockman')).toEqual([['Name like MOCKMAN, Dex, alike in part: “alan” was not found']]);
    expect(why('Dex Mockmann Junior')?.[0]?.[0]).toMatch(/^Name like MOCKMAN, Dex, spelt another way$/);
    expect(look('Mockman-Jones')).toMatchObject({ onlyRough: true, people: [{ person: { name: 'MOCKMAN, Dex' } }] });
    expect(found('Dex Alan Nobodyson')).toEqual([]);
  });

  it('finds who was only heard of', () => {
    for (const heard of ['placeholda', 'plaiseholdah']) expect(found(heard)).toEqual(['PLACEHOLDER, Barnaby']);
    expect(found('fikshunson')).toEqual(['FICTIONSSON, Quentin']);
  });

  it('brings up whose date of birth is right beside a name that nobody of that date has', () => {
    expect(why('Wrong Name 19 8 1988')).toEqual([['Only the date of birth fits']]);
    expect(why('Wrong Name 19 8 1989')).toEqual([['Only the date of birth fits: one digit different']]);
    expect(found('Fictionsson 19 8 1988')).toEqual(['FICTIONSSON, Quentin', 'MOCKMAN, Dex']);
    expect(found('Fictionsson 19 8 1989')).toEqual(['FICTIONSSON, Quentin']);
    expect(found('Wrong Name 1 1 1950')).toEqual([]);
  });

  it('finds by a part of a number, and by one written otherwise', () => {
    expect(why('N 0000001')?.[0]).toContain('Nominal N-0000001 in niche, written otherwise');
    expect(why('7700 900')).toEqual([['Telephone number +447700900001, of which this is a part']]);
    expect(found('900')).toEqual([]);
  });

  it('puts the likeliest first', () => {
    const two = [person('MOCKMANN, Dex'), person('MOCKMAN, Dex')];
    expect(findOnDevice(two, 'dex mockman', '2026-11-22')?.people.map(({ person: { id } }) => id)).toEqual([
      'MOCKMAN, Dex',
      'MOCKMANN, Dex',
    ]);
  });
});
