import { type Viewer, visiblePersonSql } from '#access';
import { endOfDay } from '#calendar';
import { daysOf, type UptakeFilter } from './filter.js';
import type { List } from './lists.js';

const applications = `f.what = 'application' and f.on_day between $2::date and $3::date`;
const filed = `${applications} and f.outcome is distinct from 'in-error'`;
const made = `f.what = 'order' and f.on_day between $2::date and $3::date`;
const determined = (outcome: string) => `${filed} and f.outcome = '${outcome}' and f.determined_on <= $1::date`;
const live = `f.what = 'order' and f.in_force @> $1::date`;
const unserved = `${live} and (f.served_on is null or f.served_on > $1::date)`;
const expiring = (days: number) => `${live} and f.last_day between $1::date and $1::date + ${days}`;
/** Which rows `f` of the facts each list holds and each figure counts. $1: as at, $2 and $3: the first and the last day of the months. */
export const conditions: Readonly<Record<List, string>> = {
  filed,
  granted: determined('granted'),
  refused: determined('refused'),
  grantedOnAppeal: `${determined('refused')} and f.allowed_on <= $1::date`,
  withdrawn: determined('withdrawn'),
  otherwise: determined('otherwise'),
  pending: `${filed} and (f.determined_on is null or f.determined_on > $1::date)`,
  inError: `${applications} and f.outcome = 'in-error'`,
  made,
  live,
  unserved,
  unknown: `${unserved} and (f.known_on is null or f.known_on > $1::date)`,
  expiring30: expiring(30),
  expiring60: expiring(60),
  breached: `${made} and hit.last_on >= f.on_day`,
  breachedKnowing: `${made} and hit.last_on >= f.on_day and hit.last_on >= f.known_on`,
};

/** Every row as it stood when the day $4 was over; without those of which nothing was recorded by then. */
const knownThen = `select known.* from uptake.past past
  cross join lateral (
    select version -> 'row' as columns from jsonb_array_elements(past.versions) with ordinality of_past (version, nth)
    where version ->> 'on' <= $4::text order by nth desc limit 1) last
  cross join lateral jsonb_populate_record(null::uptake.fact, last.columns) known where known.id is not null`;

export interface Scope {
  /**
   * Stands before each statement. `asked` tells PostgreSQL the type of every parameter, also of one that this statement does not use; `hit`
   * is the last act alleged against each order by the as-at day. None of them is worked out where it is not read.
   */
  readonly prelude: string;
  /** Where the rows are: those of today, or as they stood on a day. */
  readonly facts: 'uptake.fact' | 'known_then';
  /** Holds of `f` for what this viewer may see and the filter's force. */
  readonly where: string;
  /** $1 to $3 as the conditions want them, $4 the as-known day, then those of `where`. Push further ones behind. */
  readonly parameters: unknown[];
}

/** Where the rows of a list come from: those of breached orders are joined with the acts, all acts at once and not order by order. */
export function sourceOf(list: List, { facts }: Scope): string {
  const isOfBreaches = list === 'breached' || list === 'breachedKnowing';
  return isOfBreaches ? `${facts} f left join hit on hit.order_id = f.record_id` : `${facts} f`;
}

/** Whose records count: a perpetrator this viewer may not know of now, or whose record is not there yet, is in no figure and no list. */
export function scopeOf(viewer: Viewer, filter: UptakeFilter): Scope {
  const { first, last } = daysOf(filter);
  const parameters: unknown[] = [filter.asAt, first, last, filter.asKnownOn];
  const visible = visiblePersonSql(viewer, 'person', parameters);
  const parts = [`exists (select from people.perpetrator_record person where person.id = f.perpetrator_id and ${visible})`];
  if (filter.force !== null) parts.push(`f.force = $${parameters.push(filter.force)}`);
  const isPast = filter.asKnownOn !== null;
  const facts = isPast ? 'known_then' : 'uptake.fact';
  const prelude = `with asked as (select $1::date, $2::date, $3::date, $4::text), ${isPast ? `known_then as (${knownThen}), ` : ''}hit as (
    select unnest(b.order_ids) as order_id, max(b.on_day) as last_on from ${facts} b
    where b.what = 'breach' and b.on_day between $2::date and $1::date group by 1)`;
  return { prelude, facts, where: parts.join(' and '), parameters };
}

/**
 * The scope with `one (record, person)`: of each record that somebody linked to another, which person it is of. Links decided after the
 * as-known day, and links of a record that this viewer may not know of, make nobody one.
 */
export function onePerson(viewer: Viewer, { asKnownOn }: UptakeFilter, scope: Scope): Scope {
  const parameters = [...scope.parameters];
  const isVisible = (record: 'a' | 'b') =>
    `exists (select from people.perpetrator_record person where person.id = link.${record} and ${visiblePersonSql(viewer, 'person', parameters)})`;
  const isLinked =
    asKnownOn === null
      ? `link.state = 'linked'`
      : `'linked' = (select change ->> 'state' from jsonb_array_elements(link.changes) with ordinality of_link (change, nth)
           where change ->> 'state' <> 'offered' and change ->> 'at' < $${parameters.push(endOfDay(asKnownOn))} order by nth desc limit 1)`;
  const prelude = `${scope.prelude.replace(/^with /, 'with recursive ')}, linked as (
      select link.a, link.b from people.link link where ${isLinked} and ${isVisible('a')} and ${isVisible('b')}),
    reached (record, other) as (
      select a, b from linked union select b, a from linked
      union select reached.record, near.b from reached join (select a, b from linked union select b, a from linked) near on near.a = reached.other),
    one as (select record, least(record, min(other)) as person from reached group by record)`;
  return { ...scope, prelude, parameters };
}
