import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../../web/src/config.js';
import { configuration, open, stopOnSignal } from '../../web/src/opening.js';
import { NestLog } from '../../web/src/shell/log.js';
import { workerConfig } from './config.js';

await start(configuration(workerConfig));

/** Keeps the read models up to date and does what runs by itself, without HTTP: the same rooms as the web application. */
async function start(config: Config): Promise<void> {
  const { lines, embedded, module } = await open(config);
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
  stopOnSignal(stop);
}
