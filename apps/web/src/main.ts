import 'reflect-metadata';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demonstrationUsers } from '#access/module';
import { startEmbeddedPostgres } from '#database/module';
import { type Config, readConfig, WrongConfig } from './config.js';
import { adapter, configure } from './configure.js';
import { loadDemonstration } from './demonstration.js';
import { masterKey } from './master-key.js';
import { log, NestLog } from './shell/log.js';
import { WebModule } from './web.module.js';

await start(configuration());

function configuration(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof WrongConfig)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

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
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter(config), { logger: new NestLog(lines) });
  await configure(app, lines, config);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))) throw error;
    const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : 'is not open to this user';
    console.error(`Port ${config.port} at ${config.host} ${why}. Choose another, for instance: PORT=${config.port + 1} npm start`);
    await app.close();
    await embedded?.stop();
    process.exit(1);
  }
  console.log(`Orderwatch is at ${await app.getUrl()}`);
  if (config.demo)
    console.log(`Demonstration sign-ins are on its first page: ${demonstrationUsers.map(({ userName }) => userName).join(', ')}`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    stopping = true;
    await app.close();
    // Last of all, when nothing of ours is connected any more.
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
  if (!config.demo) return;
  await loadDemonstration(app).catch((error: unknown) => {
    // It goes on at the next start.
    if (!stopping)
      lines.error({ error: error instanceof Error ? error.message : 'unknown error' }, 'The demonstration could not be loaded');
  });
}
