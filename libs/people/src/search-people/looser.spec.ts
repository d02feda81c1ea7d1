import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import { PeopleFixture } from '../../../../tests/support/people.js';
import type { IdentifierScheme, PerpetratorFact, PersonName } from '../domain/events.js';
import { Links } from '../link-record/links.query.js';
import { MOST_CANDIDATES } from './candidates.js';
import { type Found, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

const today = '2026-11-21';
const anything: SearchTerms = { name: null, identifier: null, dateOfBirth: null };
const nobody = { items: [], next: null, total: 0, people: 0, tooMany: false };

let people: PeopleFixture;
let search: PeopleSearch;

const number = (perpetratorId: string, scheme: IdentifierScheme, value: string): PerpetratorFact => ({
  type: 'IdentifierRecorded',
  data: {
    perpetratorId,
    identifierId: value,
    scheme,
    force: scheme === 'nominal' ? '46' : null,
    system: scheme === 'nominal' ? 'niche' : null,
  },
  personal: { value: personal([perpetratorId], value) },
});
const named = (id: string, given: string, family: string, ...facts: PerpetratorFact[]) =>
  people.perpetrator(id, { name: { given, family }, dateOfBirth: null }, ...facts);
const find = (terms: Partial<SearchTerms>, who = people.officer('kent-officer'), after?: string): Promise<Found> =>
  search.find(who, { ...anything, ...terms }, today, after);
const ids = async (terms: Partial<SearchTerms>) => (await find(terms)).items.map(({ perpetratorId }) => perpetratorId);
const why = async (terms: Partial<SearchTerms>) => (await find(terms)).items[0]?.why.map(({ text }) => text);

beforeAll(async () => {
  people = await PeopleFixture.begin();
  search = new PeopleSearch(people.database, new Links(people.database));
  await named('dex', 'Dex', 'Mockman', number('dex', 'nominal', 'E-77-0001'), number('dex', 'vehicle', 'ZZ99ZZZ'));
  await named(
    'quentin',
    'Quentin',
    'Fictionsson',
    number('quentin', 'pncid', '2099/0000001G'),
    number('quentin', 'phone', '+447700900001'),
  );
  await named('barnaby', 'Barnaby', 'Placeholder');
  await named('horace', 'Horace', 'Samplewright');
  await named('ada', 'Ada', 'Exampleson');
});
afterAll(() => people.end());

describe('a name with two slips', () => {
  it.each([
    ['Horxce Sxmplewrighd', 'horace'],
    ['Barnaby Pxaceholdfr', 'barnaby'],
    ['Barnaby Xplacceholder', 'barnaby'],
    ['Barnaby Paceolder', 'barnaby'],
    ['Ada Xeampelson', 'ada'],
    ['Eaxmpelson', 'ada'],
    ['Dex Mcokamn', 'dex'],
  ])('finds %s', async (name, id) => {
    expect(await ids({ name })).toEqual([id]);
    expect((await why({ name }))?.[0]).toMatch(/roughly alike|spelt another way|sounds alike/);
  });

  it.each(['Zzq Mobkmxn', 'Xxrxabz Plxxehxlder', 'Exxmxlxson'])('finds nobody by more: %s', async (name) => {
    expect(await find({ name })).toEqual(nobody);
  });
});

describe('more words than are on record', () => {
  it.each([
    ['Dex Alan Mockman', 'dex', 'Name like Dex Mockman, alike in part: “alan” was not found'],
    ['Dex A Mockman', 'dex', 'Name like Dex Mockman, alike in part: “a” was not found'],
    ['Mr Dex Mockman', 'dex', 'Same name'],
    ['PC Mockman', 'dex', 'Name like Dex Mockman'],
    ['Dex Mockmann Junior', 'dex', 'Name like Dex Mockman, spelt another way'],
    ['Dex Mockman-Jones', 'dex', 'Name like Dex Mockman, alike in part: “jones” was not found'],
    ['Mockman-Jones', 'dex', 'Name like Dex Mockman, alike in part: “jones” was not found'],
    ['Deks Alan Peter Mokman', 'dex', 'Name like Dex Mockman, alike in part: “alan” and “peter” were not found'],
    ['Quentin James Fictionsson', 'quentin', 'Name like Quentin Fictionsson, alike in part: “james” was not found'],
  ])('%s: found, and what was not is said', async (name, id, text) => {
    expect(await ids({ name })).toEqual([id]);
    expect(await why({ name })).toEqual([text]);
  });

  it.each(['Dex Alan Nobodyson', 'Quentin James Nobodyson', 'Dex Quentin', 'Mockman Fictionsson Placeholder', 'Barnaby Nobodyson'])(
    'finds nobody by less than two of %s, or by two given names',
    async (name) => expect(await find({ name })).toEqual(nobody),
  );

  it('puts who has all of them first', async () => {
    await named('whole', 'Ada Maud', 'Invention');
    await named('fewer', 'Ada', 'Invention');
    await named('rough', 'Adah Mauda', 'Inventione');
    expect((await ids({ name: 'Ada Maud Invention' })).slice(0, 3)).toEqual(['whole', 'rough', 'fewer']);
  });

  it('does not take Senior for nothing where it is the family name', async () => {
    await named('senior', 'Paula', 'Senior');
    expect(await why({ name: 'Paula Senior' })).toEqual(['Same name']);
  });

  it('does not bring up too many by two words beside who has all three', async () => {
    await named('many', 'Sam', 'Multitude');
    await people.database.query(
      `insert into people.perpetrator_record select (jsonb_populate_record(r, jsonb_build_object('id', 'many-' || n))).*
       from people.perpetrator_record r, generate_series(1, ${MOST_CANDIDATES}) n where r.id = 'many'`,
    );
    await named('one', 'Sam Ferdinand', 'Multitude');
    expect(await find({ name: 'Sam Ferdinand Multitude' })).toMatchObject({ total: 1, tooMany: false });
    expect(await find({ name: 'Sam Otto Multitude' })).toMatchObject({ total: MOST_CANDIDATES, tooMany: true });
  });
});

describe('a name that was only heard', () => {
  it.each([
    ['placeholda', 'barnaby'],
    ['Exampelsun', 'ada'],
    ['samplerite horis', 'horace'],
    ['fikshunson', 'quentin'],
    ['Mockwell', 'dex'],
  ])('%s is found when nobody comes nearer, roughly alike', async (name, id) => {
    expect(await ids({ name })).toEqual([id]);
    expect((await why({ name }))?.[0]).toMatch(/, roughly alike$/);
  });

  it('is not looked for beside somebody nearer', async () => {
    expect(await ids({ name: 'Mockman' })).toEqual(['dex']);
    await named('near', 'Una', 'Mockwell');
    expect(await ids({ name: 'Mockwell' })).toEqual(['near']);
  });
});

describe('a number in part', () => {
  it.each([
    ['E770001', 'dex', 'Nominal E-77-0001 in niche, written otherwise'],
    ['E 77 0001', 'dex', 'Nominal E-77-0001 in niche, written otherwise'],
    ['zz99zz', 'dex', 'Vehicle ZZ99ZZZ, all but its last letter or digit'],
    ['99zzz', 'dex', 'Vehicle ZZ99ZZZ, of which this is a part'],
    ['07700 900', 'quentin', 'Telephone number +447700900001, of which this is a part'],
    ['2099/0000001', 'quentin', 'PNCID 2099/0000001G, all but its last letter or digit'],
    ['2099/0000001H', 'quentin', 'PNCID 2099/0000001G, all but its last letter or digit'],
  ])('%s is found', async (identifier, id, text) => {
    expect(await ids({ identifier })).toEqual([id]);
    expect(await why({ identifier })).toEqual([text]);
  });

  it('is not looked for with fewer than four letters and digits, nor beside the whole number', async () => {
    expect(await find({ identifier: '99z' })).toEqual(nobody);
    await named('shorter', 'Uma', 'Nonesuch', number('shorter', 'vehicle', 'ZZ99ZZ'));
    expect(await ids({ identifier: 'zz99 zz' })).toEqual(['shorter']);
  });

  it('tells nobody of a restricted record, and is gone with an erased person', async () => {
    await named(
      'closed',
      'Sham',
      'Constable',
      { type: 'RecordRestricted', data: { perpetratorId: 'closed', basis: 'police-employee', readers: ['kent-standards'] } },
      number('closed', 'nominal', 'Q-55-9999'),
    );
    expect(await find({ identifier: 'Q559999' })).toEqual(nobody);
    expect((await find({ identifier: 'Q559999' }, people.officer('kent-standards'))).total).toBe(1);
    await people.also('closed', {
      type: 'PersonErased',
      data: { personId: 'closed', basis: 'retention-review', authority: 'Review 7/2026' },
    });
    expect(await find({ identifier: 'Q559999' }, people.officer('kent-standards'))).toEqual(nobody);
  });
});

describe('records that were linked as one person', () => {
  const link = (one: string, other: string) => people.link(one, other);
  const name: PersonName = { given: 'Ivo', family: 'Samename' };

  beforeAll(async () => {
    for (const id of ['ivo-1', 'ivo-2', 'ivo-3']) await people.perpetrator(id, { name, dateOfBirth: null });
    await people.perpetrator('ivo-far', { name: { given: 'Ivo', family: 'Samenames' }, dateOfBirth: null });
    await people.perpetrator('elsewhere', { name: { given: 'Otto', family: 'Different' }, dateOfBirth: null });
  });

  it('stand together where the best of them stands, and each says with whom', async () => {
    expect(await find({ name: 'Ivo Samename' })).toMatchObject({ total: 4, people: 4 });
    await link('ivo-1', 'ivo-far');
    await link('ivo-far', 'elsewhere');
    const found = await find({ name: 'Ivo Samename' });
    expect(found).toMatchObject({ total: 4, people: 3 });
    expect(found.items.map(({ perpetratorId }) => perpetratorId)).toEqual(['ivo-1', 'ivo-far', 'ivo-2', 'ivo-3']);
    expect(found.items.map(({ onePersonWith }) => onePersonWith.map((other) => other.perpetratorId))).toEqual([
      ['elsewhere', 'ivo-far'],
      ['elsewhere', 'ivo-1'],
      [],
      [],
    ]);
  });

  it('tell nothing of one that is restricted', async () => {
    await people.also('elsewhere', {
      type: 'RecordRestricted',
      data: { perpetratorId: 'elsewhere', basis: 'police-employee', readers: ['kent-standards'] },
    });
    const [first] = (await find({ name: 'Ivo Samename' })).items;
    expect(first?.onePersonWith.map(({ perpetratorId }) => perpetratorId)).toEqual(['ivo-far']);
  });

  it('each stand once, from page to page', async () => {
    const many = Array.from({ length: 30 }, (_, nth) => `page-${String(nth).padStart(2, '0')}`);
    for (const id of many) await people.perpetrator(id, { name: { given: 'Una', family: 'Pagefiller' }, dateOfBirth: null });
    await link('page-00', 'page-29');
    await link('page-19', 'page-28');
    const first = await find({ name: 'Una Pagefiller' });
    const second = await find({ name: 'Una Pagefiller' }, undefined, first.next!);
    const shown = [...first.items, ...second.items].map(({ perpetratorId }) => perpetratorId);
    expect(shown.toSorted()).toEqual(many);
    expect(shown.slice(0, 2)).toEqual(['page-00', 'page-29']);
    expect(first.items.at(-1)?.perpetratorId).toBe('page-18');
    expect(shown.slice(20, 22)).toEqual(['page-19', 'page-28']);
  });
});
