import { isLocalDate, type LocalDate } from '#calendar';

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

/** The values in a cursor of `length` values; null when it is absent or was not made by `cursor`. */
export function readCursor(text: unknown, length: number): readonly (string | number)[] | null {
  if (typeof text !== 'string' || text.length > 500) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const fits =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => (typeof value === 'string' ? !value.includes('\0') : Number.isFinite(value)));
    return fits ? (values as (string | number)[]) : null;
  } catch {
    return null;
  }
}

/** The day and the id in a cursor of a list that is sorted by both; null when it holds anything else. */
export function readDayCursor(text: unknown): readonly [LocalDate, string] | null {
  const [day, id] = readCursor(text, 2) ?? [];
  return isLocalDate(day) && typeof id === 'string' ? [day, id] : null;
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
