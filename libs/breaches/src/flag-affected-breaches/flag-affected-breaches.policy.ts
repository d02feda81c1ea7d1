import type { Instant } from '#calendar';
import { type Act, type Envelope, type Fact, fold, parseStreamName, streamName } from '#event-sourcing';
import { Clock, EventStore, recorded, type StoredEvent, Streams } from '#event-store';
import { Reaction, type Transaction, Turns } from '#event-store/module';
import { type OrderFact, orders, type OrderState } from '#orders';
import { type LinkFact, links } from '#people';
import { Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import { type BreachState, breaches } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { flagBoundAfterAll, type Learned, mayBindAfterAll } from './bound-after-all.js';
import { changedThen, dependsOnMoment } from './changed-then.js';
import { type Cause, causesIn, flagAffectedBreach } from './flag-affected-breaches.js';
import { flagAfterUndoing, settleAfterLinking, settleAfterUndoing } from './link-undone.js';
import { PinnedOrders } from './pinned-orders.query.js';

/** Permanent: the same change must make the same flag and the same command for ever. */
const FLAG_IDS = '0b6f6d0e-4a51-5d0a-9a35-5f3a3c2a7d61';
/** The recorder of a flag: no user. */
const POLICY = 'policy:flag-affected-breaches';

/**
 * Follows what is recorded and flags what was reported where an order under it changed, turns out to have bound after all, or to be another
 * person's, each change once.
 */
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
    if (category === links.category) await this.takeLink(event, pinned);
    if (category !== orders.category) return;
    await noteOrder(event, pinned);
    // What causes a flag lies in the plain data: nothing personal is opened for it.
    for (const cause of await this.causes(event)) {
      for (const breachId of await pinned.to(cause.orderId)) {
        await this.flag(breachId, cause.because, event, (breach, flagId) => flagAffectedBreach(breach, cause, flagId));
      }
    }
    if (mayBindAfterAll(event.type)) await this.takeLearned(event, pinned);
  }

  /** Of a variation or renewal that never was: what happened while it changed nothing is not touched. */
  private async causes(event: StoredEvent): Promise<Cause[]> {
    const read = recorded(orders, event, unopened(event));
    const causes = causesIn(read);
    if (causes.length === 0 || read.fact.type !== 'EntryRecordedInError' || !dependsOnMoment(read.fact.data.entry)) return causes;
    const { before, after } = await this.around(event);
    return causes.map((cause) => ({ ...cause, touches: (_, occurred) => changedThen(before, after, occurred) }));
  }

  /** The order as it was known before the event, and as it is known with all that was recorded with it: an order recorded late may have ended since. */
  private async around(event: StoredEvent): Promise<Pick<Learned, 'before' | 'after'>> {
    const all = await this.store.read(event.stream);
    const factsOf = (some: readonly StoredEvent[]) => some.map((one) => recorded(orders, one, unopened(one)).fact);
    const before = all.filter(({ revision }) => revision < event.revision);
    const known = all.filter((one) => one.revision <= event.revision || commandOf(one) === commandOf(event));
    return { before: fold(orders, factsOf(before)), after: fold(orders, factsOf(known)) };
  }

  private async takeLearned(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
    const { orderId, perpetratorId } = (unopened(event) as OrderFact).data;
    const reported = await pinned.reportedOn(await pinned.onePerson(perpetratorId));
    if (reported.length === 0) return;
    const learned: Learned = { orderId, at: recordedAt(event), ...(await this.around(event)) };
    for (const breachId of reported) {
      await this.flag(breachId, 'in-force-after-all', event, (breach, flagId) => flagBoundAfterAll(breach, learned, flagId));
    }
  }

  /** Two records became one person's, or are two people's again: then what is reported on one meets, or leaves, the orders on the other. */
  private async takeLink(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
    const fact = unopened(event) as LinkFact;
    const [a, b] = fact.data.perpetratorIds;
    if (fact.type === 'IdentityLinked') {
      const [one, other] = [await pinned.onePerson(a), await pinned.onePerson(b)];
      await pinned.link(a, b);
      if (one.includes(b)) return;
      await this.takeJoined(event, pinned, one, other);
      await this.takeJoined(event, pinned, other, one);
    } else if (fact.type === 'IdentityUnlinked') {
      await pinned.unlink(a, b);
      const [one, other] = [await pinned.onePerson(a), await pinned.onePerson(b)];
      if (one.includes(b)) return;
      await this.takeParted(event, pinned, one, other);
      await this.takeParted(event, pinned, other, one);
    }
  }

  /** What was reported on some records may have happened under an order on the others, of which nobody knew. */
  private async takeJoined(event: StoredEvent, pinned: PinnedOrders, records: readonly string[], others: readonly string[]): Promise<void> {
    const reported = await pinned.reportedOn(records);
    if (reported.length === 0) return;
    for (const orderId of await pinned.ordersOn(others)) {
      const learned: Learned = { orderId, at: recordedAt(event), before: orders.initial, after: await this.orderNow(orderId) };
      for (const breachId of reported) {
        await this.flag(breachId, `settled|${orderId}`, event, (breach) => settleAfterLinking(breach, orderId));
        await this.flag(breachId, `in-force-after-all|${orderId}`, event, (breach, flagId) => flagBoundAfterAll(breach, learned, flagId));
      }
    }
  }

  private async takeParted(event: StoredEvent, pinned: PinnedOrders, records: readonly string[], others: readonly string[]): Promise<void> {
    const reported = await pinned.reportedOn(records);
    for (const orderId of await pinned.ordersOn(others)) {
      for (const breachId of reported) {
        await this.flag(breachId, `settled|${orderId}`, event, (breach) => settleAfterUndoing(breach, orderId));
      }
      for (const breachId of (await pinned.to(orderId)).filter((id) => reported.includes(id))) {
        const undone = { orderId, at: recordedAt(event) };
        await this.flag(breachId, `link-undone|${orderId}`, event, (breach, flagId) => flagAfterUndoing(breach, undone, flagId));
      }
    }
  }

  private async orderNow(orderId: string): Promise<OrderState> {
    const known = await this.store.read(streamName(orders, orderId));
    return fold(
      orders,
      known.map((one) => recorded(orders, one, unopened(one)).fact),
    );
  }

  /** `cause`: permanent, as the id of the flag follows from it. */
  private async flag(
    breachId: string,
    cause: string,
    { id, meta }: StoredEvent,
    decide: (breach: BreachState, flagId: string) => BreachFact[],
  ): Promise<void> {
    const { force, correlationId } = meta as Envelope;
    const flagId = uuidv5(`${id}|${cause}|${breachId}`, FLAG_IDS);
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

async function noteOrder(event: StoredEvent, pinned: PinnedOrders): Promise<void> {
  if (event.type !== 'OrderMade') return;
  const { orderId, perpetratorId } = (unopened(event) as OrderFact).data;
  await pinned.order(perpetratorId, orderId);
}

function recordedAt({ meta }: StoredEvent): Instant {
  return (meta as Envelope).recordedAt;
}

function commandOf({ meta }: StoredEvent): string {
  return (meta as Envelope).commandId;
}

function unopened({ type, data }: StoredEvent): Fact {
  return { type, data: data as object };
}
