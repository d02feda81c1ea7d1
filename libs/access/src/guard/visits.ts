import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Sealer } from '#event-store';
import { isRecord, type Visit, type WebReply, type WebRequest } from '#pages';
import { ACCESS_OPTIONS, type AccessOptions } from '../access-options.js';
import type { Viewer } from '../domain/viewer.js';
import { Sessions } from '../sign-in/sessions.js';

/** A cookie with the `__Host-` prefix is only taken over https, for this host alone. */
const cookieName = (request: WebRequest, name: string) => (request.protocol === 'https' ? `__Host-${name}` : name);
const session = 'orderwatch-session';
const stranger = 'orderwatch-visit';

/** Finds out who is asking, from the session cookie or the bearer token. */
@Injectable()
export class Visits {
  constructor(
    private readonly sessions: Sessions,
    private readonly sealer: Sealer,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Found out once and kept on the request. */
  async of(request: WebRequest): Promise<Visit> {
    request.visit ??= await this.find(request);
    return request.visit;
  }

  /** Gives a stranger's browser a token of its own, so that the sign-in form cannot be sent from elsewhere. */
  welcome(request: WebRequest, reply: WebReply): void {
    if (request.visit?.csrf) return;
    const token = randomBytes(32).toString('base64url');
    reply.setCookie?.(cookieName(request, stranger), token, cookieOptions(request));
    request.visit = { visitor: null, csrf: csrfOf(token), idleMinutes: null };
  }

  /** From now on this request, and this browser, are of the session. Who that is. */
  async signedIn(request: WebRequest, reply: WebReply, token: string): Promise<Viewer | null> {
    reply.setCookie?.(cookieName(request, session), token, cookieOptions(request));
    const visitor = await this.sessions.find(token, 'browser');
    request.visit = { visitor, csrf: visitor && this.csrfFor(token, visitor.userId), idleMinutes: this.options.idleMinutes };
    return visitor;
  }

  /** Whose session, ended by now, made the form that this request sends; null when none of this browser's did. */
  async userOfEnded(request: WebRequest): Promise<string | null> {
    const token = request.cookies?.[cookieName(request, session)];
    const sent = isRecord(request.body) ? request.body['_csrf'] : undefined;
    if (!token) return null;
    const userId = await this.sessions.userOf(token);
    return userId !== null && sent === this.csrfFor(token, userId) ? userId : null;
  }

  /** Whether a page made for this user put this token into its form, whatever became of the session since. */
  isMadeFor(csrf: string, userId: string): boolean {
    const [hash = '', maker] = csrf.split('.');
    return maker === this.makerOf(hash, userId);
  }

  async signOut(request: WebRequest, reply: WebReply): Promise<void> {
    const token = request.cookies?.[cookieName(request, session)];
    if (token) await this.sessions.end(token);
    reply.clearCookie?.(cookieName(request, session), cookieOptions(request));
  }

  /** The token of the forms of this session; it says, to the service alone, for whom they were made. */
  private csrfFor(token: string, userId: string): string {
    const hash = csrfOf(token);
    return `${hash}.${this.makerOf(hash, userId)}`;
  }

  private makerOf(hash: string, userId: string): string {
    return this.sealer.blindIndex('form-made-for', `${hash}\n${userId}`);
  }

  private async find(request: WebRequest): Promise<Visit> {
    const { authorization } = request.headers;
    if (typeof authorization === 'string') {
      const [scheme, token] = authorization.split(' ');
      const visitor = scheme?.toLowerCase() === 'bearer' && token ? await this.sessions.find(token, 'bearer') : null;
      return { visitor, csrf: null, idleMinutes: null };
    }
    const token = request.cookies?.[cookieName(request, session)];
    const visitor = token ? await this.sessions.find(token, 'browser') : null;
    if (token && visitor) return { visitor, csrf: this.csrfFor(token, visitor.userId), idleMinutes: this.options.idleMinutes };
    const visit = request.cookies?.[cookieName(request, stranger)];
    return { visitor: null, csrf: visit ? csrfOf(visit) : null, idleMinutes: null };
  }
}

function cookieOptions(request: WebRequest): object {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' };
}

/** Follows from the cookie's secret, which no page can read, and does not give it away. */
function csrfOf(token: string): string {
  return createHash('sha256').update(`csrf|${token}`).digest('base64url');
}
