import { type Act, type Envelope, type Fact, type Recorded, refuse } from '#event-sourcing';
import type { EventStore } from './event-store.js';

/** What a command left in the record. */
export interface Receipt<F extends Fact = Fact> {
  /** The position of its last fact, to wait for; null when it decided that nothing happened. */
  readonly position: string | null;
  /**
   * Its facts. When just recorded, each has the position of the last one in its stream. When the command is a duplicate, facts in
   * streams that it did not read are left out.
   */
  readonly recorded: readonly Recorded<F>[];
  /** True when the same command was recorded before: these are the facts of that time. */
  readonly duplicate: boolean;
}

/** A stream as it was read for a decision. */
export interface Read {
  readonly stream: string;
  readonly revision: bigint | 'none';
  readonly facts: readonly Recorded[];
}

/** What is stored beside an event's data. */
export interface StoredMeta extends Envelope {
  /** W3C trace context of the request. */
  readonly traceparent?: string;
  /** All streams the command writes to, if more than one. */
  readonly streams?: readonly string[];
}

/** The facts that were there before the command first wrote; all of them if it never did. */
export function factsBefore(act: Act, facts: readonly Recorded[]): Fact[] {
  const first = facts.findIndex(({ envelope }) => envelope.commandId === act.commandId);
  return (first < 0 ? facts : facts.slice(0, first)).map(({ fact }) => fact);
}

/** Whether one command was recorded before, wholly or (on a store without atomic appends to several streams) in part. */
export class CommandHistory {
  private readonly expected = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly act: Act,
  ) {}

  /** These streams are about to be written: they are looked at too from now on. */
  expect(streams: readonly string[]): void {
    for (const stream of streams) this.expected.add(stream);
  }

  /** The earlier receipt, or else the streams already written by an unfinished attempt. */
  async find(reads: readonly Read[]): Promise<{ receipt: Receipt | null; written: ReadonlySet<string> }> {
    const mine = reads.flatMap(({ facts }) => facts).filter(({ envelope }) => this.isMine(envelope));
    const written = new Set(mine.map(({ stream }) => stream));
    const positions = mine.map(({ position }) => position);
    const all = new Set(mine.flatMap(({ envelope }) => (envelope as StoredMeta).streams ?? []));
    const unread = new Set([...this.expected, ...all]);
    for (const { stream } of reads) unread.delete(stream);
    for (const stream of unread) {
      const events = await this.store.read(stream);
      const found = events.filter(({ meta }) => this.isMine(meta as Envelope));
      if (found.length > 0) written.add(stream);
      else if (events.length > 0) throw refuse('already-exists', { stream });
      for (const event of found) {
        positions.push(event.position);
        for (const other of (event.meta as StoredMeta).streams ?? []) all.add(other);
      }
    }
    const isWhole = written.size > 0 && [...all].every((stream) => written.has(stream));
    if (!isWhole) return { receipt: null, written };
    const position = positions.reduce((last, next) => (this.store.compare(next, last) > 0 ? next : last));
    return { receipt: { position, recorded: mine, duplicate: true }, written };
  }

  private isMine(envelope: Envelope): boolean {
    if (envelope.commandId !== this.act.commandId) return false;
    if (envelope.digest !== this.act.digest) throw refuse('command-reused');
    return true;
  }
}
