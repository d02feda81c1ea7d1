import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import type { DraftRow } from './draft-row.js';

/** A draft as lists need it: who owns it, how far it is and what comes next. */
export type DraftLine = Pick<
  DraftRow,
  'id' | 'perpetratorId' | 'force' | 'owner' | 'state' | 'begunOn' | 'changedAt' | 'nextStep' | 'sections'
> & {
  /** The draft itself where it relies on recorded incidents: how it stands depends on them. Null otherwise. */
  readonly relies: ApplicationDraft | null;
};

const line = `d.id, d.perpetrator_id as "perpetratorId", d.force, d.owner, d.state, d.begun_on::text as "begunOn",
  to_char(d.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt", d.next_step as "nextStep", d.sections,
  case when coalesce(d.doc #> '{draft,sections,acts,content,incidentIds}', '[]') <> '[]' then d.doc -> 'draft' end as "relies"`;

/** Drafts are their force's own until they are filed: to everybody else, and to who may not see the respondent, there is none. */
@Injectable()
export class ApplicationDrafts {
  constructor(private readonly database: DataSource) {}

  /** The draft with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, applicationId: string): Promise<DraftRow | null> {
    const parameters: unknown[] = [applicationId, viewer.force];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: DraftRow[] = await this.database.query(
      `select ${line}, d.doc from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       where d.id = $1 and d.force = $2 and ${visible}`,
      parameters,
    );
    return row ?? null;
  }

  /** The draft with this id, for a page about it. @throws NotFoundException when there is none for this viewer */
  async seen(viewer: Viewer, applicationId: string): Promise<DraftRow> {
    const row = await this.byId(viewer, applicationId);
    if (!row) throw new NotFoundException();
    return row;
  }

  /** That a force prepares or prepared an application, for somebody of any force who may see the respondent: nothing of what it says. */
  async headOf(viewer: Viewer, applicationId: string): Promise<Pick<DraftRow, 'perpetratorId' | 'force' | 'begunOn' | 'state'> | null> {
    const parameters: unknown[] = [applicationId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: Pick<DraftRow, 'perpetratorId' | 'force' | 'begunOn' | 'state'>[] = await this.database.query(
      `select d.perpetrator_id as "perpetratorId", d.force, d.begun_on::text as "begunOn", d.state
       from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id where d.id = $1 and ${visible}`,
      parameters,
    );
    return row ?? null;
  }

  /** That forces prepare applications now against any of these records of one person, the latest begun first: nothing of what they say. */
  async beside(viewer: Viewer, perpetratorIds: readonly string[]): Promise<readonly Pick<DraftRow, 'id' | 'force' | 'begunOn'>[]> {
    const parameters: unknown[] = [perpetratorIds];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select d.id, d.force, d.begun_on::text as "begunOn"
       from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       where d.perpetrator_id = any ($1::text[]) and d.state not in ('filed', 'abandoned') and ${visible}
       order by d.begun_on desc, d.id desc limit 50`,
      parameters,
    );
  }

  /** The open drafts of the viewer's force against a perpetrator, the latest begun first. */
  async against(viewer: Viewer, perpetratorId: string): Promise<readonly DraftLine[]> {
    const parameters: unknown[] = [viewer.force, perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select ${line} from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       where d.force = $1 and d.perpetrator_id = $2 and d.state not in ('filed', 'abandoned') and ${visible}
       order by d.begun_on desc, d.id desc limit 50`,
      parameters,
    );
  }

  /** The open drafts of the viewer's force, the longest untouched first. */
  async open(viewer: Viewer): Promise<readonly DraftLine[]> {
    const parameters: unknown[] = [viewer.force];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select ${line} from orders.application_draft d join people.perpetrator_record p on p.id = d.perpetrator_id
       where d.force = $1 and d.state not in ('filed', 'abandoned') and ${visible}
       order by d.changed_at, d.id limit 200`,
      parameters,
    );
  }
}
