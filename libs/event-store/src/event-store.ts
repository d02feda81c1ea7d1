/** A fact ready to be stored: personal parts are sealed, so `data` and `meta` are safe to lie in any backup. */
export interface NewEvent {
  /** UUID made from the command, so that a retried command makes the same ids. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly meta: unknown;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 0-based. */
  readonly revision: bigint;
  /** Opaque place in the order of all events; compare with `EventStore.compare` only. */
  readonly position: string;
}

/** What the writer believes of the stream: its last revision, that it does not exist, that it does, or nothing. */
export type Expected = bigint | 'none' | 'exists' | 'any';

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
}

/** A version conflict is an answer, not an error. `duplicate`: the same events were stored before by the same command. */
export type Appended =
  | { readonly ok: true; readonly duplicate: boolean; readonly revision: bigint; readonly position: string }
  | { readonly ok: false; readonly conflict: true; readonly actual: bigint | 'none' };

export interface Capabilities {
  /** Whether `appendMany` is all-or-nothing over several streams. */
  readonly atomicAppendMany: boolean;
}

export interface Subscription {
  stop(): Promise<void>;
}

/**
 * The port to an event store. Every adapter passes the same contract suite: it never skips an event, never lets two writers win one
 * revision, never stores a retried command twice.
 */
export abstract class EventStore {
  abstract readonly capabilities: Capabilities;

  /**
   * Durable when it answers. Refuses (as a conflict) any expectation that does not hold, a revision from the future included. Events that
   * are all in the stream already are not stored again, whatever was expected: the answer is `duplicate` and where they are. Throws when
   * an event id is in use elsewhere, the stream was deleted or the append is malformed. When the store cannot be reached it throws too,
   * and the events may or may not be stored: the same append again settles it.
   */
  abstract append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;

  /**
   * Appends to several streams, each at most once, all or nothing; one verdict per append in their order, otherwise as `append`. When one
   * is refused all are, each with its stream's actual revision. One without events, among others, asks only that its expectation holds;
   * its position means nothing. Throws if not capable.
   */
  abstract appendMany(appends: readonly Append[]): Promise<Appended[]>;

  /** The stream's events from `from` (0-based, inclusive) in order; empty if there is no such stream. */
  abstract read(stream: string, from?: bigint): Promise<StoredEvent[]>;

  /** Up to `limit` events after `after` (null: from the start) in the order of all events. Never passes over one still being written. */
  abstract readAll(after: string | null, limit: number): Promise<StoredEvent[]>;

  /** The position of the newest event visible to `readAll`, or null in an empty store. */
  abstract head(): Promise<string | null>;

  /**
   * Calls `handle` with batches after `after`, one at a time in order, until stopped. An error in `handle` goes to `failed` and stops it.
   * Waits and goes on while the store cannot be reached. `stop` resolves once a running `handle` is through: do not await it in there.
   */
  abstract subscribe(
    after: string | null,
    handle: (batch: readonly StoredEvent[]) => Promise<void>,
    failed: (error: unknown) => void,
  ): Subscription;

  /** Hides a stream from reads for ever and closes it to appends. Retention only; corrections are events. */
  abstract delete(stream: string): Promise<void>;

  /** Negative, zero or positive as `a` is before, at or after `b`. */
  abstract compare(a: string, b: string): number;

  abstract close(): Promise<void>;
}
