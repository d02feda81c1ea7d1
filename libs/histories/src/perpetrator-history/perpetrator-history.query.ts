import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { maySeePerson, visiblePersonSql, type Viewer } from '#access';
import { asInstant, endOfDay, isInstant, millisecondsOf, type Instant, type LocalDate } from '#calendar';
import { fold, streamName } from '#event-sourcing';
import type { MadeOrder } from '#orders';
import { isUuid, listing, readCursor } from '#pages';
import { type LinkRow, type PerpetratorFact, type PerpetratorState, perpetrators } from '#people';
import { Links, ProtectedPeople } from '#people/module';
import type { HistoryKind } from '../sentences/index.js';
import { type HistoryFactLine, TELLING_FACT_TYPES } from './history-fact.js';
import type { KnownToReader } from './names.js';
import { EMPTY_SUMMARY, mergeSummaries, type PerpetratorSummary, summarise } from './perpetrator-summary.js';

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
  /** All records that people decided are of this person, this one first. Each force keeps its own. */
  readonly records: readonly PerpetratorState[];
  /** Pairs with other records that wait to be decided, and the links there are. Empty for a past day. */
  readonly links: readonly LinkRow[];
  /** Of all records together. */
  readonly summary: PerpetratorSummary;
  readonly protectedPeople: readonly KnownToReader[];
  /** Recorded to be protected from this person, and named by no order, application or report yet. Empty for a past day. */
  readonly unnamed: readonly KnownToReader[];
  /** Whom texts may speak of where nobody is named. */
  readonly unsaid: readonly KnownToReader[];
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
    /** What was known before this instant, for a question to the moment; null: as `asKnownOn` says. */
    private readonly knownBefore: Instant | null = null,
  ) {
    super();
  }

  /** Facts recorded before this instant count; null for all. */
  get recordedBefore(): Instant | null {
    return this.knownBefore ?? (this.asKnownOn === null ? null : endOfDay(this.asKnownOn));
  }

  /** The last moment of the day asked about, or now. */
  get asAt(): Instant {
    return this.recordedBefore === null ? this.now : asInstant(millisecondsOf(this.recordedBefore) - 1);
  }
}

interface OneRecord {
  readonly perpetrator: PerpetratorState;
  readonly summary: PerpetratorSummary;
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
    private readonly links: Links,
  ) {}

  async execute(query: GetPerpetratorHistory): Promise<PerpetratorHistory | null> {
    if (!(await this.isThere(query))) return null;
    const { viewer, perpetratorId, recordedBefore } = query;
    const ids = await this.links.onePerson(viewer, perpetratorId, recordedBefore);
    const [known, links, page] = await Promise.all([
      recordedBefore === null ? this.knownNow(ids) : this.asKnownThen(ids, recordedBefore),
      recordedBefore === null ? this.links.of(viewer, ids) : [],
      this.lines(query, ids),
    ]);
    const summary = mergeSummaries(known.map((record) => record.summary));
    const protectedPeople = await this.people.knownAs(viewer, summary.protectedPersonIds, protectorsIn(summary), ids);
    return {
      perpetrator: known[0]?.perpetrator ?? perpetrators.initial,
      records: known.map(({ perpetrator }) => perpetrator),
      links,
      summary,
      protectedPeople,
      unnamed: recordedBefore === null ? await this.unnamed(viewer, ids, summary.protectedPersonIds) : [],
      unsaid: protectedPeople.length > 0 ? [] : await this.people.knownAs(viewer, await this.people.idsOn(ids)),
      lines: page.items,
      next: page.next,
      asAt: query.asAt,
    };
  }

  /** Those on the records who are not among `named`. */
  private async unnamed(viewer: Viewer, ids: readonly string[], named: readonly string[]): Promise<KnownToReader[]> {
    const all = await Promise.all(ids.map((id) => this.people.protectedFrom(viewer, id)));
    return all.flat().filter(({ id, isErased }) => !isErased && !named.includes(id));
  }

  /** Whether the reader may know of the person. */
  private async isThere({ viewer, perpetratorId }: GetPerpetratorHistory): Promise<boolean> {
    const parameters: unknown[] = [perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row] = await this.db.query<{ restricted: boolean; readers: string[] }[]>(
      `select p.restricted, p.readers from people.perpetrator_record p where p.id = $1 and ${visible}`,
      parameters,
    );
    return row !== undefined && maySeePerson(viewer, row);
  }

  /** By primary key, in the order of the ids. */
  private async knownNow(ids: readonly string[]): Promise<OneRecord[]> {
    const rows = await this.db.query<{ doc: PerpetratorState; summary: PerpetratorSummary | null }[]>(
      `select p.doc, s.doc as summary from people.perpetrator_record p left join histories.perpetrator_summary s on s.id = p.id
       where p.id = any ($1) order by array_position($1::text[], p.id)`,
      [ids],
    );
    return rows.map(({ doc, summary }) => ({ perpetrator: doc, summary: summary ?? EMPTY_SUMMARY }));
  }

  /** Folds each record's facts that were recorded by the end of the day asked about. */
  private async asKnownThen(ids: readonly string[], recordedBefore: Instant): Promise<OneRecord[]> {
    const rows = await this.db.query<HistoryFactLine[]>(
      `select ${LINE} from histories.fact where perpetrator_id = any ($1) and recorded_at < $2 order by recorded_at, stream, revision`,
      [ids, recordedBefore],
    );
    return ids.map((id) => {
      const all = rows.filter(({ perpetratorId }) => perpetratorId === id);
      const own = all.filter(({ stream }) => stream === streamName(perpetrators, id)).map(({ fact }) => fact as PerpetratorFact);
      return { perpetrator: fold(perpetrators, own), summary: all.reduce<PerpetratorSummary>(summarise, EMPTY_SUMMARY) };
    });
  }

  /** One page, newest first, by keyset: its cost does not grow with the history. */
  private async lines({ viewer, filter, recordedBefore, after }: GetPerpetratorHistory, ids: readonly string[]) {
    const parameters: unknown[] = [ids];
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const where = ['perpetrator_id = any ($1)', `(stream not like 'link-%' or (${otherIsThere(viewer, parameters)}))`];
    if (recordedBefore !== null) where.push(`recorded_at < ${given(recordedBefore)}`);
    if (filter.kinds.length > 0) where.push(`kind = any (${given(filter.kinds)})`);
    if (filter.force !== null) where.push(`force = ${given(filter.force)}`);
    // Asked for by force, what a protected person was told would say which force looks after them.
    if (filter.force !== null && filter.force !== viewer.force) where.push(`type <> all (${given(TELLING_FACT_TYPES)})`);
    if (filter.orderId !== null) where.push(`${given(filter.orderId)} = any (order_ids)`);
    if (filter.from !== null) where.push(`until_day >= ${given(filter.from)}::date`);
    if (filter.to !== null) where.push(`on_day <= ${given(filter.to)}::date`);
    const from = readCursor(after, isInstant, isUuid);
    if (from) where.push(`(sort_at, id) < (${given(from[0])}::timestamptz, ${given(from[1])}::uuid)`);
    const rows = await this.db.query<HistoryFactLine[]>(
      `select ${LINE} from histories.fact where ${where.join(' and ')} order by sort_at desc, id desc limit ${PAGE + 1}`,
      parameters,
    );
    return listing(rows, PAGE, (row) => [new Date(row.sortAt).toISOString(), row.id]);
  }
}

/** A fact about a pair is there for those who see both records, and once where the two are one person. */
function otherIsThere(viewer: Viewer, parameters: unknown[]): string {
  const [one, two] = [0, 1].map((nth) => `fact->'data'->'perpetratorIds'->>${nth}`);
  return `not (perpetrator_id = ${two} and ${one} = any ($1)) and
    (select count(*) from people.perpetrator_record o where o.id in (${one}, ${two}) and ${visiblePersonSql(viewer, 'o', parameters)}) = 2`;
}

/** The orders against the perpetrator: each gives its force a part in the people it protects. */
function protectorsIn(summary: PerpetratorSummary): MadeOrder[] {
  return Object.values(summary.orders).flatMap((order) => (order.is === 'unmade' ? [] : [order]));
}
