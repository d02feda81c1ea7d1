import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { eventStoreSchema, PostgresEventStore, type StoredEvent } from '#event-store';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../libs/database/src/embedded-postgres.js';
import { connected } from './postgres-subject.js';

/** An append that the store said was done. */
interface Acknowledged {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
}

class Load {
  readonly acknowledged: Acknowledged[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private errors = '';
  private wanted = { count: Infinity, reached: (): void => undefined };

  constructor(url: string) {
    const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
    const args = ['--no-warnings', '--import', new URL('run-typescript.mjs', import.meta.url).href, here('appending-process.ts'), url];
    this.child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stderr?.on('data', (said: Buffer) => (this.errors += said.toString()));
    const lines = createInterface({ input: this.child.stdout ?? process.stdin });
    lines.on('line', (line) => {
      const [id = '', stream = '', revision] = line.split(' ');
      // The last line of a killed process may be cut off.
      if (revision) this.acknowledged.push({ id, stream, revision: BigInt(revision) });
      if (this.acknowledged.length >= this.wanted.count) this.wanted.reached();
    });
    this.ended = new Promise((resolve) => lines.once('close', resolve));
  }

  /** Until `more` further appends were acknowledged. */
  async acknowledges(more: number): Promise<void> {
    const count = this.acknowledged.length + more;
    const reached = new Promise<void>((resolve) => (this.wanted = { count, reached: resolve }));
    const died = this.ended.then(() => Promise.reject(new Error(`The load ended early: ${this.errors}`)));
    await Promise.race([reached, died]);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

describe('what was acknowledged is there, once, in a stream without gaps', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'orderwatch-durability-'));
    // Below the ports that the kernel lends out: while the server is down, a client there could get its own address and talk to itself.
    await writeFile(path.join(folder, 'port'), String(20_000 + (process.pid % 10_000)));
    server = await startEmbeddedPostgres({ folder });
  }, 30_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    const name = `durability_${randomBytes(4).toString('hex')}`;
    await connected(server.url, (client) => client.query(`create database ${name}`));
    const address = new URL(server.url);
    address.pathname = `/${name}`;
    url = address.href;
    await connected(url, async (client) => {
      for (const statement of eventStoreSchema) await client.query(statement);
    });
  });

  it('is shown on a server that flushes to the disk', async () => {
    expect(await connected(url, async (client) => (await client.query('show fsync')).rows)).toEqual([{ fsync: 'on' }]);
  });

  it('after kill -9 of a process that appends', async () => {
    const load = new Load(url);
    try {
      await load.acknowledges(2000);
    } finally {
      await load.kill();
    }
    expect(await lost(url, load.acknowledged)).toEqual([]);
  }, 30_000);

  it('after kill -9 of the PostgreSQL server, with a process that goes on afterwards', async () => {
    const load = new Load(url);
    try {
      await load.acknowledges(1000);
      const pid = Number((await readFile(path.join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGKILL');
      const before = server.url;
      server = await startEmbeddedPostgres({ folder });
      expect(server.url).toBe(before);
      await load.acknowledges(1000);
    } finally {
      await load.kill();
    }
    expect(await lost(url, load.acknowledged)).toEqual([]);
  }, 60_000);
});

/** What is missing or misplaced of what was acknowledged, and any gap. */
async function lost(url: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const store = new PostgresEventStore(url);
  try {
    const findings: string[] = [];
    const byId = new Map<string, StoredEvent>();
    const next = new Map<string, bigint>();
    for (let after: string | null = null; ;) {
      const page: StoredEvent[] = await store.readAll(after, 1000);
      for (const event of page) {
        if (byId.has(event.id)) findings.push(`${event.id} is stored twice`);
        byId.set(event.id, event);
        if (event.revision !== (next.get(event.stream) ?? 0n)) findings.push(`a gap before ${event.stream} ${event.revision}`);
        next.set(event.stream, event.revision + 1n);
      }
      if (page.length === 0) break;
      after = page.at(-1)?.position ?? null;
    }
    for (const { id, stream, revision } of acknowledged) {
      const found = byId.get(id);
      if (found?.stream !== stream || found.revision !== revision) findings.push(`${stream} ${revision} was acknowledged and is not there`);
    }
    return findings;
  } finally {
    await store.close();
  }
}
