import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A turn of the policy: what it knows, within one transaction that moves its checkpoint. */
export interface Turn {
  /** How far it had come; null before the first event. */
  readonly position: string | null;
  pin(orderId: string, breachId: string): Promise<void>;
  /** The breaches alleged against the order so far, in the order of their ids. */
  pinnedTo(orderId: string): Promise<string[]>;
}

const POLICY = 'flag-affected-breaches';

/** Which breaches were alleged against which orders, as far as the policy has read, and how far that is. */
@Injectable()
export class PinnedOrders {
  constructor(private readonly database: DataSource) {}

  async position(): Promise<string | null> {
    const [row]: { position: string | null }[] = await this.database.query(
      'select position from breaches.policy_checkpoint where name = $1',
      [POLICY],
    );
    return row?.position ?? null;
  }

  /** Does `work` and moves the checkpoint to the position it answers, both or neither. One process at a time: others wait for their turn. */
  async turn(work: (turn: Turn) => Promise<string | null>): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [row]: { position: string | null }[] = await manager.query(
        'select position from breaches.policy_checkpoint where name = $1 for update',
        [POLICY],
      );
      if (!row) throw new Error('The policy has no checkpoint: run the migrations');
      const position = await work({
        position: row.position,
        pin: async (orderId, breachId) => {
          await manager.query('insert into breaches.pinned_order (order_id, breach_id) values ($1, $2) on conflict do nothing', [
            orderId,
            breachId,
          ]);
        },
        pinnedTo: async (orderId) => {
          const pinned: { breach_id: string }[] = await manager.query(
            'select breach_id from breaches.pinned_order where order_id = $1 order by breach_id',
            [orderId],
          );
          return pinned.map(({ breach_id: id }) => id);
        },
      });
      if (position !== row.position)
        await manager.query('update breaches.policy_checkpoint set position = $2 where name = $1', [POLICY, position]);
    });
  }
}
