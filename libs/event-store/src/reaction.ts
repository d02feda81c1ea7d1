import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { pause } from './projector-nudge.js';
import type { Transaction, Turns } from './reaction-turns.js';
import type { EventStore, StoredEvent, Subscription } from './event-store.js';

/** How long it waits after trouble before it goes on, ms. */
const REST = 500;
/** How long between two looks at where it stands, ms. */
const LOOK = 20;

/**
 * Follows what is recorded and does something about it, which is recorded in its turn: a policy. It passes nothing over: its checkpoint moves
 * only when everything that it did about a batch is stored. After a crash it may see events again, so whatever it records must follow
 * from the event (command ids made from it). Runs from the start of the application to its end; where several processes run it they take turns.
 */
export abstract class Reaction implements OnApplicationBootstrap, OnModuleDestroy {
  /** Permanent: its checkpoint is kept under this name. */
  protected abstract readonly reaction: string;

  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;

  constructor(
    protected readonly store: EventStore,
    private readonly turns: Turns,
  ) {}

  /** Does what is to be done about events that it has not seen, oldest first, in the transaction that moves its checkpoint. */
  protected abstract react(events: readonly StoredEvent[], transaction: Transaction): Promise<void>;

  /** Waits until what `react` reads shows the batch; throws to be asked again later. Nothing is locked meanwhile. */
  protected ready(_batch: readonly StoredEvent[]): Promise<void> {
    return Promise.resolve();
  }

  /** Begins where it stopped. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.stopped) return;
    this.stopped = false;
    await this.follow();
  }

  /** Finishes the batch under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.subscription?.stop();
    this.subscription = null;
  }

  /** Takes one batch. What another process took meanwhile is left out. */
  async take(batch: readonly StoredEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    await this.ready(batch);
    await this.turns.take(this.reaction, async (position, transaction) => {
      const ahead = position === null ? batch : batch.filter((event) => this.store.compare(event.position, position) > 0);
      if (ahead.length === 0) return null;
      await this.react(ahead, transaction);
      return last.position;
    });
  }

  /** Where it stands; null before the first event. */
  position(): Promise<string | null> {
    return this.turns.position(this.reaction);
  }

  /** Waits until it has passed `position`, in whichever process it runs; false after `timeoutMs`. */
  async waitFor(position: string, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const at = await this.position();
      if (at !== null && this.store.compare(at, position) >= 0) return true;
      const left = until - performance.now();
      if (left <= 0) return false;
      await pause(Math.min(left, LOOK));
    }
  }

  private async follow(): Promise<void> {
    const position = await this.position();
    if (this.stopped) return;
    this.subscription = this.store.subscribe(
      position,
      (batch) => this.take(batch),
      (error) => this.later(error),
    );
  }

  /** Trouble that may pass (the database away, a stream being written): begins again from the checkpoint. */
  private later(error: unknown): void {
    if (this.stopped) return;
    const name = error instanceof Error ? error.name : 'unknown error';
    new Logger(this.reaction).warn(`Could not go on: ${name}. It is tried again.`);
    this.timer = setTimeout(() => void this.follow().catch((again: unknown) => this.later(again)), REST);
    this.timer.unref();
  }
}
