import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import { listing, type Listing, readDayCursor } from '#pages';
import type { LocalDate } from '#calendar';
import type { CaseFilter } from '../find-cases/case-filter.js';
import type { CaseRow } from './case-row.js';

/** A case without its log, as lists show it. */
export type CaseLine = Omit<CaseRow, 'log'>;

/** Investigations, for somebody who may see them. Of restricted people there are none. */
@Injectable()
export class CaseRecords {
  constructor(private readonly database: DataSource) {}

  /** Null when there is none or the viewer may not know of it. */
  async byId(viewer: Viewer, caseId: string): Promise<CaseRow | null> {
    const [row] = await this.select<CaseRow>(viewer, [caseId], 'c.id = $1', ', c.log');
    return row ?? null;
  }

  /** The newest first. `after` is a cursor of an earlier part. */
  async ofPerpetrators(
    viewer: Viewer,
    perpetratorIds: readonly string[],
    after: string | null = null,
    size = 25,
  ): Promise<Listing<CaseLine>> {
    const [on, id] = readDayCursor(after) ?? [null, null];
    const where = `c.perpetrator_id = any ($1) and ($2::date is null or (c.opened_on, c.id) < ($2::date, $3::text))`;
    const tail = 'order by c.opened_on desc, c.id desc limit $4';
    const rows = await this.select<CaseLine>(viewer, [perpetratorIds, on, id, size + 1], where, '', tail);
    return listing(rows, size, (row) => [row.openedOn, row.id]);
  }

  /** Those that the filter asks for, the newest first. `today`: the London day on which what was put off is due. */
  find(viewer: Viewer, filter: CaseFilter, today: LocalDate, after: string | null = null, size = 25): Promise<Listing<CaseLine>> {
    const [on, id] = readDayCursor(after) ?? [null, null];
    const { force, offence, grade, considered } = filter;
    const where = `($1::date is null or (c.opened_on, c.id) < ($1::date, $2::text))
      and ($4::text is null or c.force = $4) and ($5::text is null or c.offence_codes @> array[$5::text])
      and ($6::text is null or coalesce(c.grade, 'none') = $6)
      and ($7::text is null or $7 = case when c.considered is null or c.considered = 'unreasoned'
           or (c.considered = 'deferred' and c.look_again_on < $8::date) then 'open' else c.considered end)`;
    const tail = 'order by c.opened_on desc, c.id desc limit $3';
    return this.select<CaseLine>(viewer, [on, id, size + 1, force, offence, grade, considered, today], where, '', tail).then((rows) =>
      listing(rows, size, (row) => [row.openedOn, row.id]),
    );
  }

  private async select<R>(viewer: Viewer, parameters: unknown[], where: string, more = '', tail = ''): Promise<R[]> {
    if (!may(viewer, 'view-case')) return [];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query<R[]>(
      `select c.id, c.perpetrator_id as "perpetratorId", c.force, c.opened_on::text as "openedOn",
              to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
              c.considered, c.look_again_on::text as "lookAgainOn", c.grade, c.outcome, c.protected_person_ids as "protectedPersonIds", c.offence_codes as "offenceCodes", c.doc${more}
       from cases.case_record c join people.perpetrator_record p on p.id = c.perpetrator_id
       where ${where} and ${visible} ${tail}`,
      parameters,
    );
  }
}
