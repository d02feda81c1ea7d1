import { type Act, type Envelope, type Fact, fold, parseStreamName } from '#event-sourcing';
import { Clock, EventStore, recorded, type StoredEvent, Streams } from '#event-store';
import { Reaction, type Transaction, Turns } from '#event-store/module';
import { type OrderFact, orders } from '#orders';
import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { type BreachState, breaches } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { flagBoundAfterAll, type Learned, mayBindAfterAll } from './bound-after-all.js';
import { type Cause, causesIn, flagAffectedBreach } from './flag-affected-breaches.js';
import { PinnedOrders } from './pinned-orders.query.js';

/** Permanent: the same change must make the same flag and the same command for ever. */
const FLAG_IDS = '0b6f6d0e-4a51-5d0a-9a35-5f3a3c2a7d61';
/** The recorder of a flag: no user. */
const POLICY = 'policy:flag-affected-breaches';

/** Follows what is recorded and flags what was reported where an order under it changed, or turns out to have bound after all, each change once. */
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
    if (category === breaches.category) await noteReport(event, pinned);
    if (category !== orders.category) return;
    // What causes a flag lies in the plain data: nothing personal is opened for it.
    for (const cause of causesIn(recorded(orders, event, unopened(event)))) {
      for (const breachId of await pinned.to(cause.orderId)) {
        await this.flag(breachId, cause.because, event, (breach, flagId) => flagAffectedBreach(breach, cause, flagId));
      }
    }
    if (mayBindAfterAll(event.type)) await this.takeLearned(event, pinned);
  }

  private async takeLearned(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
    const { orderId, perpetratorId } = (unopened(event) as OrderFact).data;
    const reported = await pinned.reportedOf(perpetratorId);
    if (reported.length === 0) return;
    const known = (await this.store.read(event.stream)).filter(({ revision }) => revision <= event.revision);
    const facts = known.map((one) => recorded(orders, one, unopened(one)).fact);
    const before = fold(orders, facts.slice(0, -1));
    const learned: Learned = { orderId, at: (event.meta as Envelope).recordedAt, before, after: fold(orders, facts) };
    for (const breachId of reported) {
      await this.flag(breachId, 'in-force-after-all', event, (breach, flagId) => flagBoundAfterAll(breach, learned, flagId));
    }
  }

  private async flag(
    breachId: string,
    because: Cause['because'],
    { id, meta }: StoredEvent,
    decide: (breach: BreachState, flagId: string) => BreachFact[],
  ): Promise<void> {
    const { force, correlationId } = meta as Envelope;
    const flagId = uuidv5(`${id}|${because}|${breachId}`, FLAG_IDS);
    const act: Act = { by: POLICY, force, at: this.clock.now(), commandId: flagId, digest: flagId, correlationId };
    await this.streams.transact(breaches, breachId, act, (breach) => decide(breach, flagId));
  }
}

async function noteReport(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
  const { fact } = recorded(breaches, event, unopened(event));
  if (fact.type === 'AllegationAdded') await pinned.pin(fact.data.allegation.orderId, fact.data.breachId);
  if (fact.type !== 'BreachReported' && fact.type !== 'ContactKept') return;
  await pinned.report(fact.data.perpetratorId, fact.data.breachId);
  if (fact.type === 'ContactKept') return;
  for (const { orderId } of fact.data.allegations) await pinned.pin(orderId, fact.data.breachId);
}

function unopened({ type, data }: StoredEvent): Fact {
  return { type, data: data as object };
}
