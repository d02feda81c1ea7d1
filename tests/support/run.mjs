// One folder per jest run, named so that a later run can tell that this one is dead and clear up after it.
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// Process ids only mean something within one pid namespace.
const prefix = `orderwatch-test-${namespace()}-`;

function namespace() {
  try {
    return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
  } catch {
    return 'host';
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function openRun() {
  for (const name of readdirSync(os.tmpdir()).filter((each) => each.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!alive(pid)) closeRun(path.join(os.tmpdir(), name));
  }
  return mkdtempSync(path.join(os.tmpdir(), `${prefix}${process.pid}-`));
}

/** Stops every PostgreSQL that has its data in the run's folder, at once, the data being worthless, and removes the folder. */
export function closeRun(folder) {
  for (const name of readdirSync(folder)) stopServer(folder, path.join(folder, name, 'cluster', 'postmaster.pid'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function stopServer(folder, pidFile) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  try {
    if (isOurs(pid, folder)) process.kill(pid, 'SIGQUIT');
  } catch {
    return; // it has ended by itself
  }
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let i = 0; i < 100 && isOurs(pid, folder); i++) Atomics.wait(nothing, 0, 0, 50);
}

function isOurs(pid, folder) {
  if (process.platform !== 'linux') return alive(pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}
