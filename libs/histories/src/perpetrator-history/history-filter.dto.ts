import { isLocalDate, type LocalDate } from '#calendar';
import { ChoiceField, ChoicesField, IdField, isUuid, LocalDateField, Problem, TextField } from '#pages';
import { HISTORY_KINDS, type HistoryKind } from '../sentences/index.js';
import type { HistoryFilter } from './perpetrator-history.query.js';

/** What the address of the page asks for. What cannot be read is passed over and said, so that an old link still opens. */
export interface AskedFor {
  readonly filter: HistoryFilter;
  readonly asKnownOn: LocalDate | null;
  readonly after: string | null;
  /** Sentences about what could not be read. */
  readonly problems: readonly { readonly text: string; readonly href: string }[];
}

/** Reads the query string. `today` is the London day: nothing is known on a later one. */
export function readFilter(query: Readonly<Record<string, unknown>>, today: LocalDate): AskedFor {
  const problems: { text: string; href: string }[] = [];
  const day = (name: string, words: string): LocalDate | null => {
    const value = dayIn(query, name);
    if (value === '' || isLocalDate(value)) return value === '' ? null : value;
    problems.push({ text: `${words} must be a real day, such as 14 5 2026`, href: `#${name}-day` });
    return null;
  };
  const known = day('asKnownOn', 'As known on');
  if (known !== null && known > today) problems.push({ text: 'As known on must be today or an earlier day', href: '#asKnownOn-day' });
  const from = day('from', 'From');
  const to = day('to', 'To');
  if (from !== null && to !== null && from > to) problems.push({ text: 'From must not be after To', href: '#from-day' });
  const forceCode = text(query['force']);
  const orderId = text(query['order']);
  const after = text(query['after']);
  return {
    filter: {
      kinds: texts(query['kind']).filter(isKind),
      force: /^\d{2}$/.test(forceCode) ? forceCode : null,
      orderId: isUuid(orderId) ? orderId : null,
      from,
      to,
    },
    asKnownOn: known !== null && known <= today ? known : null,
    after: after === '' ? null : after,
    problems,
  };
}

/** A day given as `name=2026-05-14` or in the three fields of a date input; empty when not given. */
function dayIn(query: Readonly<Record<string, unknown>>, name: string): string {
  const whole = query[name];
  if (typeof whole === 'string') return whole.trim();
  const parts = [query[`${name}-year`], query[`${name}-month`], query[`${name}-day`]].map((part) => text(part).trim());
  if (parts.every((part) => part === '')) return '';
  const [year = '', month = '', dayOfMonth = ''] = parts;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => typeof item === 'string');
}

function isKind(value: string): value is HistoryKind {
  return (HISTORY_KINDS as readonly string[]).includes(value);
}

/** The filters as the API may ask for them. */
export class HistoryAsked {
  @ChoicesField('kinds of entries', HISTORY_KINDS, { optional: true }) kind?: HistoryKind[];
  @TextField('the CJS code of a force', { optional: true, shape: { is: /^\d{2}$/, text: 'Enter a CJS code of two numbers, like 46' } })
  force?: string;
  @IdField('an order', { optional: true }) order?: string;
  @LocalDateField('the first day', { optional: true }) from?: LocalDate;
  @LocalDateField('the last day', { optional: true }) to?: LocalDate;
  @LocalDateField('the day on which it was known', { optional: true }) asKnownOn?: LocalDate;
}

export class HistoryPartAsked extends HistoryAsked {
  @TextField('`next` of the part before, as it came; the first part without it', { max: 500, optional: true }) after?: string;
}

export class HistoryPdfAsked extends HistoryAsked {
  @ChoiceField('what is done with what tells where a protected person can be reached', ['court', 'file'], { optional: true })
  for?: 'court' | 'file';
}

/** A program must not take what is known today for what was known on the day it asked for. */
export function refuseUnread({ problems }: AskedFor): void {
  if (problems.length > 0)
    throw Problem.query(problems.map((problem) => ({ text: problem.text, field: problem.href.replace(/^#|-day$/g, '') })));
}
