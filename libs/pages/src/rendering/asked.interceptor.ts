import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { ASKS } from '../forms/asks.js';
import { isRecord } from '../forms/form-view.js';
import { readJson } from '../forms/read-form.js';
import { isApi, type WebRequest } from '../request.js';
import { Problem } from '../submissions/problem.js';

/** Refuses a call of the API whose address asks what the call does not answer: a page passes that over, and says so. */
@Injectable()
export class AskedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    if (isApi(request)) refuseUnasked(Reflect.getMetadata(ASKS, context.getHandler()) as (new () => object) | undefined, request.query);
    return next.handle();
  }
}

function refuseUnasked(shape: (new () => object) | undefined, query: unknown): void {
  const given = Object.entries(isRecord(query) ? query : {}).filter(([, value]) => value !== '');
  if (given.length === 0) return;
  if (!shape) throw Problem.query(given.map(([field]) => ({ field, text: unknown })));
  const reading = readJson(shape, Object.fromEntries(given));
  if (!reading.ok)
    throw Problem.query(reading.errors.map((error) => (error.text.startsWith('Remove') ? { ...error, text: unknown } : error)));
}

const unknown = 'Remove this parameter: the call does not have it';
