import path from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { type EmbeddedPostgres, keepEmbeddedPostgres, type ServerNews } from '#database/module';
import type { Logger } from 'pino';
import { type Config, WrongConfig } from './config.js';
import { masterKey } from './master-key.js';
import { log } from './shell/log.js';
import { WebModule } from './web.module.js';

/** What a process of the application stands on once it has begun. */
export interface Opening {
  readonly lines: Logger;
  /** Stopped last of all, when nothing of ours is connected any more; null where `DATABASE_URL` names another. */
  readonly embedded: EmbeddedPostgres | null;
  readonly module: DynamicModule;
}

/** What is set in the environment; ends the process with a sentence when something there is wrong. */
export function configuration(read: () => Config): Config {
  try {
    return read();
  } catch (error) {
    return sayAndEnd(error);
  }
}

function sayAndEnd(error: unknown): never {
  if (!(error instanceof WrongConfig)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** Opens the log and the database, and puts the rooms together. */
export async function open(config: Config): Promise<Opening> {
  const lines = log(config.logLevel);
  const embedded = config.databaseUrl === null ? await keepDatabase(path.resolve(config.dataFolder, 'postgres'), lines) : null;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const key = await masterKey(config, databaseUrl).catch(async (error: unknown) => {
    await embedded?.stop();
    return sayAndEnd(error);
  });
  const module = WebModule.forRoot({
    config,
    databaseUrl,
    masterKey: key,
    warn: (message) => lines.warn(message),
  });
  return { lines, embedded, module };
}

/** The embedded PostgreSQL; it is started again when it ends under the running process, and the log says so. */
function keepDatabase(folder: string, lines: Logger): Promise<EmbeddedPostgres> {
  const words: Readonly<Record<ServerNews, string>> = {
    ended: 'The embedded PostgreSQL has ended. It is being started again',
    'started again': 'The embedded PostgreSQL runs again',
    'cannot be started': 'The embedded PostgreSQL cannot be started; it is tried again. Why stands in server.log of its folder',
  };
  return keepEmbeddedPostgres({ folder, say: (news) => lines[news === 'started again' ? 'warn' : 'error'](words[news]) });
}

/** Stops the process once when it is told to. */
export function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
}
