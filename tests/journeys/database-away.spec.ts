import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, embeddedPostgresPort, keepEmbeddedPostgres, startEmbeddedPostgres } from '#database/module';
import { EventStore } from '#event-store';
import { Projector, Reactions } from '#event-store/module';
import { v4 } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(300_000);

let folder: string;
let server: EmbeddedPostgres;
let service: Service;
let officer: Client;
let person: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'database away '));
  // Nobody starts it again at first, as where `DATABASE_URL` names one that others keep.
  server = await startEmbeddedPostgres({ folder });
  service = await startService({ url: server.url });
  officer = await service.signIn('officer.kent');
  person = String((await record('Firstling')).body['id']);
});
afterAll(async () => {
  await service?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const record = (family: string, key = v4()) =>
  officer.api.post('/api/v1/perpetrators', { family, given: 'Barnaby', sex: 'male' }, { 'idempotency-key': key });

/** As one that crashes: no word to anybody. Its children end by themselves. */
async function kill(within = folder): Promise<void> {
  const [pid] = (await readFile(path.join(within, 'cluster/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

const isReady = async () => (await service.visitor().api.get('/health/ready')).status === 200;

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error('It did not come to that within a minute');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What is wrong with an answer while the database is away. */
function notSaid(answer: Answer, kind: 'page' | 'problem'): string[] {
  const seconds = Number(answer.header('retry-after'));
  const words = kind === 'page' ? answer.main : String(answer.body['detail']);
  return [
    ...(answer.status === 503 ? [] : [`status ${answer.status}`]),
    ...(seconds > 0 && seconds <= 60 ? [] : ['no Retry-After']),
    ...(words.includes('The database does not answer') ? [] : [`says ${words.slice(0, 80)}`]),
    ...(kind === 'problem' && !answer.header('content-type').startsWith('application/problem+json') ? ['no problem details'] : []),
  ];
}

const pages = ['/', '/search', '/work', '/cases', '/alerts', '/links', '/work/calendar'];
const lists = ['/api/v1/work', '/api/v1/cases', '/api/v1/alerts', '/api/v1/links'];

describe('A service whose database is away', () => {
  it('says so on every page and to every program, as often as they ask, and is whole again when the database is', async () => {
    const key = v4();
    await kill();
    await eventually(async () => !(await isReady()));
    for (let round = 0; round < 2; round += 1) {
      for (const address of [...pages, `/perpetrators/${person}`, `/perpetrators/${person}/card`])
        expect([address, notSaid(await officer.get(address), 'page')]).toEqual([address, []]);
      for (const address of [...lists, `/api/v1/perpetrators/${person}/history`])
        expect([address, notSaid(await officer.api.get(address), 'problem')]).toEqual([address, []]);
      expect(notSaid(await record('Secondling', key), 'problem')).toEqual([]);
      const entering = service.visitor();
      await entering.get('/sign-in');
      expect(notSaid(await entering.post('/sign-in/demonstration', { userName: 'legal.kent' }), 'page')).toEqual([]);
      expect((await service.visitor().api.get('/health/live')).status).toBe(200);
      expect(await isReady()).toBe(false);
    }
    expect(service.log.join('')).not.toContain('Firstling');

    const again = await keepEmbeddedPostgres({ folder, say: () => undefined, look: 50 });
    expect(again.url).toBe(server.url);
    server = again;
    await eventually(isReady);
    const told = await record('Secondling', key);
    expect(told.status).toBe(201);
    expect((await officer.get(`/perpetrators/${String(told.body['id'])}`)).heading).toContain('SECONDLING');
  });

  it('has the server started again by itself, loses nothing that was acknowledged, and all that follows goes on', async () => {
    const acknowledged: string[] = [];
    const keys = Array.from({ length: 60 }, () => v4());
    const answers = await Promise.all(
      keys.map(async (key, nth) => {
        if (nth === 20) await kill();
        for (let tries = 0; tries < 200; tries += 1) {
          const { status, body } = await record(`Under Load ${nth}`, key);
          if (status === 201) return acknowledged.push(String(body['id']));
          if (status !== 503) return status;
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
        return 'never';
      }),
    );
    expect(answers.filter((answer) => typeof answer === 'string' || answer > keys.length)).toEqual([]);
    expect(new Set(acknowledged).size).toBe(keys.length);
    await eventually(isReady);
    const head = await service.app.get(EventStore).head();
    expect(await service.app.get(Projector).waitFor(head ?? '', 60_000)).toBe(true);
    for (const id of acknowledged) expect((await officer.get(`/perpetrators/${id}`)).status).toBe(200);
    await eventually(async () =>
      (await service.app.get(Reactions).status()).every(({ isBehind, failure }) => !isBehind && failure === null),
    );
    expect((await officer.api.get('/health/ready')).body).toMatchObject({ status: 'ready' });
  });
});

describe('The process of the web application', () => {
  let data: string;
  let child: ChildProcess;
  let said = '';

  beforeAll(async () => {
    data = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'a web process '));
    const main = fileURLToPath(new URL('../../apps/web/src/main.ts', import.meta.url));
    const typescript = new URL('../contracts/run-typescript.mjs', import.meta.url).href;
    const env = { ...process.env, ORDERWATCH_DATA: data, PORT: '0', DEMO: 'false', DATABASE_URL: '', MASTER_KEY: '', LOG_LEVEL: 'warn' };
    const args = ['--no-warnings', '--conditions=source', '--import', typescript, main];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  });
  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(data, { recursive: true, force: true });
  });

  it('starts its PostgreSQL again, says so, and stops it at its end', async () => {
    await eventually(() => Promise.resolve(said.includes('Orderwatch is at ')));
    const address = /Orderwatch is at (\S+)/.exec(said)?.[1] ?? '';
    const status = async () => (await fetch(`${address}/health/ready`)).status;
    await eventually(async () => (await status()) === 200);
    await kill(path.join(data, 'postgres'));
    await eventually(async () => (await status()) === 503);
    await eventually(async () => (await status()) === 200);
    expect(said).toContain('The embedded PostgreSQL has ended');
    await eventually(() => Promise.resolve(said.includes('The embedded PostgreSQL runs again')));
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect([child.exitCode, await embeddedPostgresPort(path.join(data, 'postgres'))]).toEqual([0, null]);
  });

  it('does not start at a host that is not this machine, and says so in a sentence', async () => {
    const main = fileURLToPath(new URL('../../apps/web/src/main.ts', import.meta.url));
    const typescript = new URL('../contracts/run-typescript.mjs', import.meta.url).href;
    const env = { ...process.env, ORDERWATCH_DATA: data, PORT: '0', HOST: 'nope.invalid', DEMO: 'false', LOG_LEVEL: 'warn' };
    const other = spawn(process.execPath, ['--no-warnings', '--conditions=source', '--import', typescript, main], { env });
    let words = '';
    for (const stream of [other.stdout, other.stderr]) stream.on('data', (text: Buffer) => (words += text.toString()));
    await once(other, 'exit');
    expect([other.exitCode, words]).toEqual([1, expect.stringContaining('HOST must be a name or an address of this machine')]);
    expect(words).not.toContain(' at ');
  });
});
