import {
  type Append,
  type Appended,
  EventStore,
  type Expected,
  type NewEvent,
  type StoredEvent,
  type Subscription,
} from '../event-store.js';
import { Tail } from '../tail.js';
import { asJson, assertWellFormed } from '../well-formed.js';

/** An event store in memory, for tests of decisions: the same answers as the durable ones, gone with the process. */
export class MemoryEventStore extends EventStore {
  readonly capabilities = { atomicAppendMany: true };
  private readonly all: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly deleted = new Set<string>();
  private readonly tails = new Set<Tail>();

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const [verdict] = await this.appendMany([{ stream, expected, events }]);
    if (!verdict) throw new Error('The event store gave no verdict');
    return verdict;
  }

  async appendMany(appends: readonly Append[]): Promise<Appended[]> {
    if (appends.length === 0) return [];
    assertWellFormed(appends);
    if (appends.some(({ stream }) => this.deleted.has(stream))) throw new Error('The stream was deleted');
    const known = appends.map((append) => this.known(append));
    if (appends.every((append, at) => !known[at] && holds(append.expected, this.last(append.stream)))) {
      if (appends.some(({ events }) => events.some(({ id }) => this.byId.has(id.toLowerCase()))))
        throw new Error('An event with this id is stored already');
      const verdicts = appends.map((append) => this.store(append));
      for (const tail of this.tails) tail.nudge();
      return verdicts;
    }
    const allKnown = known.every((last, at) => last !== null || appends[at]?.events.length === 0);
    return appends.map(({ stream }, at) => {
      const last = known[at] ?? { revision: this.streams.get(stream)?.at(-1)?.revision ?? -1n, position: '0' };
      if (allKnown) return { ok: true, duplicate: true, revision: last.revision, position: last.position };
      return { ok: false, conflict: true, actual: this.last(stream) };
    });
  }

  async read(stream: string, from = 0n): Promise<StoredEvent[]> {
    if (this.deleted.has(stream)) return [];
    return (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= from).map(copy);
  }

  async readAll(after: string | null, limit: number): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (let at = Number(after ?? 0); at < this.all.length && found.length < limit; at += 1) {
      const event = this.all[at];
      if (event && !this.deleted.has(event.stream)) found.push(copy(event));
    }
    return found;
  }

  async head(): Promise<string | null> {
    return this.all.findLast(({ stream }) => !this.deleted.has(stream))?.position ?? null;
  }

  subscribe(
    after: string | null,
    handle: (batch: readonly StoredEvent[]) => Promise<void>,
    failed: (error: unknown) => void,
  ): Subscription {
    const options = { limit: 1000, idle: 50, away: 50, passes: () => false };
    const tail = new Tail(this, after, handle, failed, options, (ended) => this.tails.delete(ended));
    this.tails.add(tail);
    return tail;
  }

  async delete(stream: string): Promise<void> {
    this.deleted.add(stream);
  }

  compare(a: string, b: string): number {
    return Number(a) - Number(b);
  }

  async close(): Promise<void> {
    await Promise.all([...this.tails].map((tail) => tail.stop()));
  }

  private last(stream: string): bigint | 'none' {
    return this.streams.get(stream)?.at(-1)?.revision ?? 'none';
  }

  /** The last of the append's events when all of them are in its stream already. */
  private known({ stream, events }: Append): StoredEvent | null {
    if (events.length === 0) return null;
    const found = events.map(({ id }) => this.byId.get(id.toLowerCase())).filter((event) => event?.stream === stream);
    return found.length > 0 && found.length === events.length
      ? (found.reduce((a, b) => (a && b && a.revision > b.revision ? a : b)) ?? null)
      : null;
  }

  private store({ stream, events }: Append): Appended {
    const own = this.streams.get(stream) ?? [];
    this.streams.set(stream, own);
    for (const event of events) {
      const stored = copy({
        ...event,
        id: event.id.toLowerCase(),
        stream,
        revision: BigInt(own.length),
        position: String(this.all.length + 1),
      });
      own.push(stored);
      this.all.push(stored);
      this.byId.set(stored.id, stored);
    }
    return { ok: true, duplicate: false, revision: BigInt(own.length - 1), position: String(this.all.length) };
  }
}

function holds(expected: Expected, last: bigint | 'none'): boolean {
  return expected === 'any' || expected === last || (expected === 'exists' && last !== 'none');
}

/** As a database would give it back: plain JSON that nobody else holds. */
function copy(event: StoredEvent): StoredEvent {
  const { id, type, schemaVersion, stream, revision, position } = event;
  const json = (value: unknown): unknown => JSON.parse(asJson(value));
  return { id, type, schemaVersion, data: json(event.data), meta: json(event.meta), stream, revision, position };
}
