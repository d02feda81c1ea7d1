import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrated } from '#database/module';
import type { Act } from '#event-sourcing';
import { eventStoreTables, type Transaction, Turns } from '#event-store/module';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, SystemClock } from '#event-store';
import { type OrderFact, orders, someTimeOn } from '#orders';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { Breaches1700000000600 } from '../1700000000600-breaches.migration.js';
import { breaches } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported } from '../domain/example-facts.js';
import { orderMade, orderQuashed } from '../domain/example-orders.js';
import { FlagAffectedBreaches } from './flag-affected-breaches.policy.js';

const master = new MasterKey(new Map([[1, Buffer.alloc(32, 7)]]));
const migrations = [...eventStoreTables.migrations, Breaches1700000000600];
const template = {
  name: 'breaches_policy',
  build: async (url: string) => (await migrated({ url, entities: [], migrations })).destroy(),
};

/** Stores what it was given and then loses the database before its checkpoint is written, as often as told. */
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
let streams: Streams;
let commands: number;
const policies: FlagAffectedBreaches[] = [];

beforeEach(async () => {
  test = await createDatabase({ template });
  database = await migrated({ url: test.url, entities: [], migrations, poolSize: 4 });
  store = new MemoryEventStore();
  streams = new Streams(store, new Sealer(new MemoryKeyring(), master));
  commands = 0;
});

afterEach(async () => {
  await Promise.all(policies.splice(0).map((policy) => policy.onModuleDestroy()));
  await store.close();
  await database.destroy();
  await test.drop();
});

const policy = (crashes = 0): FlagAffectedBreaches => {
  const turns = new Crashing(database);
  turns.crashes = crashes;
  const made = new FlagAffectedBreaches(store, turns, streams, new SystemClock());
  policies.push(made);
  return made;
};
const act = (): Act => {
  const commandId = `00000000-0000-4000-8000-${String((commands += 1)).padStart(12, '0')}`;
  return { by: 'u-1', force: '46', at: '2026-09-14T15:00:00.000Z', commandId, digest: commandId, correlationId: 'c-1' };
};
const report = (breachId: string, fact: BreachFact) =>
  streams.transact(breaches, breachId, act(), () => [{ ...fact, data: { ...fact.data, breachId } } as BreachFact]);
const record = (fact: OrderFact) => streams.transact(orders, fact.data.orderId, act(), () => [fact]);
const flags = async (breachId: string) =>
  (await streams.load(breaches, breachId)).state.flags.map(({ because, orderId }) => `${because} ${orderId}`);
const everything = () => store.readAll(null, 1_000);
const other = breachReported({ allegations: [{ ...allegation, orderId: 'o-2' }] });

describe('the policy that flags affected breaches', () => {
  it('flags every breach pinned to a quashed order, no other, and none of them again', async () => {
    await record(orderMade('o-1'));
    await report('b-1', breachReported());
    await report('b-2', other);
    await report('b-3', breachReported());
    await record(orderQuashed('o-1', someTimeOn('2026-09-14')));
    await policy().take(await everything());
    await policy().take(await everything());
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
    expect(await flags('b-2')).toEqual([]);
    expect(await flags('b-3')).toEqual(['order-quashed o-1']);
  });

  it('flags once although it crashed between the flags and its checkpoint', async () => {
    await report('b-1', breachReported());
    await record(orderQuashed('o-1', someTimeOn('2026-09-14')));
    const crashing = policy(2);
    await expect(crashing.take(await everything())).rejects.toThrow('the database went away');
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
    await expect(crashing.take(await everything())).rejects.toThrow('the database went away');
    await crashing.take(await everything());
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
    expect(await crashing.position()).not.toBeNull();
  });

  it('goes on from its checkpoint in another process, with what it had learned', async () => {
    await report('b-1', breachReported());
    await policy().take(await everything());
    await record(orderQuashed('o-1', someTimeOn('2026-09-14')));
    await policy().take((await everything()).slice(1));
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
  });

  it('flags once when two processes take the same batch at the same time', async () => {
    await report('b-1', breachReported());
    await record(orderQuashed('o-1', someTimeOn('2026-09-14')));
    const batch = await everything();
    await Promise.all([policy().take(batch), policy().take(batch), policy().take(batch)]);
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
  });

  it('follows the store while it runs', async () => {
    const running = policy();
    await running.onApplicationBootstrap();
    await report('b-1', breachReported());
    await record(orderQuashed('o-1', someTimeOn('2026-09-14')));
    const until = performance.now() + 5_000;
    while ((await flags('b-1')).length === 0 && performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
    expect(await flags('b-1')).toEqual(['order-quashed o-1']);
  });
});
