import type { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { WhomRecordsAreAbout } from '#access/module';
import { onePersonSql } from './links.query.js';

/** Whom records of all rooms are about, by their primary keys: it takes as long among many records as among few. */
export class WhomRecordedAbout implements WhomRecordsAreAbout {
  private readonly about: string;

  constructor(
    private readonly database: DataSource,
    /** Of each room (`Capability.about`). */
    about: readonly string[],
  ) {
    this.about = ['select unnest($1::text[])', ...about].join(' union all ');
  }

  async of(viewer: Pick<Viewer, 'userId' | 'permissions'>, recordIds: readonly string[]): Promise<readonly string[]> {
    const parameters: unknown[] = [recordIds];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    if (visible === 'false') return [];
    const seen = visiblePersonSql(viewer, 'asked', parameters);
    const rows: { id: string }[] = await this.database.query(
      `with recursive about (id) as (${this.about}),
         ${onePersonSql(`(select asked.id collate "C", asked.id collate "C" from people.perpetrator_record asked join about on about.id collate "C" = asked.id and ${seen})`)}
       select distinct p.id from one join people.perpetrator_record p on p.id = one.id where ${visible} order by 1`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }
}
