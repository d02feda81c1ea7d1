import { viewer, type Viewer } from '#access';
import type { LocalDate } from '#calendar';
import { perpetratorRow } from '#people';
import { type Found, Links, PeopleSearch } from '#people/module';
import type { DataSource } from 'typeorm';
import { withFreshRecord } from './loading.js';
import { chance, type Named, namedPerson, READER } from './people-by-name.js';
import { atLeast, atMost, type BenchTable, type Effort } from './table.js';
import { percentile } from './timings.js';

const TODAY: LocalDate = '2026-11-21';
/** Rows written at once. */
const PORTION = 5_000;

/** Searches of every kind among few and among many records, as the page asks them, without HTTP. */
export function benchSearch(serverUrl: string, effort: Effort): Promise<BenchTable[]> {
  return effort === 'full' ? measureSearches(serverUrl, [10_000, 1_000_000], 100) : measureSearches(serverUrl, [100, 200], 1);
}

/** @param asked how often each kind of search is asked at each size; sizes grow */
export function measureSearches(serverUrl: string, sizes: readonly number[], asked: number): Promise<BenchTable[]> {
  return withFreshRecord(serverUrl, async ({ database }) => {
    const tables: BenchTable[] = [];
    const slowest: number[] = [];
    let there = 0;
    for (const size of sizes) {
      await loadPeople(database, there, size);
      there = size;
      const { table, all } = await searches(database, size, asked);
      slowest.push(percentile(all, 0.95));
      tables.push(table);
    }
    const [few = 0, many = 0] = slowest;
    tables
      .at(-1)
      ?.verdicts.push(
        atMost(`p95 of all searches in ms at ${sizes.at(-1)} records`, many, 200),
        atMost(`p95 at ${sizes.at(-1)} to p95 at ${sizes[0]} records`, many / few, 25),
      );
    return tables;
  });
}

/** Straight into the table, its rows made as the projection makes them; the indexes are made once all is there. */
async function loadPeople(database: DataSource, from: number, to: number): Promise<void> {
  const indexes: { name: string; definition: string }[] = await database.query(
    `select quote_ident(schemaname) || '.' || quote_ident(indexname) as name, indexdef as definition from pg_indexes
     where schemaname = 'people' and tablename = 'perpetrator_record' and indexname not like '%pkey' and indexdef not like '%UNIQUE%'`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  for (let start = from; start < to; start += PORTION) {
    const rows = Array.from({ length: Math.min(PORTION, to - start) }, (_, nth) => columnsOf(namedPerson(start + nth)));
    await database.query(
      'insert into people.perpetrator_record select * from jsonb_populate_recordset(null::people.perpetrator_record, $1)',
      [JSON.stringify(rows)],
    );
  }
  await database.transaction(async (manager) => {
    await manager.query(`set local maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await manager.query(definition);
  });
  await database.query('vacuum analyze people.perpetrator_record');
}

function columnsOf({ record }: Named): object {
  const { recordedAt, searchNames, searchKeys, searchNumbers, dateOfBirth, ...same } = perpetratorRow(record, '2026-11-21T10:00:00.000Z');
  return {
    ...same,
    recorded_at: recordedAt,
    search_names: searchNames,
    search_keys: searchKeys,
    search_numbers: searchNumbers,
    date_of_birth: dateOfBirth,
    subjects: [record.perpetratorId],
  };
}

interface Terms {
  readonly name?: string;
  readonly identifier?: string;
  readonly dateOfBirth?: LocalDate;
}

interface Kind {
  readonly what: string;
  /** What somebody types who looks for the person; null when the person cannot be looked for so. */
  readonly ask: (person: Named, random: () => number) => Terms | null;
  readonly as?: Viewer;
}

const officer = viewer({ userId: 'bench-officer', force: '46', role: 'officer', name: 'A. Specimen' });
const reader = viewer({ userId: READER, force: '46', role: 'officer', name: 'B. Specimen' });
const full = ({ given, family }: Named['name']): string => `${given} ${family}`;
const number = (identifier: string): Terms | null => (identifier === '' ? null : { identifier });

const KINDS: readonly Kind[] = [
  { what: 'whole name', ask: ({ name }) => ({ name: full(name) }) },
  { what: 'whole name and date of birth', ask: ({ name, dateOfBirth }) => ({ name: full(name), dateOfBirth }) },
  { what: 'family name alone', ask: ({ name }) => ({ name: name.family }) },
  { what: 'misspelt', ask: ({ name }, random) => ({ name: `${name.given} ${slip(name.family, random)}` }) },
  {
    what: 'misspelt, date of birth one digit wrong',
    ask: ({ name, dateOfBirth }, random) => ({
      name: `${name.given} ${slip(name.family, random)}`,
      dateOfBirth: digitWrong(dateOfBirth, random),
    }),
  },
  { what: 'in part', ask: ({ name }) => ({ name: `${name.family.slice(0, 4)} ${name.given.slice(0, 1)}` }) },
  { what: 'as it sounds', ask: ({ name }) => ({ name: `${respelt(name.given)} ${respelt(name.family)}` }) },
  { what: 'with a middle name that is not on record', ask: ({ name }) => ({ name: `${name.given} Ferdinand ${name.family}` }) },
  { what: 'as it was only heard', ask: ({ name }) => ({ name: `${name.given} ${heard(name.family)}` }) },
  { what: 'alias', ask: ({ alias }) => (alias ? { name: full(alias) } : null) },
  {
    what: 'date of birth one digit wrong, family name',
    ask: ({ name, dateOfBirth }, random) => ({ name: name.family, dateOfBirth: digitWrong(dateOfBirth, random) }),
  },
  { what: 'date of birth alone', ask: ({ dateOfBirth }) => ({ dateOfBirth }) },
  { what: 'PNCID in short form', ask: ({ numbers }) => number(numbers.pncid.replace(/^20(\d\d)\/0*/, '$1/')) },
  { what: 'nominal', ask: ({ numbers }) => number(numbers.nominal) },
  { what: 'telephone', ask: ({ numbers }) => number(numbers.phone.replace('+44', '0')) },
  { what: 'online name', ask: ({ numbers }) => number(numbers.handle && `@${numbers.handle}`) },
  { what: 'vehicle', ask: ({ numbers }) => number(numbers.vehicle) },
  { what: 'telephone in part', ask: ({ numbers }) => number(numbers.phone.slice(-6)) },
  { what: 'whole name, by a reader of restricted records', ask: ({ name }) => ({ name: full(name) }), as: reader },
  {
    what: 'nobody of that name',
    ask: ({ name }, random) => ({ name: `${slip(slip(name.given, random), random)}x ${slip(slip(name.family, random), random)}q` }),
  },
];

async function searches(database: DataSource, size: number, asked: number): Promise<{ table: BenchTable; all: number[] }> {
  const search = new PeopleSearch(database, new Links(database));
  const all: number[] = [];
  const rows: string[][] = [];
  let [looked, shown] = [0, 0];
  for (const { what, ask, as = officer } of KINDS) {
    const took: number[] = [];
    const found: Found[] = [];
    let seen = 0;
    const random = chance(rows.length);
    for (let tries = 0; took.length < asked && tries < asked * 20; tries += 1) {
      const person = namedPerson(Math.floor(random() * size));
      const terms = person.record.restriction === null || as === reader ? ask(person, random) : null;
      if (terms === null) continue;
      const start = performance.now();
      const answer = await search.find(as, { name: null, identifier: null, dateOfBirth: null, ...terms }, TODAY);
      took.push(performance.now() - start);
      found.push(answer);
      if (answer.items.some(({ perpetratorId }) => perpetratorId === person.record.perpetratorId)) seen += 1;
    }
    if (what === 'whole name and date of birth' || what.startsWith('misspelt, date'))
      [looked, shown] = [looked + took.length, shown + seen];
    all.push(...took);
    const of = (count: number): string => `${Math.round((100 * count) / took.length)} %`;
    const ms = [0.5, 0.95].map((share) => percentile(took, share).toFixed(1));
    rows.push([what, ...ms, Math.max(...took).toFixed(1), of(seen), of(found.filter(({ tooMany }) => tooMany).length)]);
  }
  rows.push(['all kinds', ...[0.5, 0.95].map((share) => percentile(all, share).toFixed(1)), Math.max(...all).toFixed(1), '', '']);
  return {
    table: {
      title: `Search among ${size} records, each kind ${asked} times, one after the other`,
      columns: ['', 'p50 ms', 'p95 ms', 'most ms', 'on the first page', 'too many alike'],
      rows,
      verdicts: [atLeast('found on the first page by name and date of birth, with slips or without', shown / looked, 0.95)],
    },
    all,
  };
}

/** One letter changed, left out, doubled or swapped. */
function slip(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2));
  const [before, here, after] = [name.slice(0, at), name.slice(at, at + 1), name.slice(at + 1)];
  const other = String.fromCharCode(97 + Math.floor(random() * 26));
  return [before + other + after, before + after, before + here + here + after, before + after.slice(0, 1) + here + after.slice(1)][
    Math.floor(random() * 4)
  ]!;
}

/** Written otherwise, spoken the same. */
function respelt(name: string): string {
  return name
    .toLowerCase()
    .replace(/ph/g, 'f')
    .replace(/qu/g, 'kw')
    .replace(/ck|c(?=[aou])/g, 'k')
    .replace(/y/g, 'i')
    .replace(/(?<=.)e(?=.)/g, 'a');
}

/** Every vowel after the first letter another one, the last letter doubled. */
function heard(name: string): string {
  return name.slice(0, 1) + name.slice(1).replace(/[aeiou]/g, (vowel) => 'eioua'['aeiou'.indexOf(vowel)]!) + name.slice(-1);
}

/** A real date that differs in the last digit of the day or of the year. */
function digitWrong(date: LocalDate, random: () => number): LocalDate {
  const other = (digit: string): string => String((Number(digit) + 1 + Math.floor(random() * 8)) % 10);
  const year = date.slice(0, 3) + other(date.slice(3, 4));
  return date.endsWith('02-29') ? `${date.slice(0, 8)}28` : year + date.slice(4);
}
