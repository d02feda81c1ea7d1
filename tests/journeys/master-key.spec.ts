import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WrongConfig } from '../../apps/web/src/config.js';
import { masterKey } from '../../apps/web/src/master-key.js';
import { keyOf } from '../support/demonstration.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startService } from '../support/service.js';

let dataFolder: string;
let database: TestDatabase;
/** In base64; that of every service in a test. */
const own = Buffer.alloc(32, 5).toString('base64');
const another = Buffer.alloc(32, 9).toString('base64');

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'master key '));
  database = await createDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

const file = () => path.join(dataFolder, 'master-key');
const read = (given: string | null) => masterKey({ masterKey: given, dataFolder }, database.url);
const refused = async (given: string | null): Promise<string> =>
  read(given).then(
    () => 'taken',
    (error: unknown) => (error instanceof WrongConfig ? error.message : 'something else'),
  );

describe('The master key', () => {
  it('is made once for a database that holds nothing', async () => {
    const made = await read(null);
    expect(await readFile(file(), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
    expect((await read(null)).derive('a test')).toEqual(made.derive('a test'));
  });

  it('must be the one of the database once somebody is recorded, and none is made then', async () => {
    const service = await startService({ url: database.url });
    const officer = await service.signIn('officer.kent');
    const recorded = await officer.api.post('/api/v1/perpetrators', { family: 'Placeholder', given: 'Barnaby', sex: 'male' });
    expect(recorded.status).toBe(201);
    expect(keyOf(service).derive('a test')).toEqual((await read(own)).derive('a test'));
    await service.close();
    expect(await refused(another)).toContain('MASTER_KEY is not the one of this database');
    expect(await refused(null)).toContain('is not the one of this database');
    await rm(file());
    expect(await refused(null)).toContain('there is no master key');
    await expect(readFile(file())).rejects.toThrow('ENOENT');
    await writeFile(file(), `${own}\n`);
    expect(await refused(null)).toBe('taken');
  });

  it('is not asked for in vain: a database that does not answer is said to be so', async () => {
    const gone = masterKey({ masterKey: own, dataFolder }, 'postgres://nobody@127.0.0.1:1/nothing');
    await expect(gone).rejects.toThrow('The database does not answer (ECONNREFUSED)');
  });
});
