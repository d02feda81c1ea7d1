import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, Optional } from '@nestjs/common';
import type { Instant } from '#calendar';
import { mergeMap, type Observable } from 'rxjs';
import { Csv, Download, Page, Redirect } from '../answers/answers.js';
import type { WebReply, WebRequest } from '../request.js';
import { keepFlash, takeFlash } from './flash.js';
import { Freshness } from './freshness.js';
import { MADE_BY, type MadeByReaction } from './made-by.js';
import { NavigationCounts } from './navigation-counts.js';
import { PageRenderer } from './page-renderer.js';

/** Turns what a controller returns (a page, a redirect, a file) into the HTTP answer. Anything else goes out as JSON. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: PageRenderer,
    @Optional() @Inject(NavigationCounts) private readonly counts: NavigationCounts | null = null,
    @Optional() @Inject(Freshness) private readonly freshness: Freshness | null = null,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const made = madeBy(context);
    return next.handle().pipe(mergeMap((answer) => this.answer(answer, made, http.getRequest<WebRequest>(), http.getResponse<WebReply>())));
  }

  private async answer(answer: unknown, made: MadeByReaction | null, request: WebRequest, reply: WebReply): Promise<unknown> {
    // What is shown depends on who asks and is nobody else's to keep.
    reply.header('cache-control', 'no-store');
    const visitor = request.visit?.visitor ?? null;
    const missingSince = visitor && this.freshness ? await this.freshness.missingSince() : null;
    const notMade = visitor && made ? await this.notMade(made) : null;
    const since = [missingSince, notMade?.since ?? null].filter((instant) => instant !== null).toSorted()[0];
    if (since !== undefined) reply.header('x-missing-since', since);
    if (answer instanceof Page) {
      const counts = visitor && this.counts ? await this.counts.of(visitor) : {};
      const html = this.renderer.render(answer, request, { flash: takeFlash(request, reply), counts, missingSince, notMade });
      reply.status(answer.status);
      reply.header('content-type', 'text/html; charset=utf-8');
      return html;
    }
    if (answer instanceof Redirect) {
      if (answer.flash) keepFlash(request, reply, answer.flash);
      reply.status(303);
      reply.header('location', answer.to);
      return '';
    }
    if (answer instanceof Csv) {
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="${answer.fileName}"`);
      return answer.text;
    }
    if (answer instanceof Download) {
      reply.header('content-type', answer.mediaType);
      reply.header('content-disposition', answer.disposition);
      reply.header('x-content-type-options', 'nosniff');
      return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
    }
    return answer;
  }

  private async notMade({ reaction, makes }: MadeByReaction): Promise<{ readonly what: string; readonly since: Instant } | null> {
    const since = (await this.freshness?.notMadeSince(reaction)) ?? null;
    return since === null ? null : { what: makes, since };
  }
}

function madeBy(context: ExecutionContext): MadeByReaction | null {
  for (const target of [context.getHandler(), context.getClass()]) {
    const made: unknown = Reflect.getMetadata(MADE_BY, target);
    if (made !== undefined) return made as MadeByReaction;
  }
  return null;
}
