import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { blockingKeys, comparable } from '../domain/linking/index.js';
import type { ErasedPerpetrator, PerpetratorRecord } from '../domain/perpetrator.js';

/** The most records that one is compared with: those that share the most keys with it. */
const MOST = 500;

const candidates = `
  select r.doc from people.perpetrator_record r,
    lateral (select count(*) as common from unnest(r.blocking) k (key) where k.key = any ($2::text[])) shared
  where r.blocking && $2::text[] and r.id <> $1 and r.doc->>'is' = 'recorded' order by shared.common desc, r.id limit ${MOST}`;

/** The records that may be of one person with another. */
@Injectable()
export class LinkCandidates {
  constructor(private readonly database: DataSource) {}

  /** The record, null when there is none to compare, and those it is compared with. */
  async of(perpetratorId: string): Promise<{ record: PerpetratorRecord | null; candidates: PerpetratorRecord[] }> {
    const [own]: { doc: PerpetratorRecord | ErasedPerpetrator }[] = await this.database.query(
      'select doc from people.perpetrator_record where id = $1',
      [perpetratorId],
    );
    if (own?.doc.is !== 'recorded') return { record: null, candidates: [] };
    const found: { doc: PerpetratorRecord }[] = await this.database.query(candidates, [perpetratorId, blockingKeys(comparable(own.doc))]);
    return { record: own.doc, candidates: found.map(({ doc }) => doc) };
  }
}
