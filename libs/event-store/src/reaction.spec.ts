import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrated } from '#database/module';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../tests/support/postgres.js';
import type { NewEvent, StoredEvent } from './event-store.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { eventStoreTables, Reaction, Reactions, type ReactionStatus, type Transaction, Turns } from './module.js';

/** Answers every event by one of its own, whose id follows from it, and can be made to fail where it hurts most. */
class Answering extends Reaction {
  protected readonly reaction = 'answering';
  readonly seen: string[] = [];
  isReady = true;
  /** What it cannot take. */
  poison: string | null = null;

  protected override ready(): Promise<void> {
    return this.isReady ? Promise.resolve() : Promise.reject(new Error('not there yet'));
  }

  protected async react(events: readonly StoredEvent[]): Promise<void> {
    for (const { stream, id } of events) {
      if (!stream.startsWith('asked-')) continue;
      if (stream === this.poison) throw new TypeError('what it says is not to be told');
      this.seen.push(stream);
      await this.store.append(`answered-${id}`, 'none', [event(`f${id.slice(1)}`)]);
    }
  }
}

/** Loses the database before a checkpoint is written, as often as told. */
class Crashing extends Turns {
  crashes = 0;

  protected override move(transaction: Transaction, reaction: string, position: string): Promise<void> {
    if (this.crashes-- > 0) return Promise.reject(new Error('the database went away'));
    return super.move(transaction, reaction, position);
  }
}

let test: TestDatabase;
let database: DataSource;
let store: MemoryEventStore;
const reactions: Answering[] = [];

beforeEach(async () => {
  test = await createDatabase();
  database = await migrated({ url: test.url, entities: [], migrations: eventStoreTables.migrations, poolSize: 4 });
  store = new MemoryEventStore();
});

afterEach(async () => {
  await Promise.all(reactions.splice(0).map((reaction) => reaction.onModuleDestroy()));
  await store.close();
  await database.destroy();
  await test.drop();
});

const event = (id: string): NewEvent => ({ id, type: 'NoteTaken', schemaVersion: 1, data: {}, meta: {} });
const ask = (nth: number) => store.append(`asked-${nth}`, 'none', [event(`00000000-0000-4000-8000-00000000000${nth}`)]);
const everything = () => store.readAll(null, 1_000);
const answers = async () =>
  (await everything()).filter(({ stream }) => stream.startsWith('answered-')).map(({ stream }) => stream.slice(-1));
const reaction = (crashes = 0): Answering => {
  const turns = new Crashing(database);
  turns.crashes = crashes;
  const made = new Answering(store, turns);
  reactions.push(made);
  return made;
};
describe('a reaction to what is recorded', () => {
  it('takes each event once, in order, and stands where it came to', async () => {
    await ask(1);
    await ask(2);
    const taking = reaction();
    const batch = await everything();
    expect(await taking.position()).toBeNull();
    await taking.take(batch);
    await taking.take(batch);
    expect(taking.seen).toEqual(['asked-1', 'asked-2']);
    expect(await taking.position()).toBe(batch.at(-1)?.position);
  });

  it('stays where it was when it did not come to the end, and what it had done is done once', async () => {
    await ask(1);
    const crashing = reaction(2);
    await expect(crashing.take(await everything())).rejects.toThrow('the database went away');
    expect([await answers(), await crashing.position()]).toEqual([['1'], null]);
    await expect(crashing.take(await everything())).rejects.toThrow('the database went away');
    await crashing.take(await everything());
    expect(crashing.seen).toEqual(['asked-1', 'asked-1', 'asked-1']);
    expect(await answers()).toEqual(['1']);
  });

  it('goes on in another process where the first one stopped', async () => {
    await ask(1);
    await reaction().take(await everything());
    await ask(2);
    const next = reaction();
    await next.take(await everything());
    expect(next.seen).toEqual(['asked-2']);
  });

  it('is taken by one of several processes that have the same batch', async () => {
    await ask(1);
    await ask(2);
    const batch = await everything();
    const several = [reaction(), reaction(), reaction()];
    await Promise.all(several.map((one) => one.take(batch)));
    expect(several.flatMap(({ seen }) => seen).toSorted()).toEqual(['asked-1', 'asked-2']);
  });

  it('takes nothing of a batch that is not ready', async () => {
    await ask(1);
    const waiting = reaction();
    waiting.isReady = false;
    await expect(waiting.take(await everything())).rejects.toThrow('not there yet');
    expect([waiting.seen, await waiting.position()]).toEqual([[], null]);
  });

  it('follows the store while it runs, begins again after trouble, and stops', async () => {
    const running = reaction(1);
    await running.onApplicationBootstrap();
    await running.onApplicationBootstrap();
    await ask(1);
    expect(await running.waitFor((await store.head()) ?? '', 5_000)).toBe(true);
    expect(running.seen).toEqual(['asked-1', 'asked-1']);
    await running.onModuleDestroy();
    await ask(2);
    expect(await answers()).toEqual(['1']);
    expect(await running.waitFor((await store.head()) ?? '', 40)).toBe(false);
  });

  it('stands at an event that it cannot take, with what came before it done, says so, and goes on from there', async () => {
    for (const nth of [1, 2, 3]) await ask(nth);
    const [first] = await everything();
    const status = new Reactions(new Turns(database), store, ['answering']);
    const standing = reaction();
    standing.poison = 'asked-2';
    await standing.onApplicationBootstrap();
    expect(await status.waitFor('answering', first?.position ?? '', 5_000)).toBe(true);
    const stuck = await said(status, (failure) => failure !== null);
    expect(stuck).toMatchObject({ name: 'answering', position: first?.position, isBehind: true, failedAt: expect.stringMatching(/Z$/) });
    expect(stuck?.failure).toMatch(/^Could not go on at NoteTaken \S+ of asked-2: TypeError$/);
    expect(standing.seen).not.toContain('asked-3');
    standing.poison = null;
    expect(await standing.waitFor((await store.head()) ?? '', 10_000)).toBe(true);
    expect(await said(status, (failure) => failure === null)).toMatchObject({ failure: null, failedAt: null });
    expect(standing.seen.filter((stream) => stream !== 'asked-1')).toEqual(['asked-2', 'asked-3']);
  });
});

/** How the only reaction stands, once `holds` says yes. */
async function said(status: Reactions, holds: (failure: string | null) => boolean): Promise<ReactionStatus | undefined> {
  const until = performance.now() + 10_000;
  for (;;) {
    const [only] = await status.status();
    if ((only && holds(only.failure)) || performance.now() > until) return only;
  }
}
