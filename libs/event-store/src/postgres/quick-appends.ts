import { takeFloor, takeStream, takeStreams } from './locks.js';

/** Whether the stream is at exactly the expected revision (-1: does not exist) and was not deleted; seen under the stream's lock. */
const isAsExpected = (stream: string, expected: string): string =>
  `coalesce((select e.revision from es.event e where e.stream = ${stream} order by e.revision desc limit 1), -1) = ${expected}
        and (select true from es.tombstone t where t.stream = ${stream}) is null`;

/**
 * The two functions for what nearly every append is: new events at a revision that was read. They insert in one statement if all is as
 * expected and say nothing about the rest: what they did not store goes to `es.append_one` or `es.append_many`, which know why. An event
 * id that is in use raises a unique violation; those two find out whether the same command was stored before.
 */
export const quickAppends: readonly string[] = [
  // One event to one stream. Answers its position, or null.
  `create function es.append_event(
    p_stream text, p_expected bigint, p_id uuid, p_type text, p_schema_version smallint, p_data jsonb, p_meta jsonb
  ) returns bigint language plpgsql as $$
  declare
    v_taken text;
    v_position bigint;
  begin
    ${takeStream}
    ${takeFloor}
    insert into es.event (stream, revision, id, type, schema_version, data, meta)
      select p_stream, p_expected + 1, p_id, p_type, p_schema_version, p_data, p_meta
      where ${isAsExpected('p_stream', 'p_expected')}
      returning position into v_position;
    return v_position;
  end $$`,

  // Events of several appends, each stored or not by itself, and whole. A stream in one append at most. Per event, in order: its stream,
  // what its append expects there, and its revision if that holds. Answers the positions of what was stored; when that is not all, the
  // ids too.
  `create function es.append_events(
    p_stream text[], p_expected bigint[], p_revision bigint[],
    p_id uuid[], p_type text[], p_schema_version smallint[], p_data jsonb[], p_meta jsonb[],
    out stored_position bigint[], out stored_id uuid[]
  ) language plpgsql as $$
  declare
    v_taken text;
  begin
    ${takeStreams}
    ${takeFloor}
    with added as (
      insert into es.event (stream, revision, id, type, schema_version, data, meta)
        select u.stream, u.revision, u.id, u.type, u.schema_version, u.data, u.meta
        from unnest(p_stream, p_expected, p_revision, p_id, p_type, p_schema_version, p_data, p_meta)
          u (stream, expected, revision, id, type, schema_version, data, meta)
        where ${isAsExpected('u.stream', 'u.expected')}
        returning position, id
    )
    select array_agg(a.position), case when count(*) < cardinality(p_id) then array_agg(a.id) end
      into stored_position, stored_id
      from added a;
  end $$`,
];
