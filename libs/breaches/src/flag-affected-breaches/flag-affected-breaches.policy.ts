import { type Act, type Envelope, type Fact, parseStreamName } from '#event-sourcing';
import { Clock, EventStore, recorded, type StoredEvent, type Subscription, Streams } from '#event-store';
import { orders } from '#orders';
import { Injectable, Logger } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { breaches } from '../domain/breach.js';
import { type Cause, causesIn, flagAffectedBreach } from './flag-affected-breaches.js';
import { PinnedOrders, type Turn } from './pinned-orders.query.js';

/** Permanent: the same change must make the same flag and the same command for ever. */
const FLAG_IDS = '0b6f6d0e-4a51-5d0a-9a35-5f3a3c2a7d61';
/** The recorder of a flag: no user. */
const POLICY = 'policy:flag-affected-breaches';

/**
 * Follows what is recorded and flags the breaches under which an order changed. It loses nothing in a crash: the checkpoint moves only
 * after the flags are stored, and a flag stored before is stored once, because its ids follow from the change that caused it.
 */
@Injectable()
export class FlagAffectedBreaches {
  private readonly log = new Logger('FlagAffectedBreaches');
  private subscription: Subscription | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;

  constructor(
    private readonly store: EventStore,
    private readonly streams: Streams,
    private readonly pinned: PinnedOrders,
    private readonly clock: Clock,
  ) {}

  /** Begins where it stopped. Several processes may run it: they take turns. */
  async start(): Promise<void> {
    if (!this.stopped) return;
    this.stopped = false;
    await this.follow();
  }

  /** Finishes the batch under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.subscription?.stop();
    this.subscription = null;
  }

  /** Takes one batch, in order. Events before the checkpoint were taken by another process. */
  async take(batch: readonly StoredEvent[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    await this.pinned.turn(async (turn) => {
      const { position } = turn;
      const ahead = position === null ? batch : batch.filter((event) => this.store.compare(event.position, position) > 0);
      for (const event of ahead) await this.takeOne(event, turn);
      return ahead.at(-1)?.position ?? position;
    });
  }

  private async follow(): Promise<void> {
    const position = await this.pinned.position();
    if (this.stopped) return;
    this.subscription = this.store.subscribe(
      position,
      (batch) => this.take(batch),
      (error) => this.later(error),
    );
  }

  /** Trouble that may pass (the database away, a breach being written): begins again from the checkpoint. */
  private later(error: unknown): void {
    this.log.warn(`Flagging could not go on: ${error instanceof Error ? error.name : 'unknown error'}. It is tried again.`);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.follow().catch((again: unknown) => this.later(again)), 1_000);
    this.timer.unref();
  }

  private async takeOne(event: StoredEvent, turn: Turn): Promise<void> {
    const { category } = parseStreamName(event.stream);
    if (category === breaches.category) await pinAlleged(event, turn);
    if (category !== orders.category) return;
    // What causes a flag lies in the plain data: nothing personal is opened for it.
    for (const cause of causesIn(recorded(orders, event, unopened(event)))) {
      for (const breachId of await turn.pinnedTo(cause.orderId)) await this.flag(breachId, cause, event);
    }
  }

  private async flag(breachId: string, cause: Cause, { id, meta }: StoredEvent): Promise<void> {
    const { force, correlationId } = meta as Envelope;
    const flagId = uuidv5(`${id}|${cause.because}|${breachId}`, FLAG_IDS);
    const act: Act = { by: POLICY, force, at: this.clock.now(), commandId: flagId, digest: flagId, correlationId };
    await this.streams.transact(breaches, breachId, act, (breach) => flagAffectedBreach(breach, cause, flagId));
  }
}

async function pinAlleged(event: StoredEvent, turn: Turn): Promise<void> {
  const { fact } = recorded(breaches, event, unopened(event));
  if (fact.type === 'AllegationAdded') await turn.pin(fact.data.allegation.orderId, fact.data.breachId);
  if (fact.type !== 'BreachReported') return;
  for (const { orderId } of fact.data.allegations) await turn.pin(orderId, fact.data.breachId);
}

function unopened({ type, data }: StoredEvent): Fact {
  return { type, data: data as object };
}
