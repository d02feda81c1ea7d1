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

  /** Everything reported so far of the person with this record, on any record that people decided is of the same one. In the order of their ids. */
  async reportedOf(perpetratorId: string): Promise<string[]> {
    const reported: { breach_id: string }[] = await this.transaction.query(
      `with recursive person (id) as (
         select $1::text collate "C"
         union
         select case when l.a = p.id then l.b else l.a end from person p join people.link l on (l.a = p.id or l.b = p.id) and l.state = 'linked'
       )
       select breach_id from breaches.reported_of r join person p on p.id = r.perpetrator_id order by breach_id`,
      [perpetratorId],
    );
    return reported.map(({ breach_id: id }) => id);
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
