import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Viewer } from '#access';
import type { Person } from './erase-person.command.js';

/** All that somebody who may erase learns of a record. */
export interface ErasableRecord {
  readonly id: string;
  readonly erased: boolean;
}

/** Records that may be erased, for those who may erase but see no people: of their own force, restricted ones only for their readers. */
@Injectable()
export class ErasableRecords {
  constructor(private readonly database: DataSource) {}

  async find({ userId, force }: Viewer, { kind, id }: Person): Promise<ErasableRecord | null> {
    const from = kind === 'perpetrator' ? 'people.perpetrator_record r' : 'people.protected_person_record r';
    const hidden = kind === 'perpetrator' ? 'and (not r.restricted or $3::text = any (r.readers))' : 'and $3::text is not null';
    const [row]: ErasableRecord[] = await this.database.query(
      `select r.id, r.doc->>'is' = 'erased' as erased from ${from} where r.id = $1 and r.force = $2 ${hidden}`,
      [id, force, userId],
    );
    return row ?? null;
  }
}
