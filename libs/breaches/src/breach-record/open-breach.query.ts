import { Injectable, NotFoundException } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { withheld } from '#event-sourcing';
import { Clock } from '#event-store';
import type { OrderState } from '#orders';
import { Links, PersonHeadings, ProtectedPeople } from '#people/module';
import type { BreachRow } from './breach-record.js';
import { BreachRecords } from './breach-records.query.js';
import { type BreachView, breachView } from './breach-view.js';
import { isSettledByLinks } from './flag-view.js';
import { OrdersThen } from './orders-then.query.js';
import { RightsOwed } from './rights-owed.query.js';

/** Opens breaches for a reader. */
@Injectable()
export class OpenBreach {
  constructor(
    private readonly records: BreachRecords,
    private readonly orders: OrdersThen,
    private readonly people: ProtectedPeople,
    private readonly headings: PersonHeadings,
    private readonly links: Links,
    private readonly rights: RightsOwed,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotFoundException` also when the reader may not know of it. */
  async row(viewer: Viewer, breachId: string): Promise<BreachRow> {
    const row = await this.records.byId(viewer, breachId);
    if (!row) throw new NotFoundException();
    return row;
  }

  /** The name to head a page with. Throws `NotFoundException` when there is no such person for the reader. */
  person(viewer: Viewer, perpetratorId: string): Promise<string> {
    return this.headings.nameOf(viewer, perpetratorId);
  }

  /** The same with the day the person was born; null where that is not recorded. */
  personBorn(viewer: Viewer, perpetratorId: string): ReturnType<PersonHeadings['spokenOf']> {
    return this.headings.spokenOf(viewer, perpetratorId);
  }

  async view(viewer: Viewer, breachId: string): Promise<BreachView> {
    return this.viewOf(viewer, await this.row(viewer, breachId));
  }

  /** Those ever alleged against; those that a flag is about where the viewer may know of the record on which they stand. */
  private async ordersShown(viewer: Viewer, { orderIds, doc, perpetratorId }: BreachRow): Promise<OrderState[]> {
    const flagged = doc.flags.flatMap((flag) => (isSettledByLinks(flag) || orderIds.includes(flag.orderId) ? [] : [flag.orderId]));
    const all = await this.orders.withIds([...new Set([...orderIds, ...flagged])]);
    if (flagged.length === 0) return all;
    const records = await this.links.onePerson(viewer, perpetratorId);
    return all.filter((order) => order.is === 'unmade' || orderIds.includes(order.orderId) || records.includes(order.perpetratorId));
  }

  async viewOf(viewer: Viewer, row: BreachRow): Promise<BreachView> {
    const orders = await this.ordersShown(viewer, row);
    // A report gives its force no part in anybody: any force may report, and would name them to itself.
    const made = orders.flatMap((order: OrderState) => (order.is === 'unmade' ? [] : [order]));
    // What is written down may speak of people whom the report does not name.
    const named = [...row.doc.protectedPersonIds, ...made.flatMap(({ protectedPersonIds }) => protectedPersonIds)];
    const spoken = named.length > 0 ? named : await this.people.idsOn([row.perpetratorId]);
    const known = await this.people.knownAs(viewer, spoken, made, [row.perpetratorId]);
    // What was written down can name a protected person or a place: it goes with the right to read names.
    const [read, then] = may(viewer, 'view-protected-person') ? [row, orders] : [withheld(row), withheld(orders)];
    const rightsOf = await this.rights.under(row.doc.protectedPersonIds, row);
    const isErased = (id: string) => known.some((one) => one.id === id && one.isErased);
    const replaced = await this.orders.withIds(made.flatMap((order) => order.replaces ?? []));
    return breachView(read, then, known, this.clock.now(), row.force === viewer.force, viewer.force, { rightsOf, isErased }, replaced);
  }
}
