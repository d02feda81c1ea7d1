import type { Transaction } from '#event-store/module';
import type { Knowledge } from './forces-concerned.js';

/** What the reaction has learned so far: kept by itself, so that whom it tells follows from the order of the events alone. */
export class KnownParts implements Knowledge {
  constructor(private readonly transaction: Transaction) {}

  async forcesOn(perpetratorId: string): Promise<string[]> {
    const rows: { force: string }[] = await this.transaction.query(
      'select force from histories.part_of_force where perpetrator_id = $1 order by force',
      [perpetratorId],
    );
    return rows.map(({ force }) => force);
  }

  async linkedTo(perpetratorId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.transaction.query(
      `select b as id from histories.linked_pair where a = $1 union select a from histories.linked_pair where b = $1 order by id`,
      [perpetratorId],
    );
    return rows.map(({ id }) => id);
  }

  async takesPart(perpetratorId: string, force: string): Promise<void> {
    await this.transaction.query('insert into histories.part_of_force (perpetrator_id, force) values ($1, $2) on conflict do nothing', [
      perpetratorId,
      force,
    ]);
  }

  async link([a, b]: readonly [string, string]): Promise<void> {
    await this.transaction.query('insert into histories.linked_pair (a, b) values ($1, $2) on conflict do nothing', [a, b]);
  }

  async unlink([a, b]: readonly [string, string]): Promise<void> {
    await this.transaction.query('delete from histories.linked_pair where a = $1 and b = $2', [a, b]);
  }
}
