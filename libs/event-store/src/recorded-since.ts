import type { EventStore, StoredEvent } from './event-store.js';

const PAGE = 1_000;
/** Most that is looked through for one question. */
const MOST_PAGES = 10;

/**
 * What was recorded after the first of these places (null: before the first event) and `isWanted`, in its order; nothing without places.
 * Null when there is too much to look through. What read models that stand at these places cannot show yet is among it.
 */
export async function recordedSince(
  store: Pick<EventStore, 'readAll' | 'compare'>,
  places: readonly (string | null)[],
  isWanted: (event: StoredEvent) => boolean,
): Promise<readonly StoredEvent[] | null> {
  if (places.length === 0) return [];
  let after = places.reduce((a, b) => (a === null || b === null ? null : store.compare(a, b) <= 0 ? a : b));
  const found: StoredEvent[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const events = await store.readAll(after, PAGE);
    found.push(...events.filter(isWanted));
    if (events.length < PAGE) return found;
    after = events.at(-1)?.position ?? after;
  }
  return null;
}
