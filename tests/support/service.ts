import 'reflect-metadata';
import type { ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock, MasterKey } from '#event-store';
import { migrated } from '#database/module';
import pino from 'pino';
import request from 'supertest';
import { tables } from '../../apps/web/src/capabilities.js';
import { type Config, readConfig } from '../../apps/web/src/config.js';
import { adapter, configure } from '../../apps/web/src/configure.js';
import { NestLog } from '../../apps/web/src/shell/log.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { type ApiDescription, ApiRules } from './api-rules.js';
import { Client } from './client.js';
import { createDatabase, type TestDatabase } from './postgres.js';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant = '2026-11-21T12:00:00.000Z') {
    super();
  }

  override now(): string {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = new Date(instant).toISOString();
  }

  forward({ minutes = 0, days = 0 }: { readonly minutes?: number; readonly days?: number }): void {
    this.instant = new Date(Date.parse(this.instant) + minutes * 60_000 + days * 86_400_000).toISOString();
  }
}

export interface Service {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  /** Of its database. */
  readonly databaseUrl: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** A browser that is not signed in. */
  visitor(): Client;
  /** A browser signed in as one of the demonstration users: `legal.kent`, `officer.essex`, `administrator` … */
  signIn(userName: string): Promise<Client>;
  /** Starts to listen on a free port, for a real browser. Its address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly clock?: TestClock;
  /** A database to use as it is; a fresh one, dropped at the end, when absent. */
  readonly url?: string;
  readonly config?: Partial<Config>;
  /** Controllers and handlers beside the application's own. */
  readonly beside?: Pick<ModuleMetadata, 'controllers' | 'providers'>;
}

class Whole {}

const secret = Buffer.alloc(32, 5).toString('base64');

const template = {
  name: 'orderwatch',
  build: async (url: string) => {
    const source = await migrated({ url, ...tables });
    await source.destroy();
  },
};

/** The whole web application, as it runs, on a database of its own and with a clock in the test's hand. */
export async function startService({ clock = new TestClock(), url, config = {}, beside = {} }: ServiceOptions = {}): Promise<Service> {
  const database: TestDatabase | null = url === undefined ? await createDatabase({ template }) : null;
  const databaseUrl = url ?? database?.url ?? '';
  const settings: Config = { ...readConfig({}), ...config };
  const log: string[] = [];
  const lines = pino({ level: 'debug' }, { write: (line: string) => log.push(line) });
  const module = WebModule.forRoot({
    config: settings,
    databaseUrl,
    masterKey: MasterKey.parse(secret),
    clock,
    warn: (message) => lines.warn(message),
  });
  const whole = { module: Whole, imports: [module], ...beside };
  const app = await NestFactory.create<NestFastifyApplication>(whole, adapter(settings), {
    logger: new NestLog(lines),
    abortOnError: false,
  });
  await configure(app, lines, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  let described: Promise<ApiRules> | null = null;
  const rules = (): Promise<ApiRules> => (described ??= readRules(app));
  const visitor = () => new Client(app.getHttpServer(), rules);
  return {
    app,
    clock,
    databaseUrl,
    log,
    visitor,
    signIn: async (userName) => {
      const client = visitor();
      await client.get('/sign-in');
      const entered = await client.post('/sign-in/demonstration', { userName });
      if (entered.status !== 303) throw new Error(`No demonstration user could sign in under the name given (${entered.status})`);
      // A page of the new session, whose token its forms and API calls need.
      await client.get('/accessibility');
      return client;
    },
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    close: async () => {
      await app.close();
      await database?.drop();
    },
  };
}

async function readRules(app: NestFastifyApplication): Promise<ApiRules> {
  const { body } = await request(app.getHttpServer()).get('/api/openapi.json');
  return new ApiRules(body as ApiDescription);
}
