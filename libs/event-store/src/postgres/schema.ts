import { FLOOR_LOCK, STREAM_LOCK, takeFloor, takeStream, takeStreams } from './locks.js';
import { quickAppends } from './quick-appends.js';

/** Verdicts of `es.append_one` and `es.append_many`. */
export const STORED = 1;
export const DUPLICATE = 2;

/** How `expected` is written for the database; null means any. Revisions start at 0, so the rest is free. */
export const NONE = -1n;
export const EXISTS = -2n;
export const NEVER = -3n;

/** SQLSTATE of an append to a deleted stream. */
export const STREAM_DELETED = 'ES001';
/** SQLSTATE of an attempt to change or remove what was stored. */
export const APPEND_ONLY = 'ES002';

/**
 * The event store's tables and functions, one statement each, in order.
 *
 * Every insert into `es.event` must go through the append functions: they take the stream's lock before they look at its revision
 * and the floor lock before they take a position, and readers rely on both. `es.position` must keep its cache of 1.
 */
export const eventStoreSchema: readonly string[] = [
  `create schema es`,

  // Starts used up at 0, so that a floor is always below the positions that follow it, the very first included.
  `create sequence es.position as bigint minvalue 0 start 0 cache 1`,
  `select setval('es.position', 0)`,

  `create table es.event (
    position bigint primary key default nextval('es.position'),
    stream text collate "C" not null,
    revision bigint not null,
    id uuid not null unique,
    type text collate "C" not null,
    schema_version smallint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    data jsonb not null,
    meta jsonb not null,
    unique (stream, revision)
  )`,

  `create table es.tombstone (
    stream text collate "C" primary key,
    deleted_at timestamptz not null default clock_timestamp()
  )`,

  `create function es.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception using errcode = '${APPEND_ONLY}', message = format('%s on %I.%I is refused: what was stored stays', tg_op, tg_table_schema, tg_table_name);
  end $$`,
  `create trigger append_only before update or delete or truncate on es.event for each statement execute function es.refuse_change()`,
  `create trigger append_only before update or delete or truncate on es.tombstone for each statement execute function es.refuse_change()`,
  `alter table es.event enable always trigger append_only`,
  `alter table es.tombstone enable always trigger append_only`,

  `create function es.holds(p_expected bigint, p_current bigint) returns boolean language sql immutable as $$
    select p_expected is null or p_expected = p_current or (p_expected = ${EXISTS} and p_current >= 0)
  $$`,

  // One append to one stream. A version conflict is an answer (verdict 0 with the current revision), not an exception.
  // Each statement takes its own snapshot, so the check sees whatever the previous holder of the stream's lock committed.
  `create function es.append_one(
    p_stream text, p_expected bigint,
    p_id uuid[], p_type text[], p_schema_version smallint[], p_data jsonb[], p_meta jsonb[],
    out verdict int, out last_revision bigint, out last_position bigint
  ) language plpgsql as $$
  declare
    v_taken text;
    v_current bigint;
    v_deleted boolean;
  begin
    ${takeStream}
    select coalesce((select e.revision from es.event e where e.stream = p_stream order by e.revision desc limit 1), -1),
           exists (select from es.tombstone t where t.stream = p_stream)
      into v_current, v_deleted;
    if v_deleted then
      raise exception using errcode = '${STREAM_DELETED}', message = 'The stream was deleted';
    end if;
    if v_current >= 0 then
      select case when count(*) = cardinality(p_id) then ${DUPLICATE} end, max(e.revision), max(e.position)
        into verdict, last_revision, last_position
        from es.event e where e.id = any (p_id) and e.stream = p_stream;
      if verdict is not null then
        return;
      end if;
    end if;
    if not es.holds(p_expected, v_current) then
      verdict := 0; last_revision := v_current; last_position := null;
      return;
    end if;
    ${takeFloor}
    if cardinality(p_id) = 1 then
      insert into es.event (stream, revision, id, type, schema_version, data, meta)
        values (p_stream, v_current + 1, p_id[1], p_type[1], p_schema_version[1], p_data[1], p_meta[1]);
    else
      insert into es.event (stream, revision, id, type, schema_version, data, meta)
        select p_stream, v_current + u.nth, u.id, u.type, u.schema_version, u.data, u.meta
        from unnest(p_id, p_type, p_schema_version, p_data, p_meta) with ordinality u (id, type, schema_version, data, meta, nth)
        order by u.nth;
    end if;
    verdict := ${STORED}; last_revision := v_current + cardinality(p_id); last_position := currval('es.position');
  end $$`,

  // Several appends in groups; a group is stored whole or not at all. A stream at most once per call. An append without events only
  // asks that its expectation holds.
  // Per append: its group (1..n, ascending), stream, expectation and number of events. Per event, in order: its append (1..n) and its place in it (1..n).
  // Answers one element per append.
  `create function es.append_many(
    p_group int[], p_stream text[], p_expected bigint[], p_count int[],
    p_append int[], p_nth int[], p_id uuid[], p_type text[], p_schema_version smallint[], p_data jsonb[], p_meta jsonb[],
    out verdict int[], out last_revision bigint[], out last_position bigint[]
  ) language plpgsql as $$
  declare
    v_taken text;
    v_current bigint[];
    v_deleted boolean;
    v_known int[];
    v_known_revision bigint[];
    v_known_position bigint[];
    v_passes boolean[];
    v_position bigint[];
    v_first int := 1;
    v_last int;
    v_all_hold boolean;
    v_all_known boolean;
    v_known_here boolean;
    v_events int := 0;
  begin
    ${takeStreams}
    select array_agg(coalesce((select e.revision from es.event e where e.stream = u.stream order by e.revision desc limit 1), -1) order by u.nth),
           bool_or(exists (select from es.tombstone t where t.stream = u.stream))
      into v_current, v_deleted
      from unnest(p_stream) with ordinality u (stream, nth);
    if v_deleted then
      raise exception using errcode = '${STREAM_DELETED}', message = 'The stream was deleted';
    end if;

    if 0 <= any (v_current) then
      select array_agg(k.known order by a.nth), array_agg(k.revision order by a.nth), array_agg(k.position order by a.nth)
        into v_known, v_known_revision, v_known_position
        from unnest(p_stream) with ordinality a (stream, nth)
        left join (
          select u.append, count(*)::int as known, max(e.revision) as revision, max(e.position) as position
          from unnest(p_append, p_id) u (append, id) join es.event e on e.id = u.id and e.stream = p_stream[u.append]
          group by u.append
        ) k on k.append = a.nth;
    end if;

    while v_first <= cardinality(p_group) loop
      v_last := v_first; v_all_hold := true; v_all_known := true;
      while p_group[v_last] = p_group[v_first] loop
        v_known_here := coalesce(v_known[v_last] = p_count[v_last], false);
        v_all_known := v_all_known and (v_known_here or p_count[v_last] = 0);
        v_all_hold := v_all_hold and not v_known_here and es.holds(p_expected[v_last], v_current[v_last]);
        v_last := v_last + 1;
      end loop;
      for i in v_first .. v_last - 1 loop
        v_passes[i] := v_all_hold;
        verdict[i] := case when v_all_hold then ${STORED} when v_all_known then ${DUPLICATE} else 0 end;
      end loop;
      v_first := v_last;
    end loop;

    if true = any (v_passes) then
      ${takeFloor}
      with added as (
        insert into es.event (stream, revision, id, type, schema_version, data, meta)
          select p_stream[u.append], v_current[u.append] + u.nth, u.id, u.type, u.schema_version, u.data, u.meta
          from unnest(p_append, p_nth, p_id, p_type, p_schema_version, p_data, p_meta)
            with ordinality u (append, nth, id, type, schema_version, data, meta, place)
          where v_passes[u.append]
          order by u.place
          returning position
      )
      select array_agg(added.position order by added.position) into v_position from added;
    end if;

    for i in 1 .. cardinality(p_stream) loop
      if verdict[i] = ${STORED} then
        v_events := v_events + p_count[i];
        last_revision[i] := v_current[i] + p_count[i]; last_position[i] := coalesce(v_position[v_events], 0);
      elsif verdict[i] = ${DUPLICATE} then
        last_revision[i] := coalesce(v_known_revision[i], v_current[i]); last_position[i] := coalesce(v_known_position[i], 0);
      else
        last_revision[i] := v_current[i]; last_position[i] := 0;
      end if;
    end loop;
  end $$`,

  ...quickAppends,

  // The highest position at or below which nothing is still being written. The order of the two looks matters: a position handed out
  // before the first is covered by a lock that the second sees, unless its transaction ended before.
  `create function es.settled() returns bigint language plpgsql as $$
  declare
    v_last bigint := pg_sequence_last_value('es.position');
    v_floor bigint;
  begin
    select min((l.classid::bigint << 32 | l.objid::bigint) & ((1::bigint << 52) - 1)) into v_floor
      from pg_locks l
      where l.locktype = 'advisory' and l.objsubid = 1 and l.granted and l.classid::bigint >> 20 = ${FLOOR_LOCK}
        and l.database = (select d.oid from pg_database d where d.datname = current_database());
    return least(v_last, v_floor);
  end $$`,

  `create function es.read_all(p_after bigint, p_limit int) returns setof es.event language plpgsql as $$
  declare
    v_settled bigint := es.settled();
  begin
    if v_settled <= p_after then
      return;
    end if;
    return query select e.* from es.event e
      where e.position > p_after and e.position <= v_settled and not exists (select from es.tombstone t where t.stream = e.stream)
      order by e.position limit p_limit;
  end $$`,

  `create function es.head() returns bigint language plpgsql as $$
  declare
    v_settled bigint := es.settled();
  begin
    return (
      select e.position from es.event e
      where e.position <= v_settled and not exists (select from es.tombstone t where t.stream = e.stream)
      order by e.position desc limit 1
    );
  end $$`,

  // Waits for appends to the stream that are under way, so that none is accepted after it was hidden.
  `create function es.delete_stream(p_stream text) returns void language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(${STREAM_LOCK}, hashtext(p_stream));
    insert into es.tombstone (stream) values (p_stream) on conflict do nothing;
  end $$`,
];
