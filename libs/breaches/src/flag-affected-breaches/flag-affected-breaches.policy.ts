import { type Act, type Envelope, type Fact, parseStreamName } from '#event-sourcing';
import { Clock, EventStore, recorded, type StoredEvent, Streams } from '#event-store';
import { Reaction, type Transaction, Turns } from '#event-store/module';
import { orders } from '#orders';
import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { breaches } from '../domain/breach.js';
import { type Cause, causesIn, flagAffectedBreach } from './flag-affected-breaches.js';
import { PinnedOrders } from './pinned-orders.query.js';

/** Permanent: the same change must make the same flag and the same command for ever. */
const FLAG_IDS = '0b6f6d0e-4a51-5d0a-9a35-5f3a3c2a7d61';
/** The recorder of a flag: no user. */
const POLICY = 'policy:flag-affected-breaches';

/** Follows what is recorded and flags the breaches under which an order changed, each change once. */
@Injectable()
export class FlagAffectedBreaches extends Reaction {
  protected readonly reaction = 'flag-affected-breaches';

  constructor(
    store: EventStore,
    turns: Turns,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {
    super(store, turns);
  }

  protected async react(events: readonly StoredEvent[], transaction: Transaction): Promise<void> {
    const pinned = new PinnedOrders(transaction);
    for (const event of events) await this.takeOne(event, pinned);
  }

  private async takeOne(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
    const { category } = parseStreamName(event.stream);
    if (category === breaches.category) await pinAlleged(event, pinned);
    if (category !== orders.category) return;
    // What causes a flag lies in the plain data: nothing personal is opened for it.
    for (const cause of causesIn(recorded(orders, event, unopened(event)))) {
      for (const breachId of await pinned.to(cause.orderId)) await this.flag(breachId, cause, event);
    }
  }

  private async flag(breachId: string, cause: Cause, { id, meta }: StoredEvent): Promise<void> {
    const { force, correlationId } = meta as Envelope;
    const flagId = uuidv5(`${id}|${cause.because}|${breachId}`, FLAG_IDS);
    const act: Act = { by: POLICY, force, at: this.clock.now(), commandId: flagId, digest: flagId, correlationId };
    await this.streams.transact(breaches, breachId, act, (breach) => flagAffectedBreach(breach, cause, flagId));
  }
}

async function pinAlleged(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
  const { fact } = recorded(breaches, event, unopened(event));
  if (fact.type === 'AllegationAdded') await pinned.pin(fact.data.allegation.orderId, fact.data.breachId);
  if (fact.type !== 'BreachReported') return;
  for (const { orderId } of fact.data.allegations) await pinned.pin(orderId, fact.data.breachId);
}

function unopened({ type, data }: StoredEvent): Fact {
  return { type, data: data as object };
}
