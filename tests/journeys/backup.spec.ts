import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MasterKey, SealedFiles, SystemClock } from '#event-store';
import { newPerpetratorId, RecordPerpetrator } from '#people/module';
import { filesOf } from '../../apps/console/src/backup/files.js';
import { restoreBackup } from '../../apps/console/src/backup/restore.js';
import { takeBackup } from '../../apps/console/src/backup/take.js';
import { everything } from '../../apps/console/src/commands/verify.js';
import { demonstrationRecorder } from '../../apps/console/src/seed/seed-demonstration.js';
import { type Parts, withParts } from '../../apps/console/src/surroundings.js';
import { Failed } from '../../apps/console/src/terminal.js';
import { demonstrationTemplate, keyOf, smallDemonstration, surroundingsOf } from '../support/demonstration.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startService } from '../support/service.js';

jest.setTimeout(180_000);

const quiet = (): void => undefined;
let folder: string;
let live: TestDatabase;
let key: MasterKey;
const restored: TestDatabase[] = [];

const inLive = <T>(work: (parts: Parts) => Promise<T>): Promise<T> => withParts(surroundingsOf(live.url, key), work);
const take = (name: string) => inLive((parts) => takeBackup(parts, path.join(folder, name), new SystemClock(), quiet));

async function elsewhere<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
  const database = await createDatabase();
  restored.push(database);
  return withParts(surroundingsOf(database.url, key), work);
}

/** Of each check, its name and whether it is whole. */
async function checked(parts: Parts): Promise<string[]> {
  await parts.projector.start();
  return (await everything(parts, quiet)).filter(({ whole }) => !whole).map(({ check }) => check);
}

async function contentOf({ store, database }: Parts): Promise<unknown> {
  const events = await store.readAll(null, 100_000);
  const sum = (table: string) =>
    database.query<unknown>(`SELECT count(*), md5(string_agg(md5(t::text), '' ORDER BY t.id::text COLLATE "C")) FROM ${table} t`);
  const tables = ['people.perpetrator_record', 'people.protected_person_record', 'orders.order_record', 'breaches.breach_record'];
  return {
    events: events.map(({ stream, revision, id, type, schemaVersion, data, meta }) => ({
      stream,
      revision,
      id,
      type,
      schemaVersion,
      data,
      meta,
    })),
    models: await Promise.all(tables.map(sum)),
    users: await database.query<unknown>('SELECT * FROM access.users ORDER BY id'),
    exhibits: await database.query<unknown>('SELECT * FROM files.sealed_piece ORDER BY content_id, nth'),
    log: await database.query<unknown>('SELECT * FROM access.log ORDER BY sequence'),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'backups '));
  live = await createDatabase({ template: demonstrationTemplate });
  const service = await startService({ url: live.url });
  key = keyOf(service);
  // Somebody looks, so that there is an access log.
  const officer = await service.signIn('officer.kent');
  await officer.get('/search?q=mockman');
  // And a file lies there, larger than a piece.
  await service.app.get(SealedFiles).put('exhibit', 'content-of-the-backup', ['somebody-on-file'], Buffer.alloc(1_500_000, 'Invented. '));
  await service.close();
  await take('whole');
});
afterAll(async () => {
  await Promise.all([live, ...restored].map((database) => database.drop()));
  await rm(folder, { recursive: true, force: true });
});

describe('A backup', () => {
  it('brings everything back: events, keys, erasures, accounts, the access log and, from them, the read models', async () => {
    const before = await inLive(contentOf);
    await elsewhere(async (parts) => {
      const { destroyedAgain } = await restoreBackup(parts, path.join(folder, 'whole'), null, quiet);
      expect(destroyedAgain).toBe(0);
      expect(await contentOf(parts)).toEqual(before);
      expect(await checked(parts)).toEqual([]);
    });
  });

  it('does not bring back whom a newer ledger says was erased', async () => {
    const personId = newPerpetratorId(smallDemonstration.steps.find(({ story }) => story === 'scenario 5')?.commandId ?? '');
    const before = await createDatabase({ template: demonstrationTemplate });
    restored.push(before);
    const newer = path.join(folder, 'newer');
    await withParts(surroundingsOf(before.url, key), async (parts) => {
      await parts.keyring.destroy(personId, { at: '2026-11-21T12:00:00.000Z', by: 'u-1' });
      await takeBackup(parts, newer, new SystemClock(), quiet);
    });
    await elsewhere(async (parts) => {
      const { destroyedAgain } = await restoreBackup(parts, path.join(folder, 'whole'), filesOf(newer).keys, quiet);
      expect(destroyedAgain).toBe(1);
      expect((await parts.keyring.keys([personId])).get(personId)).toBe('destroyed');
    });
  });

  it('is refused, and nothing written, under another master key', async () => {
    const database = await createDatabase();
    restored.push(database);
    const another = MasterKey.parse(Buffer.alloc(32, 9).toString('base64'));
    const into = <T>(by: MasterKey, work: (parts: Parts) => Promise<T>) => withParts(surroundingsOf(database.url, by), work);
    const restoring = (by: MasterKey) => into(by, (parts) => restoreBackup(parts, path.join(folder, 'whole'), null, quiet));
    await expect(restoring(another)).rejects.toThrow('The master key is not the one of this backup');
    expect((await restoring(key)).events).toBeGreaterThan(100);
  });

  it('is restored into an empty database only', async () => {
    await expect(inLive((parts) => restoreBackup(parts, path.join(folder, 'whole'), null, quiet))).rejects.toThrow('empty database only');
  });

  it('is refused, and nothing written, when a file was changed, cut short or is of another backup', async () => {
    await take('other');
    const events = await readFile(filesOf(path.join(folder, 'other')).events, 'utf8');
    const { keys, events: place } = filesOf(path.join(folder, 'other'));
    const refused = (content: string, says: string) =>
      elsewhere(async (parts) => {
        await writeFile(place, content);
        await expect(restoreBackup(parts, path.join(folder, 'other'), null, quiet)).rejects.toThrow(Failed);
        await expect(restoreBackup(parts, path.join(folder, 'other'), null, quiet)).rejects.toThrow(says);
        expect(await parts.store.head()).toBeNull();
      });
    await refused(events.replace('"OrderMade"', '"OrderMode"'), 'was changed after it was made');
    await refused(events.slice(0, events.length / 2), 'cannot be read');
    await refused(events.split('\n').slice(0, -2).join('\n'), 'not whole');
    await refused('hello\n{}\n', 'cannot be read');
    await refused('', 'not whole');
    await writeFile(place, events);
    await writeFile(keys, await readFile(filesOf(path.join(folder, 'whole')).keys));
    await refused(events, 'not of one backup');
  });

  it('is taken while the application records', async () => {
    const service = await startService({ url: live.url });
    try {
      const name = { given: 'Otto', family: 'Meanwhile' };
      const commandId = '5b3a3d0e-7f57-4a5e-9f25-3d3c8f6b4a01';
      const act = {
        by: demonstrationRecorder('46'),
        force: '46',
        at: '2026-11-21T12:00:00.000Z',
        commandId,
        digest: 'd',
        correlationId: 'c',
      };
      const details = {
        identity: { name, dateOfBirth: null, sex: 'male' as const },
        aliases: [],
        addresses: [],
        identifiers: [],
        occupation: null,
        readers: [],
      };
      await Promise.all([take('meanwhile'), service.app.get(CommandBus).execute(new RecordPerpetrator(details, act))]);
    } finally {
      await service.close();
    }
    await elsewhere(async (parts) => {
      await restoreBackup(parts, path.join(folder, 'meanwhile'), null, quiet);
      expect(await checked(parts)).toEqual([]);
    });
  });
});

describe('Verifying', () => {
  const tampered = async (...statements: readonly string[]): Promise<string[]> => {
    const database = await createDatabase({ template: demonstrationTemplate });
    restored.push(database);
    return withParts(surroundingsOf(database.url, key), async (parts) => {
      for (const statement of statements) await parts.database.query(statement);
      return checked(parts);
    });
  };
  const unlocked = 'ALTER TABLE es.event DISABLE TRIGGER append_only';

  it('finds nothing wrong where nothing is', async () => {
    expect(await tampered()).toEqual([]);
  });

  it('finds an event that is gone', async () => {
    const gone = `DELETE FROM es.event WHERE position = (SELECT min(position) FROM es.event e WHERE revision = 1 AND EXISTS (SELECT FROM es.event l WHERE l.stream = e.stream AND l.revision = 2))`;
    expect(await tampered(unlocked, gone)).toContain('streams');
  });

  it('finds sealed words moved to another event, and a key that is missing', async () => {
    const moved = `UPDATE es.event SET data = (SELECT data FROM es.event WHERE type = 'AliasRecorded' ORDER BY position LIMIT 1)
      WHERE position = (SELECT max(position) FROM es.event WHERE type = 'AliasRecorded')`;
    expect(await tampered(unlocked, moved)).toContain('sealed data');
    expect(await tampered('DELETE FROM keys.person_key WHERE person_id = (SELECT max(person_id) FROM keys.person_key)')).toContain(
      'sealed data',
    );
  });

  it('finds a key destroyed without its fact', async () => {
    expect(
      await tampered(
        `SELECT keys.destroy((SELECT array_agg(max) FROM (SELECT max(person_id) FROM keys.person_key) one), '{2026-11-21T00:00:00Z}', '{u-1}')`,
      ),
    ).toContain('erasures');
  });

  it('finds a row of a read model that is not what the record says, and one too few', async () => {
    expect(
      await tampered(`UPDATE people.perpetrator_record SET force = '99' WHERE id = (SELECT max(id) FROM people.perpetrator_record)`),
    ).toEqual(['read model perpetrator-record']);
    expect(await tampered(`DELETE FROM breaches.breach_record WHERE id = (SELECT max(id) FROM breaches.breach_record)`)).toEqual([
      'read model breach-record',
    ]);
  });
});
