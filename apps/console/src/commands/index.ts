import { backup } from './backup.js';
import { bench } from './bench.js';
import type { ConsoleCommand } from './command.js';
import { migrate } from './migrate.js';
import { rebuild } from './rebuild.js';
import { restore } from './restore.js';
import { seed } from './seed.js';
import { user } from './user.js';
import { verify } from './verify.js';

/** Every command of the console, in the order of the help. */
export const commands: readonly ConsoleCommand[] = [migrate, seed, user, verify, rebuild, backup, restore, bench];
