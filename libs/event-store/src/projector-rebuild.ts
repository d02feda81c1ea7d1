import { ERASED, erasedSubject, type Projection, type Recorded, type Row } from '#event-sourcing';
import type { DataSource } from 'typeorm';
import { type Checkpoints, inTransaction } from './projector-checkpoints.js';
import type { FeedItem } from './projector-feed.js';
import { reads, WorkingRows } from './projector-fold.js';
import { factOf, Poison, touched } from './projector-runner.js';
import type { ProjectionTable, Query } from './projector-table.js';

/** Few enough that the server works on some while the next are made ready. */
const ROWS_PER_INSERT = 1_000;

/** Statements under way while the next rows are made ready: a few, because pages are served on the same connections. */
export class Writes {
  private readonly under = new Set<Promise<void>>();

  constructor(private readonly most = 3) {}

  async room(): Promise<void> {
    while (this.under.size >= this.most) await Promise.race(this.under);
  }

  add(write: Promise<void>): void {
    const ended: Promise<void> = write.catch(() => undefined).finally(() => this.under.delete(ended));
    this.under.add(ended);
  }
}

/** The new table of one projection, growing beside the live one until it is swapped in. */
export class Rebuild {
  /** The last event folded in. */
  position: string | null = null;
  private readonly fresh: ProjectionTable;
  private rows = new WorkingRows();
  /** Rows that left memory. As long as none of them is touched again the table needs no index, and nothing in it changes. */
  private readonly written = new Set<string>();
  /** Whether rows named after the fact that made them left memory; they are too many to be among `written`. */
  private hasLeftOwn = false;
  private isUntouched = true;
  /** Done when every statement sent so far is. */
  private writing: Promise<unknown> = Promise.resolve();
  private isIndexed = false;
  private readonly readable = new Set<string>();

  constructor(
    readonly projection: Projection,
    private readonly live: ProjectionTable,
    private readonly database: DataSource,
    private readonly checkpoints: Checkpoints,
    /** How many rows may be kept in memory. */
    private readonly limit: number,
    private readonly writes = new Writes(),
  ) {
    // Beside each schema one of its own: two rooms may give their tables, and so their indexes, the same name.
    this.fresh = live.inSchema(`rebuild_${live.schema}`);
  }

  async begin(): Promise<void> {
    await this.database.query(`create schema if not exists "${this.fresh.schema}"`);
    await this.database.query(`drop table if exists ${this.fresh.path}`);
    await this.database.query(
      `create table ${this.fresh.path} (like ${this.live.path} including all excluding indexes excluding statistics)`,
    );
  }

  /** Folds items in memory; writes rows out when there are too many. Throws `Poison`. */
  async fold(items: readonly FeedItem[], last: string): Promise<void> {
    const query: Query = (sql, parameters) => this.database.query(sql, parameters);
    await this.apply(query, items);
    this.position = last;
    if (this.isUntouched && this.rows.ownSize >= Math.min(ROWS_PER_INSERT, this.limit)) {
      this.hasLeftOwn = true;
      await this.write(query, this.rows.takeOwn());
    }
    if (this.isUntouched) {
      await this.write(query, this.rows.takeCold());
      // What changed of late stays: a row that is touched after it left makes everything slower.
      if (this.rows.size > this.limit) for (const id of this.rows.letGo()) this.written.add(id);
    }
    if (this.rows.size > this.limit) await this.flush(query);
  }

  /** Writes out what is in memory and makes the indexes of the live table, under their names. */
  async settle(): Promise<void> {
    await this.flush((sql, parameters) => this.database.query(sql, parameters));
    await this.writing;
    await this.index();
    await this.fresh.analyze((sql, parameters) => this.database.query(sql, parameters));
  }

  /**
   * Puts the new table in the place of the live one, in one transaction with the checkpoint, whose lock keeps every live writer out.
   * `rest` gives what the live one has had since, so that readers never go back in time.
   */
  async swap(
    rest: (after: string | null, until: string | null) => AsyncIterable<{ items: readonly FeedItem[]; last: string }>,
  ): Promise<string | null> {
    await inTransaction(this.database, async (query) => {
      const { position: reached } = await this.checkpoints.lock(query, this.projection.name);
      for await (const page of rest(this.position, reached)) {
        await this.apply(query, page.items);
        await this.flush(query);
        this.position = page.last;
      }
      await this.flush(query);
      await this.writing;
      await query(`drop table ${this.live.path}`);
      await query(`alter table ${this.fresh.path} set schema "${this.live.schema}"`);
      await this.checkpoints.replace(query, this.projection.name, this.projection.version, this.position);
    });
    return this.position;
  }

  /** Removes the unfinished table, if it was begun. */
  async abandon(): Promise<void> {
    await this.writing.catch(() => undefined);
    await this.database.query(`drop table if exists ${this.fresh.path}`);
  }

  private async apply(query: Query, items: readonly FeedItem[]): Promise<void> {
    const facts: [FeedItem, Recorded][] = [];
    for (const item of items) {
      if (item.event.type === ERASED || reads(this.projection, item.event.type)) facts.push([item, this.guard(item, () => factOf(item))]);
    }
    if (this.isUntouched && facts.some(([item, fact]) => this.touchesWritten(item, fact))) this.isUntouched = false;
    if (!this.isUntouched) {
      await this.writing;
      await this.index(query);
      await this.fetch(query, facts);
    }
    for (const [item, fact] of facts) {
      const passesOver = fact.fact.type === ERASED && !this.holds(fact) && !reads(this.projection, ERASED);
      if (!passesOver) this.guard(item, () => this.rows.apply(this.projection, fact));
      const { personal } = fact.fact;
      for (const name in personal) {
        const part = personal[name];
        if (part && part.value !== null) for (const id of part.about) this.readable.add(id);
      }
    }
  }

  /** Whether rows may hold anything about whom the fact erases: seldom, as keys are destroyed before their people's facts are read again. */
  private holds({ fact }: Recorded): boolean {
    const subject = erasedSubject(fact);
    return subject !== null && this.readable.has(subject);
  }

  private touchesWritten(item: FeedItem, fact: Recorded): boolean {
    if (this.written.size === 0 && !this.hasLeftOwn) return false;
    // Whose rows an erasure clears only the table can say.
    if (this.holds(fact)) return true;
    const ids = this.guard(item, () => (reads(this.projection, fact.fact.type) ? this.projection.rows(fact) : []));
    return ids.some((id) => this.written.has(id) || (this.hasLeftOwn && id !== fact.id && !this.rows.has(id)));
  }

  private async fetch(query: Query, facts: readonly [FeedItem, Recorded][]): Promise<void> {
    const ids = new Set<string>();
    for (const [item, fact] of facts)
      for (const id of this.guard(item, () => touched(this.projection, fact))) if (!this.rows.has(id)) ids.add(id);
    const subjects = facts.flatMap(([, { fact }]) => erasedSubject(fact) ?? []);
    const found: Row[] = await this.fresh.load(query, [...ids]);
    found.push(...(await this.fresh.holding(query, subjects)));
    for (const row of found) if (!this.rows.has(row.id)) this.rows.load(row.id, row);
  }

  private async flush(query: Query): Promise<void> {
    const changes = this.rows.takeChanges();
    const stale = this.rows.takeStale();
    if (!this.isUntouched) await this.index(query);
    else if (stale.length > 0) {
      await this.writing;
      await this.fresh.remove(query, stale);
    }
    await this.write(query, changes);
    for (const id of this.rows.ids()) this.written.add(id);
    this.rows.clear();
  }

  private async write(query: Query, changes: readonly [string, Row | null][]): Promise<void> {
    for (let from = 0; from < changes.length; from += ROWS_PER_INSERT) {
      await this.writes.room();
      const write = this.fresh.write(query, changes.slice(from, from + ROWS_PER_INSERT), this.isUntouched);
      this.writes.add(write);
      this.writing = Promise.all([this.writing, write]);
      // Awaited before anything is read or indexed, and at the end.
      this.writing.catch(() => undefined);
    }
  }

  /** Constraints and indexes as the live table has them. */
  private async index(query: Query = (sql, parameters) => this.database.query(sql, parameters)): Promise<void> {
    if (this.isIndexed) return;
    const constraints = await query<{ name: string; definition: string }>(
      `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = to_regclass($1) and contype in ('p', 'u', 'x')`,
      [this.live.path],
    );
    for (const { name, definition } of constraints) await query(`alter table ${this.fresh.path} add constraint "${name}" ${definition}`);
    const indexes = await query<{ definition: string }>(
      `select pg_get_indexdef(i.indexrelid) as definition from pg_index i
       where i.indrelid = to_regclass($1) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
      [this.live.path],
    );
    for (const { definition } of indexes) await query(definition.replace(/ ON (ONLY )?\S+ USING /, ` ON ${this.fresh.path} USING `));
    this.isIndexed = true;
  }

  private guard<T>(item: FeedItem, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new Poison(this.projection, item, error);
    }
  }
}
