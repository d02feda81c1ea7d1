import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { address, type Download, isApi, type Page, page, Problem, redirect, type Redirect, type WebRequest } from '#pages';
import { Asks } from '#pages/module';
import { howSearched } from '#people';
import { HistoryPdfAsked, readFilter, refuseUnread } from '../perpetrator-history/history-filter.dto.js';
import { GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import { historyView } from '../perpetrator-history/perpetrator-history.view.js';
import { historyPaper } from './history-paper.js';
import { fileOf } from './pack-files.js';
import { confidential, type Paper } from './paper.js';
import { ReachedPeople } from './reached-people.query.js';
import { type Leak, leaksIn, withoutLeaks } from './whereabouts.js';

type Asked = Readonly<Record<string, unknown>>;

interface Made {
  readonly name: string;
  readonly paper: Paper;
  readonly forCourt: Paper;
  readonly leaks: readonly Leak[];
}

/** The history of a person as a file, with the filters of its page. Where it tells where somebody protected is, it is asked first what it is for. */
@Controller()
@ApiTags('documents')
export class HistoryDocumentPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly reached: ReachedPeople,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('perpetrators/:id/history-as-pdf')
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: Asked): Promise<Page> {
    const { name, leaks } = await this.make(viewer, id, query);
    const file = (to: string) => address(`/perpetrators/${id}/history.pdf`, { ...asked(query), for: to });
    return page('histories/documents/history-document.page.njk', {
      title: 'The history as PDF',
      name,
      back: { href: `/perpetrators/${id}` },
      found: leaks.length,
      forCourt: file('court'),
      forFile: file('file'),
      searched: howSearched,
    });
  }

  @ApiOperation({
    summary:
      'The history as PDF, as the caller may read it; takes the filters of the page. `for=court` leaves out, `for=file` marks as confidential what tells where a protected person can be reached; without it 409 where there is any',
  })
  @Get(['perpetrators/:id/history.pdf', 'api/v1/perpetrators/:id/history.pdf'])
  @Asks(HistoryPdfAsked)
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: WebRequest,
  ): Promise<Download | Redirect> {
    if (isApi(request)) refuseUnread(readFilter(query, londonDate(this.clock.now())));
    const { paper, forCourt, leaks } = await this.make(viewer, id, query);
    const name = `history-${id.slice(0, 8)}`;
    if (leaks.length === 0) return fileOf(paper, name, 'pdf');
    if (query['for'] === 'court') return fileOf(forCourt, name, 'pdf');
    if (query['for'] === 'file') return fileOf({ ...paper, mark: confidential }, `confidential-${name}`, 'pdf');
    if (!isApi(request)) return redirect(address(`/perpetrators/${id}/history-as-pdf`, asked(query)));
    const told = 'It tells where a protected person can be reached. Ask for=court to leave those words out, or for=file to have it marked';
    throw Problem.of(409, 'The history was not made', told, { reason: 'whereabouts' });
  }

  private async make(viewer: Viewer, id: string, query: Asked): Promise<Made> {
    const now = this.clock.now();
    const { filter, asKnownOn } = readFilter(query, londonDate(now));
    const ask = (after: string | null) => this.queries.execute(new GetPerpetratorHistory(viewer, id, now, filter, asKnownOn, after));
    const first = await ask(null);
    if (!first) throw new NotFoundException();
    const lines = [...first.lines];
    for (let next = first.next; next !== null;) {
      const more: PerpetratorHistory | null = await ask(next);
      lines.push(...(more?.lines ?? []));
      next = more?.next ?? null;
    }
    const view = historyView({ ...first, lines, next: null }, viewer);
    const printing = { name: viewer.name, force: force(viewer.force)?.fullName ?? viewer.force, at: now };
    const paper = historyPaper(view, first.asAt, printing);
    const whereabouts = await this.reached.whereabouts(viewer, id);
    const forCourt = withoutLeaks(paper, whereabouts);
    return { name: view.identity.name, paper, forCourt, leaks: leaksIn(paper, whereabouts) };
  }
}

/** The filters, as the page of the history has them in its address. */
function asked(query: Asked): Record<string, string | string[]> {
  const isText = (one: unknown): one is string => typeof one === 'string';
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]): [string, string | string[]][] => {
      if (name === 'for') return [];
      return isText(value) ? [[name, value]] : Array.isArray(value) ? [[name, value.filter(isText)]] : [];
    }),
  );
}
