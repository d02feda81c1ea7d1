import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LocalDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import type { OrderState } from '#orders';
import type { DueWork } from './due-work.js';
import { type OrdersBeside, type TaskRow, taskRows } from './task-rows.js';

/** How often it looks for what changed while nobody reads a list, ms. */
const REST = 1_000;
const BATCH = 200;
/** How often a reader waits for another process that has a row in hand, and how long each time, ms. */
const [TURNS, TURN] = [100, 10];

const columns: readonly (readonly [keyof TaskRow | 'doc', string, string])[] = [
  ['id', 'id', 'text'],
  ['taskId', 'task_id', 'uuid'],
  ['workId', 'work_id', 'text'],
  ['perpetratorId', 'perpetrator_id', 'text'],
  ['force', 'force', 'text'],
  ['kind', 'kind', 'text'],
  ['lane', 'lane', 'text'],
  ['team', 'team', 'text'],
  ['owner', 'owner', 'text'],
  ['opens', 'opens', 'date'],
  ['dueBy', 'due_by', 'date'],
  ['lapses', 'lapses', 'date'],
  ['courtOn', 'court_on', 'date'],
  ['doc', 'doc', 'jsonb'],
];
const insert = `insert into deadlines.task (${columns.map(([, name]) => name).join(', ')})
  select ${columns.map(([property]) => `"${property}"`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as t (${columns.map(([property, , type]) => `"${property}" ${type}`).join(', ')})`;

/**
 * Makes the rows of the work list from what changed since they were last made. Nobody has to be told of a change: a row of
 * `deadlines.work` that has more facts than its tasks were made from is found by its index, after a rebuild each of them. Whoever reads a
 * list settles what is left first, so that nobody reads an older state than the read models have.
 */
@Injectable()
export class SettleWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('SettleWork');
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;
  private working: Promise<void> = Promise.resolve();
  private prunedOn: LocalDate = '';

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.next(0);
  }

  /** Finishes the batch under way. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.working;
  }

  /** Settles everything that the read models have. Returns once it is done, whoever did it. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn += 1) {
      while ((await this.batch()) === BATCH);
      const left: unknown[] = await this.database.query('select from deadlines.work where facts <> settled limit 1');
      if (left.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, TURN));
    }
  }

  /** Takes up to so many changed rows that nobody else has in hand; how many. */
  private batch(): Promise<number> {
    const today = londonDate(this.clock.now());
    return this.database.transaction(async (transaction) => {
      const changed: DueWork[] = await transaction.query(
        `select id, facts, doc from deadlines.work where facts <> settled order by id limit ${BATCH} for update skip locked`,
      );
      if (changed.length > 0) await settle(transaction, changed, today);
      return changed.length;
    });
  }

  private next(wait: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.working = this.work().catch((error: unknown) => {
        this.log.warn(
          `Work lists could not be brought up to date: ${error instanceof Error ? error.name : 'unknown error'}. It is tried again.`,
        );
        this.next(REST);
      });
    }, wait);
    this.timer.unref();
  }

  private async work(): Promise<void> {
    const found = await this.batch();
    const today = londonDate(this.clock.now());
    if (today !== this.prunedOn) {
      await this.database.query('delete from deadlines.task where lapses < $1::date', [today]);
      this.prunedOn = today;
    }
    this.next(found === BATCH ? 0 : REST);
  }
}

async function settle(transaction: EntityManager, changed: readonly DueWork[], today: LocalDate): Promise<void> {
  const ids = changed.map(({ id }) => id);
  const beside = await ordersBeside(transaction, changed);
  const rows = changed
    .flatMap((row) => taskRows(row, today, beside))
    .map(({ words, why, subject, waitsFor, urgent, dueAt, about, ...row }) => ({
      ...row,
      doc: { words, why, subject, waitsFor, urgent, dueAt, about },
    }));
  await transaction.query('delete from deadlines.task where work_id = any ($1::text[])', [ids]);
  if (rows.length > 0) await transaction.query(insert, [JSON.stringify(rows)]);
  await transaction.query(
    `update deadlines.work w set settled = u.facts from unnest($1::text[], $2::int[]) u (id, facts) where w.id = u.id`,
    [ids, changed.map(({ facts }) => facts)],
  );
}

/** Orders of other forces that are alleged against: whether their breach is a crime and what shows that he knew of them turns on them. */
async function ordersBeside(transaction: EntityManager, changed: readonly Pick<DueWork, 'doc'>[]): Promise<OrdersBeside> {
  const ids = changed.flatMap(({ doc }) =>
    Object.values(doc.breaches)
      .flatMap(({ allegations }) => allegations.map(({ orderId }) => orderId))
      .filter((id) => doc.orders[id] === undefined),
  );
  if (ids.length === 0) return new Map();
  const found: { id: string; doc: OrderState }[] = await transaction.query(
    'select id, doc from orders.order_record where id = any ($1::text[])',
    [[...new Set(ids)]],
  );
  return new Map(found.map(({ id, doc }) => [id, doc]));
}
