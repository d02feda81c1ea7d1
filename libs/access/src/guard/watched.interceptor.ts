import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isRecord, type WebRequest } from '#pages';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { AccessLog, type Look } from '../access-log/access-log.js';
import { shownIn, type Watch, WATCHED, viewerOf } from './decorators.js';

/**
 * Writes down who is about to look, and only then lets the handler run. Of a list it is known only by then whom it shows: who looks is written
 * down when it is made, and before it is answered.
 */
@Injectable()
export class WatchedInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLog,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const watch = this.reflector.getAllAndOverride<Watch | undefined>(WATCHED, [context.getHandler(), context.getClass()]);
    if (!watch) return next.handle();
    const request = context.switchToHttp().getRequest<WebRequest>();
    const query = isRecord(request.query) ? request.query : {};
    const params = isRecord(request.params) ? request.params : {};
    const look: Look = {
      viewer: viewerOf(request),
      kind: watch.kind,
      subject: 'param' in watch ? idIn(params[watch.param]) : null,
      route: request.routeOptions?.url ?? `${context.getClass().name}.${context.getHandler().name}`,
      // Anything could stand in an address, a name too: no page asks for a reason there.
      reason: null,
      terms: 'search' in watch ? termsIn(query, watch.search) : null,
      correlationId: request.id,
    };
    if ('param' in watch || 'search' in watch) {
      await this.log.record(look);
      return next.handle();
    }
    const record = () => this.log.record({ ...look, shown: shownIn(request) });
    return next.handle().pipe(
      // What went wrong half way may have been seen in part.
      catchError((error: unknown) => from(record()).pipe(mergeMap(() => throwError(() => error)))),
      mergeMap(async (answer) => {
        await record();
        return answer;
      }),
    );
  }
}

/** What does not look like an id could be anything, a name too, and is not written down. */
function idIn(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9a-zA-Z-]{1,64}$/.test(value) ? value : null;
}

/** What was searched for, each term cut to 500 characters. */
function termsIn(query: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, string> {
  const given = names.map((name): [string, unknown] => [name, query[name]]).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name, (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 500)]),
  );
}
