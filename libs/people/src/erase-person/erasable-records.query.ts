import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#access';
import type { LocalDate } from '#calendar';
import type { AskedErasure } from '../domain/erasure.js';
import type { Person } from './erase-person.command.js';

/** All that somebody who may erase learns of a record. */
export interface ErasableRecord extends Person {
  readonly erased: boolean;
  /** The last erasure that was asked for, in time to be confirmed or not. */
  readonly asked: AskedErasure | null;
}

// Of the caller's force ($1); restricted ones only where the caller ($2) is a reader.
const records = `
  select 'perpetrator' as kind, r.id, r.doc->>'is' = 'erased' as erased, r.doc->'erasureAsked' as asked
    from people.perpetrator_record r where r.force = $1 and (not r.restricted or $2::text = any (r.readers))
  union all
  select 'protected-person', r.id, r.doc->>'is' = 'erased', r.doc->'erasureAsked'
    from people.protected_person_record r where r.force = $1`;

/** Records that may be erased, for those who may erase but see no people: of their own force, restricted ones only for their readers. */
@Injectable()
export class ErasableRecords {
  constructor(private readonly database: DataSource) {}

  async find({ userId, force }: Viewer, { kind, id }: Person): Promise<ErasableRecord | null> {
    const [row]: ErasableRecord[] = await this.database.query(`select * from (${records}) e where e.kind = $3 and e.id = $4`, [
      force,
      userId,
      kind,
      id,
    ]);
    return row ?? null;
  }

  /** The same for whom only the id is known. */
  async byId({ userId, force }: Viewer, id: string): Promise<ErasableRecord | null> {
    const [row]: ErasableRecord[] = await this.database.query(`select * from (${records}) e where e.id = $3`, [force, userId, id]);
    return row ?? null;
  }

  /** The erasures that wait to be confirmed on this London day, those that expire first at the top. */
  waiting({ userId, force }: Viewer, today: LocalDate): Promise<(ErasableRecord & { readonly asked: AskedErasure })[]> {
    return this.database.query(
      `select * from (${records}) e where not e.erased and e.asked->>'until' >= $3 order by e.asked->>'until', e.id limit 200`,
      [force, userId, today],
    );
  }
}
