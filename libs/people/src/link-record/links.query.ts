import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import { isCursorNumber, isCursorText, type Listing, listing, readCursor } from '#pages';
import { type Pair, pairId } from '../domain/links.js';
import type { ErasedPerpetrator, PerpetratorRecord } from '../domain/perpetrator.js';
import { isLinkedAt, type LinkRow } from './link-record.js';

/** A pair with both records, for somebody who may see both. */
export interface LinkedPair {
  readonly link: LinkRow;
  readonly records: readonly [AnyRecord, AnyRecord];
}

/** Any two records, for somebody who may see both, with what was decided about them if anything was. */
export interface RecordPair {
  readonly link: LinkRow | null;
  readonly records: readonly [PerpetratorRecord, PerpetratorRecord];
}

/** A link outlives what was erased, until it is undone. */
type AnyRecord = PerpetratorRecord | ErasedPerpetrator;

interface PairRow extends LinkRow {
  readonly doc_a: AnyRecord;
  readonly doc_b: AnyRecord;
}

const PAGE = 20;
/** Neither was erased: there is something to compare. */
const readable = `pa.doc->>'is' = 'recorded' and pb.doc->>'is' = 'recorded'`;
/** There is something to decide, or to undo. */
const shown = `(${readable} or l.state in ('linked', 'unlinked'))`;
const row = `l.id, l.a, l.b, l.state, l.as_kind as "asKind", l.weight, l.offered_at as "offeredAt", l.changes`;

/** Pairs of records and the persons they make, for somebody who may see them: a pair with a record that is not there for them is not there. */
@Injectable()
export class Links {
  constructor(private readonly database: DataSource) {}

  /** What waits to be decided, the likeliest first. */
  async waiting(viewer: Viewer, after?: string): Promise<Listing<LinkedPair> & { readonly total: number }> {
    const parameters: unknown[] = [];
    const both = bothVisible(viewer, parameters);
    const from = readCursor(after, isCursorNumber, isCursorText);
    const beyond =
      from === null ? '' : `where (-w.weight, w.id) > (-$${parameters.push(from[0])}::float8, $${parameters.push(from[1])}::text)`;
    const rows: (PairRow & { readonly total: string })[] = await this.database.query(
      `with w as (select ${row}, pa.doc as doc_a, pb.doc as doc_b from people.link l ${both} where l.state = 'offered' and ${readable})
       select w.*, (select count(*) from w) as total from w ${beyond} order by w.weight desc, w.id limit ${PAGE + 1}`,
      parameters,
    );
    const { items, next } = listing(rows, PAGE, (last) => [last.weight, last.id]);
    return {
      items: items.map(pairIn),
      next,
      total: Number(rows[0]?.total ?? 0),
    };
  }

  /** The pair with this id; null when there is none for this viewer. */
  async byId(viewer: Viewer, id: string): Promise<LinkedPair | null> {
    const parameters: unknown[] = [id];
    const both = bothVisible(viewer, parameters);
    const [found]: PairRow[] = await this.database.query(
      `select ${row}, pa.doc as doc_a, pb.doc as doc_b from people.link l ${both} where l.id = $1 and ${shown}`,
      parameters,
    );
    return found ? pairIn(found) : null;
  }

  /** The two records, none of them erased; null when they are not there for this viewer. */
  async pairOf(viewer: Viewer, pair: Pair): Promise<RecordPair | null> {
    const parameters: unknown[] = [[pair.a, pair.b]];
    const visible = visiblePersonSql(viewer, 'p', parameters);
    const found: { doc: PerpetratorRecord }[] = await this.database.query(
      `select p.doc from people.perpetrator_record p where p.id = any ($1) and p.doc ->> 'is' = 'recorded' and ${visible} order by p.id`,
      parameters,
    );
    const [one, other] = found.map(({ doc }) => doc);
    if (!one || !other) return null;
    return { link: (await this.byId(viewer, pairId(pair)))?.link ?? null, records: [one, other] };
  }

  /** Pairs that wait or are linked and have this record in them. */
  async of(viewer: Viewer, perpetratorIds: readonly string[]): Promise<LinkRow[]> {
    const parameters: unknown[] = [perpetratorIds];
    const both = bothVisible(viewer, parameters);
    return this.database.query(
      `select ${row} from people.link l ${both} where (l.a = any ($1) or l.b = any ($1)) and l.state in ('offered', 'linked') and ${shown} order by l.id`,
      parameters,
    );
  }

  /**
   * The ids of all records linked to this one by people's decisions, over any number of links, itself first. As decided before the
   * instant; as of now, when it is null. A record that is not there for the viewer leads to no other.
   */
  async onePerson(viewer: Viewer, perpetratorId: string, before: string | null = null): Promise<string[]> {
    const found = [perpetratorId];
    let edge: readonly string[] = found;
    while (edge.length > 0) {
      const beyond = (await this.linked(viewer, edge, before)).flatMap(({ a, b }) => [a, b]);
      edge = [...new Set(beyond)].filter((id) => !found.includes(id)).sort();
      found.push(...edge);
    }
    return found;
  }

  /** Of each of these records all that make its person now, itself among them, in the order of their ids: as `onePerson`, for many at once. */
  async persons(viewer: Viewer, perpetratorIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const persons = new Map(perpetratorIds.map((id): [string, string[]] => [id, [id]]));
    let edge = [...persons.keys()];
    while (edge.length > 0) {
      const known = new Set(persons.keys());
      for (const { a, b } of await this.linked(viewer, edge, null)) {
        const both = [...new Set([...(persons.get(a) ?? [a]), ...(persons.get(b) ?? [b])])].sort();
        for (const id of both) persons.set(id, both);
      }
      edge = [...persons.keys()].filter((id) => !known.has(id));
    }
    return persons;
  }

  private async linked(viewer: Viewer, perpetratorIds: readonly string[], before: string | null): Promise<Pick<LinkRow, 'a' | 'b'>[]> {
    const parameters: unknown[] = [perpetratorIds];
    const both = bothVisible(viewer, parameters);
    const pairs: Pick<LinkRow, 'a' | 'b' | 'changes'>[] = await this.database.query(
      `select l.a, l.b, l.changes from people.link l ${both} where l.a = any ($1) or l.b = any ($1) order by l.id`,
      parameters,
    );
    return pairs.filter((pair) => isLinkedAt(pair, before));
  }
}

function pairIn({ id, a, b, state, asKind, weight, offeredAt, changes, doc_a, doc_b }: PairRow): LinkedPair {
  return { link: { id, a, b, state, asKind, weight, offeredAt, changes }, records: [doc_a, doc_b] };
}

/**
 * SQL for `with recursive`: `one (of, id)` has for each record of `seed` (pairs of it with itself) all records linked to it now, over any
 * number of links. Of all links `l`, unless `both` (see `bothVisible`) leaves only some.
 */
export function onePersonSql(seed: string, both = ''): string {
  return `one (of, id) as (
    ${seed}
    union
    select one.of, linked.id from one cross join lateral (
      select l.b as id from people.link l ${both} where l.a = one.id and l.state = 'linked'
      union all select l.a from people.link l ${both} where l.b = one.id and l.state = 'linked'
    ) linked)`;
}

/** SQL that leaves of the links `l` those of two records, `pa` and `pb`, of which the viewer may know. */
export function bothVisible(viewer: Viewer, parameters: unknown[]): string {
  const [a, b] = [visiblePersonSql(viewer, 'pa', parameters), visiblePersonSql(viewer, 'pb', parameters)];
  return `join people.perpetrator_record pa on pa.id = l.a and ${a}
    join people.perpetrator_record pb on pb.id = l.b and ${b}`;
}
