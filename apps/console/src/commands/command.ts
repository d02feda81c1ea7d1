import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { ConsoleConfig } from '../config.js';
import { codeOf, type Terminal, UsageError } from '../terminal.js';

export interface Given {
  readonly config: ConsoleConfig;
  readonly terminal: Terminal;
  /** What follows the command's name. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command of the console. A new one is one file and one line in `index.ts`. */
export interface ConsoleCommand {
  readonly name: string;
  /** What may follow the name, a line each way. */
  readonly usage: readonly string[];
  /** One line. */
  readonly about: string;
  /** More for `help <command>`. */
  readonly details?: readonly string[];
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Fewest and most words. */
  readonly words: readonly [number, number];
  /** Throws `UsageError` or `Failed`. */
  run(given: Given): Promise<void>;
}

/** The words and options in `args`. Throws `UsageError`. */
export function parsed(command: ConsoleCommand, args: readonly string[]): Pick<Given, 'words' | 'options'> {
  const usage = `Usage: ${usageOf(command).join('\n   or: ')}`;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.options ?? {}, allowPositionals: true, strict: true });
    const [fewest, most] = command.words;
    if (positionals.length < fewest) throw new UsageError(`Something is missing after ${command.name}.\n${usage}`);
    if (positionals.length > most) throw new UsageError(`There is too much after ${command.name}.\n${usage}`);
    return { words: positionals, options: values as Given['options'] };
  } catch (error) {
    if (codeOf(error)?.startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(`${command.name} does not know one of its options, or an option lacks its value.\n${usage}`);
    }
    throw error;
  }
}

/** The ways to give the command. */
export function usageOf(command: ConsoleCommand): string[] {
  return command.usage.map((rest) => `npm run console -- ${command.name}${rest === '' ? '' : ` ${rest}`}`);
}

/** The whole number that an option gives, or `usual`. Throws `UsageError`. */
export function wholeNumber(given: Given, option: string, usual: number, min: number, max: number): number {
  const text = given.options[option];
  if (text === undefined) return usual;
  const value = /^\d{1,9}$/.test(String(text)) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`--${option} must be a whole number from ${min} to ${max}.`);
}
