import type { Transaction } from '#event-store/module';

/** Which breaches were alleged against which orders, as far as the policy has read, within one transaction of it. */
export class PinnedOrders {
  constructor(private readonly transaction: Transaction) {}

  async pin(orderId: string, breachId: string): Promise<void> {
    await this.transaction.query('insert into breaches.pinned_order (order_id, breach_id) values ($1, $2) on conflict do nothing', [
      orderId,
      breachId,
    ]);
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
