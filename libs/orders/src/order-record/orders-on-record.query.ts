import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { EventStore, recordedSince, type StoredEvent, Streams } from '#event-store';
import { Projector } from '#event-store/module';
import { Links } from '#people/module';
import { orders, type MadeOrder } from '../domain/order.js';

/** Every order against one person, over all of the person's records. */
export interface OrdersAgainst {
  /** As their streams say, the latest made first. */
  readonly orders: readonly MadeOrder[];
  /** False when a read model is so far behind, or a link of the person's records so new, that an order may be missing. */
  readonly isWhole: boolean;
}

/**
 * The orders against a person as they are recorded. The read model only says which streams to read; what was recorded since it was last
 * kept up is looked through for orders that it does not know yet.
 */
@Injectable()
export class OrdersOnRecord {
  constructor(
    private readonly database: DataSource,
    private readonly links: Links,
    private readonly projector: Projector,
    private readonly store: EventStore,
    private readonly streams: Streams,
  ) {}

  /** For somebody who may see the person: others have none. */
  async against(viewer: Viewer, perpetratorId: string): Promise<OrdersAgainst> {
    const late = (await this.projector.status()).filter(({ name, isBehind }) => isBehind && (name === 'order-record' || name === 'links'));
    const records = await this.seen(viewer, await this.links.onePerson(viewer, perpetratorId));
    const known: { id: string }[] = await this.database.query('select id from orders.order_record where perpetrator_id = any ($1)', [
      records,
    ]);
    const isWanted = ({ type }: StoredEvent) => type === 'OrderMade' || linking.has(type);
    const since = await recordedSince(
      this.store,
      late.map(({ position }) => position),
      isWanted,
    );
    const made = (since ?? []).flatMap((event) => madeIn(event, records));
    const loaded = await Promise.all([...new Set([...known.map(({ id }) => id), ...made])].map((id) => this.streams.load(orders, id)));
    const found = loaded.flatMap(({ state }) => (state.is === 'unmade' ? [] : [state]));
    return {
      orders: found.toSorted((a, b) => (a.made.on < b.made.on ? 1 : a.made.on > b.made.on ? -1 : a.orderId < b.orderId ? 1 : -1)),
      isWhole: since !== null && !since.some((event) => isLinkOf(event, records)),
    };
  }

  private async seen(viewer: Viewer, perpetratorIds: readonly string[]): Promise<readonly string[]> {
    const parameters: unknown[] = [perpetratorIds];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const rows: { id: string }[] = await this.database.query(
      `select p.id from people.perpetrator_record p where p.id = any ($1) and ${visible}`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }
}

const linking: ReadonlySet<string> = new Set(['IdentityLinked', 'IdentityUnlinked']);

function madeIn({ type, data }: StoredEvent, records: readonly string[]): readonly string[] {
  const { orderId, perpetratorId } = data as { readonly orderId: string; readonly perpetratorId: string };
  return type === 'OrderMade' && records.includes(perpetratorId) ? [orderId] : [];
}

function isLinkOf({ type, data }: StoredEvent, records: readonly string[]): boolean {
  return linking.has(type) && (data as { readonly perpetratorIds: readonly string[] }).perpetratorIds.some((id) => records.includes(id));
}
