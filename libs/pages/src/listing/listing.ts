import { isLocalDate, type LocalDate } from '#calendar';
import { Problem } from '../submissions/problem.js';

/** Part of a list, newest or first by its order, and how to get the part after it. */
export interface Listing<Item> {
  readonly items: readonly Item[];
  /** Opaque; null at the end. */
  readonly next: string | null;
}

/** A cursor made from the sort values of the last item shown. Opaque to callers, holds nothing personal. */
export function cursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** `after` holds nothing that `cursor` made for this list. To begin again unasked would show, and count, what was shown before. */
export class DamagedCursor extends Problem {
  constructor() {
    const text = 'Send next of the part before as it came, or leave this out for the first part';
    super(Problem.query([{ field: 'after', text }]).details);
  }
}

/** What each value of a cursor must be, in order. */
type Checks<Values extends readonly unknown[]> = { readonly [Place in keyof Values]: (value: unknown) => value is Values[Place] };

/** The values in a cursor of this list; null when there is none. @throws DamagedCursor when it is no cursor of this list */
export function readCursor<Values extends readonly unknown[]>(text: unknown, ...checks: Checks<Values>): Values | null {
  if (text === undefined || text === null || text === '') return null;
  const values = decoded(text);
  const fits = Array.isArray(values) && values.length === checks.length && checks.every((check, place) => check(values[place]));
  if (!fits) throw new DamagedCursor();
  return values as unknown as Values;
}

function decoded(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > 500) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The day and the id in a cursor of a list that is sorted by both; null when there is none. @throws DamagedCursor */
export function readDayCursor(text: unknown): readonly [LocalDate, string] | null {
  return readCursor(text, isLocalDate, isCursorText);
}

/** Text as the database can keep it. */
export function isCursorText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

export function isCursorNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A listing from `size + 1` fetched items: the one too many only says that there are more. `at` gives an item's sort values. */
export function listing<Item>(fetched: readonly Item[], size: number, at: (item: Item) => readonly (string | number)[]): Listing<Item> {
  const items = fetched.slice(0, size);
  const last = items.at(-1);
  return { items, next: fetched.length > size && last !== undefined ? cursor(at(last)) : null };
}

/** `path` with `query` in it: filters that are empty are left out, several values of one name are repeated. */
export function address(path: string, query: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof item === 'string' && item !== '') search.append(name, item);
      else if (typeof item === 'number' || typeof item === 'boolean') search.append(name, String(item));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The address of the part after this one, with the same filters; null at the end. */
export function nextAddress(path: string, query: Readonly<Record<string, unknown>>, { next }: Listing<unknown>): string | null {
  return next === null ? null : address(path, { ...query, after: next });
}
