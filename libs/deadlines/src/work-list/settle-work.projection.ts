import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LocalDate, londonDate } from '#calendar';
import { isDatabaseAway } from '#database';
import { Clock } from '#event-store';
import type { DueWork } from './due-work.js';
import { laidOut, type OrdersBeside, restsOnOthers, type TaskRow } from './task-rows.js';

/** How often it looks for what changed while nobody reads a list, ms. */
const REST = 1_000;
const BATCH = 200;
/** What is still to be made: not what was tried with these facts and could not be. */
const WAITING = 'facts <> settled and set_aside is distinct from facts';
/** First half of the advisory lock on a person whose rows are made. */
const SETTLING = 910;
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
  ['harm', 'harm', 'smallint'],
  ['owner', 'owner', 'text'],
  ['opens', 'opens', 'date'],
  ['opensAt', 'opens_at', 'timestamptz'],
  ['dueBy', 'due_by', 'date'],
  ['dueMoment', 'due_moment', 'timestamptz'],
  ['lapses', 'lapses', 'date'],
  ['lapsesAt', 'lapses_at', 'timestamptz'],
  ['courtOn', 'court_on', 'date'],
  ['doc', 'doc', 'jsonb'],
];
const insert = `insert into deadlines.task (${columns.map(([, name]) => name).join(', ')})
  select ${columns.map(([property]) => `"${property}"`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as t (${columns.map(([property, , type]) => `"${property}" ${type}`).join(', ')})`;

/**
 * Makes the rows of the work list from what changed since they were last made. Nobody has to be told of a change: a row of
 * `deadlines.work` that has more facts than its tasks were made from is found by its index, after a rebuild each of them. Whoever reads a
 * list settles what is left first, so that nobody reads an older state than the read models have. A person whose rows cannot be made is set
 * aside until more is recorded of them, a new day or a new start: nobody else's list waits for it.
 */
@Injectable()
export class SettleWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('SettleWork');
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;
  private working: Promise<void> = Promise.resolve();
  private turnedTo: LocalDate = '';

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
      const left: unknown[] = await this.database.query(`select from deadlines.work where ${WAITING} limit 1`);
      if (left.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, TURN));
    }
  }

  /**
   * Takes up to so many changed rows of people whom nobody else has in hand; how many. Whoever has a person in hand has what every force
   * recorded of them, as an incident may be alleged against another force's order.
   */
  private async batch(): Promise<number> {
    const today = londonDate(this.clock.now());
    await this.turnTo(today);
    const taken: string[] = [];
    try {
      return await this.database.transaction(async (transaction) => {
        // Without an order, so that no more is locked than is taken.
        const found: { perpetratorId: string }[] = await transaction.query(
          `select perpetrator_id as "perpetratorId" from deadlines.work
           where ${WAITING} and pg_try_advisory_xact_lock(${SETTLING}, hashtext(perpetrator_id)) limit ${BATCH}`,
        );
        taken.push(...new Set(found.map(({ perpetratorId }) => perpetratorId)));
        if (taken.length > 0) await settle(transaction, taken, today);
        return found.length;
      });
    } catch (error) {
      if (taken.length === 0 || isDatabaseAway(error)) throw error;
      for (const one of taken) await this.alone(one, today);
      return taken.length;
    }
  }

  /** One person after a batch failed: sets aside whose rows it was that could not be made. Throws only while the database does not answer. */
  private async alone(perpetratorId: string, today: LocalDate): Promise<void> {
    try {
      await this.database.transaction(async (transaction) => {
        const [lock]: { isOurs: boolean }[] = await transaction.query(
          `select pg_try_advisory_xact_lock(${SETTLING}, hashtext($1)) as "isOurs"`,
          [perpetratorId],
        );
        if (lock?.isOurs === true) await settle(transaction, [perpetratorId], today);
      });
    } catch (error) {
      // Nothing is wrong with what is recorded: it is tried again.
      if (isDatabaseAway(error)) throw error;
      await this.database.query(`update deadlines.work set set_aside = facts where perpetrator_id = $1 and facts <> settled`, [
        perpetratorId,
      ]);
      this.log.error(
        `The work list of record ${perpetratorId} could not be brought up to date: ${error instanceof Error ? error.name : 'unknown error'}. It is set aside.`,
      );
    }
  }

  /** Once a day: takes away what nobody needs any more, and has the rows made anew of which more is to be laid out. */
  private async turnTo(today: LocalDate): Promise<void> {
    if (today === this.turnedTo) return;
    await this.database.query('delete from deadlines.task where lapses < $1::date', [today]);
    await this.database.query(
      `update deadlines.work set settled = -1, again_on = null
       where id in (select id from deadlines.work where again_on <= $1::date for update skip locked)`,
      [today],
    );
    await this.database.query('update deadlines.work set set_aside = null where set_aside is not null');
    this.turnedTo = today;
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
    this.next(found === BATCH ? 0 : REST);
  }
}

type Kept = DueWork & { readonly settled: number };

async function settle(transaction: EntityManager, perpetratorIds: readonly string[], today: LocalDate): Promise<void> {
  const kept: Kept[] = await transaction.query(
    `select id, perpetrator_id as "perpetratorId", facts, settled, doc from deadlines.work where perpetrator_id = any ($1::text[])`,
    [perpetratorIds],
  );
  const changed = perpetratorIds.flatMap((one) => ofPerson(kept.filter(({ perpetratorId }) => perpetratorId === one)));
  const made = changed.map(({ row, beside }) => ({ ...row, ...laidOut(row, today, beside) }));
  const rows = made
    .flatMap((one) => one.rows)
    .map(({ words, why, subject, waitsFor, urgent, dueAt, about, ...row }) => ({
      ...row,
      doc: { words, why, subject, waitsFor, urgent, dueAt, about },
    }));
  const ids = made.map(({ id }) => id);
  await transaction.query('delete from deadlines.task where work_id = any ($1::text[])', [ids]);
  if (rows.length > 0) await transaction.query(insert, [JSON.stringify(rows)]);
  await transaction.query(
    `update deadlines.work w set settled = u.facts, again_on = u.again
     from unnest($1::text[], $2::int[], $3::date[]) u (id, facts, again) where w.id = u.id`,
    [ids, made.map(({ facts }) => facts), made.map(({ again }) => again)],
  );
}

/**
 * Of what the forces recorded of one person: what changed, and what rests on another force's order, each with the orders of the others.
 * Whether a breach is a crime, and what shows that he knew of the order, turns on the order.
 */
function ofPerson(kept: readonly Kept[]): readonly { readonly row: Kept; readonly beside: OrdersBeside }[] {
  const beside: OrdersBeside = new Map(kept.flatMap(({ doc }) => Object.entries(doc.orders)));
  return kept.filter(({ facts, settled, doc }) => facts !== settled || restsOnOthers(doc)).map((row) => ({ row, beside }));
}
