import type { EventStore } from './event-store.js';
import type { Place, Turns } from './reaction-turns.js';

/** How a reaction goes on, in whichever process it runs. */
export interface ReactionStatus extends Place {
  /** Whether there are events it has not passed. */
  readonly isBehind: boolean;
}

/** Tells of all reactions how far they are and which cannot go on. */
export class Reactions {
  constructor(
    private readonly turns: Turns,
    private readonly store: Pick<EventStore, 'head' | 'compare'>,
    /** Those that this software has. */
    private readonly names: readonly string[],
  ) {}

  /** Of every reaction that this software has; one that ran in an older one tells nothing any more. */
  async status(): Promise<ReactionStatus[]> {
    const [places, head] = await Promise.all([this.turns.all(), this.store.head()]);
    return this.names.map((name) => {
      const place = places.find((one) => one.name === name) ?? { name, position: null, failure: null, failedAt: null };
      return { ...place, isBehind: head !== null && !this.isPast(place.position, head) };
    });
  }

  /** Waits until the reaction has passed `position`; false after `timeoutMs`. */
  waitFor(reaction: string, position: string, timeoutMs: number): Promise<boolean> {
    return this.turns.waitUntil(reaction, (at) => this.isPast(at, position), timeoutMs);
  }

  private isPast(at: string | null, position: string): boolean {
    return at !== null && this.store.compare(at, position) >= 0;
  }
}
