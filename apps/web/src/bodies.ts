import { isUtf8 } from 'node:buffer';
import { BadRequestException, MethodNotAllowedException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isApi, isUuid } from '#pages';

const MOST = 1_048_576;

type JsonParser = (request: unknown, body: string, done: (error: Error | null, body?: unknown) => void) => void;

/** Bodies of JSON and of forms, in UTF-8: what is none would be kept as question marks for good. `parseFields` reads a form. */
export function readBodies(app: NestFastifyApplication, parseFields: (text: string) => { [key: string]: unknown }): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parseJson = fastify.getDefaultJsonParser('error', 'error') as JsonParser;
  app.useBodyParser('application/json', { bodyLimit: MOST }, (request, body, done) => {
    if (isUtf8(body)) parseJson(request, body.toString(), done);
    else done(new BadRequestException());
  });
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: MOST }, (_request, body, done) => {
    if (isUtf8(body)) done(null, parseFields(body.toString()));
    else done(new BadRequestException());
  });
}

/** What no call of the API takes is refused before anything is read: another method than it has, and another body than JSON or, on its own routes, a file. */
export function refuseUntaken(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const routes = new Map<string, { readonly fits: RegExp; readonly methods: Set<string> }>();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!isApi({ url })) return;
    const known = routes.get(url) ?? { fits: patternOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) known.methods.add(one);
    routes.set(url, known);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    if (!request.is404 || !isApi({ url: path })) return done();
    const methods = [...routes.values()].flatMap(({ fits, methods: taken }) => (fits.test(path) ? [...taken] : []));
    if (methods.length === 0) return done();
    reply.header('allow', [...new Set(methods)].toSorted().join(', '));
    done(new MethodNotAllowedException());
  });
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const isTaken =
      type === undefined || type === 'application/json' || (type === 'multipart/form-data' && 'takesFile' in request.routeOptions.config);
    done(isApi(request) && !isTaken ? new UnsupportedMediaTypeException() : null);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    lowerIds(request.params);
    done();
  });
}

/** An id is the same in capitals (RFC 9562 section 4); ours are kept in small letters. */
function lowerIds(params: unknown): void {
  if (typeof params !== 'object' || params === null) return;
  const named = params as Record<string, unknown>;
  for (const [name, value] of Object.entries(named)) if (isUuid(value)) named[name] = value.toLowerCase();
}

/** `/api/v1/orders/:id` as an expression that its addresses fit. */
function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
