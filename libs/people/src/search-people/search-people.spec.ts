import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DamagedCursor } from '#pages';
import { viewer } from '#access';
import { personal } from '#event-sourcing';
import type { PerpetratorFact } from '../domain/events.js';
import { PeopleFixture } from '../../../../tests/support/people.js';
import { PerpetratorRecords } from '../perpetrator-record/perpetrator-record.query.js';
import { Links } from '../link-record/links.query.js';
import { type Found, PeopleSearch } from './search-people.query.js';
import type { SearchTerms } from './terms.js';

const today = '2026-11-21';
const nobody = { items: [], next: null, total: 0, people: 0, tooMany: false };
const anything: SearchTerms = { name: null, identifier: null, dateOfBirth: null };

const alias = (perpetratorId: string, family: string, given: string): PerpetratorFact => ({
  type: 'AliasRecorded',
  data: { perpetratorId, aliasId: `${perpetratorId}-${family}` },
  personal: { name: personal([perpetratorId], { family, given }) },
});
const number = (perpetratorId: string, scheme: 'pncid' | 'nominal', value: string): PerpetratorFact => ({
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

let people: PeopleFixture;
let search: PeopleSearch;
let records: PerpetratorRecords;

beforeAll(async () => {
  people = await PeopleFixture.begin();
  search = new PeopleSearch(people.database, new Links(people.database));
  records = new PerpetratorRecords(people.database);
  await people.perpetrator('quentin', {}, alias('quentin', 'Fictionson', 'Kwentin'), number('quentin', 'pncid', '2099/0000001G'));
  await people.perpetrator(
    'dex',
    { name: { family: 'Mockman', given: 'Dex' }, dateOfBirth: '1979-12-01' },
    number('dex', 'nominal', 'N-17'),
  );
  await people.perpetrator('aoife', { name: { family: "O'Samplé-Wright", given: 'Aoife' }, dateOfBirth: null });
});
afterAll(() => people.end());

const find = (terms: Partial<SearchTerms>, who = people.officer('kent-officer')): Promise<Found> =>
  search.find(who, { ...anything, ...terms }, today);
const ids = async (terms: Partial<SearchTerms>, who = people.officer('kent-officer')) =>
  (await find(terms, who)).items.map(({ perpetratorId }) => perpetratorId);

describe('searching by name', () => {
  it.each([
    ['the whole name', 'Quentin Exampleson', 'quentin'],
    ['the name in another order and case', 'EXAMPLESON quentin', 'quentin'],
    ['a name spelt another way', 'Quentyn Exampelson', 'quentin'],
    ['a name that sounds the same', 'Deks Mokmann', 'dex'],
    ['the beginning of a name', 'exam', 'quentin'],
    ['the end of a name', 'ampleson', 'quentin'],
    ['an alias', 'Kwentin', 'quentin'],
    ['a name without its accents and apostrophe', 'osample', 'aoife'],
    ['a name with other accents', 'Óife O’Sample Wright', 'aoife'],
  ])('finds %s', async (_, name, id) => {
    expect(await ids({ name })).toEqual([id]);
  });

  it.each(['Zebediah', 'Mockman Exampleson Nonesuch', '%', '_', '\\', "'"])('finds nobody for %p', async (name) => {
    expect(await ids({ name })).toEqual([]);
  });

  it('says why', async () => {
    const why = async (name: string) => (await find({ name })).items[0]?.why;
    expect(await why('exampleson, quentin')).toEqual([{ by: 'name', how: 'same', text: 'Same name' }]);
    expect(await why('Quentyn Exampelson')).toEqual([{ by: 'name', how: 'like', text: 'Name like Quentin Exampleson, spelt another way' }]);
    expect(await why('Fictionson')).toEqual([{ by: 'alias', how: 'like', text: 'Also known as Kwentin Fictionson' }]);
  });
});

describe('searching by number and by birth', () => {
  it('finds numbers however they are typed, whatever name stands beside them', async () => {
    expect(await ids({ identifier: '2099/1g' })).toEqual(['quentin']);
    expect(await ids({ identifier: ' n-17 ' })).toEqual(['dex']);
    const { items } = await find({ name: 'Aoife', identifier: '20990000001G' });
    expect(items.map(({ perpetratorId }) => perpetratorId)).toEqual(['quentin', 'aoife']);
    expect(items[0]?.why).toEqual([
      { by: 'identifier', how: 'same', text: 'PNCID 2099/0000001G' },
      { by: 'name', how: 'other', text: 'Another name' },
    ]);
  });

  it('finds nobody by a number that is nobody’s, and not everybody', async () => {
    expect(await find({ identifier: '2099/0000002H' })).toEqual(nobody);
    expect(await find({})).toEqual(nobody);
    expect(await find({ identifier: '  ', name: '--' })).toEqual(nobody);
  });

  it('finds a date of birth, also with day and month swapped', async () => {
    expect(await ids({ dateOfBirth: '1979-12-01' })).toEqual(['dex']);
    const { items } = await find({ dateOfBirth: '1979-01-12' });
    expect(items[0]?.why).toEqual([{ by: 'date-of-birth', how: 'like', text: 'Date of birth with day and month swapped' }]);
  });

  it('leaves nobody out for another date of birth, but says that it is another', async () => {
    const { items } = await find({ name: 'Exampleson', dateOfBirth: '1979-12-01' });
    expect(items.map(({ perpetratorId }) => perpetratorId)).toEqual(['quentin', 'dex']);
    expect(items[0]?.why.at(-1)).toEqual({ by: 'date-of-birth', how: 'other', text: 'Another date of birth' });
    expect(items[1]?.why).toEqual([{ by: 'date-of-birth', how: 'same', text: 'Only the date of birth fits' }]);
  });
});

describe('a list of many', () => {
  beforeAll(async () => {
    for (let nth = 0; nth < 45; nth += 1) {
      const dateOfBirth = nth === 17 ? '2001-09-09' : '1990-01-01';
      await people.perpetrator(`many-${nth}`, { name: { family: 'Placeholder', given: nth < 30 ? 'Barnaby' : 'Barnabas' }, dateOfBirth });
    }
  });

  it('has the best first', async () => {
    const { items } = await find({ name: 'Barnaby Placeholder', dateOfBirth: '2001-09-09' });
    expect(items[0]?.perpetratorId).toBe('many-17');
  });

  it('shows everyone once from page to page, the total on each', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const found = await search.find(people.officer('kent-officer'), { ...anything, name: 'Barnaby Placeholder' }, today, after);
      expect(found.total).toBe(45);
      seen.push(...found.items.map(({ perpetratorId }) => perpetratorId));
      after = found.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it('refuses a cursor that was tampered with', async () => {
    const asked = search.find(people.officer('kent-officer'), { ...anything, name: 'Placeholder' }, today, 'nonsense');
    await expect(asked).rejects.toThrow(DamagedCursor);
  });
});

describe('a restricted record', () => {
  const reader = () => people.officer('kent-officer');
  const colleague = () => people.officer('kent-colleague');
  const everyWay: Partial<SearchTerms>[] = [
    { name: 'Sham Constable' },
    { name: 'Sham' },
    { name: 'Shamm Constabel' },
    { identifier: '2099/0000002H' },
    { identifier: 'N-99' },
    { dateOfBirth: '1985-05-05' },
  ];

  beforeAll(async () => {
    await people.perpetrator(
      'sham',
      { name: { family: 'Constable', given: 'Sham' }, dateOfBirth: '1985-05-05' },
      { type: 'RecordRestricted', data: { perpetratorId: 'sham', basis: 'police-employee', readers: ['kent-officer'] } },
      number('sham', 'pncid', '2099/0000002H'),
      number('sham', 'nominal', 'N-99'),
    );
  });

  it.each(everyWay)('is found by its readers, and by nobody else, with %j', async (terms) => {
    expect(await ids(terms, reader())).toEqual(['sham']);
    expect(await find(terms, colleague())).toEqual(nobody);
  });

  it('is absent by id and from every count', async () => {
    expect(await records.byId(reader(), 'sham')).toMatchObject({ perpetratorId: 'sham' });
    expect(await records.byId(colleague(), 'sham')).toBeNull();
    expect(await records.byIds(colleague(), ['sham', 'dex'])).toHaveLength(1);
    const [seen, unseen] = [await records.count(reader()), await records.count(colleague())];
    expect(seen - unseen).toBe(1);
    expect((await records.count(reader(), '46')) - (await records.count(colleague(), '46'))).toBe(1);
  });

  it('is there again for all once the restriction is lifted, and follows its readers', async () => {
    await people.also('sham', { type: 'ReadersChanged', data: { perpetratorId: 'sham', readers: ['kent-standards'] } });
    expect(await ids({ name: 'Sham' }, reader())).toEqual([]);
    expect(await ids({ name: 'Sham' }, people.officer('kent-standards'))).toEqual(['sham']);
    await people.also('sham', {
      type: 'RestrictionLifted',
      data: { perpetratorId: 'sham' },
      personal: { reason: personal(['sham'], 'Cleared') },
    });
    expect(await ids({ name: 'Sham' }, colleague())).toEqual(['sham']);
  });

  it('does not concern those who may see no people at all', async () => {
    const administrator = viewer({ userId: 'kent-officer', force: '46', role: 'administrator', name: 'A. Specimen' });
    expect(await find({ name: 'Exampleson' }, administrator)).toEqual(nobody);
    expect(await records.count(administrator)).toBe(0);
  });
});

describe('an erased person', () => {
  it('cannot be found in any way, and nothing of them is left in the row', async () => {
    await people.perpetrator(
      'gone',
      { name: { family: 'Vanishing', given: 'Ada' }, dateOfBirth: '1966-06-06' },
      alias('gone', 'Disappear', 'Ada'),
      number('gone', 'nominal', 'N-66'),
    );
    expect(await ids({ name: 'Vanishing' })).toEqual(['gone']);
    await people.also('gone', { type: 'PersonErased', data: { personId: 'gone', basis: 'retention-review', authority: 'Review 7/2026' } });
    for (const terms of [{ name: 'Vanishing' }, { name: 'Ada Disappear' }, { identifier: 'N-66' }, { dateOfBirth: '1966-06-06' }]) {
      expect(await ids(terms)).toEqual([]);
    }
    const rows: unknown[] = await people.database.query(`select * from people.perpetrator_record where id = 'gone'`);
    expect(rows).toMatchObject([
      { search_names: '', date_of_birth: null, identifiers: [], nominals: [], subjects: [], doc: { is: 'erased' } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Vanishing|vanishing|1966|N-66|Disappear/);
  });

  it('is as absent after the records are rebuilt', async () => {
    await people.keyring.destroy('gone', { at: '2026-11-21T10:00:00.000Z', by: 'kent-officer' });
    const all = 'select * from people.perpetrator_record order by id';
    const live: unknown = await people.database.query(all);
    await people.projector.rebuild('perpetrator-record');
    expect(await people.database.query(all)).toEqual(live);
  });
});
