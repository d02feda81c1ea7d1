import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MasterKey } from '#event-store';
import type { Config } from './config.js';

/** The master key of the configuration, or the one in the data folder, made there the first time. Whoever loses that file loses the personal data. */
export async function masterKey({ masterKey: given, dataFolder }: Pick<Config, 'masterKey' | 'dataFolder'>): Promise<MasterKey> {
  if (given !== null) return MasterKey.parse(given);
  const file = path.join(dataFolder, 'master-key');
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  // Two processes that start at once agree on whoever wrote first.
  await writeFile(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return MasterKey.parse((await readFile(file, 'utf8')).trim());
}
