import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore, StoredEvent } from '#event-store';
import { deadlocks, doubleStores, doubleWins, harmedByABadOne, missedByATail, tornGroups, wrongBeliefsTaken } from './checks.js';
import { event, events, newStream, type Subject } from './subject.js';

/** What every event store does, whatever is behind it. */
export function eventStoreContract(name: string, open: () => Promise<Subject & { close(): Promise<void> }>): void {
  describe(`${name} keeps the contract`, () => {
    let subject: Subject & { close(): Promise<void> };
    let store: EventStore;

    beforeAll(async () => {
      subject = await open();
      store = subject.store;
    });

    afterAll(() => subject.close());

    describe('never skips an event, breaks a stream or stores twice', () => {
      it('a tailing reader misses nothing, sees nothing twice and no stream out of order while 32 writers commit late', async () => {
        expect(await missedByATail(subject)).toEqual([]);
      });

      it('32 writers on one revision have one winner, on a new stream too', async () => {
        expect(await doubleWins(subject)).toEqual([]);
      });

      it('a retried command is stored once and told where, whatever it expects, also at the same time', async () => {
        expect(await doubleStores(subject)).toEqual([]);
      });

      it('a wrong belief is a conflict, a revision from the future included', async () => {
        expect(await wrongBeliefsTaken(subject)).toEqual([]);
      });

      it('appendMany is all or nothing', async () => {
        expect(await tornGroups(subject)).toEqual([]);
      });

      it('appends to two streams at once never deadlock', async () => {
        expect(await deadlocks(subject)).toEqual([]);
      });

      it('an append that cannot be stored harms no other', async () => {
        expect(await harmedByABadOne(subject)).toEqual([]);
      });
    });

    describe('appending and reading', () => {
      it('gives back what was stored, in order, as JSON', async () => {
        const stream = newStream();
        const note = { text: 'O’Example said "no"\n\\ 12 £ 👮', list: [1, 2.5, null, { a: true }], nothing: undefined };
        const stored = [event(note), event([]), { ...event(), schemaVersion: 7, data: null }];
        const verdict = await store.append(stream, 'none', stored);
        const read = await store.read(stream);
        expect(read.map(({ id, type, schemaVersion, data, meta }) => ({ id, type, schemaVersion, data, meta }))).toEqual(
          JSON.parse(JSON.stringify(stored)),
        );
        expect(read.map((each) => [each.stream, each.revision])).toEqual([0n, 1n, 2n].map((revision) => [stream, revision]));
        expect(verdict).toEqual({ ok: true, duplicate: false, revision: 2n, position: read[2]?.position });
      });

      it('reads a stream from a revision on, and nothing of one that is not there', async () => {
        const stream = newStream();
        await store.append(stream, 'any', events(3));
        await store.append(stream, 'exists', events(1));
        expect((await store.read(stream, 2n)).map(({ revision }) => revision)).toEqual([2n, 3n]);
        expect(await store.read(stream, 4n)).toEqual([]);
        expect(await store.read(newStream())).toEqual([]);
      });

      it('refuses an append that no store could take', async () => {
        const one = event();
        await expect(store.append(newStream(), 'any', [])).rejects.toThrow('at least one event');
        await expect(store.append(newStream(), 'any', [{ ...one, id: 'x' }])).rejects.toThrow('UUID');
        await expect(store.append(newStream(), 'any', [one, one])).rejects.toThrow('twice');
        const stream = newStream();
        const twice = [event(), event()].map((each) => ({ stream, expected: 'any' as const, events: [each] }));
        await expect(store.appendMany(twice)).rejects.toThrow('twice');
        expect(await store.appendMany([])).toEqual([]);
      });

      it('reads all in pages, each after the position of the one before', async () => {
        const start = await store.head();
        const [a, b] = [newStream(), newStream()];
        for (const stream of [a, b, a]) await store.append(stream, 'any', events(2));
        const pages: StoredEvent[] = [];
        for (let after = start; ;) {
          const page = await store.readAll(after, 4);
          if (page.length === 0) break;
          pages.push(...page);
          after = page.at(-1)?.position ?? after;
        }
        expect(pages.map(({ stream, revision }) => [stream, revision])).toEqual([[a, 0n], [a, 1n], [b, 0n], [b, 1n], [a, 2n], [a, 3n]]); // prettier-ignore
        expect(pages.at(-1)?.position).toBe(await store.head());
        expect((await store.readAll(null, 1))[0]?.position).toBeDefined();
        for (const [at, { position }] of pages.entries()) {
          expect(store.compare(position, position)).toBe(0);
          expect(store.compare(position, pages[at + 1]?.position ?? '99999999999')).toBeLessThan(0);
          expect(store.compare(pages[at + 1]?.position ?? '99999999999', position)).toBeGreaterThan(0);
        }
      });

      it('hides a deleted stream from every read for ever', async () => {
        const [gone, kept] = [newStream(), newStream()];
        const start = await store.head();
        await store.append(kept, 'none', events(1));
        const before = await store.head();
        await store.append(gone, 'none', events(2));
        await store.delete(gone);
        await store.delete(gone);
        expect(await store.read(gone)).toEqual([]);
        expect((await store.readAll(start, 10)).map(({ stream }) => stream)).toEqual([kept]);
        expect(await store.head()).toBe(before);
        await expect(store.append(gone, 'any', events(1))).rejects.toThrow('deleted');
        await expect(store.appendMany([gone, kept].map((stream) => ({ stream, expected: 'any', events: events(1) })))).rejects.toThrow(
          'deleted',
        );
        expect(await store.read(kept)).toHaveLength(1);
      });
    });

    describe('subscribing', () => {
      it('gives what was there and what comes, one batch at a time, and nothing once stopped', async () => {
        const start = await store.head();
        const stream = newStream();
        await store.append(stream, 'none', events(2));
        const seen: bigint[] = [];
        let handling = 0;
        let reached = (): void => undefined;
        const upTo = (count: number): Promise<void> => new Promise((resolve) => (reached = () => void (seen.length >= count && resolve())));
        const subscription = store.subscribe(
          start,
          async (batch) => {
            handling += 1;
            expect(handling).toBe(1);
            await new Promise((resolve) => setImmediate(resolve));
            seen.push(...batch.map(({ revision }) => revision));
            handling -= 1;
            reached();
          },
          (error) => seen.push(BigInt(String(error).length)),
        );
        await upTo(2);
        const later = upTo(22);
        await Promise.all(Array.from({ length: 20 }, () => store.append(stream, 'any', events(1))));
        await later;
        await subscription.stop();
        await store.append(stream, 'any', events(1));
        expect(seen).toEqual(Array.from({ length: 22 }, (_, at) => BigInt(at)));
      });

      it('ends at an error of its handler and says so', async () => {
        const start = await store.head();
        await store.append(newStream(), 'none', events(1));
        let calls = 0;
        const error = await new Promise((resolve) => {
          const handle = (): Promise<void> => {
            calls += 1;
            return Promise.reject(new Error('cannot take it'));
          };
          store.subscribe(start, handle, resolve);
        });
        await store.append(newStream(), 'none', events(1));
        await store.readAll(start, 1);
        expect(String(error)).toContain('cannot take it');
        expect(calls).toBe(1);
      });
    });
  });
}
