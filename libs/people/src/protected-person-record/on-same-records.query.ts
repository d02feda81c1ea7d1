import type { DataSource } from 'typeorm';
import { may, type Viewer, visiblePersonSql } from '#access';
import type { ErasedProtectedPerson, ProtectedPersonRecord } from '../domain/protected-person.js';

/** Somebody on a record of a perpetrator, or on one linked to it. Only to know what texts must hide: the viewer may not know of them at all. */
export interface OnSameRecord {
  readonly doc: ProtectedPersonRecord | ErasedProtectedPerson;
  /** Whether the viewer may know of the perpetrator whose record they are on. */
  readonly isVisible: boolean;
  /** The perpetrators asked about on whose record, or on one linked to it, they are. */
  readonly perpetratorIds: readonly string[];
}

/** All on the records, also linked ones the viewer may not see, of the perpetrators from whom these people are to be protected. */
export async function onSameRecords(database: DataSource, viewer: Viewer, ids: readonly string[]): Promise<OnSameRecord[]> {
  if (!may(viewer, 'view-person') || ids.length === 0) return [];
  const parameters: unknown[] = [ids];
  const visible = visiblePersonSql(viewer, 'p', parameters);
  return database.query<OnSameRecord[]>(
    `with recursive person (root, id) as (
       select distinct perpetrator_id, perpetrator_id from people.protected_person_record where id = any ($1::text[]) and perpetrator_id is not null
       union
       select person.root, linked.id from person cross join lateral (
         select b as id from people.link where a = person.id and state = 'linked'
         union all select a from people.link where b = person.id and state = 'linked'
       ) linked
     ), roots (id, roots) as (select id, array_agg(root) from person group by id)
     select r.doc, ${visible} as "isVisible", roots.roots as "perpetratorIds"
     from roots join people.protected_person_record r on r.perpetrator_id = roots.id
     join people.perpetrator_record p on p.id = r.perpetrator_id order by r.id`,
    parameters,
  );
}
