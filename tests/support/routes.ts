import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { MAY, PUBLIC, type Watch, WATCHED } from '#access/module';
import type { Service } from './service.js';

/** One method of a controller and the address at which it answers. */
export interface Route {
  /** `GET`, `POST` */
  readonly method: string;
  /** `/orders/:id/serve` */
  readonly path: string;
  /** Its permission, `public`, or null when it names neither. */
  readonly needs: string | null;
  /** The kind of record whose readers are written down, or null. */
  readonly watched: string | null;
}

/** Every route of every controller the application has, as Nest knows them. */
export function routesOf({ app }: Service): Route[] {
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
