import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { v4 } from 'uuid';
import { Projector } from '#event-store/module';
import { RecordPerpetrator } from '#people/module';
import { demonstrationRecorder } from '../../apps/console/src/seed/seed-demonstration.js';
import { type Service, startService } from '../support/service.js';

jest.setTimeout(120_000);

const main = fileURLToPath(new URL('../../apps/worker/src/main.ts', import.meta.url));
const runTypescript = new URL('../contracts/run-typescript.mjs', import.meta.url).href;

/** The worker as it runs: a process of its own. */
class Worker {
  private said = '';
  private readonly child: ChildProcess;

  constructor(databaseUrl: string, env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, ['--no-warnings', '--conditions=source', '--import', runTypescript, main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DATABASE_URL: databaseUrl, MASTER_KEY: Buffer.alloc(32, 5).toString('base64'), LOG_LEVEL: 'warn', ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (text: Buffer) => (this.said += text.toString()));
  }

  /** Its exit code and all it said, after `signal` or when it ends by itself. */
  async end(signal?: NodeJS.Signals): Promise<{ readonly code: number | null; readonly said: string }> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      if (signal) this.child.kill(signal);
      await exit;
    }
    return { code: this.child.exitCode, said: this.said };
  }
}

let web: Service;
const workers: Worker[] = [];
beforeAll(async () => {
  web = await startService({ config: { runProjections: false } });
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
});
afterAll(() => web.close());

function start(env?: Readonly<Record<string, string>>): Worker {
  const worker = new Worker(web.databaseUrl, env);
  workers.push(worker);
  return worker;
}

/** Records somebody in the web application; whether all read models show it within so many milliseconds. */
async function shown(milliseconds: number): Promise<boolean> {
  const identity = { name: { given: 'Otto', family: 'Workerson' }, dateOfBirth: null, sex: 'male' as const };
  const act = { by: demonstrationRecorder('46'), force: '46', at: web.clock.now(), commandId: v4(), digest: 'd', correlationId: 'c' };
  const details = { identity, aliases: [], addresses: [], identifiers: [], occupation: null, readers: [] };
  const { position } = await web.app.get(CommandBus).execute(new RecordPerpetrator(details, act));
  return position !== null && web.app.get(Projector).waitFor(position, milliseconds);
}

describe('The worker', () => {
  it('keeps the read models up to date for a web application that does not', async () => {
    expect(await shown(300)).toBe(false);
    const worker = start();
    expect(await shown(60_000)).toBe(true);
    expect(await worker.end('SIGTERM')).toEqual({ code: 0, said: expect.stringContaining('The worker has stopped') });
    expect(await shown(300)).toBe(false);
  });

  it('is followed by another one when it is killed', async () => {
    const first = start();
    expect(await shown(60_000)).toBe(true);
    const second = start();
    await first.end('SIGKILL');
    expect(await shown(60_000)).toBe(true);
    expect((await second.end('SIGINT')).code).toBe(0);
  });

  it('does not start with a wrong value, and says which', async () => {
    const { code, said } = await start({ PORT: 'many' }).end();
    expect([code, said]).toEqual([1, expect.stringContaining('PORT must be a whole number')]);
  });
});
