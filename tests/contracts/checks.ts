import type { Appended, EventStore, Expected, NewEvent, StoredEvent } from '#event-store';
import { event, events, newStream, sequenceOfNumbers, type Subject } from './subject.js';

/** What a check saw that no event store may do; empty is good. */
export type Findings = string[];

const WRITERS = 32;

/** A reader that follows the store while 32 writers append, some long uncommitted, sees each event once and each stream in its order. */
export async function missedByATail({ store, openWriter }: Subject, appendsPerWriter = 10): Promise<Findings> {
  const random = sequenceOfNumbers(1);
  const streams = Array.from({ length: 12 }, newStream);
  const start = await store.head();
  const polled: StoredEvent[] = [];
  const pushed: StoredEvent[] = [];
  const failures: unknown[] = [];
  let writing = true;
  const poll = async (): Promise<void> => {
    for (let after = start, last = false; ;) {
      last = !writing;
      const batch = await store.readAll(after, 50);
      polled.push(...batch);
      after = batch.at(-1)?.position ?? after;
      if (last && batch.length === 0) return;
      await nextTurn();
    }
  };
  let drained = (): void => undefined;
  let expectedCount = Infinity;
  const subscription = store.subscribe(
    start,
    async (batch) => {
      pushed.push(...batch);
      if (pushed.length >= expectedCount) drained();
    },
    (error) => failures.push(error),
  );
  const polling = poll();
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => openWriter()));
  const stored: NewEvent[] = [];
  try {
    await Promise.all(
      writers.map(async (writer) => {
        for (let n = 0; n < appendsPerWriter; n += 1) {
          const batch = events(1 + random(3));
          await writer.append(streams[random(streams.length)] ?? '', 'any', batch, { before: random(15), after: random(40) });
          stored.push(...batch);
        }
      }),
    );
  } finally {
    writing = false;
    await Promise.all(writers.map((writer) => writer.close()));
  }
  await polling;
  expectedCount = stored.length;
  // A subscription that missed something never gets there: what it has when a reader from the start is through is what counts.
  if (pushed.length < expectedCount) await Promise.race([new Promise<void>((resolve) => (drained = resolve)), looks(store, start, 200)]);
  await subscription.stop();
  return [
    ...failures.map((error) => `subscription failed: ${String(error)}`),
    ...faultsOf('readAll', polled, stored),
    ...faultsOf('subscription', pushed, stored),
  ];
}

/** 32 writers that believe the same of one stream have one winner. */
export async function doubleWins({ store, openWriter }: Subject, rounds = 5): Promise<Findings> {
  const findings: Findings = [];
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => openWriter()));
  try {
    for (let round = 0; round < rounds; round += 1) {
      const stream = newStream();
      for (const expected of ['none', 0n, 1n] as const) {
        const verdicts = await Promise.all(writers.map((writer) => writer.append(stream, expected, [event()], { before: 0, after: 1 })));
        const winners = verdicts.filter(({ ok }) => ok).length;
        if (winners !== 1) findings.push(`${winners} winners who expected ${expected}`);
        for (const verdict of verdicts) {
          const actual = expected === 'none' ? 0n : expected + 1n;
          if (!verdict.ok && verdict.actual !== actual) findings.push(`a loser was told ${verdict.actual}, not ${actual}`);
        }
      }
      findings.push(...gapsIn(await store.read(stream), 3));
    }
  } finally {
    await Promise.all(writers.map((writer) => writer.close()));
  }
  return findings;
}

/** A command that is tried again, later or at the same time, is stored once, and each try is told where. */
export async function doubleStores({ store, stores }: Subject): Promise<Findings> {
  const findings: Findings = [];
  for (const expected of ['none', 'any', 'exists', 0n, 2n] as const) {
    for (const atOnce of [false, true]) {
      const stream = newStream();
      const before = expected === 'none' || expected === 'any' ? 0 : 1;
      if (before) await store.append(stream, 'none', [event()]);
      const batch = events(2);
      const first = expected === 2n ? 0n : expected;
      const tries = [0, 1, 2, 3, 4].map((n) => () => among(stores, n).append(stream, n === 0 || atOnce ? first : expected, batch));
      const verdicts: Appended[] = [];
      try {
        if (atOnce) verdicts.push(...(await Promise.all(tries.map((attempt) => attempt()))));
        else for (const attempt of tries) verdicts.push(await attempt());
      } catch (error) {
        findings.push(`${expected}: ${String(error)}`);
      }
      const last = (await store.read(stream)).at(-1);
      const fresh = verdicts.filter((verdict) => verdict.ok && !verdict.duplicate).length;
      const placed = verdicts.every((verdict) => verdict.ok && verdict.position === last?.position && verdict.revision === last.revision);
      if (verdicts.length === tries.length && (fresh !== 1 || !placed))
        findings.push(`${expected}: ${fresh} fresh of ${tries.length}, placed alike: ${placed}`);
      findings.push(...gapsIn(await store.read(stream), before + 2).map((gap) => `${expected}: ${gap}`));
    }
  }
  return findings;
}

/** An expectation that does not hold is refused with what is there, a revision from the future included, and stores nothing. */
export async function wrongBeliefsTaken({ store }: Subject): Promise<Findings> {
  const findings: Findings = [];
  const empty = newStream();
  const two = newStream();
  await store.append(two, 'none', events(2));
  const wrong: [string, Expected, bigint | 'none'][] = [
    [empty, 0n, 'none'],
    [empty, -1n, 'none'],
    [empty, 'exists', 'none'],
    [two, 'none', 1n],
    [two, 0n, 1n],
    [two, 2n, 1n],
    [two, 2n ** 70n, 1n],
    [two, -1n, 1n],
    [two, -2n, 1n],
  ];
  for (const [stream, expected, actual] of wrong) {
    const verdict = await store.append(stream, expected, [event()]);
    if (verdict.ok) findings.push(`${expected} was taken where ${actual} was`);
    else if (verdict.actual !== actual) findings.push(`told ${verdict.actual} where ${actual} was`);
  }
  return [...findings, ...gapsIn(await store.read(empty), 0), ...gapsIn(await store.read(two), 2)];
}

/** `appendMany` stores all or nothing, once. */
export async function tornGroups({ store, stores }: Subject): Promise<Findings> {
  const findings: Findings = [];
  const [a, b, c] = [newStream(), newStream(), newStream()];
  await store.append(b, 'none', [event()]);
  const refused = await store.appendMany([
    { stream: a, expected: 'none', events: events(2) },
    { stream: b, expected: 'none', events: events(2) },
    { stream: c, expected: 'any', events: events(1) },
  ]);
  if (refused.some(({ ok }) => ok)) findings.push('a refused group has a stored part');
  if (JSON.stringify(refused.map((each) => (each.ok ? 'ok' : String(each.actual)))) !== '["none","0","none"]')
    findings.push('wrong verdicts');
  findings.push(...gapsIn(await store.read(a), 0), ...gapsIn(await store.read(b), 1), ...gapsIn(await store.read(c), 0));
  const group = [
    { stream: a, expected: 'none', events: events(2) },
    { stream: b, expected: 0n, events: events(3) },
  ] as const;
  const tries = await Promise.all([0, 1, 2].map((n) => among(stores, n).appendMany(group)));
  tries.push(await store.appendMany(group));
  const [stored] = tries;
  if (tries.some((each) => each.some((verdict, at) => !verdict.ok || !same(verdict, stored?.[at]))))
    findings.push('a retried group is not told the same');
  if (tries.filter((each) => each.every((verdict) => verdict.ok && !verdict.duplicate)).length !== 1)
    findings.push('not stored afresh exactly once');
  const condition = events(1);
  const onlyIf = async (expected: Expected): Promise<string> => {
    const verdicts = await store.appendMany([
      { stream: b, expected, events: [] },
      { stream: c, expected: 'any', events: condition },
    ]);
    return verdicts.map((verdict) => (verdict.ok ? (verdict.duplicate ? 'duplicate' : 'stored') : String(verdict.actual))).join(' ');
  };
  const answers = [await onlyIf(2n), await onlyIf(3n), await onlyIf(3n), await onlyIf(2n)];
  if (answers.join(', ') !== '3 none, stored stored, duplicate duplicate, duplicate duplicate') {
    findings.push(`conditions: ${answers.join(', ')}`);
  }
  return [...findings, ...gapsIn(await store.read(a), 2), ...gapsIn(await store.read(b), 4), ...gapsIn(await store.read(c), 1)];
}

/** Groups over the same streams in any order all go through. */
export async function deadlocks({ store, stores }: Subject): Promise<Findings> {
  const random = sequenceOfNumbers(2);
  const streams = Array.from({ length: 6 }, newStream);
  const counts = new Map(streams.map((stream) => [stream, 0]));
  const calls = Array.from({ length: 240 }, async (_, n) => {
    const first = random(6);
    const pair = [first, (first + 1 + random(5)) % 6].map((at) => streams[at] ?? '');
    for (const stream of pair) counts.set(stream, (counts.get(stream) ?? 0) + 1);
    const verdicts = await among(stores, n).appendMany(pair.map((stream) => ({ stream, expected: 'any', events: [event()] })));
    if (!verdicts.every(({ ok }) => ok)) throw new Error('refused although anything was expected');
  });
  const findings = (await Promise.allSettled(calls)).flatMap((call) => (call.status === 'rejected' ? [String(call.reason)] : []));
  for (const stream of streams) findings.push(...gapsIn(await store.read(stream), counts.get(stream) ?? 0));
  return findings;
}

/** An append that cannot be stored fails alone, whatever is appended at the same time. */
export async function harmedByABadOne({ store }: Subject): Promise<Findings> {
  const used = event();
  await store.append(newStream(), 'none', [used]);
  const bad = newStream();
  const good = Array.from({ length: 60 }, newStream);
  const calls = good.map((stream) => store.append(stream, 'none', events(2)));
  const failing = [store.append(bad, 'none', [event(), used]), store.append(newStream(), 'any', [used])];
  const more = good.map((stream) => store.append(stream, 1n, events(1)));
  const findings: Findings = [];
  for (const outcome of await Promise.allSettled(failing)) {
    if (outcome.status === 'fulfilled') findings.push('an event id was taken for a second stream');
  }
  for (const outcome of await Promise.allSettled([...calls, ...more])) {
    if (outcome.status === 'rejected' || !outcome.value.ok) findings.push('a good append failed');
  }
  for (const stream of good) findings.push(...gapsIn(await store.read(stream), 3));
  return [...findings, ...gapsIn(await store.read(bad), 0)];
}

/** What is wrong with the revisions of a stream that should have `count` events. */
export function gapsIn(stream: readonly StoredEvent[], count: number): Findings {
  const findings: Findings = [];
  if (stream.length !== count) findings.push(`${stream.length} events stored, not ${count}`);
  if (stream.some(({ revision }, at) => revision !== BigInt(at)))
    findings.push(`revisions ${stream.map(({ revision }) => revision).join(' ')}`);
  return findings;
}

function faultsOf(reader: string, seen: readonly StoredEvent[], stored: readonly NewEvent[]): Findings {
  const findings: Findings = [];
  const ids = new Set(seen.map(({ id }) => id));
  const missed = stored.filter(({ id }) => !ids.has(id)).length;
  if (missed > 0) findings.push(`${reader} missed ${missed} of ${stored.length}`);
  if (ids.size < seen.length) findings.push(`${reader} saw ${seen.length - ids.size} twice`);
  const next = new Map<string, bigint>();
  for (const { stream, revision } of seen) {
    if (revision < (next.get(stream) ?? 0n)) findings.push(`${reader} saw a stream out of order`);
    next.set(stream, revision + 1n);
  }
  return findings;
}

/** Reads to the end `times` times. */
async function looks(store: EventStore, after: string | null, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await store.readAll(after, 1).then(nextTurn);
}

function among(stores: readonly EventStore[], n: number): EventStore {
  const chosen = stores[n % stores.length];
  if (!chosen) throw new Error('no store');
  return chosen;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function same(a: Appended, b: Appended | undefined): boolean {
  return a.ok && b?.ok === true && a.position === b.position && a.revision === b.revision;
}
