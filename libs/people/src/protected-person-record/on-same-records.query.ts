import type { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import type { ErasedProtectedPerson, ProtectedPersonRecord } from '../domain/protected-person.js';
import { onePersonSql } from '../link-record/links.query.js';

/** Somebody on a record of a perpetrator, or on one linked to it. Only to know what texts must hide: the viewer may not know of them at all. */
export interface OnSameRecord {
  readonly doc: ProtectedPersonRecord | ErasedProtectedPerson;
  /** Whether the viewer may know of the perpetrator whose record they are on. */
  readonly isVisible: boolean;
  /** The perpetrators asked about on whose record, or on one linked to it, they are. */
  readonly perpetratorIds: readonly string[];
}

/**
 * All on the records, also linked ones the viewer may not see, of the perpetrators from whom these people are to be protected, and of the
 * perpetrators `about` whom is what may speak of anybody.
 */
export async function onSameRecords(
  database: DataSource,
  viewer: Viewer,
  ids: readonly string[],
  about: readonly string[],
): Promise<OnSameRecord[]> {
  if (!may(viewer, 'view-person') || ids.length === 0) return [];
  const parameters: unknown[] = [ids, about];
  const visible = visiblePersonSql(viewer, 'p', parameters);
  const seed = `select perpetrator_id, perpetrator_id from people.protected_person_record where id = any ($1::text[]) and perpetrator_id is not null
    union select id, id from unnest($2::text[]) asked (id)`;
  return database.query<OnSameRecord[]>(
    `with recursive ${onePersonSql(`(${seed})`)}, roots (id, roots) as (select id, array_agg(of) from one group by id)
     select r.doc, ${visible} as "isVisible", roots.roots as "perpetratorIds"
     from roots join people.protected_person_record r on r.perpetrator_id = roots.id
     join people.perpetrator_record p on p.id = r.perpetrator_id order by r.id`,
    parameters,
  );
}
