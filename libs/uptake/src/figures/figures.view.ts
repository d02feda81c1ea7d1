import { force as forceOf } from '#access';
import { formatDate } from '#calendar';
import { kindRule, type OrderKind } from '#orders';
import { address, barChart, type Chart, lineChart } from '#pages';
import { counted, knownWords } from './counted.js';
import { inAddress, type Month, type UptakeFilter } from './filter.js';
import { type Counts, determined, percentage, type UptakeFigures } from './figures.js';
import type { List } from './lists.js';

/** A number on the page and the list of exactly the records it counts. */
export interface Linked {
  readonly text: string;
  readonly href: string | null;
}

export interface Table {
  /** Units over the columns after the first; none where the heads say them. */
  readonly units: readonly { readonly text: string; readonly span: number }[];
  readonly head: readonly string[];
  /** The first of each row is what it is about. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly Linked[] }[];
}

/** One figure: its finding, unit, table, CSV and chart. */
export interface FigureView {
  readonly key: FigureKey;
  readonly chart: Chart;
  readonly table: Table;
  /** How this is counted. */
  readonly counted: readonly string[];
  readonly csv: string;
}

export const FIGURES = ['months', 'forces', 'standing', 'breached'] as const;
export type FigureKey = (typeof FIGURES)[number];

export const notRecorded = 'not recorded';

/** The words, tables and charts of the managers' page. */
export function figuresView(figures: UptakeFigures): {
  readonly sentences: readonly string[];
  readonly note: string | null;
  /** Which of the two these figures are: as known on a day, or restated. */
  readonly known: string;
  readonly figures: readonly FigureView[];
} {
  return {
    sentences: sentences(figures),
    note: missing(figures),
    known: knownWords(figures.filter),
    figures: [months(figures), forces(figures), standing(figures), breached(figures)],
  };
}

function sentences(figures: UptakeFigures): string[] {
  const { filter, total, people, standing: lines, breached: kinds, firstDay } = figures;
  const inError = total.inError === 0 ? [] : [`Not among these: ${count(total.inError, 'application')} recorded in error.`];
  if (firstDay === null) return [nothing(filter), ...inError];
  const period = periodWords(filter);
  const live = sum(lines.map((line) => line.live));
  const made = sum(kinds.map((kind) => kind.made));
  const hit = sum(kinds.map((kind) => kind.breached));
  const done = determined(total);
  return [
    `${forceWords(filter.force)} filed ${count(total.filed, 'application')} for stalking protection orders about ${count(people.applications, 'perpetrator')}, ${period}.`,
    done === 0
      ? `None of them is determined yet: ${total.pending} pending, ${total.withdrawn} withdrawn.`
      : `${share(total.granted, done)} of the ${done} determined were granted; ${total.refused} refused, ${total.otherwise} otherwise dealt with. Apart from these, ${total.withdrawn} withdrawn and ${total.pending} pending.`,
    ...(total.grantedOnAppeal === 0
      ? []
      : [`Of those refused, ${total.grantedOnAppeal} ended in an order made on appeal; the order is among those made.`]),
    ...inError,
    `${count(total.made, 'order')} made about ${count(people.orders, 'perpetrator')}: ${total.interim} interim and ${total.full} full stalking protection orders, ${total.other} of other kinds. ${
      made === 0 ? '' : `${share(hit, made)} of them alleged to have been breached at least once.`
    }`.trim(),
    `${count(live, 'order')} in force on ${formatDate(filter.asAt)}: ${sum(lines.map((line) => line.unserved))} not served, ${sum(lines.map((line) => line.expiring60))} ending within 60 days.`,
  ];
}

function nothing({ force, asAt }: UptakeFigures['filter']): string {
  return `Nothing is recorded${force === null ? '' : ' for this force'} up to ${formatDate(asAt)}. That is not the same as zero.`;
}

/** Null also where the first sentence says that nothing is recorded. */
function missing({ firstDay, months: lines }: UptakeFigures): string | null {
  if (firstDay === null) return null;
  const none = lines.some(({ month }) => month < firstDay.slice(0, 7));
  return none ? `Nothing is recorded before ${formatDate(firstDay)}: months before that are missing, not zero.` : null;
}

function months({ filter, months: lines, total }: UptakeFigures): FigureView {
  const values = (of: (counts: Counts) => number) => lines.map(({ counts }) => (counts === null ? null : of(counts)));
  const chart = lineChart({
    title: `${count(total.filed, 'application')} filed, ${count(total.interim, 'interim order')} and ${count(total.full, 'full order')} made`,
    subtitle: `Applications by the month filed, stalking protection orders by the month made. ${forceWords(filter.force)}, ${periodWords(filter)}`,
    labels: lines.map(({ month }) => monthWords(month)),
    series: [
      { name: 'Applications', values: values(({ filed }) => filed) },
      { name: 'Interim orders', values: values(({ interim }) => interim) },
      { name: 'Full orders', values: values(({ full }) => full) },
    ],
  });
  const rows = lines.map(({ month, counts }) => ({
    label: monthWords(month),
    cells: countCells({ ...filter, from: month, to: month }, counts),
  }));
  return {
    key: 'months',
    chart,
    table: { units: countUnits, head: ['Month', ...countHead], rows: [...rows, totalRow(filter, total)] },
    counted: counted(filter).months,
    csv: csvAddress('months', filter),
  };
}

function forces({ filter, forces: lines, total }: UptakeFigures): FigureView {
  const [first] = lines;
  const shown = lines.slice(0, 12);
  const chart = barChart({
    title:
      first && first.counts.filed > 0
        ? `${nameOf(first.force)} filed the most applications: ${first.counts.filed} of ${total.filed}`
        : 'No force filed an application',
    subtitle: `Applications filed and orders of all kinds made, ${periodWords(filter)}${lines.length > shown.length ? `. The ${shown.length} forces with most applications of ${lines.length}` : ''}`,
    labels: shown.map(({ force }) => nameOf(force)),
    series: [
      { name: 'Applications', values: shown.map(({ counts }) => counts.filed) },
      { name: 'Orders', values: shown.map(({ counts }) => counts.made) },
    ],
  });
  const rows = lines.map(({ force, counts }) => ({ label: nameOf(force), cells: countCells({ ...filter, force }, counts) }));
  return {
    key: 'forces',
    chart,
    table: { units: countUnits, head: ['Force', ...countHead], rows: [...rows, totalRow(filter, total)] },
    counted: counted(filter).forces,
    csv: csvAddress('forces', filter),
  };
}

function standing({ filter, standing: lines }: UptakeFigures): FigureView {
  const names = ['live', 'unserved', 'unknown', 'expiring30', 'expiring60'] as const;
  const chart = barChart({
    title: `${count(sum(lines.map((line) => line.unserved)), 'order')} in force not served, ${sum(lines.map((line) => line.expiring60))} ending within 60 days`,
    subtitle: `Orders in force at the end of ${formatDate(filter.asAt)}, by kind. ${forceWords(filter.force)}`,
    labels: lines.map(({ kind }) => shortWords(kind)),
    series: [
      { name: 'In force', values: lines.map((line) => line.live) },
      { name: 'Not served', values: lines.map((line) => line.unserved) },
      { name: 'Within 60 days', values: lines.map((line) => line.expiring60) },
    ],
  });
  const rows = lines.map((line) => ({
    label: kindWords(line.kind),
    cells: names.map((name) => linked(filter, name, line[name], line.kind)),
  }));
  const all = { label: 'All kinds', cells: names.map((name) => linked(filter, name, sum(lines.map((line) => line[name])))) };
  const head = [
    'Kind of order',
    'In force',
    'Not served',
    'Not served, nothing shows it is known',
    'Ends within 30 days',
    'Ends within 60 days',
  ];
  return {
    key: 'standing',
    chart,
    table: { units: [], head, rows: [...rows, all] },
    counted: counted(filter).standing,
    csv: csvAddress('standing', filter),
  };
}

function breached({ filter, breached: lines }: UptakeFigures): FigureView {
  const made = sum(lines.map((line) => line.made));
  const hit = sum(lines.map((line) => line.breached));
  const knowing = sum(lines.map((line) => line.breachedKnowing));
  const chart = barChart({
    title:
      made === 0 ? 'No orders were made' : `${share(hit, made)} of ${count(made, 'order')} alleged to have been breached at least once`,
    subtitle: `Per cent of the orders made, ${periodWords(filter)}, by kind; n is how many were made. ${forceWords(filter.force)}`,
    labels: lines.map(({ kind, made: n }) => `${shortWords(kind)} (n = ${n})`),
    series: [{ name: 'Breached at least once', values: lines.map((line) => percentage(line.breached, line.made)) }],
    format: (value) => `${value}%`,
  });
  const row = (label: string, n: number, some: number, knew: number, kind?: OrderKind) => ({
    label,
    cells: [
      linked(filter, 'made', n, kind),
      linked(filter, 'breached', some, kind),
      { text: percentWords(some, n), href: null },
      linked(filter, 'breachedKnowing', knew, kind),
      { text: percentWords(knew, n), href: null },
    ],
  });
  const rows = lines.map((line) => row(kindWords(line.kind), line.made, line.breached, line.breachedKnowing, line.kind));
  const head = ['Kind of order', 'Orders made (n)', 'Breached at least once', 'Share of n', 'Breached once known', 'Share of n'];
  return {
    key: 'breached',
    chart,
    table: { units: [], head, rows: [...rows, row('All kinds', made, hit, knowing)] },
    counted: counted(filter).breached,
    csv: csvAddress('breached', filter),
  };
}

const countUnits = [
  { text: 'Applications', span: 6 },
  { text: 'Orders made', span: 3 },
];
const countHead = ['Filed', 'Granted', 'Refused', 'Withdrawn', 'Otherwise', 'Pending', 'Interim', 'Full', 'Other'];
const countLists = ['filed', 'granted', 'refused', 'withdrawn', 'otherwise', 'pending'] as const;

function countCells(filter: UptakeFilter, counts: Counts | null): Linked[] {
  if (counts === null) return countHead.map(() => ({ text: notRecorded, href: null }));
  return [
    ...countLists.map((list) => linked(filter, list, counts[list])),
    linked(filter, 'made', counts.interim, 'interim-spo'),
    linked(filter, 'made', counts.full, 'spo'),
    linked(filter, 'made', counts.other, 'other-kinds'),
  ];
}

function totalRow(filter: UptakeFilter, total: Counts): Table['rows'][number] {
  return { label: 'Total', cells: countCells(filter, total) };
}

/** Nothing to list behind a zero. */
function linked(filter: UptakeFilter, list: List, value: number, kind?: OrderKind | 'other-kinds'): Linked {
  const path = (countLists as readonly string[]).includes(list) ? '/uptake/applications' : '/uptake/orders';
  return {
    text: value.toLocaleString('en-GB'),
    href: value === 0 ? null : address(path, { list, ...inAddress(filter), kind: kind ?? '' }),
  };
}

function csvAddress(key: FigureKey, filter: UptakeFilter): string {
  return address(`/uptake/${key}.csv`, inAddress(filter));
}

/** `May 2026` */
export function monthWords(month: Month): string {
  return formatDate(`${month}-01`).slice(2);
}

export function periodWords({ from, to, asAt }: UptakeFilter): string {
  const last = to === asAt.slice(0, 7) ? formatDate(asAt) : monthWords(to);
  return from === to ? last : `${monthWords(from)} to ${last}`;
}

export function forceWords(code: string | null): string {
  return code === null ? 'All forces' : nameOf(code);
}

export function nameOf(code: string): string {
  return forceOf(code)?.name ?? code;
}

export function kindWords(kind: OrderKind): string {
  return kindRule(kind).name;
}

/** Short enough for the label of a bar, and different for every kind. */
function shortWords(kind: OrderKind): string {
  return kind.startsWith('restraining-') ? `RO on ${kind.slice('restraining-'.length)}` : kindRule(kind).short;
}

/** `9 (23%)` */
function share(part: number, of: number): string {
  return `${part} (${percentWords(part, of)})`;
}

function percentWords(part: number, of: number): string {
  const percent = percentage(part, of);
  return percent === null ? 'none made' : `${percent}%`;
}

function count(value: number, one: string): string {
  return `${value.toLocaleString('en-GB')} ${one}${value === 1 ? '' : 's'}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
