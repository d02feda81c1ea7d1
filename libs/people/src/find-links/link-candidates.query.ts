import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { foldName } from '../domain/names.js';
import type { ErasedPerpetrator, PerpetratorRecord } from '../domain/perpetrator.js';

const POLICY = 'find-links';
/** The most records that one ground may bring: a common name says little by itself. */
const MOST = 300;

/** Every arm is answered by an index of its own; `p` is the record itself. */
const candidates = `
  with p as (select * from people.perpetrator_record where id = $1)
  select r.doc from people.perpetrator_record r where r.id <> $1 and r.doc->>'is' = 'recorded' and r.id in (
    (select o.id from people.perpetrator_record o where o.identifiers && (select identifiers from p) limit ${MOST})
    union
    (select o.id from people.perpetrator_record o where o.date_of_birth = (select date_of_birth from p) limit ${MOST})
    union
    (select o.id from people.perpetrator_record o where people.sounds(o.search_names) && (select people.sounds(search_names) from p)
       and o.date_of_birth between (select date_trunc('year', date_of_birth)::date from p)
         and (select (date_trunc('year', date_of_birth) + interval '1 year - 1 day')::date from p) limit ${MOST})
    union
    (select o.id from people.perpetrator_record o where people.sounds(o.search_names) @> people.sounds($2) and people.sounds($2) <> '{}' limit ${MOST})
    union
    (select o.id from people.perpetrator_record o where people.postcodes(o.doc) && (select people.postcodes(doc) from p)
       and (people.sounds(o.search_names) && (select people.sounds(search_names) from p)
         or extract(year from o.date_of_birth) = (select extract(year from date_of_birth) from p)) limit ${MOST})
  )`;

/** The records that may be of one person with another, and how far the policy that offers them has come. */
@Injectable()
export class LinkCandidates {
  constructor(private readonly database: DataSource) {}

  async position(): Promise<string | null> {
    const [row]: { position: string | null }[] = await this.database.query(
      'select position from people.policy_checkpoint where name = $1',
      [POLICY],
    );
    return row?.position ?? null;
  }

  /** Does `work` and moves the checkpoint to the position it answers. One process at a time: others wait for their turn. */
  async turn(work: (position: string | null) => Promise<string | null>): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [row]: { position: string | null }[] = await manager.query(
        'select position from people.policy_checkpoint where name = $1 for update',
        [POLICY],
      );
      if (!row) throw new Error('The policy has no checkpoint: run the migrations');
      const position = await work(row.position);
      await manager.query('update people.policy_checkpoint set position = $2 where name = $1', [POLICY, position]);
    });
  }

  /** The record, null when there is none to compare, and those it is compared with. */
  async of(perpetratorId: string): Promise<{ record: PerpetratorRecord | null; candidates: PerpetratorRecord[] }> {
    const [own]: { doc: PerpetratorRecord | ErasedPerpetrator }[] = await this.database.query(
      'select doc from people.perpetrator_record where id = $1',
      [perpetratorId],
    );
    if (own?.doc.is !== 'recorded') return { record: null, candidates: [] };
    const name = own.doc.identity.value ? foldName(own.doc.identity.value.name) : '';
    const found: { doc: PerpetratorRecord }[] = await this.database.query(candidates, [perpetratorId, name]);
    return { record: own.doc, candidates: found.map(({ doc }) => doc) };
  }
}
