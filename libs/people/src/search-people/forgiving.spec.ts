import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { personal } from '#event-sourcing';
import { PeopleFixture } from '../../../../tests/support/people.js';
import type { IdentifierScheme, PerpetratorFact, PersonName } from '../domain/events.js';
import { MOST_CANDIDATES } from './candidates.js';
import { Links } from '../link-record/links.query.js';
import { type Found, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

const today = '2026-11-21';
const anything: SearchTerms = { name: null, identifier: null, dateOfBirth: null };
const nobody = { items: [], next: null, total: 0, people: 0, tooMany: false };

let people: PeopleFixture;
let search: PeopleSearch;

const alias = (perpetratorId: string, name: PersonName): PerpetratorFact => ({
  type: 'AliasRecorded',
  data: { perpetratorId, aliasId: `${perpetratorId}-${name.family}` },
  personal: { name: personal([perpetratorId], name) },
});
const number = (perpetratorId: string, scheme: IdentifierScheme, value: string, system: string | null = null): PerpetratorFact => ({
  type: 'IdentifierRecorded',
  data: { perpetratorId, identifierId: value, scheme, force: scheme === 'nominal' ? '46' : null, system },
  personal: { value: personal([perpetratorId], value) },
});
const find = (terms: Partial<SearchTerms>, who = people.officer('kent-officer')): Promise<Found> =>
  search.find(who, { ...anything, ...terms }, today);
const first = async (terms: Partial<SearchTerms>) => (await find(terms)).items[0];

beforeAll(async () => {
  people = await PeopleFixture.begin();
  search = new PeopleSearch(people.database, new Links(people.database));
  await people.perpetrator(
    'william',
    { name: { family: 'Specimenton', given: 'William James' }, dateOfBirth: '1982-04-17' },
    alias('william', { family: 'Van Dyke', given: 'Q' }),
    number('william', 'pncid', '2099/0000001G'),
    number('william', 'cro', '000001/99W'),
    number('william', 'nominal', 'K-17', 'niche'),
    number('william', 'phone', '+447700900001'),
    number('william', 'handle', 'mock_1', 'chat-example'),
    number('william', 'vehicle', 'ZZ99OIZ'),
  );
});
afterAll(() => people.end());

describe('a search that forgives', () => {
  it.each([
    ['the whole name', 'William James Specimenton', 'Same name'],
    ['part of the name', 'Specimenton', 'Name like William James Specimenton'],
    ['the names swapped', 'specimenton, william', 'Name like William James Specimenton'],
    ['a diminutive', 'Bill Specimenton', 'Name like William James Specimenton, another form of the name'],
    ['a letter left out', 'Wiliam Specimenton', 'Name like William James Specimenton, spelt another way'],
    ['a letter too many', 'William Speciimenton', 'Name like William James Specimenton, spelt another way'],
    ['another letter', 'William Specimemton', 'Name like William James Specimenton, spelt another way'],
    ['two letters swapped', 'William Sepcimenton', 'Name like William James Specimenton, spelt another way'],
    ['the sound of it', 'Spesymenten', 'Name like William James Specimenton, which sounds alike'],
    ['the beginning', 'Specim', 'Name like William James Specimenton, of which this is a part'],
    ['the end', 'menton', 'Name like William James Specimenton, of which this is a part'],
    ['an initial', 'W Specimenton', 'Name like William James Specimenton, of which this is a part'],
    ['another ending', 'Willow Specimenton', 'Name like William James Specimenton, roughly alike'],
    ['an alias', 'Q Van Dyke', 'Also known as Q Van Dyke'],
    ['an alias in one word', 'Vandyke', 'Also known as Q Van Dyke'],
    ['the name of which only an initial is on record', 'Quentin Van Dyke', 'Also known as Q Van Dyke, of which this is a part'],
  ])('finds by %s, and says so', async (_, name, text) => {
    const hit = await first({ name });
    expect(hit?.perpetratorId).toBe('william');
    expect(hit?.why.map((ground) => ground.text)).toEqual([text]);
  });

  it('finds words that are one on the record', async () => {
    await people.perpetrator('delaney', { name: { family: 'Delamock', given: 'Una' } });
    expect((await first({ name: 'Una Dela Mock' }))?.perpetratorId).toBe('delaney');
  });

  it.each([
    ['PNCID, long', '2099/0000001G', 'PNCID 2099/0000001G'],
    ['PNCID, short', '99/1g', 'PNCID 2099/0000001G'],
    ['CRO', '1/99w', 'CRO number 000001/99W'],
    ['nominal', 'k-17', 'Nominal K-17 in niche'],
    ['phone', '07700 900 001', 'Telephone number +447700900001'],
    ['phone from abroad', '0044 7700 900001', 'Telephone number +447700900001'],
    ['handle', '@Mock_1', 'Online name @mock_1 on chat-example'],
    ['address of a page', 'https://chat.example/mock_1', 'Online name @mock_1 on chat-example'],
    ['vehicle', 'zz99 oiz', 'Vehicle ZZ99OIZ'],
    ['vehicle as a witness read it', 'ZZ99 01Z', 'Vehicle ZZ99OIZ'],
  ])('finds by %s, and says so', async (_, identifier, text) => {
    const { items, total } = await find({ identifier });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ perpetratorId: 'william', why: [{ by: 'identifier', how: 'same', text }] });
  });

  it.each([
    ['1982-04-17', 'Same date of birth'],
    ['1982-04-27', 'Date of birth with one digit different'],
    ['1992-04-17', 'Date of birth with one digit different'],
    ['1928-04-17', 'Date of birth with two digits swapped'],
  ])('finds by the date of birth %s alone and beside a name, and says so', async (dateOfBirth, text) => {
    expect((await first({ dateOfBirth }))?.why).toMatchObject([{ by: 'date-of-birth', text }]);
    const hit = await first({ dateOfBirth, name: 'Specimenton' });
    expect(hit).toMatchObject({ perpetratorId: 'william', why: [{ by: 'name' }, { by: 'date-of-birth', text }] });
  });

  it('finds by the date of birth and one of the names when the other is not on record', async () => {
    const hit = await first({ name: 'William Otherwise', dateOfBirth: '1982-04-17' });
    expect(hit).toMatchObject({ perpetratorId: 'william' });
    expect(hit?.why[0]?.text).toBe('Name like William James Specimenton, alike in part: “otherwise” was not found');
    expect((await find({ name: 'William Otherwise', dateOfBirth: '1955-01-01' })).items).toEqual([]);
  });
});

describe('a name that nobody has', () => {
  const name = 'Zzyx Mwopple';

  it('beside a right date of birth brings up those of that date, and says that only it fits', async () => {
    expect((await find({ name, dateOfBirth: '1982-04-17' })).items).toMatchObject([
      { perpetratorId: 'william', why: [{ by: 'date-of-birth', how: 'same', text: 'Only the date of birth fits' }] },
    ]);
    expect((await first({ name, dateOfBirth: '1982-04-27' }))?.why).toEqual([
      { by: 'date-of-birth', how: 'like', text: 'Only the date of birth fits: one digit different' },
    ]);
    expect((await find({ name, dateOfBirth: '1955-01-01' })).items).toEqual([]);
    expect((await find({ name })).items).toEqual([]);
  });

  it('brings up nobody of that date beside whom has both', async () => {
    await people.perpetrator('same-day', { name: { family: 'Mwoppleton', given: 'Zzyx' }, dateOfBirth: '1982-04-17' });
    const { items } = await find({ name, dateOfBirth: '1982-04-17' });
    expect(items.map(({ perpetratorId }) => perpetratorId)).toEqual(['same-day']);
  });

  it('brings up those of that date also beside others who only have the name', async () => {
    const { items } = await find({ name: 'Una Dela Mock', dateOfBirth: '1982-04-17' });
    expect(items.map(({ perpetratorId }) => perpetratorId)).toContain('delaney');
    expect(items.map(({ perpetratorId }) => perpetratorId)).toContain('william');
  });

  it('tells nobody of a restricted record of that date', async () => {
    await people.perpetrator(
      'closed-day',
      { name: { family: 'Hushed', given: 'Sam' }, dateOfBirth: '1947-11-30' },
      { type: 'RecordRestricted', data: { perpetratorId: 'closed-day', basis: 'police-employee', readers: ['kent-standards'] } },
    );
    expect(await find({ name: 'Obb Yttrell', dateOfBirth: '1947-11-30' }, people.officer('kent-colleague'))).toEqual(nobody);
    expect((await find({ name: 'Obb Yttrell', dateOfBirth: '1947-11-30' }, people.officer('kent-standards'))).total).toBe(1);
  });
});

describe('everybody on record', () => {
  const syllables = [
    'ba',
    'con',
    'del',
    'fi',
    'gor',
    'han',
    'jes',
    'kum',
    'lo',
    'mar',
    'nu',
    'pri',
    'ros',
    'shu',
    'tim',
    'vel',
    'wax',
    'yo',
    'zen',
  ];
  const made = (nth: number, length: number): string =>
    Array.from({ length }, (_, place) => syllables[(nth * 7 + place * (nth + 5)) % syllables.length]).join('');
  const named = Array.from({ length: 20 }, (_, nth) => ({
    id: `everybody-${nth}`,
    names: [
      { given: made(nth, 2), family: made(nth + 11, 3) },
      { given: made(nth + 23, 1), family: made(nth + 29, 2) },
    ],
  }));

  beforeAll(async () => {
    for (const { id, names } of named) await people.perpetrator(id, { name: names[0]! }, alias(id, names[1]!));
  });

  it('is found by each of their names with one slip', async () => {
    const slip = fc.record({
      person: fc.constantFrom(...named),
      which: fc.nat(1),
      inFamily: fc.boolean(),
      at: fc.nat(),
      kind: fc.constantFrom('changed', 'missing', 'added', 'swapped'),
      letter: fc.stringMatching(/^[a-z]$/),
    });
    await fc.assert(
      fc.asyncProperty(slip, async ({ person, which, inFamily, at, kind, letter }) => {
        const { given, family } = person.names[which]!;
        const isGiven = !inFamily && given.length > 2;
        const right = isGiven ? given : family;
        const place = at % right.length;
        const [before, here, after] = [right.slice(0, place), right.slice(place, place + 1), right.slice(place + 1)];
        const wrong = {
          changed: before + letter + after,
          missing: before + after,
          added: before + letter + here + after,
          swapped: before + after.slice(0, 1) + here + after.slice(1),
        }[kind];
        const name = isGiven ? `${wrong} ${family}` : `${given} ${wrong}`;
        const found = await find({ name });
        expect(found.items.map(({ perpetratorId }) => perpetratorId)).toContain(person.id);
      }),
      { numRuns: 50 },
    );
  });
});

describe('names that many have', () => {
  const reader = () => people.officer('kent-standards');
  const colleague = () => people.officer('kent-colleague');

  beforeAll(async () => {
    const rows = Array.from({ length: MOST_CANDIDATES }, (_, nth) => `common-${String(nth).padStart(3, '0')}`);
    await people.perpetrator('common-000', { name: { family: 'Multitude', given: 'Sam' }, dateOfBirth: '1990-01-01' });
    await people.database.query(
      `insert into people.perpetrator_record select (jsonb_populate_record(r, jsonb_build_object('id', wanted.id))).*
       from people.perpetrator_record r, unnest($1::text[]) wanted (id) where r.id = 'common-000'`,
      [rows.slice(1)],
    );
  });

  it('are all shown while they are not too many', async () => {
    expect(await find({ name: 'Sam Multitude' })).toMatchObject({ total: MOST_CANDIDATES, tooMany: false });
  });

  it('say the same to those who may not see a restricted record as if it were not there, on every page', async () => {
    const all = async (terms: Partial<SearchTerms>): Promise<Found[]> => {
      const pages = [await find(terms, colleague())];
      for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next)
        pages.push(await search.find(colleague(), { ...anything, ...terms }, today, next));
      return pages;
    };
    const ways = [{ name: 'Sam Multitude' }, { name: 'Samm Multitud' }, { dateOfBirth: '1990-01-01' }, { name: 'multi' }];
    const before = await Promise.all(ways.map(all));
    await people.perpetrator(
      'common-closed',
      { name: { family: 'Multitude', given: 'Sam' }, dateOfBirth: '1990-01-01' },
      { type: 'RecordRestricted', data: { perpetratorId: 'common-closed', basis: 'police-employee', readers: ['kent-standards'] } },
      number('common-closed', 'handle', 'closed_1', 'chat-example'),
      number('common-closed', 'vehicle', 'ZZ01ABC'),
    );
    expect(await Promise.all(ways.map(all))).toEqual(before);
    for (const identifier of ['@closed_1', 'ZZ01 ABC']) {
      expect(await find({ identifier }, colleague())).toEqual(nobody);
      expect((await find({ identifier }, reader())).total).toBe(1);
    }
    expect(await find({ name: 'Sam Multitude' }, reader())).toMatchObject({ total: MOST_CANDIDATES, tooMany: true });
  });

  it('are found by a date of birth however many they are', async () => {
    await people.perpetrator('common-one', { name: { family: 'Multitude', given: 'Sam' }, dateOfBirth: '1971-08-13' });
    const found = await find({ name: 'Sam Multitude', dateOfBirth: '1971-08-18' });
    expect(found.tooMany).toBe(true);
    expect(found.items[0]).toMatchObject({ perpetratorId: 'common-one' });
  });
});
