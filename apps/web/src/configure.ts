import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { BadRequestException } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { isUuid } from '#pages';
import { designSystems, ownAssets, serviceName } from '#pages/module';
import type { Logger } from 'pino';
import qs from 'qs';
import { describedAnswers } from './api-description/described-answers.js';
import { described } from './api-description/describe-api.js';
import { readBodies, refuseUntaken } from './bodies.js';
import type { Config } from './config.js';
import { Metrics } from './shell/metrics.js';
import { answerUnreadable } from './unreadable-requests.js';
import { acceptUploads } from './uploads.js';

/** Rows of a form come as `acts[0][on][day]`. Deeper or longer than any page of ours sends is cut off. */
function parseFields(text: string): { [key: string]: unknown } {
  return qs.parse(text, { depth: 6, arrayLimit: 200, parameterLimit: 2_000 });
}

/**
 * An address whose percent signs cannot be decoded names nothing: with them read as they stand it comes to the page that says so, and not to an
 * answer of the framework's own.
 */
export function readableUrl(url: string): string {
  const [named = '', ...query] = url.split('?');
  try {
    decodeURIComponent(named);
    return url;
  } catch {
    return [named.replaceAll('%', '%25'), ...query].join('?');
  }
}

export function adapter({ trustProxy }: Pick<Config, 'trustProxy'>): FastifyAdapter {
  return new FastifyAdapter({
    // One proxy stands in front: what it added last is true, what came to it from outside may be anything.
    trustProxy: trustProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 1_048_576,
    // Callers may name a request so that its lines can be found again. It is kept in the record and the logs for ever, so it must be a UUID: anything
    // else may be a name or a number of somebody, and gets one of ours.
    genReqId: (request: { readonly headers: Readonly<Record<string, string | string[] | undefined>> }) => {
      const given = request.headers['x-correlation-id'];
      return isUuid(given) ? given.toLowerCase() : randomUUID();
    },
    clientErrorHandler: answerUnreadable,
    rewriteUrl: ({ url = '/' }) => readableUrl(url),
    routerOptions: { maxParamLength: 200, querystringParser: parseFields },
  });
}

/** Everything of the web application that is Fastify's and not Nest's: bodies, cookies, headers, static files, logs, the API's description. */
export async function configure(
  app: NestFastifyApplication,
  lines: Logger,
  { exhibitMegabytes }: Pick<Config, 'exhibitMegabytes'>,
): Promise<NestFastifyApplication> {
  readBodies(app, parseFields);
  refuseUntaken(app);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The one inline script is the GOV.UK template's; this is its published hash.
        scriptSrc: ["'self'", "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
  await serveAssets(app);
  describeApi(app);
  await acceptUploads(app, { most: exhibitMegabytes, parseFields, isUnusable });
  watch(app, lines);
  return app;
}

async function serveAssets(app: NestFastifyApplication): Promise<void> {
  const kept = { decorateReply: false, index: false, maxAge: '365d', immutable: true } as const;
  const only = (...endings: string[]) => ({ allowedPath: (name: string) => endings.some((ending) => name.endsWith(ending)) });
  await app.register(fastifyStatic, { ...kept, root: designSystems.govuk, prefix: '/assets/govuk/', ...only('.min.css', '.min.js') });
  await app.register(fastifyStatic, { ...kept, root: designSystems.moj, prefix: '/assets/moj/', ...only('.min.css', '.min.js') });
  await app.register(fastifyStatic, {
    ...kept,
    root: path.join(designSystems.moj, 'assets/images'),
    prefix: '/assets/images/',
    ...only('.svg', '.png'),
  });
  await app.register(fastifyStatic, { ...kept, root: ownAssets(), prefix: '/assets/' });
  const screens = offlineScreens();
  if (screens === null) return;
  await app.register(fastifyStatic, {
    ...{ root: screens, prefix: '/offline-app/', decorateReply: false, index: ['index.html'] },
    // Its worker stands in for any page when there is no signal, and must not be an old one.
    maxAge: 0,
    setHeaders: (reply) => void reply.header('service-worker-allowed', '/'),
  });
}

/** Where the build put what an officer's browser runs; null before it was built. */
function offlineScreens(): string | null {
  const built = path.resolve(import.meta.dirname, '../../..');
  const folder = path.join(path.basename(built) === 'dist' ? path.dirname(built) : built, 'dist/apps/offline/src');
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}

function describeApi(app: NestFastifyApplication): void {
  const document = new DocumentBuilder()
    .setTitle(serviceName)
    .setDescription(
      'One history per stalking perpetrator. Errors are problem details (RFC 9457); `Idempotency-Key` makes a request safe to repeat. The header `x-missing-since` comes when what was recorded since then may be missing.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'From POST /api/v1/tokens' })
    .build();
  SwaggerModule.setup('api/docs', app, () => described(SwaggerModule.createDocument(app, document), describedAnswers()), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
  });
}

function watch(app: NestFastifyApplication, lines: Logger): void {
  const fastify = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-correlation-id', request.id);
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isUnusable([request.params, request.query, request.body]) ? new BadRequestException() : undefined);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    // The page of the API's description styles itself inline.
    if (request.url.startsWith('/api/docs')) {
      reply.header(
        'content-security-policy',
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
      );
    }
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
    // The pattern, never the address: what stands in an address may tell who was looked at.
    lines.info({ method: request.method, route, status: reply.statusCode, milliseconds, correlationId: request.id }, 'request');
    done();
  });
}

/**
 * The database can keep neither the character zero nor half of a surrogate pair, and a read model that cannot write its row stops for
 * everybody. Nothing that is sent here is nested deeper.
 */
function isUnusable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\0') || /\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return depth > 12 || Object.entries(value).some(([name, item]) => isUnusable(name) || isUnusable(item, depth + 1));
}
