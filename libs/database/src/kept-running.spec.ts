import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, embeddedPostgresPort, startEmbeddedPostgres } from './embedded-postgres.js';
import { keepEmbeddedPostgres, type ServerNews } from './kept-running.js';

jest.setTimeout(120_000);

let folder: string;
let server: EmbeddedPostgres | null = null;
let news: ServerNews[] = [];

beforeEach(async () => {
  news = [];
  folder = await mkdtemp(path.join(process.env.ORDERWATCH_TEST_RUN ?? tmpdir(), 'a kept server '));
});

afterEach(async () => {
  await server?.stop();
  server = null;
  await rm(folder, { recursive: true, force: true });
});

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The process ends without a word to anybody, and so do its children once they notice. */
async function kill(): Promise<void> {
  const [pid] = (await readFile(path.join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error('It did not come to that within a minute');
}

describe('An embedded server that is kept running', () => {
  it('is started again where it was, with its rows, each time it is killed', async () => {
    server = await keepEmbeddedPostgres({ folder, say: (one) => news.push(one), look: 50 });
    await query(server.url, 'CREATE TABLE kept AS SELECT 1 AS n');
    for (const times of [1, 2]) {
      await kill();
      await until(() => news.filter((one) => one === 'started again').length === times);
      expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    }
    expect(news).toEqual(['ended', 'started again', 'ended', 'started again']);
  });

  it('is tried again, ever more seldom, while another program holds its port, and started nowhere else', async () => {
    server = await keepEmbeddedPostgres({ folder, say: (one) => news.push(one), look: 50 });
    const port = Number(new URL(server.url).port);
    const stranger: Server = createServer((socket) => socket.destroy());
    await kill();
    await until(async () => {
      stranger.removeAllListeners('error').once('error', () => undefined);
      if (!stranger.listening) stranger.listen(port, '127.0.0.1');
      await pause(20);
      return stranger.listening;
    });
    await until(() => news.includes('cannot be started'));
    expect(news).not.toContain('started again');
    await new Promise((resolve) => stranger.close(resolve));
    await until(() => news.at(-1) === 'started again');
    expect(await embeddedPostgresPort(folder)).toBe(port);
  });

  it('stays stopped once it is stopped', async () => {
    server = await keepEmbeddedPostgres({ folder, say: (one) => news.push(one), look: 20 });
    await server.stop();
    await pause(300);
    expect([await embeddedPostgresPort(folder), news]).toEqual([null, []]);
    // And may be begun anew.
    server = await startEmbeddedPostgres({ folder });
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});
