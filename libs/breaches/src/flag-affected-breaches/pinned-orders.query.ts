import type { Transaction } from '#event-store/module';

/** What was reported of whom, and alleged against which orders, as far as the policy has read, within one transaction of it. */
export class PinnedOrders {
  constructor(private readonly transaction: Transaction) {}

  async pin(orderId: string, breachId: string): Promise<void> {
    await this.transaction.query('insert into breaches.pinned_order (order_id, breach_id) values ($1, $2) on conflict do nothing', [
      orderId,
      breachId,
    ]);
  }

  async report(perpetratorId: string, breachId: string): Promise<void> {
    await this.transaction.query('insert into breaches.reported_of (perpetrator_id, breach_id) values ($1, $2) on conflict do nothing', [
      perpetratorId,
      breachId,
    ]);
  }

  async order(perpetratorId: string, orderId: string): Promise<void> {
    await this.transaction.query('insert into breaches.order_of (order_id, perpetrator_id) values ($1, $2) on conflict do nothing', [
      orderId,
      perpetratorId,
    ]);
  }

  /** People decided that both records are of one person. */
  async link(a: string, b: string): Promise<void> {
    await this.transaction.query('insert into breaches.one_person (a, b) values ($1, $2) on conflict do nothing', [a, b]);
  }

  async unlink(a: string, b: string): Promise<void> {
    await this.transaction.query('delete from breaches.one_person where a = $1 and b = $2', [a, b]);
  }

  /** The record and all that people decided are of the same person, in the order of their ids. */
  async onePerson(perpetratorId: string): Promise<string[]> {
    const records: { id: string }[] = await this.transaction.query(
      `with recursive person (id) as (
         select $1::text collate "C"
         union
         select case when l.a = p.id then l.b else l.a end from person p join breaches.one_person l on l.a = p.id or l.b = p.id
       )
       select id from person order by id`,
      [perpetratorId],
    );
    return records.map(({ id }) => id);
  }

  /** Everything reported so far on these records. In the order of their ids. */
  async reportedOn(perpetratorIds: readonly string[]): Promise<string[]> {
    const reported: { breach_id: string }[] = await this.transaction.query(
      'select breach_id from breaches.reported_of where perpetrator_id = any ($1) order by breach_id',
      [perpetratorIds],
    );
    return reported.map(({ breach_id: id }) => id);
  }

  /** The orders so far on these records, in the order of their ids. */
  async ordersOn(perpetratorIds: readonly string[]): Promise<string[]> {
    const made: { order_id: string }[] = await this.transaction.query(
      'select order_id from breaches.order_of where perpetrator_id = any ($1) order by order_id',
      [perpetratorIds],
    );
    return made.map(({ order_id: id }) => id);
  }

  /** The breaches alleged against the order so far, in the order of their ids. */
  async to(orderId: string): Promise<string[]> {
    const pinned: { breach_id: string }[] = await this.transaction.query(
      'select breach_id from breaches.pinned_order where order_id = $1 order by breach_id',
      [orderId],
    );
    return pinned.map(({ breach_id: id }) => id);
  }
}
