import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { maySeePerson, visiblePersonSql, type Viewer } from '#access';
import { asInstant, endOfDay, isInstant, millisecondsOf, type Instant, type LocalDate } from '#calendar';
import { fold } from '#event-sourcing';
import type { MadeOrder } from '#orders';
import { listing, readCursor } from '#pages';
import { type PerpetratorFact, type PerpetratorState, perpetrators } from '#people';
import { ProtectedPeople } from '#people/module';
import type { HistoryKind } from '../sentences/index.js';
import type { HistoryFactLine } from './history-fact.js';
import type { KnownToReader } from './names.js';
import { EMPTY_SUMMARY, type PerpetratorSummary, summarise } from './perpetrator-summary.js';

/** What the reader asked to see of the time line. Empty or null: everything. */
export interface HistoryFilter {
  readonly kinds: readonly HistoryKind[];
  /** CJS code of the force that recorded it. */
  readonly force: string | null;
  readonly orderId: string | null;
  /** London days, both included, on which it happened. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export const EVERYTHING: HistoryFilter = { kinds: [], force: null, orderId: null, from: null, to: null };

/** One perpetrator's history for one reader; null when there is no such person for them. */
export interface PerpetratorHistory {
  readonly perpetrator: PerpetratorState;
  readonly summary: PerpetratorSummary;
  readonly protectedPeople: readonly KnownToReader[];
  /** Newest first, one page of it. */
  readonly lines: readonly HistoryFactLine[];
  readonly next: string | null;
  /** The moment the answer is for: now, or the end of the day asked about. */
  readonly asAt: Instant;
}

export class GetPerpetratorHistory extends Query<PerpetratorHistory | null> {
  constructor(
    readonly viewer: Viewer,
    readonly perpetratorId: string,
    readonly now: Instant,
    readonly filter: HistoryFilter = EVERYTHING,
    /** What was known at the end of this London day. Null: what is known now. */
    readonly asKnownOn: LocalDate | null = null,
    /** Cursor of the part after an earlier one. */
    readonly after: string | null = null,
  ) {
    super();
  }

  /** Facts recorded before this instant count; null for all. */
  get recordedBefore(): Instant | null {
    return this.asKnownOn === null ? null : endOfDay(this.asKnownOn);
  }

  /** The last moment of the day asked about, or now. */
  get asAt(): Instant {
    return this.asKnownOn === null ? this.now : asInstant(millisecondsOf(endOfDay(this.asKnownOn)) - 1);
  }
}

/** Lines on one page of the history. */
const PAGE = 50;

const LINE = `id, perpetrator_id as "perpetratorId", stream, revision, type, sort_at as "sortAt", recorded_at as "recordedAt", on_day::text as "onDay",
  until_day::text as "untilDay", kind, force, order_ids as "orderIds", fact, envelope`;

@QueryHandler(GetPerpetratorHistory)
export class PerpetratorHistoryHandler implements IQueryHandler<GetPerpetratorHistory> {
  constructor(
    private readonly db: DataSource,
    private readonly people: ProtectedPeople,
  ) {}

  async execute(query: GetPerpetratorHistory): Promise<PerpetratorHistory | null> {
    const current = await this.perpetrator(query);
    if (!current) return null;
    const { perpetrator, summary } = query.recordedBefore === null ? current : await this.asKnownThen(query);
    const [protectedPeople, page] = await Promise.all([
      this.people.knownAs(query.viewer, summary.protectedPersonIds, protectorsIn(summary)),
      this.lines(query),
    ]);
    return { perpetrator, summary, protectedPeople, lines: page.items, next: page.next, asAt: query.asAt };
  }

  /** By primary key; absent when the reader may not know of the person. */
  private async perpetrator({
    viewer,
    perpetratorId,
  }: GetPerpetratorHistory): Promise<{ perpetrator: PerpetratorState; summary: PerpetratorSummary } | null> {
    const parameters: unknown[] = [perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row] = await this.db.query<
      { doc: PerpetratorState; summary: PerpetratorSummary | null; restricted: boolean; readers: string[] }[]
    >(
      `select p.doc, p.restricted, p.readers, s.doc as summary from people.perpetrator_record p
       left join histories.perpetrator_summary s on s.id = p.id where p.id = $1 and ${visible}`,
      parameters,
    );
    return row && maySeePerson(viewer, row) ? { perpetrator: row.doc, summary: row.summary ?? EMPTY_SUMMARY } : null;
  }

  /** Folds this one person's facts that were recorded by the end of the day asked about. */
  private async asKnownThen({
    perpetratorId,
    recordedBefore,
  }: GetPerpetratorHistory): Promise<{ perpetrator: PerpetratorState; summary: PerpetratorSummary }> {
    const rows = await this.db.query<HistoryFactLine[]>(
      `select ${LINE} from histories.fact where perpetrator_id = $1 and recorded_at < $2 order by recorded_at, stream, revision`,
      [perpetratorId, recordedBefore],
    );
    const own = rows.filter(({ stream }) => stream.startsWith(`${perpetrators.category}-`));
    return {
      perpetrator: fold(
        perpetrators,
        own.map(({ fact }) => fact as PerpetratorFact),
      ),
      summary: rows.reduce<PerpetratorSummary>(summarise, EMPTY_SUMMARY),
    };
  }

  /** One page, newest first, by keyset: its cost does not grow with the history. */
  private async lines({ perpetratorId, filter, recordedBefore, after }: GetPerpetratorHistory) {
    const parameters: unknown[] = [perpetratorId];
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const where = ['perpetrator_id = $1'];
    if (recordedBefore !== null) where.push(`recorded_at < ${given(recordedBefore)}`);
    if (filter.kinds.length > 0) where.push(`kind = any (${given(filter.kinds)})`);
    if (filter.force !== null) where.push(`force = ${given(filter.force)}`);
    if (filter.orderId !== null) where.push(`${given(filter.orderId)} = any (order_ids)`);
    if (filter.from !== null) where.push(`until_day >= ${given(filter.from)}::date`);
    if (filter.to !== null) where.push(`on_day <= ${given(filter.to)}::date`);
    const [sortAt, id] = readCursor(after, 2) ?? [];
    if (isInstant(sortAt) && isUuid(id)) where.push(`(sort_at, id) < (${given(sortAt)}::timestamptz, ${given(id)}::uuid)`);
    const rows = await this.db.query<HistoryFactLine[]>(
      `select ${LINE} from histories.fact where ${where.join(' and ')} order by sort_at desc, id desc limit ${PAGE + 1}`,
      parameters,
    );
    return listing(rows, PAGE, (row) => [new Date(row.sortAt).toISOString(), row.id]);
  }
}

/** The orders against the perpetrator: each gives its force a part in the people it protects. */
function protectorsIn(summary: PerpetratorSummary): MadeOrder[] {
  return Object.values(summary.orders).flatMap((order) => (order.is === 'unmade' ? [] : [order]));
}
