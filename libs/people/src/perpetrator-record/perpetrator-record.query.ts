import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { ErasedPerpetrator, PerpetratorRecord } from '../domain/perpetrator.js';

/** The records of perpetrators, for somebody who may see them. */
@Injectable()
export class PerpetratorRecords {
  constructor(private readonly database: DataSource) {}

  /** The record with this id; null when there is none or the viewer may not know of it. */
  async byId(viewer: Viewer, perpetratorId: string): Promise<PerpetratorRecord | ErasedPerpetrator | null> {
    const [record] = await this.byIds(viewer, [perpetratorId]);
    return record ?? null;
  }

  /** Those of the records that there are for this viewer, in the order of their ids. */
  async byIds(viewer: Viewer, perpetratorIds: readonly string[]): Promise<(PerpetratorRecord | ErasedPerpetrator)[]> {
    const parameters: unknown[] = [perpetratorIds];
    const visible = visiblePersonSql(viewer, 'r', parameters);
    const rows: { doc: PerpetratorRecord | ErasedPerpetrator }[] = await this.database.query(
      `select r.doc from people.perpetrator_record r where r.id = any ($1) and ${visible} order by r.id`,
      parameters,
    );
    return rows.map(({ doc }) => doc);
  }

  /** How many records there are for this viewer, of one force (CJS code) or of all. */
  async count(viewer: Viewer, force: string | null = null): Promise<number> {
    const parameters: unknown[] = [force];
    const visible = visiblePersonSql(viewer, 'r', parameters);
    const [row]: { count: string }[] = await this.database.query(
      `select count(*) as count from people.perpetrator_record r where ($1::text is null or r.force = $1) and ${visible}`,
      parameters,
    );
    return Number(row?.count ?? 0);
  }
}
