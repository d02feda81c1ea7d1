import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Viewer, visiblePersonSql } from '#access';
import type { LocalDate } from '#calendar';
import { listing, type Listing, readCursor } from '#pages';
import type { PersonName } from '../domain/events.js';
import type { PerpetratorRecord } from '../domain/perpetrator.js';
import { type SearchTerms, target, type Target } from './terms.js';
import { type Ground, whyMatched } from './why-matched.js';

export interface Hit {
  readonly perpetratorId: string;
  readonly force: string;
  readonly name: PersonName;
  readonly dateOfBirth: LocalDate | null;
  readonly aliases: readonly PersonName[];
  /** Best first; a hit always has one that is `same` or `like`. */
  readonly why: readonly Ground[];
}

export interface Found extends Listing<Hit> {
  /** All that this viewer may see. */
  readonly total: number;
}

interface FoundRow {
  readonly id: string;
  readonly force: string;
  readonly doc: PerpetratorRecord;
  readonly score: number;
  /** Whether the name searched for found it, and the folded name of the record that comes nearest to it. */
  readonly named: boolean;
  readonly nearest: string | null;
  readonly total: string;
}

const PAGE = 20;

/**
 * Finds perpetrators by name or alias (whole, in part, alike in writing or in sound), by number or by date of birth. A number is found
 * whatever else was typed; a date of birth beside a name moves the right ones up and leaves nobody out, because either may be wrong on
 * the record. Whoever the viewer may not see is neither found nor counted.
 */
@Injectable()
export class PeopleSearch {
  constructor(private readonly database: DataSource) {}

  /** The best 20 hits after the cursor `after`. */
  async find(viewer: Viewer, terms: SearchTerms, today: LocalDate, after?: string): Promise<Found> {
    const wanted = target(terms, today);
    if (!wanted) return { items: [], next: null, total: 0 };
    const { sql, parameters } = statement(viewer, wanted, place(after));
    const rows: FoundRow[] = await this.database.query(sql, parameters);
    const { items, next } = listing(rows, PAGE, ({ score, id }) => [score, id]);
    return { items: items.map((row) => hit(row, wanted)), next, total: Number(rows[0]?.total ?? 0) };
  }
}

/** The score and the id after which the next part begins; null for a cursor that is not one of ours. */
function place(after: unknown): readonly [number, string] | null {
  const [score, id] = readCursor(after, 2) ?? [];
  return Number.isInteger(score) && Math.abs(Number(score)) < 2 ** 31 && typeof id === 'string' ? [Number(score), id] : null;
}

function hit({ id, force, doc, named, nearest }: FoundRow, wanted: Target): Hit {
  return {
    perpetratorId: id,
    force,
    name: doc.identity.value?.name ?? { family: '', given: '' },
    dateOfBirth: doc.identity.value?.dateOfBirth ?? null,
    aliases: doc.aliases.flatMap(({ name }) => (name.value ? [name.value] : [])),
    why: whyMatched(doc, wanted, named ? nearest : null),
  };
}

/** Every arm of the condition is answered by an index of its own. */
function statement(viewer: Viewer, wanted: Target, after: readonly [number, string] | null): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const visible = visiblePersonSql(viewer, 'r', parameters);
  const arms: string[] = [];
  const scores: string[] = [];
  let [named, nearest] = ['false', 'null::text'];

  if (wanted.nominals.length > 0) {
    const same = `(r.identifiers && ${given(wanted.identifiers)}::text[] or r.nominals && ${given(wanted.nominals)}::text[])`;
    arms.push(same);
    scores.push(`case when ${same} then 10000 else 0 end`);
  }
  if (wanted.name !== null) {
    const name = `${given(wanted.name)}::text`;
    const sounds = `people.sounds(r.search_names) @> people.sounds(${name}) and people.sounds(${name}) <> '{}'`;
    const parts = wanted.parts.map((part) => `r.search_names like ${given(`%${part}%`)}`);
    const alike = [`r.search_names %> ${name}`, `(${sounds})`, ...(parts.length > 0 ? [`(${parts.join(' and ')})`] : [])];
    arms.push(...alike);
    named = `(${alike.join(' or ')})`;
    scores.push(`round(word_similarity(${name}, r.search_names) * 1000)::int`, `case when ${sounds} then 100 else 0 end`);
    scores.push(`case when ${name} = any (string_to_array(r.search_names, E'\\n')) then 500 else 0 end`);
    nearest = `(select line from unnest(string_to_array(p.search_names, E'\\n')) line order by similarity(${name}, line) desc, line limit 1)`;
  }
  if (wanted.dateOfBirth !== null) {
    const [born, swapped] = [`${given(wanted.dateOfBirth)}::date`, `${given(wanted.swapped)}::date`];
    if (wanted.name === null) arms.push(`r.date_of_birth in (${born}, ${swapped})`);
    scores.push(`case when r.date_of_birth = ${born} then 800 when r.date_of_birth = ${swapped} then 300 else 0 end`);
  }

  const beyond = after
    ? `where f.score < ${given(after[0])}::int or (f.score = ${given(after[0])}::int and f.id > ${given(after[1])}::text)`
    : '';
  const sql = `with found as (
      select r.id, r.search_names, ${named} as named, ${scores.join(' + ')} as score from people.perpetrator_record r
      where ${visible} and (${arms.join(' or ')})
    ), part as (
      select f.*, (select count(*) from found) as total from found f ${beyond} order by f.score desc, f.id limit ${PAGE + 1}
    )
    select p.id, r.force, r.doc, p.score, p.total, p.named, ${nearest} as nearest
    from part p join people.perpetrator_record r on r.id = p.id order by p.score desc, p.id`;
  return { sql, parameters };
}
