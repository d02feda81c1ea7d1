import { type Act, type Fact, fold, type Recorded, refuse, type StreamType, streamName } from '#event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import { CommandHistory, factsBefore, type Read, type Receipt, type StoredMeta } from './command-history.js';
import type { Append, Appended, EventStore, NewEvent } from './event-store.js';
import { assertReadable } from './readable-text.js';
import type { Sealer } from './sealing/sealer.js';
import { recorded } from './stream-types.js';

export type { Receipt } from './command-history.js';

/** A stream to read before deciding. */
export interface Place<S, F extends Fact> {
  readonly type: StreamType<S, F>;
  readonly id: string;
}

/** Facts for one stream. Made by `to`, so that they fit it. */
export interface Outcome {
  readonly type: StreamType<unknown, Fact>;
  readonly id: string;
  readonly facts: readonly Fact[];
}

export interface Loaded<S> {
  readonly state: S;
  /** Of its last fact. */
  readonly revision: bigint | 'none';
  readonly exists: boolean;
}

type States<Places extends readonly Place<unknown, Fact>[]> = { readonly [K in keyof Places]: Places[K]['type']['initial'] };

/** The stream of `type` with this id, to read before deciding. */
export function at<S, F extends Fact>(type: StreamType<S, F>, id: string): Place<S, F> {
  return { type, id };
}

/** `facts` for the stream of `type` with this id. */
export function to<S, const F extends Fact>(type: StreamType<S, F>, id: string, facts: readonly F[]): Outcome {
  return { type, id, facts };
}

const ATTEMPTS = 4;
/** Permanent: a retried command must make the same event ids for ever. */
const EVENT_IDS = '3f0c6f0e-57c9-5c40-9c83-2d1c1c6b3a11';

/** Reads streams, lets a pure decision decide, and appends what it decided to exactly what it saw. */
export class Streams {
  constructor(
    private readonly store: EventStore,
    private readonly sealer: Sealer,
    /** The W3C trace context of the present request, stored beside the envelope. */
    private readonly traceparent: () => string | undefined = () => undefined,
  ) {}

  /**
   * Records what `decide` makes of the stream's state. It may be called up to four times if others write meanwhile. Recorded at most
   * once per command id. Refuses with `busy` (others keep writing), `command-reused` (the id was used for something else),
   * `person-erased`, `unreadable-text` (half of a character, or the character zero), and whatever `decide` refuses.
   */
  async transact<S, const F extends Fact>(
    type: StreamType<S, F>,
    id: string,
    act: Act,
    decide: (state: S) => readonly F[],
  ): Promise<Receipt<F>> {
    const receipt = await this.transactAll(act, [at(type, id)], ([state]) => [to(type, id, decide(state))]);
    return receipt as Receipt<F>;
  }

  /**
   * The same over several streams, all or nothing: `decide` sees all their states, and nothing is recorded unless every one of them
   * still is as it saw it. A stream it writes to without having read it must not exist yet (refused with `already-exists`).
   * On an event store that cannot append to several streams at once they are written one after the other; the same command sent
   * again writes what is missing.
   */
  async transactAll<const Places extends readonly Place<unknown, Fact>[]>(
    act: Act,
    places: Places,
    decide: (states: States<Places>) => readonly Outcome[],
  ): Promise<Receipt> {
    const history = new CommandHistory(this.store, act);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const reads = await Promise.all(places.map((place) => this.read(place.type, place.id)));
      const earlier = await history.find(reads);
      if (earlier.receipt) return earlier.receipt;
      const states = places.map((place, index) => fold(place.type, factsBefore(act, reads[index]?.facts ?? [])));
      const outcomes = decide(states as unknown as States<Places>).filter(({ facts }) => facts.length > 0);
      if (outcomes.length === 0) return { position: null, recorded: [], duplicate: false };
      history.expect(outcomes.map((outcome) => streamName(outcome.type, outcome.id)));
      const receipt = await this.write(act, reads, outcomes, earlier.written);
      if (receipt) return receipt;
    }
    throw refuse('busy');
  }

  /** The stream's state and how far it goes. An absent stream has the initial state. */
  async load<S, F extends Fact>(type: StreamType<S, F>, id: string): Promise<Loaded<S>> {
    const { facts, revision } = await this.read(type, id);
    const state = fold(
      type,
      facts.map(({ fact }) => fact as F),
    );
    return { state, revision, exists: revision !== 'none' };
  }

  /** The stream's facts in order, personal parts opened; empty if there is no such stream. */
  async facts<S, F extends Fact>(type: StreamType<S, F>, id: string): Promise<Recorded<F>[]> {
    const { facts } = await this.read(type, id);
    return facts as Recorded<F>[];
  }

  private async read(type: StreamType<unknown, Fact>, id: string): Promise<Read> {
    const stream = streamName(type, id);
    const events = await this.store.read(stream);
    const opened = await this.sealer.open(events);
    const facts = events.map((event, index) => recorded(type, event, opened[index]!));
    return { stream, revision: events.at(-1)?.revision ?? 'none', facts };
  }

  /** What was recorded, or null if some stream had changed. Streams in `written` have their facts already. */
  private async write(
    act: Act,
    reads: readonly Read[],
    outcomes: readonly Outcome[],
    written: ReadonlySet<string>,
  ): Promise<Receipt | null> {
    const appends = await this.appends(act, reads, outcomes);
    const [only] = appends;
    if (appends.length === 1 && only && reads.every(({ stream }) => stream === only.stream)) {
      return this.receipt(act, outcomes, appends, [await this.store.append(only.stream, only.expected, only.events)]);
    }
    const streams = new Set(appends.map(({ stream }) => stream));
    const seen = reads.filter(({ stream }) => !streams.has(stream));
    if (this.store.capabilities.atomicAppendMany) {
      const checks = seen.map(({ stream, revision }): Append => ({ stream, expected: revision, events: [] }));
      const verdicts = await this.store.appendMany([...appends, ...checks]);
      return verdicts.every(({ ok }) => ok) ? this.receipt(act, outcomes, appends, verdicts) : null;
    }
    for (const { stream, revision } of seen) {
      const later = await this.store.read(stream, revision === 'none' ? 0n : revision + 1n);
      if (later.length > 0) return null;
    }
    const verdicts: Appended[] = [];
    for (const append of appends) {
      if (written.has(append.stream)) continue;
      const verdict = await this.store.append(append.stream, append.expected, append.events);
      if (!verdict.ok) return null;
      verdicts.push(verdict);
    }
    // An attempt that only finished an earlier one is read again as a whole.
    return written.size > 0 ? null : this.receipt(act, outcomes, appends, verdicts);
  }

  private async appends(act: Act, reads: readonly Read[], outcomes: readonly Outcome[]): Promise<Append[]> {
    const streams = outcomes.map((outcome) => streamName(outcome.type, outcome.id));
    if (new Set(streams).size < streams.length) throw new Error('A decision may name each stream once');
    const { at: recordedAt, ...actor } = act;
    const traceparent = this.traceparent();
    const meta: StoredMeta = { ...actor, recordedAt, ...(traceparent ? { traceparent } : {}), ...(streams.length > 1 ? { streams } : {}) };
    const appends: Append[] = [];
    for (const [nth, { type, facts }] of outcomes.entries()) {
      const stream = streams[nth]!;
      for (const fact of facts) assertReadable(fact);
      const identified = facts.map((fact, index) => ({ id: uuidv5(`${act.commandId}|${stream}|${index}`, EVENT_IDS), fact }));
      const sealed = await this.sealer.seal(identified);
      const events = identified.map(({ id, fact }, index): NewEvent => {
        return { id, type: fact.type, schemaVersion: type.schemaVersions?.[fact.type] ?? 1, data: sealed[index], meta };
      });
      appends.push({ stream, expected: reads.find((read) => read.stream === stream)?.revision ?? 'none', events });
    }
    return appends;
  }

  private receipt(act: Act, outcomes: readonly Outcome[], appends: readonly Append[], verdicts: readonly Appended[]): Receipt | null {
    const { at: recordedAt, ...actor } = act;
    const recordedFacts: Recorded[] = [];
    let position: string | null = null;
    for (const [nth, { stream, events }] of appends.entries()) {
      const verdict = verdicts[nth];
      // The same command was recorded meanwhile: the next reading finds it, and notices if it asked for something else.
      if (!verdict?.ok || verdict.duplicate) return null;
      if (position === null || this.store.compare(verdict.position, position) > 0) position = verdict.position;
      for (const [index, { id, schemaVersion }] of events.entries()) {
        const revision = verdict.revision - BigInt(events.length - 1 - index);
        const fact = outcomes[nth]!.facts[index]!;
        recordedFacts.push({ id, stream, revision, position: verdict.position, schemaVersion, fact, envelope: { ...actor, recordedAt } });
      }
    }
    return { position, recorded: recordedFacts, duplicate: false };
  }
}
