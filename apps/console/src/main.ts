import 'reflect-metadata';
import { consoleConfig } from './config.js';
import { runConsole } from './run.js';
import { ProcessTerminal } from './terminal.js';

process.exitCode = await runConsole(process.argv.slice(2), consoleConfig, new ProcessTerminal());
