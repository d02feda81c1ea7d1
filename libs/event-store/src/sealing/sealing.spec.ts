import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrated } from '#database/module';
import { type Fact, personal, Refusal } from '#event-sourcing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createDatabase, type TestDatabase } from '../../../../tests/support/postgres.js';
import { Keys1700000000100 } from './1700000000100-keys.migration.js';
import { canonicalJson } from './canonical-json.js';
import type { Keyring } from './keyring.js';
import { MasterKey } from './master-key.js';
import { MemoryKeyring } from './memory-keyring.js';
import { PostgresKeyring } from './postgres-keyring.js';
import { KeyMissing, Sealer } from './sealer.js';

const master = new MasterKey(new Map([[1, Buffer.alloc(32, 1)]]));
const how = { at: '2026-05-01T00:00:00.000Z', by: 'officer-1' };
const note = (about: readonly [string, ...string[]], value: unknown): Fact => ({
  type: 'Noted',
  data: { day: '2026-05-01' },
  personal: { note: personal(about, value) },
});

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof Refusal ? error.reason : Promise.reject(error)),
  );
}

let test: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  test = await createDatabase();
  database = await migrated({ url: test.url, entities: [], migrations: [Keys1700000000100] });
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

describe.each<[string, () => Keyring]>([
  ['in memory', () => new MemoryKeyring()],
  ['in PostgreSQL', () => new PostgresKeyring(database, master)],
])('sealing with keys %s', (_, make) => {
  let run = 0;
  /** Names of people nobody else uses. */
  const fresh = (): ((n: number) => string) => {
    run += 1;
    const mine = `${make().constructor.name}-${run}`;
    return (n) => `${mine}-${n}`;
  };

  it('opens what it sealed, and after an erasure all but exactly the parts about that person', async () => {
    const about = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 });
    const parts = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.record({ about, value: fc.jsonValue().filter((value) => value !== null) }),
      { maxKeys: 4 },
    );
    const property = fc.asyncProperty(
      fc.array(parts, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 4 }),
      async (events, erased) => {
        const keyring = make();
        const sealer = new Sealer(keyring, master);
        const id = fresh();
        const facts = events.map((one, nth) => ({
          id: `e${nth}`,
          fact: {
            type: 'Noted',
            data: { nth },
            personal: Object.fromEntries(
              Object.entries(one).map(([name, part]) => [
                name,
                personal(part.about.map(id) as [string, ...string[]], JSON.parse(JSON.stringify(part.value)) as unknown),
              ]),
            ),
          },
        }));
        const sealed = await sealer.seal(facts);
        const stored = facts.map(({ id: eventId, fact }, nth) => ({
          id: eventId,
          type: fact.type,
          data: JSON.parse(JSON.stringify(sealed[nth])) as unknown,
        }));
        const expected = (gone: string | null): unknown[] =>
          facts.map(({ fact }) => {
            const opened = Object.entries(fact.personal).map(([name, part]) => [
              name,
              gone && part.about.includes(gone) ? { about: part.about, value: null } : part,
            ]);
            return opened.length === 0 ? { type: 'Noted', data: fact.data } : { ...fact, personal: Object.fromEntries(opened) };
          });
        expect(await sealer.open(stored)).toEqual(expected(null));
        await keyring.destroy(id(erased), how);
        expect(await sealer.open(stored)).toEqual(expected(id(erased)));
        expect(await new Sealer(keyring, master).open(stored)).toEqual(expected(id(erased)));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('refuses to seal about an erased person', async () => {
    const keyring = make();
    const sealer = new Sealer(keyring, master);
    const id = fresh();
    await sealer.seal([{ id: 'e1', fact: note([id(1), id(2)], 'x') }]);
    await keyring.destroy(id(1), how);
    expect(await refusal(sealer.seal([{ id: 'e2', fact: note([id(1), id(2)], 'x') }]))).toBe('person-erased');
    expect(await refusal(sealer.seal([{ id: 'e3', fact: note([id(2)], 'x') }]))).toBe('none');
    await keyring.destroy(id(9), how);
    expect(await refusal(sealer.seal([{ id: 'e4', fact: note([id(9)], 'never had a key') }]))).toBe('person-erased');
  });

  it('keeps the ledger, and destroys again what a restore brought back', async () => {
    const keyring = make();
    const id = fresh();
    await keyring.keyFor([id(1), id(2)]);
    await keyring.destroy(id(2), how);
    expect((await keyring.ledger()).filter(({ personId }) => personId === id(2))).toEqual([{ personId: id(2), ...how }]);
    expect(await keyring.replayLedger([{ personId: id(1), ...how }])).toBe(1);
    expect(await keyring.keys([id(1), id(2), id(3)])).toEqual(
      new Map([
        [id(1), 'destroyed'],
        [id(2), 'destroyed'],
        [id(3), undefined],
      ]),
    );
  });

  it('binds a ciphertext to its event, type and part', async () => {
    const sealer = new Sealer(make(), master);
    const id = fresh();
    const [data] = await sealer.seal([{ id: 'e1', fact: note([id(1)], 'x') }]);
    expect(await sealer.open([{ id: 'e1', type: 'Noted', data }])).toHaveLength(1);
    await expect(sealer.open([{ id: 'e2', type: 'Noted', data }])).rejects.toThrow('authenticate');
    await expect(sealer.open([{ id: 'e1', type: 'Noticed', data }])).rejects.toThrow('authenticate');
    const { $sealed } = data as { $sealed: { note: object } };
    await expect(sealer.open([{ id: 'e1', type: 'Noted', data: { $sealed: { other: $sealed.note } } }])).rejects.toThrow('authenticate');
  });

  it('takes a lost key for a fault, not for an erasure', async () => {
    const sealer = new Sealer(make(), master);
    const id = fresh();
    const [data] = await sealer.seal([{ id: 'e1', fact: note([id(1)], 'x') }]);
    const other = { $sealed: { note: { ...(data as { $sealed: { note: object } }).$sealed.note, about: [id(7)] } } };
    await expect(sealer.open([{ id: 'e1', type: 'Noted', data: other }])).rejects.toThrow(KeyMissing);
  });

  it('refuses personal data in plain data', async () => {
    const sealer = new Sealer(make(), master);
    await expect(sealer.seal([{ id: 'e1', fact: { type: 'Noted', data: { deep: [personal(['p'], 'x')] } } }])).rejects.toThrow(
      'plain data',
    );
  });
});

describe('PostgresKeyring', () => {
  it('notices what another process destroyed', async () => {
    const here = new PostgresKeyring(database, master, { freshFor: 0, keep: 100 });
    const there = new PostgresKeyring(database, master);
    const sealer = new Sealer(here, master);
    const [data] = await sealer.seal([{ id: 'e1', fact: note(['two-processes'], 'x') }]);
    const stored = [{ id: 'e1', type: 'Noted', data }];
    expect((await sealer.open(stored))[0]?.personal).toEqual({ note: { about: ['two-processes'], value: 'x' } });
    await there.destroy('two-processes', how);
    expect((await sealer.open(stored))[0]?.personal).toEqual({ note: { about: ['two-processes'], value: null } });
  });

  it('gives one key to all who create it at once, and none to who comes after the ledger', async () => {
    const rings = [1, 2, 3, 4].map(() => new PostgresKeyring(database, master));
    const keys = await Promise.all(rings.map((ring) => ring.keyFor(['same', 'other'])));
    expect(new Set(keys.map((one) => one.get('same')?.toString('hex'))).size).toBe(1);
    await rings[0]?.destroy('same', how);
    await database.query('select keys.create_missing($1, $2)', [['same'], [Buffer.alloc(61)]]);
    expect(await database.query(`select 1 from keys.person_key where person_id = 'same'`)).toEqual([]);
  });

  it('trusts the ledger over a key that a restore brought back', async () => {
    const ring = new PostgresKeyring(database, master);
    const [kept] = await (async () => {
      await ring.keyFor(['restored']);
      return database.query<{ wrapped: Buffer }[]>(`select wrapped from keys.person_key where person_id = 'restored'`);
    })();
    await ring.destroy('restored', how);
    await database.query(`insert into keys.person_key (person_id, wrapped) values ('restored', $1)`, [kept?.wrapped]);
    expect((await new PostgresKeyring(database, master).keys(['restored'])).get('restored')).toBe('destroyed');
    expect(await new PostgresKeyring(database, master).replayLedger()).toBe(1);
    expect(await database.query(`select 1 from keys.person_key where person_id = 'restored'`)).toEqual([]);
  });

  it('keeps at most so many keys in memory and still answers for all', async () => {
    const ring = new PostgresKeyring(database, master, { freshFor: 1_000, keep: 3 });
    const ids = Array.from({ length: 10 }, (_, nth) => `many-${nth}`);
    const created = await ring.keyFor(ids);
    expect(await ring.keys(ids)).toEqual(created);
  });

  it('stores keys wrapped, bound to the person, and wraps them again under a newer master key', async () => {
    const newer = new MasterKey(
      new Map([
        [1, Buffer.alloc(32, 1)],
        [2, Buffer.alloc(32, 2)],
      ]),
    );
    const key = (await new PostgresKeyring(database, master).keyFor(['rotated'])).get('rotated');
    expect(await new PostgresKeyring(database, newer).rewrap()).toBeGreaterThan(0);
    expect((await new PostgresKeyring(database, newer).keys(['rotated'])).get('rotated')).toEqual(key);
    await expect(new PostgresKeyring(database, master).keys(['rotated'])).rejects.toThrow('version 2 is missing');
    const wrapped = master.wrap('a', Buffer.alloc(32, 5));
    expect(wrapped.includes(Buffer.alloc(32, 5))).toBe(false);
    expect(() => master.unwrap('b', wrapped)).toThrow('authenticate');
    expect(newer.derive('x')).toEqual(master.derive('x'));
    expect(newer.derive('x')).not.toEqual(master.derive('y'));
  });
});

describe('digests', () => {
  const sealer = new Sealer(new MemoryKeyring(), master);

  it('are equal for equal values whatever the order of keys, and different otherwise', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sealer.digest(turned(a))).toBe(sealer.digest(a));
        expect(sealer.digest(a) === sealer.digest(b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });

  it('differ by purpose and by master key', () => {
    const other = new Sealer(new MemoryKeyring(), new MasterKey(new Map([[1, Buffer.alloc(32, 2)]])));
    expect(sealer.blindIndex('a', 'x')).not.toBe(sealer.blindIndex('b', 'x'));
    expect(sealer.blindIndex('a', 'x')).not.toBe(other.blindIndex('a', 'x'));
  });

  it('need a master key of 32 bytes', () => {
    expect(() => MasterKey.parse('c2hvcnQ=')).toThrow('32 bytes');
    const [one, two] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
    expect(MasterKey.parse(`1:${one},2:${two}`).derive('x')).toEqual(MasterKey.parse(one).derive('x'));
  });
});

/** The same value with the keys of every object in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
}
