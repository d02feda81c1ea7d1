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
  ) {}

  /** Of every reaction that ever ran on this record. */
  async status(): Promise<ReactionStatus[]> {
    const [places, head] = await Promise.all([this.turns.all(), this.store.head()]);
    return places.map((place) => ({ ...place, isBehind: head !== null && !this.isPast(place.position, head) }));
  }

  /** Waits until the reaction has passed `position`; false after `timeoutMs`. */
  waitFor(reaction: string, position: string, timeoutMs: number): Promise<boolean> {
    return this.turns.waitUntil(reaction, (at) => this.isPast(at, position), timeoutMs);
  }

  private isPast(at: string | null, position: string): boolean {
    return at !== null && this.store.compare(at, position) >= 0;
  }
}
