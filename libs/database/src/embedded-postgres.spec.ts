import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { embeddedPostgresPort, startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

jest.setTimeout(60_000);

let folder: string;
let started: EmbeddedPostgres[] = [];

const start = async (flags?: Record<string, string>): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ folder, flags });
  started.push(server);
  return server;
};

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(path.join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

beforeEach(async () => {
  // In the folder of the jest run, which stops what a failed test leaves running.
  folder = await mkdtemp(path.join(process.env.ORDERWATCH_TEST_RUN ?? tmpdir(), 'a server '));
});

afterEach(async () => {
  for (const server of started) await server.stop();
  started = [];
  await rm(folder, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  it('starts, joins what runs, stops, and comes back at the same port with its rows', async () => {
    const [first, second] = await Promise.all([start({ max_connections: '20' }), start({ max_connections: '20' })]);
    expect(second.url).toBe(first.url);
    expect(await query(first.url, 'SHOW max_connections')).toEqual([{ max_connections: '20' }]);
    expect(await query(first.url, 'SHOW jit')).toEqual([{ jit: 'off' }]);
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    expect(await embeddedPostgresPort(folder)).toBeNull();
    await second.stop();

    const again = await start();
    expect(again.url).toBe(first.url);
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('is kept running by stop while somebody else is connected', async () => {
    const server = await start();
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await server.stop();
    expect((await other.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    await other.end();
    await server.stop();
    expect(await embeddedPostgresPort(folder)).toBeNull();
  });

  it('asks for the password, which only its owner can read, on 127.0.0.1 alone', async () => {
    const server = await start();
    const address = new URL(server.url);
    expect(address.hostname).toBe('127.0.0.1');
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(path.join(folder, 'cluster/orderwatch-password'))).mode & 0o777).toBe(0o600);
    address.password = 'guess';
    await expect(query(address.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps committed rows when the server is killed', async () => {
    const server = await start();
    await query(server.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    process.kill(await postmaster(), 'SIGKILL');
    const again = await start();
    expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  });

  it('starts although a file of a server long gone names a process that now is another', async () => {
    const server = await start();
    await server.stop();
    await writeFile(path.join(folder, 'cluster/postmaster.pid'), `${process.pid}\n${folder}/cluster\n1\n5432\n\n127.0.0.1\n\nready\n`);
    expect(await query((await start()).url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('writes no values of refused rows into its log', async () => {
    const server = await start();
    await query(server.url, 'CREATE TABLE secret (word text PRIMARY KEY)');
    const twice = `INSERT INTO secret VALUES ('marmalade'), ('marmalade')`;
    await expect(query(server.url, twice)).rejects.toThrow('duplicate key');
    const log = await readFile(path.join(folder, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('marmalade');
  });

  it('says why it does not start', async () => {
    await expect(start({ shared_buffers: 'lots' })).rejects.toThrow('shared_buffers');
    await expect(start({ jit: `off'; echo` })).rejects.toThrow('A server setting');
  });
});
