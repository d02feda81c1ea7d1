import type { DataSource, EntityManager } from 'typeorm';

/** What a reaction may do in the transaction that moves its checkpoint. */
export type Transaction = Pick<EntityManager, 'query'>;

/** Adds the place where the reaction stands, or waits for whoever has its turn. */
const turn = `insert into projection.reaction (name) values ($1)
  on conflict (name) do update set name = excluded.name returning position`;

/** Where each reaction stands. One process at a time takes a reaction's turn: others wait for theirs. */
export class Turns {
  constructor(private readonly database: DataSource) {}

  /** Null before the first event. */
  async position(reaction: string): Promise<string | null> {
    const rows: { position: string | null }[] = await this.database.query('select position from projection.reaction where name = $1', [
      reaction,
    ]);
    return rows[0]?.position ?? null;
  }

  /** Does `work` and moves the reaction to the position it answers, both or neither; null leaves it where it is. */
  async take(reaction: string, work: (position: string | null, transaction: Transaction) => Promise<string | null>): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const [row]: { position: string | null }[] = await transaction.query(turn, [reaction]);
      const position = await work(row?.position ?? null, transaction);
      if (position !== null) await this.move(transaction, reaction, position);
    });
  }

  /** The last thing done in the transaction. */
  protected async move(transaction: Transaction, reaction: string, position: string): Promise<void> {
    await transaction.query('update projection.reaction set position = $2 where name = $1', [reaction, position]);
  }
}
