import { randomUUID } from 'node:crypto';
import type { Appended, EventStore, Expected, NewEvent } from '#event-store';

/** A writer of its own, as another process would be. */
export interface Writer {
  /** Appends, and keeps the append uncommitted for `before` ms before and `after` ms after it reached the store, where the engine has such a thing. */
  append(stream: string, expected: Expected, events: readonly NewEvent[], hold: { before: number; after: number }): Promise<Appended>;
  close(): Promise<void>;
}

/** What the checks look at. */
export interface Subject {
  readonly store: EventStore;
  /** The same events through stores of their own, `store` among them, as several processes have it. */
  readonly stores: readonly EventStore[];
  readonly openWriter: () => Promise<Writer>;
}

/** An event that means nothing, with an id of its own. */
export function event(note: unknown = null): NewEvent {
  return { id: randomUUID(), type: 'NoteTaken', schemaVersion: 1, data: { note }, meta: { by: 'officer-1' } };
}

export function events(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, at) => event(at));
}

/** A stream that nobody else uses. */
export function newStream(): string {
  return `note-${randomUUID()}`;
}

/** Numbers from 0 up to `below` that are the same in every run. */
export function sequenceOfNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
