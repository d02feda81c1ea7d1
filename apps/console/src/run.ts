import { Refusal } from '#event-sourcing';
import { WrongConfig } from '../../web/src/config.js';
import { type ConsoleCommand, parsed, usageOf } from './commands/command.js';
import { commands } from './commands/index.js';
import type { ConsoleConfig } from './config.js';
import { columns, Failed, type Terminal, UsageError } from './terminal.js';

/** Runs the command that `args` name and answers with the exit code: 0 done, 1 it could not be done or something is wrong, 2 bad input. */
export async function runConsole(args: readonly string[], readConfig: () => ConsoleConfig, terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  try {
    if (['help', '--help', '-h'].includes(name)) return help(rest[0], terminal);
    const command = known(name);
    if (rest.includes('--help') || rest.includes('-h')) return help(name, terminal);
    await command.run({ config: readConfig(), terminal, ...parsed(command, rest) });
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof WrongConfig) {
      terminal.say(error.message);
      return 2;
    }
    if (error instanceof Failed) terminal.say(error.message);
    else if (error instanceof Refusal) terminal.say(`The record refused it: ${error.reason}.`);
    else terminal.say(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}`);
    return 1;
  }
}

function known(name: string): ConsoleCommand {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  throw new UsageError(`There is no command called ${name}. The commands are ${commands.map((one) => one.name).join(', ')}.`);
}

function help(name: string | undefined, terminal: Terminal): number {
  if (name === undefined) {
    terminal.say('npm run console -- <command>, where the command is one of:');
    for (const line of columns(commands.map((command) => ['', command.name, command.about]))) terminal.say(line);
    terminal.say('More about one of them: npm run console -- help <command>');
    return 0;
  }
  const command = known(name);
  terminal.say(command.about);
  for (const line of usageOf(command)) terminal.say(`  ${line}`);
  for (const line of command.details ?? []) terminal.say(line);
  return 0;
}
