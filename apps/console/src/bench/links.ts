import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { blockingKeys, type Comparable, comparableAddress, comparableName, OFFER_FROM, score, type Score } from '#people';
import { clustersOf } from './clusters.js';
import { atLeast, atMost, type BenchSetup, type BenchTable } from './table.js';

interface Labelled {
  /** The number after `rec-`: records with the same one are of one person. */
  readonly person: string;
  readonly record: Comparable;
}

interface Scored extends Score {
  readonly places: readonly [number, number];
  readonly isOne: boolean;
}

/** Pairs that meet in more blocks than this are too common to say anything. */
const LARGEST_BLOCK = 200;

/**
 * How well pairs of records of one person are found in labelled data: files of FEBRL's columns, of which only names, date of birth, address
 * and postcode are read. `labelledPairs` is a file or a folder of them.
 */
export function benchLinks({ labelledPairs }: BenchSetup): Promise<BenchTable[]> {
  const note = 'Give a file or a folder: npm run bench links -- <path>, or set LABELLED_PAIRS.';
  if (labelledPairs === null) return Promise.resolve([table('Links: no labelled data was given', ['what to do'], [[note]])]);
  const files = filesAt(labelledPairs);
  if (files.length === 0) return Promise.resolve([table('Links: no labelled data is there', ['what to do'], [[note]])]);
  return Promise.resolve(files.flatMap(measured));
}

function filesAt(where: string): string[] {
  if (!existsSync(where)) return [];
  if (!statSync(where).isDirectory()) return [where];
  const names = readdirSync(where).filter((name) => name.endsWith('.csv'));
  return names.sort().map((name) => path.join(where, name));
}

function measured(file: string): BenchTable[] {
  const records = labelled(readFileSync(file, 'utf8'));
  const started = performance.now();
  const scored = candidates(records.map(({ record }) => record)).map(([a, b]): Scored => {
    const [one, other] = [records[a]!, records[b]!];
    return { ...score(one.record, other.record), places: [a, b], isOne: one.person === other.person };
  });
  const seconds = (performance.now() - started) / 1_000;
  const all = pairsOfOne(records.map(({ person }) => person));
  const offered = scored.filter(({ band }) => band === 'offer');
  const shown = scored.filter(({ band }) => band !== 'none');
  const people = clustersOf(
    records.length,
    shown.map(({ places }) => places),
  );
  const joined = people.reduce((sum, places) => sum + choose2(places.length), 0);
  const joinedRight = people.reduce((sum, places) => sum + pairsOfOne(places.map((place) => records[place]!.person)), 0);
  const named = records.map(({ record }) => record).filter(({ names }) => names[0]?.given);
  const twins = named.map((record, nth) => score(record, twinOf(record, named[(nth + 1) % named.length]!)));
  const falseTwins = twins.filter(({ band }) => band === 'offer').length;
  const grouped = row('people, if every such pair is linked', joinedRight, joined, all);
  return [
    table(
      `Links in ${path.basename(file)}: ${records.length} records, weight ${OFFER_FROM} or more, ${Math.round(scored.length / seconds)} pairs/s`,
      ['found', 'precision', 'recall', 'F1', 'wrong', 'missed'],
      [
        row('pairs offered as one person', countRight(offered), offered.length, all).cells,
        row('pairs put before a person, relatives with them', countRight(shown), shown.length, all).cells,
        grouped.cells,
        [`twins offered as one person: ${falseTwins} of ${twins.length}`, '', '', '', '', ''],
      ],
      [atLeast('F1 of people', grouped.f1, 0.99), atMost('twins offered as one person', falseTwins, 0)],
    ),
    levels(scored, records),
  ];
}

/** The records of the file, nothing of them read but what may be compared. */
function labelled(text: string): Labelled[] {
  const [heads = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = heads.split(',').map((head) => head.trim());
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.trim());
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const name = comparableName({ given: cell('given_name'), family: cell('surname') });
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(cell('date_of_birth')) ?? [];
    const home = comparableAddress([cell('street_number'), cell('address_1'), cell('address_2'), cell('suburb')], cell('postcode'));
    return {
      person: cell('rec_id').split('-')[1] ?? '',
      record: {
        ...{ names: [name], born: year === undefined ? '' : `${year}-${month}-${day}`, addresses: [home] },
        ...{ phones: [], handles: [], vehicles: [], numbers: [] },
      },
    };
  });
}

function candidates(records: readonly Comparable[]): (readonly [number, number])[] {
  const blocks = new Map<string, number[]>();
  for (const [place, record] of records.entries()) {
    for (const key of blockingKeys(record)) blocks.set(key, [...(blocks.get(key) ?? []), place]);
  }
  const pairs = new Set<number>();
  for (const places of blocks.values()) {
    if (places.length > LARGEST_BLOCK) continue;
    for (const [nth, a] of places.entries()) for (const b of places.slice(nth + 1)) pairs.add(a * records.length + b);
  }
  return [...pairs].map((pair) => [Math.floor(pair / records.length), pair % records.length]);
}

/** The same record with the given name of another: all by which a twin differs. */
function twinOf(record: Comparable, other: Comparable): Comparable {
  const [name, given] = [record.names[0]!, other.names[0]!.given];
  return { ...record, names: [{ ...name, given: given === name.given ? 'zebedee' : given }] };
}

/** m and u of every level as these data have them, to check the published weights against. */
function levels(scored: readonly Scored[], records: readonly Labelled[]): BenchTable {
  const matched = tally(scored.filter(({ isOne }) => isOne));
  const random: Score[] = [];
  for (const [place, { person, record }] of records.entries()) {
    for (let step = 1; step <= 40; step += 1) {
      const other = records[(place + step * 97) % records.length]!;
      if (other.person !== person) random.push(score(record, other.record));
    }
  }
  const unmatched = tally(random);
  const words = [...new Set([...matched.keys(), ...unmatched.keys()])].sort();
  const part = (counts: Map<string, number>, word: string) => (counts.get(word) ?? 0).toFixed(5);
  return table(
    '  levels',
    ['level', 'm', 'u'],
    words.map((word) => [word, part(matched, word), part(unmatched, word)]),
  );
}

function tally(scores: readonly Score[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of scores) {
    for (const { words } of lines) {
      const level = words.split(',')[0]!;
      counts.set(level, (counts.get(level) ?? 0) + 1 / scores.length);
    }
  }
  return counts;
}

function row(found: string, right: number, given: number, all: number): { readonly cells: string[]; readonly f1: number } {
  const f1 = (2 * right) / (given + all);
  const figures = [right / given, right / all, f1].map((figure) => figure.toFixed(4));
  return { cells: [found, ...figures, String(given - right), String(all - right)], f1 };
}

function countRight(pairs: readonly Scored[]): number {
  return pairs.filter(({ isOne }) => isOne).length;
}

function pairsOfOne(people: readonly string[]): number {
  const sizes = new Map<string, number>();
  for (const person of people) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + choose2(size), 0);
}

function choose2(count: number): number {
  return (count * (count - 1)) / 2;
}

function table(title: string, columns: string[], rows: string[][], verdicts: BenchTable['verdicts'] = []): BenchTable {
  return { title, columns, rows, verdicts };
}
