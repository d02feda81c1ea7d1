import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor, Optional } from '@nestjs/common';
import type { Instant } from '#calendar';
import { mergeMap, type Observable, of } from 'rxjs';
import { Csv, Download, Page, Picture, redirect, Redirect } from '../answers/answers.js';
import type { WebReply, WebRequest } from '../request.js';
import { keepFlash, takeFlash } from './flash.js';
import { ownEntry } from './form-entries.js';
import { Freshness } from './freshness.js';
import { type KeptPage, KeptPages, keptIn, pathOf, placeToShow, withKept } from './kept-pages.js';
import { MADE_BY, type MadeByReaction } from './made-by.js';
import { NavigationCounts } from './navigation-counts.js';
import { PageRenderer } from './page-renderer.js';

/**
 * Turns what a controller returns (a page, a redirect, a file) into the HTTP answer. Anything else goes out as JSON. A page that answers a
 * form is kept and shown by GET, so that Back, forward and reload find it with what was typed and send nothing again.
 */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: PageRenderer,
    @Optional() @Inject(NavigationCounts) private readonly counts: NavigationCounts | null = null,
    @Optional() @Inject(Freshness) private readonly freshness: Freshness | null = null,
    @Optional() @Inject(KeptPages) private readonly keptPages: KeptPages | null = null,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const made = madeBy(context);
    const [request, reply] = [http.getRequest<WebRequest>(), http.getResponse<WebReply>()];
    const entry = ownEntry(request);
    const answers = entry === null ? next.handle() : of(redirect(entry));
    return answers.pipe(mergeMap((answer) => this.answer(answer, made, request, reply)));
  }

  private async answer(answer: unknown, made: MadeByReaction | null, request: WebRequest, reply: WebReply): Promise<unknown> {
    // What is shown depends on who asks and is nobody else's to keep.
    reply.header('cache-control', 'no-store');
    const visitor = request.visit?.visitor ?? null;
    if (answer instanceof Redirect) return lead(answer, request, reply);
    const missingSince = visitor && this.freshness ? await this.freshness.missingSince() : null;
    const notMade = visitor && made ? await this.notMade(made) : null;
    const since = [missingSince, notMade?.since ?? null].filter((instant) => instant !== null).toSorted()[0];
    if (since !== undefined) reply.header('x-missing-since', since);
    if (answer instanceof Page) {
      const kept = await this.kept(request);
      if (kept !== null) return show(kept.html, kept.status, reply);
      const counts = visitor && this.counts ? await this.counts.of(visitor) : {};
      const flash = takeFlash(request, reply) ?? (keptIn(request) === null ? null : forgotten);
      const html = this.renderer.render(answer, request, { flash, counts, missingSince, notMade });
      const place = await this.keep(request, html, answer.status);
      return place === null ? show(html, answer.status, reply) : lead(redirect(place), request, reply);
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
    if (answer instanceof Picture) {
      reply.header('content-type', answer.mediaType);
      reply.header('content-disposition', 'inline');
      reply.header('cache-control', 'private, no-store');
      reply.header('x-content-type-options', 'nosniff');
      // Whatever a browser takes it for, it loads and runs nothing; a browser's own styles put a picture that is opened alone on its screen.
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
      return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
    }
    return answer;
  }

  /** Keeps the page that answers a form: where it is shown; null where there is no such place. */
  private async keep(request: WebRequest, html: string, status: number): Promise<string | null> {
    const place = placeToShow(request);
    const { visitor, csrf } = request.visit ?? {};
    if (place === null || !this.keptPages || !visitor || !csrf) return null;
    return withKept(place, await this.keptPages.keep(visitor.userId, { path: pathOf(place), html, status, csrf }));
  }

  /** The kept page that is asked for. The page in whose place it stands was made first: who may no longer see that one gets neither. */
  private async kept(request: WebRequest): Promise<Pick<KeptPage, 'html' | 'status'> | null> {
    const id = keptIn(request);
    const { visitor, csrf } = request.visit ?? {};
    if (id === null || !this.keptPages || !visitor || !csrf) return null;
    const kept = await this.keptPages.open(visitor.userId, id);
    return kept?.path === pathOf(request.url) ? { html: kept.html.replaceAll(kept.csrf, csrf), status: kept.status } : null;
  }

  private async notMade({ reaction, makes }: MadeByReaction): Promise<{ readonly what: string; readonly since: Instant } | null> {
    const since = (await this.freshness?.notMadeSince(reaction)) ?? null;
    return since === null ? null : { what: makes, since };
  }
}

const forgotten = {
  kind: 'information',
  text: 'What was typed here is kept no longer. Nothing of it was saved by opening this page.',
} as const;

function show(html: string, status: number, reply: WebReply): string {
  reply.status(status);
  reply.header('content-type', 'text/html; charset=utf-8');
  return html;
}

function lead({ to, flash }: Redirect, request: WebRequest, reply: WebReply): string {
  if (flash) keepFlash(request, reply, flash);
  reply.status(303);
  reply.header('location', to);
  return '';
}

function madeBy(context: ExecutionContext): MadeByReaction | null {
  for (const target of [context.getHandler(), context.getClass()]) {
    const made: unknown = Reflect.getMetadata(MADE_BY, target);
    if (made !== undefined) return made as MadeByReaction;
  }
  return null;
}
