import { timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  HttpException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { TAKES_FILE } from '#pages/module';
import { isApi, isRecord, type Visit, type WebRequest } from '#pages';
import type { Permission } from '../domain/permissions.js';
import { MAY, PUBLIC, viewerOf } from './decorators.js';
import { Visits } from './visits.js';

/** A form that was not made by this session's pages, or by a session that has ended. */
export class FormExpired extends HttpException {
  constructor() {
    super('This form was made in a session that has ended. Open the page again and send the form from there', 403);
  }
}

/** Somebody else gave the password: it is changed before anything else is done. */
export class PasswordDue extends HttpException {
  constructor() {
    super('Change the password that you were given on the page “Your password” first', 403);
  }
}

/** What may be done before that. */
const beforeThat: readonly Permission[] = ['change-password', 'sign-out'];

/** Lets a request through only to a route that names what it needs, and only if the caller has it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly visits: Visits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(MAY, targets);
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) ?? false;
    const visit = await this.visits.of(request);
    if (!open) {
      if (!permission) throw new ForbiddenException('This route names no permission');
      if (!visit.visitor) throw new UnauthorizedException();
      if (viewerOf(request).passwordDue && !beforeThat.includes(permission)) throw new PasswordDue();
      const allowed = visit.visitor.permissions;
      if (!allowed.includes(permission) || (isApi(request) && !allowed.includes('use-api'))) throw new ForbiddenException();
    }
    if (proven(request, visit, open)) return true;
    const takesFile = this.reflector.getAllAndOverride<boolean | undefined>(TAKES_FILE, targets) ?? false;
    if (!takesFile || !isUnreadForm(request)) throw new FormExpired();
    request.tokenDue = true;
    return true;
  }
}

/** Whether a request that changes something was meant by whoever sends it: browsers send cookies along with anybody's form. */
function proven(request: WebRequest, visit: Visit, open: boolean): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  // A bearer token is never sent by itself, and a public route of the API uses no cookie.
  if (isApi(request) && (visit.csrf === null || (open && visit.visitor === null))) return true;
  if (visit.csrf === null) return visit.visitor !== null;
  const sent = isApi(request) ? request.headers['x-csrf-token'] : isRecord(request.body) ? request.body['_csrf'] : undefined;
  return provesForm(visit, sent);
}

/** A page's form whose body lies unread, because it brings a file: its token is checked by whoever reads it, before the file. */
function isUnreadForm(request: WebRequest): boolean {
  const type = request.headers['content-type'];
  return !isApi(request) && !isRecord(request.body) && typeof type === 'string' && type.startsWith('multipart/form-data');
}

/** Whether this is the token that the pages of the visit's session put into their forms. */
export function provesForm(visit: Visit | undefined, token: unknown): boolean {
  return typeof token === 'string' && typeof visit?.csrf === 'string' && same(token, visit.csrf);
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
