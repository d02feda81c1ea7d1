import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Viewer } from '#access';
import type { LocalDate } from '#calendar';
import type { DetermineOutcome, OrderKind } from '#orders';
import { listing, type Listing, readDayCursor } from '#pages';
import { conditions, scopeOf, sourceOf } from '../figures/conditions.query.js';
import type { UptakeFilter } from '../figures/filter.js';
import type { List } from '../figures/lists.js';

/** One application or order on the list behind a figure. Holds nobody's name: the record is opened for that, and that is logged. */
export interface UptakeRecord {
  readonly recordId: string;
  readonly force: string;
  readonly onDay: LocalDate;
  readonly kind: OrderKind | null;
  readonly lastDay: LocalDate | null;
  readonly servedOn: LocalDate | null;
  readonly knownOn: LocalDate | null;
  readonly outcome: DetermineOutcome | 'in-error' | null;
  readonly determinedOn: LocalDate | null;
}

/** A kind of order, or all but the two of the Stalking Protection Act. */
export type KindFilter = OrderKind | 'other-kinds' | null;

/** The records that one figure counts. */
export class GetUptakeRecords extends Query<Listing<UptakeRecord>> {
  constructor(
    readonly viewer: Viewer,
    readonly list: List,
    readonly filter: UptakeFilter,
    readonly kind: KindFilter = null,
    /** Cursor of the part after an earlier one. */
    readonly after: string | null = null,
  ) {
    super();
  }
}

const PAGE = 50;

/** What is most urgent comes first: the order unserved longest, the last day that comes soonest; elsewhere the newest. */
function sortOf(list: List): { readonly column: 'onDay' | 'lastDay'; readonly sql: string; readonly newestFirst: boolean } {
  if (list === 'expiring30' || list === 'expiring60') return { column: 'lastDay', sql: 'f.last_day', newestFirst: false };
  return { column: 'onDay', sql: 'f.on_day', newestFirst: list !== 'unserved' && list !== 'unknown' };
}

@QueryHandler(GetUptakeRecords)
export class UptakeRecordsHandler implements IQueryHandler<GetUptakeRecords> {
  constructor(private readonly database: DataSource) {}

  async execute({ viewer, list, filter, kind, after }: GetUptakeRecords): Promise<Listing<UptakeRecord>> {
    const scope = scopeOf(viewer, filter);
    const { prelude, where, parameters } = scope;
    const { column, sql, newestFirst } = sortOf(list);
    const parts = [conditions[list], where];
    if (kind === 'other-kinds') parts.push(`f.kind not in ('interim-spo', 'spo')`);
    else if (kind !== null) parts.push(`f.kind = $${parameters.push(kind)}`);
    const from = readDayCursor(after);
    if (from)
      parts.push(`(${sql}, f.record_id) ${newestFirst ? '<' : '>'} ($${parameters.push(from[0])}::date, $${parameters.push(from[1])})`);
    const direction = newestFirst ? 'desc' : 'asc';
    const rows: UptakeRecord[] = await this.database.query(
      `${prelude} select f.record_id as "recordId", f.force, f.on_day::text as "onDay", f.kind, f.last_day::text as "lastDay",
         f.served_on::text as "servedOn", f.known_on::text as "knownOn", f.outcome, f.determined_on::text as "determinedOn"
       from ${sourceOf(list, scope)} where ${parts.join(' and ')} order by ${sql} ${direction}, f.record_id ${direction} limit ${PAGE + 1}`,
      parameters,
    );
    return listing(rows, PAGE, (row) => [row[column] ?? '', row.recordId]);
  }
}
