import { NotFoundException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { type Listing, listing, readDayCursor } from '#pages';

/** Records on one page of a list. */
const pageSize = 50;

/** Where records of one sort stand, and the day by which they are listed. */
interface Kept<Doc> {
  readonly table: string;
  readonly day: string;
  readonly cursor: (doc: Doc) => readonly [day: string, id: string];
}

/** Records of one sort against perpetrators, for somebody who may see the perpetrator: others do not learn that there is one. */
export abstract class RecordsAgainst<Doc> {
  protected constructor(
    protected readonly database: DataSource,
    private readonly kept: Kept<Doc>,
  ) {}

  /** The record with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, id: string): Promise<Doc | null> {
    const parameters: unknown[] = [id];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const [row]: { doc: Doc }[] = await this.database.query(
      `select r.doc from ${this.kept.table} r join people.perpetrator_record p on p.id = r.perpetrator_id where r.id = $1 and ${visible}`,
      parameters,
    );
    return row?.doc ?? null;
  }

  /** The record with this id, for a page about it. @throws NotFoundException when there is none for this viewer */
  async seen(viewer: Viewer, id: string): Promise<Doc> {
    const doc = await this.byId(viewer, id);
    if (!doc) throw new NotFoundException();
    return doc;
  }

  /** Those against a perpetrator, the latest first; null when there is no such person for this viewer. `after`: a cursor of an earlier part. */
  async against(viewer: Viewer, perpetratorId: string, after: string | null = null): Promise<Listing<Doc> | null> {
    const parameters: unknown[] = [perpetratorId];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const people: unknown[] = await this.database.query(
      `select 1 from people.perpetrator_record p where p.id = $1 and ${visible}`,
      parameters,
    );
    if (people.length === 0) return null;
    const { table, day, cursor } = this.kept;
    const [on, id] = readDayCursor(after) ?? [null, null];
    const rows: { doc: Doc }[] = await this.database.query(
      `select r.doc from ${table} r
       where r.perpetrator_id = $1 and ($2::date is null or (r.${day}, r.id) < ($2::date, $3::text))
       order by r.${day} desc, r.id desc limit ${pageSize + 1}`,
      [perpetratorId, on, id],
    );
    return listing(
      rows.map(({ doc }) => doc),
      pageSize,
      cursor,
    );
  }
}
