import 'reflect-metadata';
import { Agent, request } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MasterKey } from '#event-store';
import { readConfig } from '../../../web/src/config.js';
import { adapter, configure } from '../../../web/src/configure.js';
import { log, NestLog } from '../../../web/src/shell/log.js';
import { WebModule } from '../../../web/src/web.module.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Somebody signed in, over HTTP with connections kept open. */
export interface SignedIn {
  get(path: string): Promise<Answer>;
  /** Sends JSON to the API. */
  post(path: string, body: object): Promise<Answer>;
}

export interface Service {
  /** Where a browser finds it. */
  readonly address: string;
  signIn(userName: string): Promise<SignedIn>;
  close(): Promise<void>;
}

/** The whole web application on a free port of this machine, over a database that is there already. */
export async function startService(databaseUrl: string, masterKey: MasterKey, runProjections: boolean): Promise<Service> {
  const config = { ...readConfig({}), demo: true, runProjections, logLevel: 'silent' as const };
  const lines = log(config.logLevel);
  const module = WebModule.forRoot({ config, databaseUrl, masterKey, warn: (message) => lines.warn(message) });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter(config), {
    logger: new NestLog(lines),
    abortOnError: false,
  });
  await configure(app, lines, { exhibitMegabytes: 10 });
  await app.listen(0, '127.0.0.1');
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const base = await app.getUrl();
  return {
    address: base,
    signIn: (userName) => signIn(base, agent, userName),
    close: async () => {
      agent.destroy();
      await app.close();
    },
  };
}

async function signIn(base: string, agent: Agent, userName: string): Promise<SignedIn> {
  const form = 'application/x-www-form-urlencoded';
  const welcome = await send(base, agent, 'GET', '/sign-in', {});
  const before = cookiesOf(welcome);
  const fields = new URLSearchParams({ userName, _csrf: tokenIn(welcome) }).toString();
  const entered = await send(base, agent, 'POST', '/sign-in/demonstration', { cookie: before, 'content-type': form }, fields);
  if (entered.status !== 303) throw new Error(`Signing in answered ${entered.status}`);
  const cookie = cookiesOf(entered);
  const csrf = tokenIn(await send(base, agent, 'GET', '/accessibility', { cookie }));
  const json = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' };
  return {
    get: (path) => send(base, agent, 'GET', path, { cookie }),
    post: (path, body) => send(base, agent, 'POST', path, json, JSON.stringify(body)),
  };
}

function cookiesOf({ headers }: Answer): string {
  return [headers['set-cookie'] ?? []]
    .flat()
    .flatMap((cookie) => cookie.split(';')[0] ?? [])
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}

function tokenIn({ text }: Answer): string {
  return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

function send(
  base: string,
  agent: Agent,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const asked = request(new URL(path, base), { method, agent, headers: { ...headers, ...length } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: Buffer.concat(chunks).toString() }));
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
