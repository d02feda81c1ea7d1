import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { permissions } from '#access';
import { MAY, PUBLIC, type Watch, WATCHED } from '#access/module';
import { type Service, startService } from '../support/service.js';

interface Route {
  readonly method: string;
  readonly path: string;
  /** Its permission, `public`, or null when it names neither. */
  readonly needs: string | null;
  /** The kind of record whose readers are written down, or null. */
  readonly watched: string | null;
}

let service: Service;
let routes: readonly Route[];

beforeAll(async () => {
  service = await startService();
  routes = routesOf(service);
}, 60_000);
afterAll(() => service.close());

it('every route names a permission that some role has, or is public', () => {
  const known: readonly string[] = [...permissions, 'public'];
  expect(routes.filter(({ needs }) => needs === null || !known.includes(needs)).map(words)).toEqual([]);
});

it('every route stands in routes.txt with what it needs, and nothing else does', () => {
  const written = readFileSync(path.join(import.meta.dirname, 'routes.txt'), 'utf8');
  const listed = written.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  // To bring the list up to date, copy the lines this prints and read each of them.
  expect(listed.map(oneSpaced).sort()).toEqual(routes.map(words).sort());
});

it('public routes are only those that must be', () => {
  const open = routes.filter(({ needs }) => needs === 'public').map(({ path: at }) => at);
  expect(open.filter((at) => !/^\/(sign-in|health|metrics|accessibility|privacy|api\/v1\/tokens)(\/|$)/.test(at))).toEqual([]);
});

function routesOf({ app }: Service): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const base = paths(Reflect.getMetadata(PATH_METADATA, metatype));
    const methods = Object.getOwnPropertyNames(metatype.prototype).map((name) => (metatype.prototype as Record<string, unknown>)[name]);
    return methods.flatMap((handler) => {
      if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
      const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '?';
      const needs = read(PUBLIC) === true ? 'public' : ((read(MAY) as string | undefined) ?? null);
      const watched = (read(WATCHED) as Watch | undefined)?.kind ?? null;
      const own = paths(Reflect.getMetadata(PATH_METADATA, handler));
      return base.flatMap((front) => own.map((back) => ({ method, path: `/${[front, back].filter(Boolean).join('/')}`, needs, watched })));
    });
  });
}

function paths(value: unknown): string[] {
  const given = Array.isArray(value) ? (value as unknown[]) : [value];
  return given.map((one) => (typeof one === 'string' ? one.replace(/^\/|\/$/g, '') : ''));
}

function words({ method, path: at, needs, watched }: Route): string {
  return oneSpaced(`${at} ${method} ${needs ?? 'NOTHING'} ${watched ? `watched:${watched}` : ''}`);
}

function oneSpaced(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}
