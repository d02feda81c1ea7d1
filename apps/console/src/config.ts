import path from 'node:path';
import { type Config, readConfig } from '../../web/src/config.js';

export interface ConsoleConfig extends Config {
  /** The folder the command was given in: files named on the command line are meant from there. */
  readonly folder: string;
}

/** How the console runs: as the web application does. Throws `WrongConfig`. */
export function consoleConfig(): ConsoleConfig {
  return { ...readConfig(process.env), folder: path.resolve(process.env['INIT_CWD'] ?? process.cwd()) };
}
