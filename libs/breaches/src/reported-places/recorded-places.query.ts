import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { onePersonSql, type PlaceOnRecord, ReportedPlaces } from '#people/module';

/**
 * Where incidents of cases, breaches and kept contact are recorded to have happened, and where orders of other forces were served. It reads the rows of one person's records, by their indexes.
 */
@Injectable()
export class PlacesOnRecord extends ReportedPlaces {
  constructor(private readonly database: DataSource) {
    super();
  }

  override on(perpetratorIds: readonly string[], protectedPersonIds: readonly string[], own: string): Promise<readonly PlaceOnRecord[]> {
    const seed = `select id, id from unnest($1::text[]) asked (id)
      union select perpetrator_id, perpetrator_id from people.protected_person_record where id = any ($2::text[]) and perpetrator_id is not null`;
    // The indexes are of the database's own collation.
    const theirs = `perpetrator_id = any (array(select id from one) collate "default") and force <> $3`;
    return this.database.query<PlaceOnRecord[]>(
      `with recursive ${onePersonSql(`(${seed})`)}
       select force as wrote, doc #>> '{place,value}' as place, doc -> 'protectedPersonIds' as people
       from breaches.breach_record where ${theirs} and doc #>> '{place,value}' is not null
       union all
       select force, incident #>> '{place,value}', to_jsonb(protected_person_ids)
       from cases.case_record cross join lateral jsonb_array_elements(doc -> 'incidents') incident
       where ${theirs} and incident #>> '{place,value}' is not null
       union all
       select coalesce(noted_by ->> (service ->> 'serviceId'), force), service #>> '{place,value}', to_jsonb(protected_person_ids)
       from orders.order_record cross join lateral json_array_elements(doc -> 'services') service
       where ${theirs} and service #>> '{place,value}' is not null and coalesce(noted_by ->> (service ->> 'serviceId'), force) <> $3`,
      [perpetratorIds, protectedPersonIds, own],
    );
  }
}
