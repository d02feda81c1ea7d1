import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries, serverUser, type PostgresBinaries, type ServerUser } from './postgres-binaries.js';

export interface EmbeddedPostgresOptions {
  /** Where everything of this server lives; made if missing. One server per folder, whatever the number of processes that use it. */
  readonly folder: string;
  /** Server settings, such as `{ fsync: 'off' }`. Taken only by the process that starts the server. */
  readonly flags?: Readonly<Record<string, string>>;
  /** The only port it may listen at, for whoever knows its address already; any unless told. */
  readonly port?: number | undefined;
}

export interface EmbeddedPostgres {
  /** Address with the password: hand it to a driver, never to a log. */
  readonly url: string;
  /** Whether the server's process lives; it may be starting or stopping. */
  lives(): Promise<boolean>;
  /** Stops the server, unless another process still has a connection. Close your own connections first. */
  stop(): Promise<void>;
}

interface Server extends ServerUser {
  readonly binaries: PostgresBinaries;
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The values of a refused row stand in the DETAIL line and in the statement: names and addresses have no place in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Starts PostgreSQL 18 from the npm package in `folder`, or joins the server that runs there already. It listens on 127.0.0.1 only, at
 * the port it had before if that is still free. Throws an error with the end of the server's log if it does not start.
 */
export async function startEmbeddedPostgres({ folder, flags = {}, port: only }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await open(folder);
  await createCluster(server);
  let failures = 0;
  for (let round = 0; ; round += 1) {
    const port = await runningPort(server);
    if (port !== null) {
      if (only !== undefined && port !== only) throw new Error(`PostgreSQL in ${server.folder} runs at another port, ${port}.`);
      const running = await handle(server, port);
      // A server that was killed this very moment still looks alive, but answers nobody.
      if (await answers(running.url)) return running;
      await pause(100);
      if (round < 100) continue;
      throw new Error(`PostgreSQL in ${server.folder} runs but does not answer.\n${await endOfLog(server)}`);
    }
    const chosen = only ?? (await choosePort(server, failures));
    const options = Object.entries({ ...settings, ...flags, port: String(chosen) }).map(
      ([name, value]) => `-c ${name}='${checked(value)}'`,
    );
    const args = ['-D', server.cluster, '-w', '-t', '60', '-l', server.log, '-o', options.join(' '), 'start'];
    const started = await server.run(server.binaries.pg_ctl, args, 'quiet');
    if (started.ok) {
      await writeFile(path.join(server.folder, 'port'), String(chosen));
      return await handle(server, chosen);
    }
    // Another process may have won the race to start it, or to the port: then the next round joins it or takes another port.
    failures += 1;
    if (failures === 5) throw new Error(`PostgreSQL did not start in ${server.folder}.\n${await endOfLog(server)}`);
    await pause(50 * failures);
  }
}

/** The port of the server that runs in `folder`, or null if none does. */
export async function embeddedPostgresPort(folder: string): Promise<number | null> {
  return existsSync(folder) ? runningPort(await open(folder)) : null;
}

async function open(given: string): Promise<Server> {
  await mkdir(given, { recursive: true, mode: 0o700 });
  const folder = await realpath(given);
  const user = serverUser();
  if (user.owner) await chown(folder, user.owner.uid, user.owner.gid);
  return {
    ...user,
    binaries: await postgresBinaries(),
    folder,
    cluster: path.join(folder, 'cluster'),
    log: path.join(folder, 'server.log'),
  };
}

const passwordFile = (cluster: string): string => path.join(cluster, 'orderwatch-password');

/** Built aside and renamed into place, so that of two processes one wins and neither sees half a cluster. */
async function createCluster({ binaries, cluster, folder, owner, run }: Server): Promise<void> {
  if (existsSync(cluster)) return;
  const aside = await mkdtemp(path.join(folder, 'new-'));
  const building = path.join(aside, 'cluster');
  const password = path.join(aside, 'password');
  try {
    await writeFile(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (owner) for (const each of [aside, password]) await chown(each, owner.uid, owner.gid);
    const shape = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8'];
    const made = await run(binaries.initdb, ['-D', building, ...shape, '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync']);
    if (!made.ok) throw new Error(`PostgreSQL could not make a data folder in ${folder}.\n${made.said}`);
    await rename(password, passwordFile(building));
    await chmod(passwordFile(building), 0o600);
    await rename(building, cluster).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM') throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The port of the live server, once it takes connections; null after clearing away what a dead one left behind. */
async function runningPort(server: Server): Promise<number | null> {
  const pidFile = path.join(server.cluster, 'postmaster.pid');
  for (let waited = 0; waited < 60_000; waited += 50) {
    const lines = await readFile(pidFile, 'utf8').then(
      (text) => text.split('\n').map((line) => line.trim()),
      () => null,
    );
    if (!lines) return null;
    const life = lines[0] ? await lifeOf(server, lines[0]) : 'ours';
    if (life === 'ours' && lines[7] === 'ready') return Number(lines[3]);
    // A killed server stays a zombie until its parent notices, and PostgreSQL takes a zombie for a live server: wait for it.
    // Its file goes only when none of its children is left: two generations on one data folder would ruin it.
    if ((life === 'gone' || (life === 'zombie' && waited > 10_000)) && !(await hasOrphans(lines[6] ?? ''))) {
      await rm(pidFile, { force: true });
      return null;
    }
    await pause(50);
  }
  throw new Error(`PostgreSQL in ${server.folder} has been starting or stopping for a minute.\n${await endOfLog(server)}`);
}

/** A process id may be used again by a stranger after a restart of the machine, so the stranger's command line is read too. */
async function lifeOf({ run, binaries, cluster }: Server, pid: string): Promise<'ours' | 'zombie' | 'gone'> {
  if (process.platform !== 'linux') return (await run(binaries.pg_ctl, ['-D', cluster, 'status'])).ok ? 'ours' : 'gone';
  try {
    const state = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.[0];
    if (state === 'Z' || state === 'X') return 'zombie';
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').includes(cluster) ? 'ours' : 'gone';
  } catch {
    return 'gone';
  }
}

/** Whether a process is still attached to the shared memory a dead server's file names (`key id`); its children end by themselves. */
async function hasOrphans(sharedMemory: string): Promise<boolean> {
  const id = sharedMemory.split(/\s+/)[1];
  const table = await readFile('/proc/sysvipc/shm', 'utf8').catch(() => '');
  const segment = table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .find((columns) => columns[1] === id);
  return segment !== undefined && Number(segment[6]) > 0;
}

/**
 * The remembered port, or a free one below those that outgoing connections get: a client that keeps trying a dead port among those can
 * be given that very port, connect to itself and hold it.
 */
async function choosePort({ folder }: Server, failures: number): Promise<number> {
  const remembered = Number(await readFile(path.join(folder, 'port'), 'utf8').catch(() => ''));
  if (failures === 0 && remembered > 0 && (await canListen(remembered))) return remembered;
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await canListen(randomInt(20_000, 32_000));
    if (port !== null) return port;
  }
  return (await canListen(0)) ?? Promise.reject(new Error('No free port on 127.0.0.1.'));
}

/** The port that was free when asked, or null. 0 asks for any. */
function canListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function checked(value: string): string {
  if (!/^[\w.,:+-]*$/.test(value)) throw new Error('A server setting may hold letters, digits and . , : + - only.');
  return value;
}

async function handle(server: Server, port: number): Promise<EmbeddedPostgres> {
  const password = (await readFile(passwordFile(server.cluster), 'utf8')).trim();
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, lives: () => lives(server), stop: () => stop(server, url) };
}

async function lives(server: Server): Promise<boolean> {
  const [pid = ''] = (await readFile(path.join(server.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return pid !== '' && (await lifeOf(server, pid.trim())) === 'ours';
}

async function stop(server: Server, url: string): Promise<void> {
  if ((await runningPort(server)) === null || (await usedByOthers(url))) return;
  const stopped = await server.run(server.binaries.pg_ctl, ['-D', server.cluster, '-m', 'fast', '-w', '-t', '60', 'stop']);
  if (!stopped.ok && (await runningPort(server)) !== null) throw new Error(`PostgreSQL in ${server.folder} did not stop.\n${stopped.said}`);
}

/** Whether a server is there and speaks, were it only to refuse. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    return error instanceof pg.DatabaseError && !/^57P/.test(error.code ?? '');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function usedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}

async function endOfLog({ log }: Server): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => 'There is no server log.');
  return text.slice(-1500);
}
