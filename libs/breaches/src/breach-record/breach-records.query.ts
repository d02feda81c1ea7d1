import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import { listing, type Listing, readDayCursor } from '#pages';
import type { ContactKind, Occurred } from '../domain/events.js';
import type { BreachRow, LogEntry } from './breach-record.js';

/** A breach without its log, as lists show it. */
export type BreachLine = Omit<BreachRow, 'log'>;

/** Reported breaches and kept contact, for somebody who may see them. Of restricted people there are none. */
@Injectable()
export class BreachRecords {
  constructor(private readonly database: DataSource) {}

  /** Null when there is none or the viewer may not know of it. */
  async byId(viewer: Viewer, breachId: string): Promise<BreachRow | null> {
    const [row] = await this.select<BreachRow & { log: LogEntry[] }>(viewer, [breachId], 'b.id = $1', ', b.log');
    return row ?? null;
  }

  /** Newest occurrence first. `after` is a cursor of an earlier part. */
  async ofPerpetrator(viewer: Viewer, perpetratorId: string, after: string | null = null, size = 25): Promise<Listing<BreachLine>> {
    const [on, id] = readDayCursor(after) ?? [null, null];
    const where = `b.perpetrator_id = $1 and ($2::date is null or (b.occurred_on, b.id) < ($2::date, $3::text))`;
    const rows = await this.select<BreachLine>(
      viewer,
      [perpetratorId, on, id, size + 1],
      where,
      '',
      'order by b.occurred_on desc, b.id desc limit $4',
    );
    return listing(rows, size, (row) => [row.occurredOn, row.id]);
  }

  /** What may be the same incident, reported before: the same person, a shared day, a shared kind. */
  alike(viewer: Viewer, perpetratorIds: readonly string[], { on, until }: Occurred, kinds: readonly ContactKind[]): Promise<BreachLine[]> {
    const where = `b.perpetrator_id = any ($1) and b.occurred_on <= $3::date and b.occurred_until >= $2::date and b.doc->'kinds' ?| $4::text[]`;
    return this.select<BreachLine>(viewer, [perpetratorIds, on, until, kinds], where, '', 'order by b.recorded_at desc limit 5');
  }

  /** Everything that was done to this protected person, as far as the viewer may know of it. */
  doneTo(viewer: Viewer, protectedPersonId: string): Promise<BreachLine[]> {
    const where = `b.doc -> 'protectedPersonIds' ? $1::text`;
    return this.select<BreachLine>(viewer, [protectedPersonId], where, '', 'order by b.occurred_on desc, b.id desc');
  }

  private async select<R>(viewer: Viewer, parameters: unknown[], where: string, more = '', tail = ''): Promise<R[]> {
    if (!may(viewer, 'view-breach')) return [];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query<R[]>(
      `select b.id, b.perpetrator_id as "perpetratorId", b.force, b.occurred_on::text as "occurredOn", b.occurred_until::text as "occurredUntil",
              to_char(b.reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "reportedAt",
              to_char(b.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
              to_char(b.alleged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "allegedAt",
              b.status, b.is_breach as "isBreach", b.order_ids as "orderIds", b.open_flags as "openFlags", b.doc${more}
       from breaches.breach_record b join people.perpetrator_record p on p.id = b.perpetrator_id
       where ${where} and ${visible} ${tail}`,
      parameters,
    );
  }
}
