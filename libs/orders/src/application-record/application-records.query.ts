import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { isLocalDate } from '#calendar';
import { type Listing, listing, readCursor } from '#pages';
import type { FiledApplication } from '../domain/application.js';

/** Applications on one page of a list. */
const pageSize = 50;

/** Applications, for somebody who may see the perpetrator: others do not learn that there is one. */
@Injectable()
export class ApplicationRecords {
  constructor(private readonly database: DataSource) {}

  /** The application with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, applicationId: string): Promise<FiledApplication | null> {
    const parameters: unknown[] = [applicationId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: { doc: FiledApplication }[] = await this.database.query(
      `select a.doc from orders.application_record a join people.perpetrator_record p on p.id = a.perpetrator_id where a.id = $1 and ${visible}`,
      parameters,
    );
    return row?.doc ?? null;
  }

  /** The application with this id, for a page about it. @throws NotFoundException when there is none for this viewer */
  async seen(viewer: Viewer, applicationId: string): Promise<FiledApplication> {
    const application = await this.byId(viewer, applicationId);
    if (!application) throw new NotFoundException();
    return application;
  }

  /** The applications against a perpetrator, the latest filed first; null when there is no such person for this viewer. */
  async against(viewer: Viewer, perpetratorId: string, after: string | null = null): Promise<Listing<FiledApplication> | null> {
    const parameters: unknown[] = [perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const people: unknown[] = await this.database.query(
      `select 1 from people.perpetrator_record p where p.id = $1 and ${visible}`,
      parameters,
    );
    if (people.length === 0) return null;
    const [filedOn, id] = readCursor(after, 2) ?? [];
    const from = isLocalDate(filedOn) ? [filedOn, id] : [null, null];
    const rows: { doc: FiledApplication }[] = await this.database.query(
      `select a.doc from orders.application_record a
       where a.perpetrator_id = $1 and ($2::date is null or (a.filed_on, a.id) < ($2::date, $3::text))
       order by a.filed_on desc, a.id desc limit ${pageSize + 1}`,
      [perpetratorId, ...from],
    );
    return listing(
      rows.map(({ doc }) => doc),
      pageSize,
      (application) => [application.filedOn, application.applicationId],
    );
  }
}
