import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import type { ExhibitPlace } from './events.js';
import type { ExhibitRow } from './exhibit-row.js';

const columns = `e.id, e.place_kind as "placeKind", e.place_id as "placeId", e.perpetrator_id as "perpetratorId", e.force, e.nth,
  to_char(e.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt", e.received_by as "receivedBy", e.doc`;

/** Exhibits, for somebody who may see the perpetrator. Whether they may see the record it hangs on is for `ExhibitPlaces` to say. */
@Injectable()
export class ExhibitRecords {
  constructor(private readonly database: DataSource) {}

  /** The exhibit with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, exhibitId: string): Promise<ExhibitRow | null> {
    const [row] = await this.select(viewer, [exhibitId], 'e.id = $1');
    return row ?? null;
  }

  /** The exhibits of one record, in the order in which they came. */
  ofPlace(viewer: Viewer, { kind, id }: ExhibitPlace): Promise<ExhibitRow[]> {
    return this.select(viewer, [kind, id], 'e.place_kind = $1 and e.place_id = $2');
  }

  /** Other exhibits about the same perpetrator with the same bytes. */
  sameBytes(viewer: Viewer, { id, perpetratorId, doc }: ExhibitRow): Promise<ExhibitRow[]> {
    const sha256 = doc.content.value?.sha256;
    if (sha256 === undefined) return Promise.resolve([]);
    const where = `e.perpetrator_id = $1 and e.id <> $2 and e.doc->'content'->'value'->>'sha256' = $3`;
    return this.select(viewer, [perpetratorId, id, sha256], where);
  }

  private async select(viewer: Viewer, parameters: unknown[], where: string): Promise<ExhibitRow[]> {
    if (!may(viewer, 'view-exhibit')) return [];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    return this.database.query(
      `select ${columns} from cases.exhibit e join people.perpetrator_record p on p.id = e.perpetrator_id
       where ${where} and ${visible} order by e.place_id, e.nth`,
      parameters,
    );
  }
}
