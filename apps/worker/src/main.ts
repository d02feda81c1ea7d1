import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { startEmbeddedPostgres } from '#database/module';
import { type Config, WrongConfig } from '../../web/src/config.js';
import { masterKey } from '../../web/src/master-key.js';
import { log, NestLog } from '../../web/src/shell/log.js';
import { WebModule } from '../../web/src/web.module.js';
import { workerConfig } from './config.js';

await start(configuration());

function configuration(): Config {
  try {
    return workerConfig();
  } catch (error) {
    if (!(error instanceof WrongConfig)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Keeps the read models up to date and does what runs by itself, without HTTP: the same rooms as the web application. */
async function start(config: Config): Promise<void> {
  const lines = log(config.logLevel);
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.resolve(config.dataFolder, 'postgres') }) : null;
  const module = WebModule.forRoot({
    config,
    databaseUrl: config.databaseUrl ?? embedded?.url ?? '',
    masterKey: await masterKey(config),
    warn: (message) => lines.warn(message),
  });
  const app = await NestFactory.createApplicationContext(module, { logger: new NestLog(lines) });
  console.log('The worker keeps the read models up to date.');
  // What runs by itself waits on timers that hold no process open.
  const alive = setInterval(() => undefined, 60_000);
  const stop = async (): Promise<void> => {
    // Finishes the batch under way and gives the projections free for others.
    await app.close();
    // Last of all, when nothing of ours is connected any more.
    await embedded?.stop();
    clearInterval(alive);
    console.log('The worker has stopped.');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
}
