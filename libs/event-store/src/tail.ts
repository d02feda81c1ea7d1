import type { EventStore, StoredEvent, Subscription } from './event-store.js';

export interface TailOptions {
  /** Most events per batch. */
  readonly limit: number;
  /** Longest wait between two looks while nothing happens, ms. */
  readonly idle: number;
  /** Longest wait between two tries while the store cannot be reached, ms. */
  readonly away: number;
  /** Whether reading failed for a reason that passes, so that it is tried again. */
  readonly passes: (error: unknown) => boolean;
}

/** Reads a store's tail by looking again and again: at once after a full batch, ever less often while idle, soon after a nudge. */
export class Tail implements Subscription {
  private stopped = false;
  private nudged = false;
  private wake: (() => void) | null = null;
  private readonly running: Promise<void>;

  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    after: string | null,
    private readonly handle: (batch: readonly StoredEvent[]) => Promise<void>,
    private readonly failed: (error: unknown) => void,
    private readonly options: TailOptions,
    private readonly ended: (tail: Tail) => void,
  ) {
    this.running = this.run(after);
  }

  /** There may be something new. */
  nudge(): void {
    this.nudged = true;
    this.wake?.();
  }

  stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    return this.running;
  }

  private async run(start: string | null): Promise<void> {
    let after = start;
    let delay = 1;
    try {
      while (!this.stopped) {
        this.nudged = false;
        const batch = await this.look(after);
        const last = batch?.at(-1);
        if (this.stopped) break;
        if (batch && last) {
          await this.handle(batch);
          after = last.position;
        }
        delay = last ? 1 : Math.min(delay * 2, batch ? this.options.idle : this.options.away);
        await this.pause(delay, batch !== null);
      }
    } catch (error) {
      if (!this.stopped) this.failed(error);
    } finally {
      this.ended(this);
    }
  }

  private async look(after: string | null): Promise<StoredEvent[] | null> {
    try {
      return await this.store.readAll(after, this.options.limit);
    } catch (error) {
      if (this.options.passes(error)) return null;
      throw error;
    }
  }

  /** Waits `delay` ms; a nudge cuts it short to 1 ms, so that a stream of nudges does not become a stream of looks. */
  private async pause(delay: number, nudgeable: boolean): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      let hurried = nudgeable && this.nudged;
      let timer = setTimeout(resolve, hurried ? 1 : delay);
      this.wake = () => {
        if (!this.stopped && (hurried || !nudgeable)) return;
        hurried = true;
        clearTimeout(timer);
        timer = setTimeout(resolve, this.stopped ? 0 : 1);
      };
    });
    this.wake = null;
  }
}
