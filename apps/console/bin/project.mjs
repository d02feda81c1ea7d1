// What must work before anything is installed: only Node's own modules here, and no syntax newer than the oldest Node that says it is too old.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

requireNode(readJson(at('package.json')).engines.node.replace('>=', ''));

function requireNode(needed) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = needed.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  console.error(
    `Orderwatch needs Node.js ${needed} or later and this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

/** Ends the process with the exit code of a failed step; a step that succeeded returns. */
export async function orStop(step) {
  const code = await step;
  if (code !== 0) process.exit(code);
}

/** Runs a program from the project's root in this terminal; its exit code, 128 and the signal's number if a signal ended it. */
export function run(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  // A terminal sends Ctrl-C to the child as well; anybody else sends it to us alone.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.removeListener(each, forward);
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal] ?? 9));
    });
  });
}

export const runNode = (script, args = [], flags = []) => run(process.execPath, [...flags, at(script), ...args]);

/** `npm ci`, unless npm's own record of what is installed already agrees with package-lock.json. */
export async function install() {
  if (isInstalled()) return 0;
  console.log('Installing packages. This takes about a minute the first time.');
  const npm = process.env.npm_execpath;
  // NODE_ENV=production would leave out the compiler.
  const args = ['ci', '--include=dev', '--loglevel=error'];
  const code = await (npm && path.basename(npm) === 'npm-cli.js' ? run(process.execPath, [npm, ...args]) : run(npmCommand(), args));
  if (code !== 0) console.error('The packages could not be installed: see the message of npm above, then start again.');
  return code;
}

const npmCommand = () => (process.platform === 'win32' ? 'npm.cmd' : 'npm');

function isInstalled() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = Object.entries(readJson(at('package-lock.json')).packages).filter(([name]) => name !== '');
  return wanted.every(([name, { version, optional }]) => installed[name]?.version === version || (optional && !installed[name]));
}

/** Compiles apps/ and libs/ into dist/, unless nothing has changed since it was last done. */
export async function build() {
  const sources = [...walk(at('apps')), ...walk(at('libs'))].filter((file) => /\.(ts|css|html)$/.test(file) && !file.endsWith('.spec.ts'));
  const settings = ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc', 'package-lock.json'].map((name) => at(name));
  const stamp = at('dist', '.built');
  const now = fingerprint([...sources, ...settings]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 0;
  rmSync(stamp, { force: true });
  const code = await runNode('node_modules/@nestjs/cli/bin/nest.js', ['build', '--all', '--silent']);
  if (code !== 0) return code;
  removeOrphans();
  const { bundleOffline, bundleAnswers } = await import('./bundle.mjs');
  await bundleOffline();
  const described = await runNode(await bundleAnswers());
  if (described === 0) writeFileSync(stamp, now);
  return described;
}

function* walk(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(inside);
    else yield inside;
  }
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${path.relative(root, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/** What was compiled from a source that is gone. The rest stays in place all the while, so that a running service loses nothing. */
function removeOrphans() {
  for (const file of walk(at('dist'))) {
    const source = at(path.relative(at('dist'), file).replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(file) && !existsSync(source)) rmSync(file);
  }
}

/** Runs the tests in `args`, or all. */
export const jest = (args) => runNode('node_modules/jest/bin/jest.js', args, ['--experimental-vm-modules', '--no-warnings']);

/**
 * Installs and builds what is missing, then becomes the application: signals and the exit code are its own. Relative paths in `args` are
 * meant from `INIT_CWD`, the folder the command was given in.
 */
export async function become(app, args) {
  await orStop(install());
  await orStop(build());
  const main = at('dist', 'apps', app, 'src', 'main.js');
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(root);
  process.argv = [process.execPath, main, ...args];
  endWithParent();
  await import(pathToFileURL(main).href);
}

/** npm hands a signal to its shell only, and the shell dies of it without a word to us: do as the signal meant. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
