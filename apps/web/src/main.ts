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

/** What to tell whoever starts it where nobody can listen there; null for any other error. */
function whyNotListening(error: unknown, { port, host }: Config): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const another = `Choose another, for instance: PORT=${port + 1} npm start`;
  if (code === 'EADDRINUSE') return `Port ${port} at ${host} is in use by another program. ${another}`;
  if (code === 'EACCES') return `Port ${port} at ${host} is not open to this user. ${another}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EADDRNOTAVAIL')
    return 'HOST must be a name or an address of this machine, for instance 127.0.0.1, or 0.0.0.0 for all of them.';
  return null;
}

async function start(config: Config): Promise<void> {
  const { lines, embedded, module } = await open(config);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter(config), { logger: new NestLog(lines) });
  await configure(app, lines, config);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    const sentence = whyNotListening(error, config);
    if (sentence === null) throw error;
    console.error(sentence);
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
