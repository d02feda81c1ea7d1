import { DatabaseError, type QueryArrayConfig } from 'pg';
import type { Append, Appended, Expected, NewEvent } from '../event-store.js';
import { asJson } from '../well-formed.js';
import { int2Array, int4Array, int8Array, jsonbArray, textArray, uuidArray } from './binary-arrays.js';
import type { Group } from './group-commit.js';
import { DUPLICATE, EXISTS, NEVER, NONE, STORED } from './schema.js';
import type { Writer } from './writer.js';

/**
 * Appends groups, each stored whole or not at all; verdicts per group, per append. What is most likely as expected goes through the quick
 * functions, and what those did not store, as all else, through the ones that know why.
 */
export async function appendGroups(writer: Writer, groups: readonly Group[]): Promise<Appended[][]> {
  const likely = groups.filter(isQuick);
  const stored = likely.length > 0 ? await quickly(writer, likely) : new Map<Group, Appended>();
  const left = stored.size < groups.length ? groups.filter((group) => !stored.has(group)) : [];
  const verdicts = left.length > 0 ? await carefully(writer, left) : [];
  let next = 0;
  return groups.map((group) => {
    const verdict = stored.get(group);
    return verdict ? [verdict] : (verdicts[next++] ?? []);
  });
}

/** An append alone in its group to a stream that is new or was read. */
type QuickGroup = readonly [Append & { readonly expected: bigint | 'none' }];

/** No stream is as long as that, and counting on from it does not overflow. */
const FAR = 1n << 62n;

function isQuick(group: Group): group is QuickGroup {
  const expected = group[0]?.expected;
  return group.length === 1 && (expected === 'none' || (typeof expected === 'bigint' && expected >= 0n && expected < FAR));
}

async function quickly(writer: Writer, groups: readonly QuickGroup[]): Promise<Map<Group, Appended>> {
  const [first] = groups;
  try {
    return first && groups.length === 1 && first[0].events.length === 1
      ? await appendEvent(writer, first)
      : await appendEvents(writer, groups);
  } catch (error) {
    // An event id is in use: by the same command stored before, or wrongly.
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return new Map();
    throw error;
  }
}

const UNIQUE_VIOLATION = '23505';
const APPEND_EVENT = statement('es_append_event', 'select es.append_event($1, $2, $3, $4, $5, $6, $7)');
const APPEND_EVENTS = statement('es_append_events', 'select * from es.append_events($1, $2, $3, $4, $5, $6, $7, $8)');
const APPEND_ONE = statement('es_append_one', 'select * from es.append_one($1, $2, $3, $4, $5, $6, $7)');
const APPEND_MANY = statement('es_append_many', 'select * from es.append_many($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)');

function statement(name: string, text: string): QueryArrayConfig {
  return { name, text, rowMode: 'array', types: { getTypeParser: () => (value: string) => value } };
}

async function appendEvent(writer: Writer, group: QuickGroup): Promise<Map<Group, Appended>> {
  const [{ stream, expected, events }] = group;
  const event = events[0]!;
  const values = [stream, lastOf(expected), event.id, event.type, event.schemaVersion, asJson(event.data), asJson(event.meta)];
  const [row] = await writer.call<[string | null]>({ ...APPEND_EVENT, values });
  const position = row?.[0] ?? null;
  return new Map(position === null ? [] : [[group, storedUpTo(group, position)]]);
}

async function appendEvents(writer: Writer, groups: readonly QuickGroup[]): Promise<Map<Group, Appended>> {
  const streams: string[] = [];
  const expectations: bigint[] = [];
  const revisions: bigint[] = [];
  const all: NewEvent[] = [];
  for (const [{ stream, expected, events }] of groups) {
    const last = lastOf(expected);
    for (const [nth, event] of events.entries()) {
      streams.push(stream);
      expectations.push(last);
      revisions.push(last + BigInt(nth + 1));
      all.push(event);
    }
  }
  const values = [textArray(streams), int8Array(expectations), int8Array(revisions), ...columns(all)];
  const [row] = await writer.call<[string | null, string | null]>({ ...APPEND_EVENTS, values });
  const [positions, ids] = (row ?? []).map((list) => (list === null ? null : items(list)));
  const stored = new Map<Group, Appended>();
  let next = 0;
  for (const group of groups) {
    const { events } = group[0];
    if (ids && ids[next] !== events[0]?.id.toLowerCase()) continue;
    next += events.length;
    const position = positions?.[next - 1];
    if (position !== undefined) stored.set(group, storedUpTo(group, position));
  }
  return stored;
}

function storedUpTo([{ expected, events }]: QuickGroup, position: string): Appended {
  return { ok: true, duplicate: false, revision: lastOf(expected) + BigInt(events.length), position };
}

async function carefully(writer: Writer, groups: readonly Group[]): Promise<Appended[][]> {
  const [first] = groups;
  const only = groups.length === 1 && first?.length === 1 ? first[0] : undefined;
  const [row] = only
    ? await writer.call<string[]>({ ...APPEND_ONE, values: oneAppend(only) })
    : await writer.call<string[]>({ ...APPEND_MANY, values: manyAppends(groups) });
  const [verdicts, revisions, positions] = (row ?? []).map((list) => (only ? [list] : items(list)));
  let at = 0;
  return groups.map((appends) =>
    appends.map(() => {
      const given = answer(Number(verdicts?.[at]), revisions?.[at] ?? '', positions?.[at] ?? '');
      at += 1;
      return given;
    }),
  );
}

/** Of an array of numbers or ids as PostgreSQL writes it. */
function items(list: string): string[] {
  return list.slice(1, -1).split(',');
}

function answer(verdict: number, revision: string, position: string): Appended {
  const last = BigInt(revision);
  if (verdict === STORED || verdict === DUPLICATE) return { ok: true, duplicate: verdict === DUPLICATE, revision: last, position };
  return { ok: false, conflict: true, actual: last === NONE ? 'none' : last };
}

function lastOf(expected: bigint | 'none'): bigint {
  return expected === 'none' ? NONE : expected;
}

function expectation(expected: Expected): bigint | null {
  if (expected === 'any') return null;
  if (expected === 'none') return NONE;
  if (expected === 'exists') return EXISTS;
  return expected < 0n || expected >= 1n << 63n ? NEVER : expected;
}

function oneAppend({ stream, expected, events }: Append): unknown[] {
  return [stream, expectation(expected), ...columns(events)];
}

function manyAppends(groups: readonly Group[]): unknown[] {
  const appends = groups.flat();
  return [
    int4Array(groups.flatMap((group, at) => group.map(() => at + 1))),
    textArray(appends.map(({ stream }) => stream)),
    int8Array(appends.map(({ expected }) => expectation(expected))),
    int4Array(appends.map(({ events }) => events.length)),
    int4Array(appends.flatMap(({ events }, at) => events.map(() => at + 1))),
    int4Array(appends.flatMap(({ events }) => events.map((_, at) => at + 1))),
    ...columns(appends.flatMap(({ events }) => events)),
  ];
}

function columns(events: readonly NewEvent[]): Buffer[] {
  return [
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    int2Array(events.map(({ schemaVersion }) => schemaVersion)),
    jsonbArray(events.map(({ data }) => asJson(data))),
    jsonbArray(events.map(({ meta }) => asJson(meta))),
  ];
}
