import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Destroyed, Keyring, KeyringUnavailable, type KeyState, usable } from './keyring.js';
import type { MasterKey } from './master-key.js';

interface KeyRow {
  readonly person_id: string;
  readonly wrapped: Buffer | null;
}

/** Keys in PostgreSQL, wrapped by the master key. Unwrapped keys are kept in memory; see `generation` for how long at most. */
export class PostgresKeyring extends Keyring {
  private readonly kept = new Map<string, Buffer>();
  private readonly gone = new Set<string>();
  private version = 0;
  private ledgerLines = 0;
  private checkedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: DataSource,
    private readonly master: MasterKey,
    /**
     * `freshFor`: for how many milliseconds another process's destruction of a key may go unnoticed here. `keep`: how many keys are kept.
     */
    private readonly limits: { readonly freshFor: number; readonly keep: number } = { freshFor: 2_000, keep: 20_000 },
  ) {
    super();
  }

  /** Looks at the ledger when the last look is older than `freshFor`. */
  override async generation(): Promise<number> {
    const now = performance.now();
    if (now - this.checkedAt < this.limits.freshFor) return this.version;
    const rows = await this.query<{ lines: string }>('select count(*) as lines from keys.destroyed');
    if (Number(rows[0]?.lines) !== this.ledgerLines) {
      const destroyed = await this.query<{ person_id: string }>('select person_id from keys.destroyed');
      this.ledgerLines = destroyed.length;
      this.forget(destroyed.map((row) => row.person_id));
    }
    this.checkedAt = now;
    return this.version;
  }

  override async keys(ids: readonly string[]): Promise<Map<string, KeyState>> {
    await this.generation();
    const states = new Map<string, KeyState>();
    const unknown: string[] = [];
    for (const id of ids) {
      const state = this.gone.has(id) ? 'destroyed' : this.kept.get(id);
      states.set(id, state);
      if (!state) unknown.push(id);
    }
    if (unknown.length === 0) return states;
    const before = this.version;
    const rows = await this.query<KeyRow>(
      `select person_id, wrapped from keys.person_key where person_id = any ($1)
       union all select person_id, null from keys.destroyed where person_id = any ($1)`,
      [unknown],
    );
    for (const row of rows) if (row.wrapped) states.set(row.person_id, this.master.unwrap(row.person_id, row.wrapped));
    // The ledger has the last word, over a row that a restore brought back too.
    for (const row of rows) if (!row.wrapped) states.set(row.person_id, 'destroyed');
    for (const id of unknown) if (this.gone.has(id)) states.set(id, 'destroyed');
    if (before === this.version) this.keep(states);
    return states;
  }

  override async keyFor(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const wanted = [...new Set(ids)];
    const known = usable(await this.keys(wanted));
    const missing = wanted.filter((id) => !known.has(id)).sort();
    if (missing.length === 0) return known;
    const wrapped = missing.map((id) => this.master.wrap(id, randomBytes(32)));
    await this.query('select keys.create_missing($1, $2)', [missing, wrapped]);
    const created = usable(await this.keys(missing));
    for (const [id, key] of created) known.set(id, key);
    return known;
  }

  override async destroy(personId: string, how: { at: string; by: string }): Promise<void> {
    await this.query('select keys.destroy($1, $2, $3)', [[personId], [how.at], [how.by]]);
    this.forget([personId]);
  }

  override async ledger(): Promise<Destroyed[]> {
    const rows = await this.query<{ person_id: string; destroyed_at: Date; by: string }>(
      'select person_id, destroyed_at, by from keys.destroyed order by destroyed_at, person_id',
    );
    return rows.map((row) => ({ personId: row.person_id, at: row.destroyed_at.toISOString(), by: row.by }));
  }

  override async replayLedger(kept: readonly Destroyed[] = []): Promise<number> {
    const columns = [kept.map((line) => line.personId), kept.map((line) => line.at), kept.map((line) => line.by)];
    const rows = await this.query<{ destroyed: string }>('select keys.destroy($1, $2, $3) as destroyed', columns);
    this.kept.clear();
    this.checkedAt = Number.NEGATIVE_INFINITY;
    await this.generation();
    return Number(rows[0]?.destroyed ?? 0);
  }

  /** Wraps again, under the newest master key, every key wrapped by an older one. How many there were. */
  async rewrap(): Promise<number> {
    const rows = await this.query<{ person_id: string; wrapped: Buffer }>('select person_id, wrapped from keys.person_key');
    const outdated = rows.filter((row) => this.master.isOutdated(row.wrapped));
    for (const row of outdated) {
      const wrapped = this.master.wrap(row.person_id, this.master.unwrap(row.person_id, row.wrapped));
      await this.query('update keys.person_key set wrapped = $2 where person_id = $1', [row.person_id, wrapped]);
    }
    return outdated.length;
  }

  private async query<T>(sql: string, parameters?: unknown[]): Promise<T[]> {
    try {
      return await this.database.query<T[]>(sql, parameters);
    } catch (error) {
      throw new KeyringUnavailable(error);
    }
  }

  private keep(states: ReadonlyMap<string, KeyState>): void {
    for (const [id, state] of states) {
      if (!(state instanceof Buffer)) continue;
      if (this.kept.size >= this.limits.keep) {
        const [oldest] = this.kept.keys();
        if (oldest !== undefined) this.kept.delete(oldest);
      }
      this.kept.set(id, state);
    }
  }

  private forget(destroyed: readonly string[]): void {
    for (const id of destroyed) {
      this.gone.add(id);
      this.kept.delete(id);
    }
    this.version += 1;
  }
}
