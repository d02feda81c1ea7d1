import { ERASED, erasedSubject, type Projection, type Recorded } from '#event-sourcing';
import { type DataSource, QueryFailedError } from 'typeorm';
import { type Before, type Checkpoint, type Checkpoints, inTransaction } from './projector-checkpoints.js';
import type { FeedItem } from './projector-feed.js';
import { WorkingRows } from './projector-fold.js';
import { type ProjectionTable, type Query, UnwritableRow } from './projector-table.js';

/** An event that a projection cannot take. The message holds no personal data. */
export class Poison extends Error {
  override readonly name = 'Poison';

  constructor(projection: Projection, item: FeedItem | null, error: unknown) {
    const where = item ? ` at ${item.event.type} ${item.event.id} of ${item.event.stream}` : '';
    super(`Projection ${projection.name} stopped${where}: ${describe(error)}`);
  }
}

/** One projection in this process: its place, and applying what comes next. */
export class Runner {
  position: string | null = null;
  storedVersion = 0;
  private build = 0;
  failure: string | null = null;
  /** When a stopped projection is tried again, by `performance.now()`. */
  retryAt = 0;
  private failures = 0;

  constructor(
    readonly projection: Projection,
    readonly table: ProjectionTable,
    private readonly database: DataSource,
    private readonly checkpoints: Checkpoints,
  ) {}

  get name(): string {
    return this.projection.name;
  }

  get before(): Before {
    return { name: this.name, version: this.projection.version, build: this.build, position: this.position };
  }

  wants(item: FeedItem): boolean {
    return this.projection.reads.includes(item.event.type) || (item.event.type === ERASED && this.table.hasSubjects);
  }

  /** Takes over what the database says. */
  resume(checkpoint: Checkpoint): void {
    this.position = checkpoint.position;
    this.storedVersion = checkpoint.version;
    this.build = checkpoint.build;
    this.failure = checkpoint.failure;
    if (!checkpoint.failure) this.failures = this.retryAt = 0;
  }

  passed(position: string): void {
    this.position = position;
    this.failure = null;
    this.failures = 0;
    this.retryAt = 0;
  }

  /**
   * Applies the items and moves to `last`, in one transaction. At a poison event: applies what is before it, moves there, and throws
   * `Poison`. False when the checkpoint was not where it was believed to be; nothing was written then.
   */
  async apply(items: readonly FeedItem[], last: string): Promise<boolean> {
    const rows = new WorkingRows();
    const { good, poison } = await this.fold(items, rows);
    const until = poison ? good.at(-1)?.event.position : last;
    if (until !== undefined) {
      try {
        if (!(await this.write(rows, until))) return false;
      } catch (error) {
        if (!isFaultOfRows(error)) throw error;
        return this.applyOneByOne(good, until, error);
      }
    }
    if (poison) throw poison;
    return true;
  }

  /** Notes that the projection stopped; it is tried again after 1 s, then twice as long each time up to a minute. */
  async stop(poison: Poison, now: number): Promise<void> {
    this.failure = poison.message;
    this.retryAt = now + Math.min(60_000, 1_000 * 2 ** this.failures);
    this.failures += 1;
    await this.checkpoints.fail(this.name, poison.message);
  }

  /** The database refused the batch: finds the event whose rows it refuses. */
  private async applyOneByOne(items: readonly FeedItem[], last: string, refused: unknown): Promise<boolean> {
    const [only] = items;
    if (only && items.length === 1) throw new Poison(this.projection, only, refused);
    for (const item of items) if (!(await this.apply([item], item.event.position))) return false;
    const moved = await this.checkpoints.advance((sql, parameters) => this.database.query(sql, parameters), [this.before], last);
    if (moved.size > 0) this.passed(last);
    return moved.size > 0;
  }

  private async fold(items: readonly FeedItem[], rows: WorkingRows): Promise<{ good: FeedItem[]; poison: Poison | null }> {
    const query: Query = (sql, parameters) => this.database.query(sql, parameters);
    const good: FeedItem[] = [];
    const facts: Recorded[] = [];
    let poison: Poison | null = null;
    const ids = new Set<string>();
    for (const item of items) {
      try {
        const fact = factOf(item);
        for (const id of touched(this.projection, fact)) ids.add(id);
        facts.push(fact);
      } catch (error) {
        poison = new Poison(this.projection, item, error);
        break;
      }
    }
    const subjects = facts.flatMap(({ fact }) => erasedSubject(fact) ?? []);
    const [byId, bySubject] = await Promise.all([this.table.load(query, [...ids]), this.table.holding(query, subjects)]);
    for (const row of [...byId, ...bySubject]) rows.load(row.id, row);
    for (const [nth, fact] of facts.entries()) {
      const item = items[nth]!;
      try {
        rows.apply(this.projection, fact);
        good.push(item);
      } catch (error) {
        poison = new Poison(this.projection, item, error);
        break;
      }
    }
    return { good, poison };
  }

  private async write(rows: WorkingRows, until: string): Promise<boolean> {
    const changes = rows.takeChanges();
    const written = await inTransaction(this.database, async (query) => {
      // First, because it locks the checkpoint: from here on no other process and no swap comes between.
      const moved = await this.checkpoints.advance(query, [this.before], until);
      if (moved.size === 0) return false;
      await this.table.write(query, changes);
      return true;
    });
    if (written) this.passed(until);
    return written;
  }
}

export function touched(projection: Projection, fact: Recorded): readonly string[] {
  return projection.reads.includes(fact.fact.type) ? projection.rows(fact) : [];
}

export function factOf(item: FeedItem): Recorded {
  if ('error' in item) throw item.error;
  return item.fact;
}

/** The kind of error only: an error's text may quote the data. */
export function describe(error: unknown): string {
  if (error instanceof QueryFailedError) return `the database refused its rows (${codeOf(error.driverError)})`;
  if (error instanceof UnwritableRow) return error.message;
  return error instanceof Error ? error.name : 'something was thrown that is no error';
}

/** Whether these rows would be refused again: wrong values (22), broken constraints (23), wrong types or names (42), too large (54). */
function isFaultOfRows(error: unknown): boolean {
  return error instanceof UnwritableRow || (error instanceof QueryFailedError && /^(2[23]|42|54)/.test(codeOf(error.driverError)));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
