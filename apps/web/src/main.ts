import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demonstrationUsers } from '#access/module';
import { type Config, readConfig } from './config.js';
import { adapter, configure } from './configure.js';
import { loadDemonstration } from './demonstration.js';
import { configuration, open, stopOnSignal } from './opening.js';
import { NestLog } from './shell/log.js';

await start(configuration(readConfig));

async function start(config: Config): Promise<void> {
  const { lines, embedded, module } = await open(config);
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
  stopOnSignal(stop);
  if (!config.demo) return;
  await loadDemonstration(app).catch((error: unknown) => {
    // It goes on at the next start.
    if (!stopping)
      lines.error({ error: error instanceof Error ? error.message : 'unknown error' }, 'The demonstration could not be loaded');
  });
}
