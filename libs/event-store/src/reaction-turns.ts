import type { DataSource, EntityManager } from 'typeorm';
import { pause } from './projector-nudge.js';

/** How long between two looks at where a reaction stands, ms. */
const LOOK = 20;

/** What a reaction may do in the transaction that moves its checkpoint. */
export type Transaction = Pick<EntityManager, 'query'>;

/** Where a reaction stands, as the database knows it. */
export interface Place {
  readonly name: string;
  /** The last event that it passed; null before the first. */
  readonly position: string | null;
  /** Why it cannot go on from there, without personal data; null while it goes on. */
  readonly failure: string | null;
  /** Since when, ISO 8601. */
  readonly failedAt: string | null;
}

/** Adds the place where the reaction stands, or waits for whoever has its turn. */
const turn = `insert into projection.reaction (name) values ($1)
  on conflict (name) do update set name = excluded.name returning position`;

/** Where each reaction stands. One process at a time takes a reaction's turn: others wait for theirs. */
export class Turns {
  constructor(private readonly database: DataSource) {}

  /** Makes known that there is such a reaction. */
  async ensure(reaction: string): Promise<void> {
    await this.database.query('insert into projection.reaction (name) values ($1) on conflict do nothing', [reaction]);
  }

  /** All that ever ran, in order of their names. */
  async all(): Promise<Place[]> {
    const rows: (Omit<Place, 'failedAt'> & { failed_at: Date | null })[] = await this.database.query(
      'select name, position, failure, failed_at from projection.reaction order by name',
    );
    return rows.map(({ failed_at: at, ...row }) => ({ ...row, failedAt: at?.toISOString() ?? null }));
  }

  /** Waits until the reaction has come past what `isPast` says, in whichever process it runs; false after `timeoutMs`. */
  async waitUntil(reaction: string, isPast: (position: string) => boolean, timeoutMs: number): Promise<boolean> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const at = await this.position(reaction);
      if (at !== null && isPast(at)) return true;
      const left = until - performance.now();
      if (left <= 0) return false;
      await pause(Math.min(left, LOOK));
    }
  }

  /**
   * Says for everyone to see that the reaction cannot go on from `position`, and why; the instant it was said first stays. Nothing where
   * another process went on meanwhile. `failure` holds no personal data.
   */
  async fail(reaction: string, position: string | null, failure: string): Promise<void> {
    await this.database.query(
      `update projection.reaction set failed_at = coalesce(failed_at, now()), failure = $3
       where name = $1 and position is not distinct from $2`,
      [reaction, position, failure],
    );
  }

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
    await transaction.query('update projection.reaction set position = $2, failed_at = null, failure = null where name = $1', [
      reaction,
      position,
    ]);
  }
}
