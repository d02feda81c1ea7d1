import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, Optional } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { Csv, Download, Page, Redirect } from '../answers/answers.js';
import type { WebReply, WebRequest } from '../request.js';
import { keepFlash, takeFlash } from './flash.js';
import { Freshness } from './freshness.js';
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
    return next.handle().pipe(mergeMap((answer) => this.answer(answer, http.getRequest<WebRequest>(), http.getResponse<WebReply>())));
  }

  private async answer(answer: unknown, request: WebRequest, reply: WebReply): Promise<unknown> {
    // What is shown depends on who asks and is nobody else's to keep.
    reply.header('cache-control', 'no-store');
    const visitor = request.visit?.visitor ?? null;
    const missingSince = visitor && this.freshness ? await this.freshness.missingSince() : null;
    if (missingSince !== null) reply.header('x-missing-since', missingSince);
    if (answer instanceof Page) {
      const counts = visitor && this.counts ? await this.counts.of(visitor) : {};
      const html = this.renderer.render(answer, request, { flash: takeFlash(request, reply), counts, missingSince });
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
}
