import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../../apps/web/src/config.js';
import { commands } from '../../apps/console/src/commands/index.js';
import { runConsole } from '../../apps/console/src/run.js';
import type { Terminal } from '../../apps/console/src/terminal.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';

jest.setTimeout(120_000);

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(path.join(process.env['ORDERWATCH_TEST_RUN'] ?? tmpdir(), 'console '));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number;
  readonly text: string;
}

/** What the console answers when this is typed; `password` is typed when one is asked for. */
async function typed(
  line: readonly string[],
  { password = '', env = {} }: { password?: string; env?: Record<string, string> } = {},
): Promise<Said> {
  const lines: string[] = [];
  const terminal: Terminal = { say: (text) => lines.push(text), progress: () => undefined, secret: () => Promise.resolve(password) };
  const all = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 6).toString('base64'), LOG_LEVEL: 'silent', ...env };
  const code = await runConsole(line, () => ({ ...readConfig(all), folder, labelledPairs: null }), terminal);
  return { code, text: lines.join('\n') };
}

const account = ['user', 'add', 'Uma.Console', '--name', 'Uma Console', '--role', 'legal', '--force', '46'] as const;

describe('The console', () => {
  it('says what there is, and how each command is given', async () => {
    const help = await typed([]);
    expect(help.code).toBe(0);
    for (const { name } of commands) {
      expect(help.text).toContain(` ${name} `);
      const more = await typed(['help', name]);
      expect([more.code, (await typed([name, '--help'])).text]).toEqual([0, more.text]);
      expect(more.text).toContain(`npm run console -- ${name}`);
    }
  });

  it.each<[string, readonly string[], string]>([
    ['an unknown command', ['fly'], 'There is no command called fly'],
    ['an unknown option', ['seed', '--fast'], 'does not know one of its options'],
    ['too little', ['backup'], 'Something is missing after backup'],
    ['too much', ['migrate', 'everything'], 'There is too much after migrate'],
    ['no number', ['seed', '--people', 'many'], '--people must be a whole number'],
    ['an unknown projection', ['rebuild', 'nothing'], 'There is no projection called nothing'],
    ['an unknown force', [...account.slice(0, -1), '99'], '--force must be'],
    ['an unknown role', ['user', 'add', 'a', '--name', 'A', '--role', 'king', '--force', '46'], '--role must be one of'],
    ['nothing to do with users', ['user', 'delete'], 'user list, user add, user password, user deactivate, user activate'],
    ['an unknown bench', ['bench', 'sleep'], 'There is no bench called sleep'],
  ])('answers %s with a sentence and exit code 2', async (_, line, says) => {
    const { code, text } = await typed(line, { env: line[0] === 'seed' ? { DATABASE_URL: '', MASTER_KEY: '', DEMO: 'true' } : {} });
    expect([code, text]).toEqual([2, expect.stringContaining(says)]);
  });

  it('says what is wrong in the configuration, and no secret', async () => {
    const { code, text } = await typed(['migrate'], { env: { MASTER_KEY: 'c2VjcmV0' } });
    expect(code).toBe(2);
    expect(text).toContain('MASTER_KEY must be 32 bytes');
    expect(text).not.toContain('c2VjcmV0');
  });

  it('migrates, rebuilds and verifies an empty database', async () => {
    expect(await typed(['migrate'])).toEqual({ code: 0, text: expect.stringContaining('up to date') });
    expect(await typed(['rebuild'])).toEqual({ code: 0, text: expect.stringContaining('from 0 events') });
    expect(await typed(['verify'])).toEqual({ code: 0, text: expect.stringContaining('Everything is as it should be') });
  });

  it('opens, lists and closes accounts', async () => {
    expect(await typed(account, { password: 'short' })).toEqual({ code: 2, text: expect.stringContaining('12 characters') });
    expect(await typed(account, { password: 'correct horse battery' })).toEqual({
      code: 0,
      text: expect.stringContaining('uma.console is open'),
    });
    expect(await typed(account, { password: 'correct horse battery' })).toEqual({ code: 1, text: expect.stringContaining('is taken') });
    expect((await typed(['user', 'list'])).text).toMatch(/uma\.console +Uma Console +legal +46 +open/);
    expect(await typed(['user', 'deactivate', 'uma.console'])).toEqual({ code: 0, text: expect.stringContaining('is closed') });
    expect((await typed(['user', 'list'])).text).toMatch(/uma\.console .* closed/);
    expect(await typed(['user', 'activate', 'uma.console'])).toEqual({ code: 0, text: expect.stringContaining('is open again') });
    expect((await typed(['user', 'list'])).text).toMatch(/uma\.console .* open/);
    expect(await typed(['user', 'password', 'uma.console'], { password: 'another long password' })).toEqual({
      code: 0,
      text: expect.stringContaining('has a new password'),
    });
    expect((await typed(['user', 'password', 'uma.console'], { password: 'short' })).code).toBe(2);
    for (const what of ['deactivate', 'activate']) expect((await typed(['user', what, 'nobody'])).code).toBe(1);
  });

  it('writes a backup once and says which file is missing when it is restored', async () => {
    expect((await typed(['backup', 'kept'])).code).toBe(0);
    expect(await typed(['backup', 'kept'])).toEqual({ code: 2, text: expect.stringContaining('is there already') });
    expect(await typed(['restore', 'lost'])).toEqual({ code: 1, text: expect.stringContaining('is missing') });
    // The log of who opened accounts here would not fit before the one that is restored.
    expect(await typed(['restore', 'kept'])).toEqual({ code: 1, text: expect.stringContaining('empty database only') });
    const empty = await createDatabase();
    try {
      const env = { DATABASE_URL: empty.url };
      expect(await typed(['restore', 'kept'], { env })).toEqual({ code: 0, text: expect.stringContaining('Restored 0 events') });
      expect((await typed(['user', 'list'], { env })).text).toContain('uma.console');
    } finally {
      await empty.drop();
    }
  });

  it('loads no invented records among real ones', async () => {
    expect(await typed(['seed'])).toEqual({ code: 1, text: expect.stringContaining('This is no demonstration') });
  });
});
