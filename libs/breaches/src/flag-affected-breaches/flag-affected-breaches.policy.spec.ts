import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#calendar';
import { migrated } from '#database/module';
import { type Act, personal } from '#event-sourcing';
import { eventStoreTables, type Transaction, Turns } from '#event-store/module';
import { MasterKey, MemoryEventStore, MemoryKeyring, Sealer, Streams, SystemClock } from '#event-store';
import { type OrderFact, orders, someTimeOn } from '#orders';
import { type LinkFact, links } from '#people';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { Breaches1700000000600 } from '../1700000000600-breaches.migration.js';
import { breaches } from '../domain/breach.js';
import type { BreachFact } from '../domain/events.js';
import { allegation, breachReported, contactKept } from '../domain/example-facts.js';
import { ofOrder, orderMade, orderQuashed, orderVaried, version } from '../domain/example-orders.js';
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
const link = (a: string, b: string, type: LinkFact['type']) =>
  streams.transact(links, `${a}+${b}`, act(), () => [
    { type, data: { pairId: `${a}+${b}`, perpetratorIds: [a, b], weight: 20, as: 'one-person', evidence: 'x' } } as LinkFact,
  ]);
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

  it('flags for a variation that never was only what happened while it changed the order', async () => {
    const inError = (errorId: string, id: string): OrderFact => ({
      type: 'EntryRecordedInError',
      data: { ...ofOrder('o-1'), errorId, entry: { is: 'variation', id }, was: '2026-06-01', at: '2026-09-14T15:00:00.000Z' },
      personal: { reason: personal(['p-1'], 'Of another man') },
    });
    const reworded = (on: LocalDate, versionId: string) =>
      orderVaried('o-1', someTimeOn(on), [{ change: 'reworded', version: version('c-1', versionId) }]);
    await record(orderMade('o-1'));
    await record(reworded('2026-06-01', 'c-1-2'));
    await record(reworded('2026-07-01', 'c-1-3'));
    await report('b-1', breachReported({ allegations: [{ ...allegation, conditionVersionId: 'c-1-2' }] }));
    await record(inError('e-1', 'var-2026-07-01'));
    await policy().take(await everything());
    expect(await flags('b-1')).toEqual([]);
    await record(inError('e-2', 'var-2026-06-01'));
    await policy().take(await everything());
    expect(await flags('b-1')).toEqual(['order-corrected o-1']);
  });

  it('flags what was kept while an end stood that was recorded in error, on every record of the person, and nothing of anybody else', async () => {
    const error: OrderFact = {
      type: 'EntryRecordedInError',
      data: { ...ofOrder('o-1'), errorId: 'e-1', entry: { is: 'quashing', id: null }, was: '2026-06-01', at: '2026-09-14T15:00:00.000Z' },
      personal: { reason: personal(['p-1'], 'Of another man') },
    };
    const kept = contactKept();
    await record(orderMade('o-1'));
    await record(orderQuashed('o-1', someTimeOn('2026-06-01')));
    await report('b-1', kept);
    await report('b-2', { ...kept, data: { ...kept.data, perpetratorId: 'p-2' } } as BreachFact);
    await report('b-3', { ...kept, data: { ...kept.data, perpetratorId: 'p-3' } } as BreachFact);
    await report('b-4', breachReported());
    await link('p-1', 'p-2', 'IdentityLinked');
    await link('p-1', 'p-3', 'LinkOffered');
    await policy().take(await everything());
    expect(await Promise.all(['b-1', 'b-2', 'b-3', 'b-4'].map(flags))).toEqual([[], [], [], []]);
    await record(error);
    await policy().take(await everything());
    await policy().take(await everything());
    const afterAll = ['in-force-after-all o-1'];
    expect(await Promise.all(['b-1', 'b-2', 'b-3', 'b-4'].map(flags))).toEqual([afterAll, afterAll, [], ['order-corrected o-1']]);
  });

  it('flags for an order that is recorded late only what happened before the end that is recorded with it', async () => {
    const interim = orderMade('o-1', { kind: 'interim-spo', made: someTimeOn('2026-05-01'), applicationId: 'a-1' });
    const ceased = (on: LocalDate): OrderFact => ({
      type: 'InterimOrderCeased',
      data: { ...ofOrder('o-1'), applicationId: 'a-1', at: someTimeOn(on), outcome: 'granted' },
    });
    const kept = contactKept();
    if (kept.type !== 'ContactKept') throw new Error('The specimen is not kept');
    const on = kept.data.occurred.on;
    await report('b-1', kept);
    await streams.transact(orders, 'o-1', act(), () => [interim, ceased('2026-05-02')]);
    await policy().take(await everything());
    expect([on > '2026-05-02', await flags('b-1')]).toEqual([true, []]);
    await streams.transact(orders, 'o-3', act(), () =>
      [interim, ceased('2026-12-31')].map((fact) => ({ ...fact, data: { ...fact.data, orderId: 'o-3' } }) as OrderFact),
    );
    await policy().take(await everything());
    expect(await flags('b-1')).toEqual(['in-force-after-all o-3']);
  });

  describe('where records are linked and the link is undone', () => {
    const on = (perpetratorId: string, fact: BreachFact): BreachFact => ({ ...fact, data: { ...fact.data, perpetratorId } }) as BreachFact;
    const taken = async () => policy().take(await everything());

    it('flags what was reported on one while an order on the other bound, and nothing of what nobody linked', async () => {
      await record(orderMade('o-1'));
      await record(orderMade('o-2', { made: someTimeOn('2026-06-09') }));
      for (const [breachId, of] of [
        ['b-2', 'p-2'],
        ['b-3', 'p-3'],
        ['b-4', 'p-4'],
      ] as const)
        await report(breachId, on(of, contactKept()));
      await link('p-2', 'p-3', 'IdentityLinked');
      await taken();
      expect(await Promise.all(['b-2', 'b-3', 'b-4'].map(flags))).toEqual([[], [], []]);
      await link('p-1', 'p-2', 'IdentityLinked');
      await taken();
      await taken();
      // Nothing new: they are one person already.
      await link('p-1', 'p-3', 'IdentityLinked');
      await taken();
      const bound = ['in-force-after-all o-1'];
      expect(await Promise.all(['b-2', 'b-3', 'b-4'].map(flags))).toEqual([bound, bound, []]);
    });

    it('leaves nothing to decide of what only the link had brought up, whoever decided about whom', async () => {
      const open = async (...ids: string[]) =>
        (await Promise.all(ids.map((id) => streams.load(breaches, id)))).map(({ state }) =>
          state.flags.map(({ because, review }) => `${because} ${review?.decision ?? 'open'}`),
        );
      await record(orderMade('o-1'));
      await report('b-2', on('p-2', contactKept()));
      await report('b-3', on('p-3', contactKept()));
      await link('p-1', 'p-2', 'IdentityLinked');
      await link('p-2', 'p-3', 'IdentityLinked');
      await link('p-2', 'p-3', 'IdentityUnlinked');
      await taken();
      await taken();
      expect(await open('b-2', 'b-3')).toEqual([['in-force-after-all open'], ['in-force-after-all links-changed']]);
      await link('p-1', 'p-2', 'IdentityUnlinked');
      await taken();
      expect(await open('b-2')).toEqual([['in-force-after-all links-changed']]);
      await link('p-1', 'p-2', 'IdentityLinked');
      await taken();
      expect(await open('b-2')).toEqual([['in-force-after-all links-changed', 'in-force-after-all open']]);
    });

    it('flags what alleges an order that is another person’s again, once and on both, unless they are linked in another way', async () => {
      await link('p-1', 'p-2', 'IdentityLinked');
      await link('p-2', 'p-3', 'IdentityLinked');
      await link('p-1', 'p-3', 'IdentityLinked');
      await record(orderMade('o-1'));
      await record({ ...orderMade('o-2'), data: { ...orderMade('o-2').data, perpetratorId: 'p-2' } } as OrderFact);
      await report('b-1', breachReported());
      await report('b-2', on('p-2', breachReported()));
      await report('b-3', on('p-1', other));
      await report('b-4', on('p-2', contactKept()));
      await link('p-1', 'p-2', 'IdentityUnlinked');
      await taken();
      const undone = async () =>
        (await Promise.all(['b-1', 'b-2', 'b-3', 'b-4'].map(flags))).map((all) => all.filter((one) => one.startsWith('link-undone')));
      expect(await undone()).toEqual([[], [], [], []]);
      await link('p-1', 'p-3', 'IdentityUnlinked');
      await taken();
      await taken();
      expect(await undone()).toEqual([[], ['link-undone o-1'], ['link-undone o-2'], []]);
    });
  });

  it('flags what was kept before the order under which it happened was recorded', async () => {
    await report('b-1', contactKept());
    await record(orderMade('o-1'));
    await record(orderMade('o-2', { made: someTimeOn('2026-06-09') }));
    await policy().take(await everything());
    expect(await flags('b-1')).toEqual(['in-force-after-all o-1']);
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
