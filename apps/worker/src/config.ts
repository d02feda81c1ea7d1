import { type Config, readConfig } from '../../web/src/config.js';

/** How the worker runs: as the web application does, and it always keeps the read models up to date. Throws `WrongConfig`. */
export function workerConfig(): Config {
  return { ...readConfig(process.env), runProjections: true };
}
