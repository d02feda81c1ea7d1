import path from 'node:path';
import { type Config, readConfig } from '../../web/src/config.js';

export interface ConsoleConfig extends Config {
  /** The folder the command was given in: files named on the command line are meant from there. */
  readonly folder: string;
  /** A file or a folder of labelled records for the bench of links; null when not set. */
  readonly labelledPairs: string | null;
}

/** How the console runs: as the web application does. Throws `WrongConfig`. */
export function consoleConfig(): ConsoleConfig {
  const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd());
  const labelled = process.env['LABELLED_PAIRS']?.trim();
  return { ...readConfig(process.env), folder, labelledPairs: labelled ? path.resolve(folder, labelled) : null };
}
