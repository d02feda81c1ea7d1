import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Act, type Fact, type Personal, personal, Refusal, refuse, type StreamType } from '#event-sourcing';
import type { Append, Appended } from './event-store.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { MasterKey } from './sealing/master-key.js';
import { MemoryKeyring } from './sealing/memory-keyring.js';
import { Sealer } from './sealing/sealer.js';
import { at, Streams, to } from './streams.js';

type Counted = Fact<'Counted', { by: number }, { note?: Personal<string> }>;
type Closed = Fact<'Closed', { total: number }>;
interface Counter {
  readonly total: number;
  readonly notes: readonly (string | null)[];
  readonly closed: boolean;
}

const counters: StreamType<Counter, Counted | Closed> = {
  category: 'counter',
  initial: { total: 0, notes: [], closed: false },
  schemaVersions: { Counted: 2 },
  upcasts: { Counted: [(fact) => ({ ...fact, data: { by: Number((fact.data as { amount: unknown }).amount) } })] },
  evolve(state, fact) {
    switch (fact.type) {
      case 'Counted':
        return {
          ...state,
          total: state.total + fact.data.by,
          notes: fact.personal?.note ? [...state.notes, fact.personal.note.value] : state.notes,
        };
      case 'Closed':
        return { ...state, closed: true };
    }
  },
};

type Noted = Fact<'Noted', { sum: number }>;
const ledgers: StreamType<number, Noted> = { category: 'ledger', initial: 0, evolve: (_, fact) => fact.data.sum };

const count = (by: number, note?: string): Counted => ({
  type: 'Counted',
  data: { by },
  ...(note === undefined ? {} : { personal: { note: personal(['p1'], note) } }),
});

let commands = 0;
function act(over: Partial<Act> = {}): Act {
  commands += 1;
  return {
    by: 'officer-1',
    force: '46',
    at: '2026-05-01T10:00:00.000Z',
    commandId: `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`,
    digest: 'd1',
    correlationId: 'c1',
    ...over,
  };
}

/** Lets the test write between reading and appending, and counts appends. */
class InterruptedStore extends MemoryEventStore {
  before: (() => Promise<void>) | null = null;

  override async appendMany(appends: readonly Append[]): Promise<Appended[]> {
    await this.interrupt();
    return super.appendMany(appends);
  }

  private async interrupt(): Promise<void> {
    const { before } = this;
    this.before = null;
    await before?.();
  }
}

/** Writes one stream at a time, as an event store without transactions over streams does. */
class OneByOneStore extends InterruptedStore {
  override readonly capabilities = { atomicAppendMany: false };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.reason : Promise.reject(error)),
  );
}

describe('Streams', () => {
  let store: InterruptedStore;
  let streams: Streams;
  let sealer: Sealer;

  beforeEach(() => {
    store = new InterruptedStore();
    sealer = new Sealer(new MemoryKeyring(), new MasterKey(new Map([[1, Buffer.alloc(32, 7)]])));
    streams = new Streams(store, sealer);
  });

  it('decides on the folded state and appends', async () => {
    await streams.transact(counters, 'a', act(), () => [count(2, 'one'), count(3)]);
    const receipt = await streams.transact(counters, 'a', act(), (state) => [count(state.total * 10)]);
    expect(receipt.recorded.map(({ fact, revision, stream }) => ({ fact, revision, stream }))).toEqual([
      { fact: count(50), revision: 2n, stream: 'counter-a' },
    ]);
    expect(receipt).toMatchObject({ duplicate: false, position: await store.head() });
    expect(await streams.load(counters, 'a')).toEqual({ state: { total: 55, notes: ['one'], closed: false }, revision: 2n, exists: true });
    expect(await streams.load(counters, 'none')).toEqual({ state: counters.initial, revision: 'none', exists: false });
  });

  it.each([
    ['half of a character in personal words', count(1, 'a\ud83d')],
    ['the character zero in personal words', count(1, 'a\0b')],
    ['the character zero in plain data', { ...count(1), data: { by: 1, why: ['a\0b'] } }],
    ['half of a character in the name of a field', { ...count(1), data: { by: 1, '\udc00': 1 } }],
  ])('refuses %s, and records nothing', async (_, fact) => {
    expect(await refusal(streams.transact(counters, 'a', act(), () => [count(1, 'whole 😀'), fact]))).toBe('unreadable-text');
    expect(await store.head()).toBeNull();
  });

  it('stores who, when, for which request, and the trace', async () => {
    const traced = new Streams(store, sealer, () => '00-trace-span-01');
    const command = act();
    await traced.transact(counters, 'a', command, () => [count(1)]);
    const { at: recordedAt, ...actor } = command;
    expect((await store.read('counter-a'))[0]).toMatchObject({
      schemaVersion: 2,
      meta: { ...actor, recordedAt, traceparent: '00-trace-span-01' },
    });
    expect((await streams.facts(counters, 'a'))[0]?.envelope).toMatchObject({ ...actor, recordedAt });
  });

  it('reads facts of an older version as those of today', async () => {
    const { at: recordedAt, ...actor } = act();
    const old = {
      id: '11111111-0000-4000-8000-000000000000',
      type: 'Counted',
      schemaVersion: 1,
      data: { amount: '4' },
      meta: { ...actor, recordedAt },
    };
    await store.append('counter-a', 'none', [old]);
    expect((await streams.load(counters, 'a')).state.total).toBe(4);
  });

  it('decides again on what others wrote meanwhile', async () => {
    await streams.transact(counters, 'a', act(), () => [count(1)]);
    store.before = async () => void (await streams.transact(counters, 'a', act(), () => [count(5)]));
    const seen: number[] = [];
    await streams.transact(counters, 'a', act(), (state) => {
      seen.push(state.total);
      return [count(100)];
    });
    expect(seen).toEqual([1, 6]);
    expect((await streams.load(counters, 'a')).state.total).toBe(106);
  });

  it('gives up with busy when others keep writing', async () => {
    let decisions = 0;
    const interrupt = async (): Promise<void> => {
      await streams.transact(counters, 'a', act(), () => [count(1)]);
      store.before = interrupt;
    };
    const work = streams.transact(counters, 'a', act(), () => {
      decisions += 1;
      store.before = interrupt;
      return [count(100)];
    });
    expect(await refusal(work)).toBe('busy');
    expect(decisions).toBe(4);
  });

  it('answers a command recorded before with its receipt, without deciding', async () => {
    const command = act();
    const first = await streams.transact(counters, 'a', command, () => [count(1, 'x'), count(2)]);
    await streams.transact(counters, 'a', act(), () => [{ type: 'Closed', data: { total: 3 } }]);
    const again = await streams.transact(counters, 'a', command, () => {
      throw new Error('decided again');
    });
    expect(again.duplicate).toBe(true);
    expect(again.position).toBe(first.position);
    expect(again.recorded.map(({ id, fact }) => ({ id, fact }))).toEqual(first.recorded.map(({ id, fact }) => ({ id, fact })));
  });

  it('refuses one command id for two requests', async () => {
    const command = act();
    await streams.transact(counters, 'a', command, () => [count(1)]);
    expect(await refusal(streams.transact(counters, 'a', { ...command, digest: 'd2' }, () => [count(2)]))).toBe('command-reused');
  });

  it('records a command sent twice at once only once', async () => {
    const command = act();
    const receipts = await Promise.all([1, 2, 3].map(() => streams.transact(counters, 'a', command, () => [count(1)])));
    expect(receipts.filter(({ duplicate }) => duplicate)).toHaveLength(2);
    expect((await streams.load(counters, 'a')).state.total).toBe(1);
  });

  it('lets the same command race itself and notices another request under its id', async () => {
    const command = act();
    store.before = async () => void (await streams.transact(counters, 'a', { ...command, digest: 'other' }, () => [count(1)]));
    expect(await refusal(streams.transact(counters, 'a', command, () => [count(1)]))).toBe('command-reused');
  });

  it('records nothing when nothing happened, and passes refusals on', async () => {
    expect(await streams.transact(counters, 'a', act(), () => [])).toEqual({ position: null, recorded: [], duplicate: false });
    const refused = streams.transact(counters, 'a', act(), () => {
      throw refuse('already-closed');
    });
    expect(await refusal(refused)).toBe('already-closed');
    expect(await store.head()).toBeNull();
  });

  describe.each([
    ['atomic', () => new InterruptedStore()],
    ['one by one', () => new OneByOneStore()],
  ])('over several streams, %s', (_, make) => {
    beforeEach(() => {
      store = make();
      streams = new Streams(store, sealer);
    });

    it('shows all states and writes to several streams, new ones too', async () => {
      await streams.transact(counters, 'a', act(), () => [count(1)]);
      await streams.transact(counters, 'b', act(), () => [count(2)]);
      const receipt = await streams.transactAll(act(), [at(counters, 'a'), at(counters, 'b'), at(ledgers, 'old')], ([a, b, sum]) => [
        to(counters, 'a', [count(a.total + b.total)]),
        to(ledgers, 'new', [{ type: 'Noted', data: { sum: a.total + b.total + sum } }]),
      ]);
      expect(receipt.position).toBe(await store.head());
      expect((await streams.load(counters, 'a')).state.total).toBe(4);
      expect((await streams.load(ledgers, 'new')).state).toBe(3);
    });

    it('decides again when a stream changed that it only read', async () => {
      await streams.transact(counters, 'a', act(), () => [count(1)]);
      store.before = async () => void (await streams.transact(counters, 'a', act(), () => [{ type: 'Closed', data: { total: 1 } }]));
      const work = streams.transactAll(act(), [at(counters, 'a')], ([a]) => {
        if (a.closed) throw refuse('closed');
        return [to(ledgers, 'l', [{ type: 'Noted', data: { sum: 1 } }])];
      });
      // Without transactions over streams there is a moment between the last look and the writing.
      expect(await refusal(work)).toBe(store.capabilities.atomicAppendMany ? 'closed' : 'none');
    });

    it('refuses to write to a stream that exists and was not read', async () => {
      await streams.transact(ledgers, 'l', act(), () => [{ type: 'Noted', data: { sum: 1 } }]);
      const work = streams.transactAll(act(), [], () => [to(ledgers, 'l', [{ type: 'Noted', data: { sum: 2 } }])]);
      expect(await refusal(work)).toBe('already-exists');
    });

    it('answers a repeated command by the streams it wrote, read or not', async () => {
      const command = act();
      const decide = (): ReturnType<typeof to>[] => [
        to(counters, 'a', [count(1)]),
        to(ledgers, 'l', [{ type: 'Noted', data: { sum: 1 } }]),
      ];
      const first = await streams.transactAll(command, [at(counters, 'a')], decide);
      for (const places of [[at(counters, 'a')], []]) {
        expect(await streams.transactAll(command, places, decide)).toMatchObject({ duplicate: true, position: first.position });
      }
      expect(await refusal(streams.transactAll({ ...command, digest: 'd2' }, [], decide))).toBe('command-reused');
    });
  });

  it('finishes what an interrupted command began, where streams are written one by one', async () => {
    store = new OneByOneStore();
    streams = new Streams(store, sealer);
    const command = act();
    const decide = ([a]: readonly [Counter]): ReturnType<typeof to>[] => {
      if (a.closed) throw refuse('closed');
      return [
        to(counters, 'a', [count(1), { type: 'Closed', data: { total: 1 } }]),
        to(ledgers, 'l', [{ type: 'Noted', data: { sum: a.total } }]),
      ];
    };
    let appends = 0;
    const dying = async (): Promise<void> => {
      appends += 1;
      if (appends === 2) throw new Error('the machine stopped');
      store.before = dying;
    };
    store.before = dying;
    await expect(streams.transactAll(command, [at(counters, 'a')], decide)).rejects.toThrow('the machine stopped');
    expect((await streams.load(ledgers, 'l')).exists).toBe(false);
    const receipt = await streams.transactAll(command, [at(counters, 'a')], decide);
    expect(receipt).toMatchObject({ duplicate: true, position: await store.head() });
    expect((await streams.facts(ledgers, 'l')).map(({ fact }) => fact)).toEqual([{ type: 'Noted', data: { sum: 0 } }]);
    expect((await streams.load(counters, 'a')).state).toMatchObject({ total: 1, closed: true });
  });
});
