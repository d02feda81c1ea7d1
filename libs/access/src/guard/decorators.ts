import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type WebRequest } from '#pages';
import type { Permission } from '../domain/permissions.js';
import type { Viewer } from '../domain/viewer.js';

export const MAY = 'access:may';
export const PUBLIC = 'access:public';
export const WATCHED = 'access:watched';

/** The permission this route needs, on the method or on the controller; the method's stands. */
export const May = (permission: Permission): MethodDecorator & ClassDecorator => SetMetadata(MAY, permission);

/** A route for anyone, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** What is looked at: one record, named by a route parameter, or whatever a search finds. */
export type Watch =
  /** `kind` such as `perpetrator`; `param` the route parameter that holds its id. */
  | { readonly kind: string; readonly param: string }
  /** `search`: the query parameters that say what was looked for; they are sealed in the log. */
  | { readonly kind: string; readonly search: readonly string[] }
  /** A list or figure without terms, such as the work list. Its handler says by `@Shown` which records it shows. */
  | { readonly kind: string };

/** This route shows personal data: who looks is written to the access log before the handler runs. If that fails nothing is shown. */
export const Watched = (watch: Watch): MethodDecorator & ClassDecorator => SetMetadata(WATCHED, watch);

/** The records that the answer to a request shows. */
export class ShownRecords {
  private readonly ids = new Set<string>();

  /** @param ids of records of any kind: the access log names the persons that they are about */
  add(ids: Iterable<string>): void {
    for (const id of ids) this.ids.add(id);
  }

  get all(): string[] {
    return [...this.ids];
  }
}

const shown = new WeakMap<WebRequest, ShownRecords>();

/** In a list that is `@Watched`: where its handler says which records it shows. */
export const Shown = createParamDecorator((_: unknown, context: ExecutionContext): ShownRecords => {
  const request = context.switchToHttp().getRequest<WebRequest>();
  const records = shown.get(request) ?? new ShownRecords();
  shown.set(request, records);
  return records;
});

export function shownIn(request: WebRequest): string[] {
  return shown.get(request)?.all ?? [];
}

/** The signed-in viewer, in a route that has `@May`. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer =>
  viewerOf(context.switchToHttp().getRequest<WebRequest>()),
);

/** The signed-in viewer of a request that passed the guard. */
export function viewerOf(request: WebRequest): Viewer {
  const visitor = request.visit?.visitor;
  if (!visitor) throw new Error('This route was reached without a signed-in viewer');
  // Only the guard of this room puts a visitor there, and it puts a Viewer.
  return visitor as Viewer;
}
