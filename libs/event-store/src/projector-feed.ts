import { ERASED, type Recorded } from '#event-sourcing';
import type { EventStore, StoredEvent } from './event-store.js';
import { KeyringUnavailable } from './sealing/keyring.js';
import type { Sealer } from './sealing/sealer.js';
import type { StreamTypes } from './stream-types.js';

/** A stored event as projections read it, or why it cannot be read. */
export type FeedItem = { readonly event: StoredEvent; readonly fact: Recorded } | { readonly event: StoredEvent; readonly error: unknown };

export interface Page {
  /** The position of the last event passed over or read; null when there was none. */
  readonly last: string | null;
  readonly passed: number;
  readonly items: readonly FeedItem[];
}

/** Reads the store in pages and opens, of each page, only the types asked for. */
export class Feed {
  constructor(
    private readonly store: EventStore,
    private readonly sealer: Sealer,
    private readonly types: StreamTypes,
  ) {}

  /** Up to `limit` events after `after`. Erasures are always among the items. */
  async page(after: string | null, limit: number, reads: ReadonlySet<string>): Promise<Page> {
    return this.open(await this.store.readAll(after, limit), reads);
  }

  /**
   * Every page after `after` until `until` has been passed, the next being fetched while one is worked on. What arrives meanwhile is left
   * for later: whoever chased the end would never be done while others write.
   */
  async *pages(
    after: string | null,
    until: string | null,
    limit: number,
    reads: ReadonlySet<string>,
  ): AsyncGenerator<Page & { readonly last: string }> {
    const isDone = (at: string | null): boolean => until === null || (at !== null && this.store.compare(at, until) >= 0);
    if (isDone(after)) return;
    let next = this.store.readAll(after, limit);
    for (;;) {
      const events = await next;
      const last = events.at(-1)?.position;
      if (last === undefined) return;
      if (!isDone(last)) next = this.store.readAll(last, limit);
      // Awaited by the next turn; if this one fails first, its own error counts.
      next.catch(() => undefined);
      yield { ...(await this.open(events, reads)), last };
      if (isDone(last)) return;
    }
  }

  private async open(events: readonly StoredEvent[], reads: ReadonlySet<string>): Promise<Page> {
    const wanted = events.filter(({ type }) => type === ERASED || reads.has(type));
    return { last: events.at(-1)?.position ?? null, passed: events.length, items: await this.items(wanted) };
  }

  private async items(events: readonly StoredEvent[]): Promise<FeedItem[]> {
    try {
      const opened = await this.sealer.open(events);
      return events.map((event, nth) => ({ event, fact: this.types.recorded(event, opened[nth]!) }));
    } catch (error) {
      if (error instanceof KeyringUnavailable) throw error;
      const [event] = events;
      if (event && events.length === 1) return [{ event, error }];
      const items: FeedItem[] = [];
      for (const one of events) items.push(...(await this.items([one])));
      return items;
    }
  }
}
