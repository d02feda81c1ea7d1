import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { isInstant } from '#calendar';
import type { Recorded } from '#event-sourcing';
import { isCursorText, type Listing, listing, readCursor } from '#pages';
import type { PersonName } from '#people';
import type { HistoryFact } from '../sentences/index.js';
import type { AlertRow } from './alert-record.js';

/** An alert with what it takes to say it. */
export interface FoundAlert extends AlertRow {
  /** Of the record on which the force has something. */
  readonly name: PersonName | null;
  /** The forces that keep the records at both ends. */
  readonly ownForce: string;
  readonly otherForce: string;
  /** What is told of; null where it stands on no history. */
  readonly told: { readonly stream: string; readonly fact: HistoryFact; readonly envelope: Recorded['envelope'] } | null;
}

const PAGE = 20;
/** More than this need not be counted for a link in the navigation. */
export const COUNTED_TO = 99;

const columns = `a.id, a.force, a.by_force as "byForce", a.because, a.perpetrator_ids as "perpetratorIds", a.cause, a.about,
  a.raised_at as "raisedAt", a.seen_at as "seenAt", a.seen_by as "seenBy"`;

/** What a force was told. An alert with a record in it that is not there for the viewer, or was erased, is not there, nor counted. */
@Injectable()
export class Alerts {
  constructor(private readonly database: DataSource) {}

  /** Alerts for the viewer's force, the newest first: those that wait, or those that were seen. */
  async of(viewer: Viewer, which: 'waiting' | 'seen', after?: string): Promise<Listing<FoundAlert>> {
    const parameters: unknown[] = [viewer.force];
    const there = allThere(viewer, parameters);
    const sortAt = which === 'waiting' ? 'a.raised_at' : 'a.seen_at';
    const from = readCursor(after, isInstant, isCursorText);
    const beyond =
      from === null ? '' : `and (${sortAt}, a.id) < ($${parameters.push(from[0])}::timestamptz, $${parameters.push(from[1])}::text)`;
    const rows: (FoundAlert & { readonly sortAt: Date })[] = await this.database.query(
      `select ${columns}, ${sortAt} as "sortAt", own.doc -> 'identity' -> 'value' -> 'name' as name, own.force as "ownForce", other.force as "otherForce",
         case when f.id is null then null else jsonb_build_object('stream', f.stream, 'fact', f.fact, 'envelope', f.envelope) end as told
       from histories.alert a
       join people.perpetrator_record own on own.id = a.perpetrator_ids[1]
       join people.perpetrator_record other on other.id = a.perpetrator_ids[cardinality(a.perpetrator_ids)]
       left join histories.fact f on f.id = a.cause::uuid
       where a.force = $1 and a.seen_at is ${which === 'waiting' ? '' : 'not'} null and ${there} ${beyond}
       order by ${sortAt} desc, a.id desc limit ${PAGE + 1}`,
      parameters,
    );
    return listing(rows, PAGE, (row) => [row.sortAt.toISOString(), row.id]);
  }

  /** How many wait for the viewer's force, up to one more than `COUNTED_TO`. */
  async waiting(viewer: Viewer): Promise<number> {
    const parameters: unknown[] = [viewer.force];
    const there = allThere(viewer, parameters);
    const [row]: { waiting: number }[] = await this.database.query(
      `select count(*)::int as waiting from
         (select from histories.alert a where a.force = $1 and a.seen_at is null and ${there} limit ${COUNTED_TO + 1}) counted`,
      parameters,
    );
    return row?.waiting ?? 0;
  }

  /** Whether there is such an alert for this viewer. */
  async isThere(viewer: Viewer, id: string): Promise<boolean> {
    const parameters: unknown[] = [viewer.force, id];
    const there = allThere(viewer, parameters);
    const rows: unknown[] = await this.database.query(
      `select from histories.alert a where a.force = $1 and a.id = $2 and ${there}`,
      parameters,
    );
    return rows.length > 0;
  }
}

function allThere(viewer: Viewer, parameters: unknown[]): string {
  return `(select count(*) from people.perpetrator_record p where p.id = any (a.perpetrator_ids) and p.doc ->> 'is' = 'recorded'
    and ${visiblePersonSql(viewer, 'p', parameters)}) = cardinality(a.perpetrator_ids)`;
}
