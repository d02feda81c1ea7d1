import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { describe } from './projector-runner.js';
import type { Transaction, Turns } from './reaction-turns.js';
import type { EventStore, StoredEvent, Subscription } from './event-store.js';

/** How long it waits after trouble before it tries again, ms: then twice as long each time, up to the longest. */
const REST = 500;
const LONGEST_REST = 60_000;
/** Trouble that comes this many times in a row is said for everyone to see: once may be a database that was away. */
const TROUBLE_THAT_STAYS = 2;

/**
 * Follows what is recorded and does something about it, which is recorded in its turn: a policy. It passes nothing over: its checkpoint moves
 * only when everything that it did about a batch is stored. After a crash it may see events again, so whatever it records must follow
 * from the event (command ids made from it). At an event that it cannot take it stands, and says so (`Reactions`), until it can: other
 * reactions go on, and everything before that event is done. Runs from the start of the application to its end; where several processes run it they take turns.
 */
export abstract class Reaction implements OnApplicationBootstrap, OnModuleDestroy {
  /** Permanent: its checkpoint is kept under this name. */
  protected abstract readonly reaction: string;

  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;
  private failures = 0;
  /** What it works on. */
  private under: StoredEvent | null = null;

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
  waitFor(position: string, timeoutMs: number): Promise<boolean> {
    return this.turns.waitUntil(this.reaction, (at) => this.store.compare(at, position) >= 0, timeoutMs);
  }

  private async follow(): Promise<void> {
    await this.turns.ensure(this.reaction);
    const position = await this.position();
    if (this.stopped) return;
    this.subscription = this.store.subscribe(
      position,
      (batch) => this.advance(batch),
      (error) => this.later(error),
    );
  }

  /** Takes the batch; when something in it cannot be taken, everything before that. */
  private async advance(batch: readonly StoredEvent[]): Promise<void> {
    this.under = batch[0] ?? null;
    try {
      await this.take(batch);
    } catch (error) {
      if (batch.length <= 1) throw error;
      for (const event of batch) {
        if (this.stopped) return;
        this.under = event;
        await this.take([event]);
        this.failures = 0;
      }
    }
    this.failures = 0;
  }

  /** Trouble that may pass (the database away, a stream being written), or that stays: begins again from the checkpoint, ever more seldom. */
  private later(error: unknown): void {
    if (this.stopped) return;
    this.failures += 1;
    const where = this.under ? ` at ${this.under.type} ${this.under.id} of ${this.under.stream}` : '';
    const failure = `Could not go on${where}: ${describe(error)}`;
    new Logger(this.reaction).warn(`${failure}. It is tried again.`);
    if (this.failures >= TROUBLE_THAT_STAYS) void this.say(failure).catch(() => undefined);
    const again = (): void => void this.follow().catch((trouble: unknown) => this.later(trouble));
    this.timer = setTimeout(again, Math.min(LONGEST_REST, REST * 2 ** (this.failures - 1)));
    this.timer.unref();
  }

  /** Where it stands now; another process may have gone on. */
  private async say(failure: string): Promise<void> {
    const position = await this.position();
    const { under } = this;
    const isPassed = under !== null && position !== null && this.store.compare(position, under.position) >= 0;
    if (!isPassed) await this.turns.fail(this.reaction, position, failure);
  }
}
