import type { Append } from './event-store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Throws when no store could take these appends: an append without a stream or events, an id that is no UUID, anything named twice. */
export function assertWellFormed(appends: readonly Append[]): void {
  const ids = new Set<string>();
  const streams = new Set<string>();
  let events = 0;
  for (const append of appends) {
    if (append.stream === '') throw new Error('An append needs a stream');
    for (const { id, schemaVersion } of append.events) {
      if (!UUID.test(id)) throw new Error('An event id is a UUID');
      if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > 32_767)
        throw new Error('A schema version is a whole number from 1');
      ids.add(id.toLowerCase());
    }
    events += append.events.length;
    streams.add(append.stream);
  }
  // Among others, an append without events asks only that its expectation holds.
  if (events === 0) throw new Error('An append needs at least one event');
  if (ids.size < events) throw new Error('An event id appears twice in one append');
  if (streams.size < appends.length) throw new Error('A stream appears twice in one append');
}

/** As JSON keeps it. What JSON cannot say is null. */
export function asJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
