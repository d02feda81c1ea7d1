import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import type { LogLevel } from '../config.js';

/** Structured lines on standard output. Whatever slips in under these names is left out. */
export function log(level: LogLevel): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['*.password', '*.authorization', '*.cookie', 'headers', 'body', 'query', 'url', 'parameters'], remove: true },
  });
}

/** Nest's own messages and those of its `Logger`, as lines of the log. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.lines.debug(...line(message, more));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.lines.error(...line(message, more));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.lines.warn(...line(message, more));
  }
}

function line(message: unknown, more: readonly unknown[]): [object, string] {
  const context = more.at(-1);
  const where = typeof context === 'string' ? { context } : {};
  return typeof message === 'object' && message !== null ? [{ ...where, ...message }, 'error'] : [where, String(message)];
}
