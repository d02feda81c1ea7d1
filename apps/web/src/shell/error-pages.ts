import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { KeptByForce, PasswordDue, SignInPages, Visits } from '#access/module';
import { isDatabaseAway } from '#database';
import { type ControlRoom, controlRoomsOf } from '#histories';
import { ControlRooms } from '#histories/module';
import {
  address,
  DamagedCursor,
  isApi,
  isRecord,
  page,
  Problem,
  type ProblemDetails,
  TooOften,
  type WebReply,
  type WebRequest,
} from '#pages';
import { keepFlash, PageRenderer } from '#pages/module';

interface SendingReply extends WebReply {
  send(body: string): unknown;
  readonly sent: boolean;
}

const titles: Readonly<Record<number, string>> = {
  400: 'That request cannot be read',
  401: 'Sign in first',
  403: 'You cannot open this page',
  404: 'Page not found',
  405: 'That cannot be done here',
  413: 'That is too large',
  415: 'That kind of content is not taken here',
  429: 'Too many requests',
  500: 'Sorry, there is a problem',
  503: 'Not available at the moment',
};

const advice: Readonly<Record<number, string>> = {
  400: 'Go back, reload the page and try again.',
  401: 'Sign in and open the page again.',
  403: 'Your role does not include it. If you need it for your work, ask an administrator.',
  404: 'Check the address. The record may not exist, or may not be open to you.',
  413: 'Send less at once: a request may be up to 1 MB.',
  429: 'Wait a minute and try again.',
  500: 'Try again in a few minutes. If it goes on, report it with the reference below.',
  503: 'Try again in a few minutes.',
};

/** The same to a program, which has no pages to open or reload. */
const apiTitles: Readonly<Record<number, string>> = {
  ...titles,
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
};

const apiAdvice: Readonly<Record<number, string>> = {
  ...advice,
  400: 'The body must be JSON in UTF-8, with content-type application/json, without the character U+0000; ids in the path must be ids.',
  401: 'Send a bearer token from POST /api/v1/tokens, or the cookie of a session that is signed in.',
  403: 'The role of this account does not include it.',
  404: 'Nothing is there under this path, or it may not be known to this account.',
  405: 'The path does not take this method.',
  415: 'Send JSON with content-type application/json.',
};

const databaseAway =
  'The database does not answer at the moment. Try again in a minute: what you sent is recorded once, however often you send it.';

/** When it is worth asking again, seconds. */
const AGAIN_AFTER = { database: 10, other: 60 };

/** The last stop of every error: a page in words, or problem details for the API. Shows no message that was not written to be shown. */
@Catch()
export class ErrorPages implements ExceptionFilter {
  private readonly logger = new Logger('error');

  constructor(
    private readonly renderer: PageRenderer,
    private readonly visits: Visits,
    private readonly signInPages: SignInPages,
    private readonly rooms: ControlRooms,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<WebRequest>();
    const reply = host.switchToHttp().getResponse<SendingReply>();
    const isAway = statusOf(thrown) === 500 && isDatabaseAway(thrown);
    const error = isAway ? Problem.of(503, titles[503] ?? '', databaseAway) : thrown;
    const status = statusOf(error);
    if (status >= 500) this.logger.error({ correlationId: request.id, route: request.routeOptions?.url, ...traceOf(thrown) });
    if (reply.sent) return;
    reply.header('cache-control', 'no-store');
    if (status === 503) reply.header('retry-after', String(isAway ? AGAIN_AFTER.database : AGAIN_AFTER.other));
    if (error instanceof TooOften) reply.header('retry-after', String(error.seconds));
    reply.status(status);
    if (isApi(request)) this.problem(error, status, request, reply);
    else await this.page(error, status, request, reply);
  }

  /** Whom to call where another force keeps the record. */
  private roomOf(error: unknown): ControlRoom | null {
    return error instanceof KeptByForce ? (controlRoomsOf([error.keeper], this.rooms.numbers)[0] ?? null) : null;
  }

  private problem(error: unknown, status: number, request: WebRequest, reply: SendingReply): void {
    const details: ProblemDetails =
      error instanceof Problem
        ? error.details
        : {
            type: 'about:blank',
            title: apiTitles[status] ?? 'The request failed',
            status,
            detail: isFormExpired(error)
              ? 'Send the token of the session in the header x-csrf-token, or use a bearer token and no cookie.'
              : error instanceof KeptByForce || error instanceof PasswordDue
                ? (written(error) ?? '')
                : (apiAdvice[status] ?? 'Check the request.'),
          };
    if (status === 401) reply.header('www-authenticate', 'Bearer');
    reply.header('content-type', 'application/problem+json; charset=utf-8');
    reply.send(JSON.stringify({ ...details, correlationId: request.id }));
  }

  private async page(error: unknown, given: number, request: WebRequest, reply: SendingReply): Promise<void> {
    const path = request.url.split('?')[0] ?? '/';
    if (error instanceof DamagedCursor) return beginAgain(path, request, reply);
    if (error instanceof PasswordDue) {
      reply.status(303);
      reply.header('location', '/password');
      reply.send('');
      return;
    }
    // An id in the address that cannot be one names no page.
    const status = given === 400 && request.method === 'GET' ? 404 : given;
    const again =
      status === 401
        ? await this.signInPages.signInAgain(request, reply)
        : isFormExpired(error)
          ? this.signInPages.askAgain(request)
          : null;
    if (again) {
      reply.header('content-type', 'text/html; charset=utf-8');
      reply.send(this.renderer.render(again, request));
      return;
    }
    const visit = status >= 500 ? null : await this.visits.of(request).catch(() => null);
    // To a stranger a page that is not there looks like any other.
    if (status === 401 || (status === 404 && visit && !visit.visitor && !path.startsWith('/assets/'))) {
      reply.status(303);
      reply.header('location', `/sign-in?to=${encodeURIComponent(request.method === 'GET' ? path : '/')}`);
      reply.send('');
      return;
    }
    const title = titles[status] ?? 'That did not work';
    const data = { title, words: written(error) ?? advice[status] ?? 'Go back and try again.', status, room: this.roomOf(error) };
    reply.status(status);
    reply.header('content-type', 'text/html; charset=utf-8');
    reply.send(this.renderer.render(page('shell/error.page.njk', data), request));
  }
}

/** Who reads a page is led to the beginning of its list, and told. */
function beginAgain(path: string, request: WebRequest, reply: SendingReply): void {
  const { after: _, ...query } = isRecord(request.query) ? request.query : {};
  keepFlash(request, reply, { kind: 'information', text: 'That part of the list was not found. This is the beginning' });
  reply.status(303);
  reply.header('location', address(path, query));
  reply.send('');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors, such as a body that is too large.
  const status = isRecord(error) ? error['statusCode'] : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function isFormExpired(error: unknown): error is HttpException {
  return error instanceof HttpException && error.constructor.name === 'FormExpired';
}

/** What an error of our own says to the user. Nest's and Fastify's own say nothing a user could use. */
function written(error: unknown): string | null {
  if (error instanceof Problem) return error.details.detail;
  if (error instanceof KeptByForce) return error.words;
  return isFormExpired(error) || error instanceof PasswordDue ? error.message : null;
}

/** Where it happened, without its message: messages of the database repeat values. */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    stack: stack?.slice(0, 12).map((line) => line.trim()),
  };
}
