import { force as forceOf } from '#access';
import { addDays, addMonths, isLocalDate, type LocalDate } from '#calendar';
import { isRecordable, Problem } from '#pages';

/** A calendar month, `YYYY-MM`. */
export type Month = string;

/** What the figures are asked about. */
export interface UptakeFilter {
  /** CJS code; null: all forces. */
  readonly force: string | null;
  readonly from: Month;
  readonly to: Month;
  /** Nothing that happened after this London day counts. */
  readonly asAt: LocalDate;
  /** Nothing that was recorded after this London day counts, as when the figures of that day were published; null: all that is known now. */
  readonly asKnownOn: LocalDate | null;
}

export interface FilterProblem {
  readonly text: string;
  /** The input to jump to. */
  readonly href: string;
}

export interface Asked {
  readonly filter: UptakeFilter;
  /** Sentences about what could not be read; what is usual is shown instead, so that an old link still opens. */
  readonly problems: readonly FilterProblem[];
}

type QueryString = Readonly<Record<string, unknown>>;

/** More months than this make neither a table nor a chart. */
export const MOST_MONTHS = 60;

/**
 * Reads the address of the page. Usual: all forces, as at `today`, the twelve months before this one and this one, with all that is known
 * now. Figures as known on a day are never as at a later one: nobody knew then what would happen.
 */
export function readFilter(query: QueryString, today: LocalDate): Asked {
  const problems: FilterProblem[] = [];
  const asKnownOn = readDay(query, 'asKnownOn', 'As known on', today, problems);
  const at = readDay(query, 'at', 'As at', today, problems) ?? today;
  const asAt = asKnownOn !== null && asKnownOn < at ? asKnownOn : at;
  const usual = { from: addMonths(asAt, -12).slice(0, 7), to: asAt.slice(0, 7) };
  const month = (name: 'from' | 'to', words: string): Month => {
    const typed = text(query[name]);
    if (isLocalDate(`${typed}-01`) && isRecordable(`${typed}-01`)) return typed;
    if (typed !== '') problems.push({ text: `${words} must be a year and a month, like 2026-05`, href: `#${name}` });
    return usual[name];
  };
  const from = month('from', 'First month');
  const to = month('to', 'Last month');
  const code = text(query['force']);
  const force = forceOf(code)?.cjs ?? null;
  if (code !== '' && force === null) problems.push({ text: 'Select a force from the list', href: '#force' });
  const isUsual = { force, ...usual, asAt, asKnownOn };
  if (from > to) {
    problems.push({ text: 'First month must not be after last month', href: '#from' });
    return { filter: isUsual, problems };
  }
  if (addMonths(`${from}-01`, MOST_MONTHS) <= `${to}-01`) {
    problems.push({ text: `Choose at most ${MOST_MONTHS} months`, href: '#from' });
    return { filter: isUsual, problems };
  }
  return { filter: { force, from, to, asAt, asKnownOn }, problems };
}

/** Answers a program whose address cannot be read: figures of something it did not ask for would be taken for those it did. */
export function refuseUnreadable(problems: readonly FilterProblem[]): void {
  if (problems.length > 0)
    throw Problem.query(problems.map((problem) => ({ text: problem.text, field: problem.href.replace(/^#|-day$/g, '') })));
}

/** A day up to `today`, given as `at=2026-05-14` or in the three inputs of a date; null when none is. One that is to come is read as today. */
function readDay(query: QueryString, name: string, words: string, today: LocalDate, problems: FilterProblem[]): LocalDate | null {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => text(query[`${name}-${part}`]));
  const parts = year + month + day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const typed = text(query[name]) || parts;
  if (typed === '') return null;
  if (!isLocalDate(typed) || !isRecordable(typed)) {
    problems.push({ text: `${words} must be a real day, like 14 5 2026`, href: `#${name}-day` });
    return null;
  }
  if (typed > today) problems.push({ text: `${words} must be today or an earlier day`, href: `#${name}-day` });
  return typed > today ? today : typed;
}

/** The months of the filter, the first one first. */
export function monthsOf({ from, to }: Pick<UptakeFilter, 'from' | 'to'>): readonly Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
}

/** The days of the filter that have come by the as-at day, both included; the last is before the first when none has. */
export function daysOf({ from, to, asAt }: UptakeFilter): { readonly first: LocalDate; readonly last: LocalDate } {
  const last = addDays(addMonths(`${to}-01`, 1), -1);
  return { first: `${from}-01`, last: last < asAt ? last : asAt };
}

/** The filter as the address says it, for links to the same figures. */
export function inAddress({ force, from, to, asAt, asKnownOn }: UptakeFilter): Readonly<Record<string, string>> {
  return { force: force ?? '', from, to, at: asAt, asKnownOn: asKnownOn ?? '' };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
