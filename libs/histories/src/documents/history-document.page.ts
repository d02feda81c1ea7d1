import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { force, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { Download } from '#pages';
import { readFilter } from '../perpetrator-history/history-filter.dto.js';
import { GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import { historyView } from '../perpetrator-history/perpetrator-history.view.js';
import { historyPaper } from './history-paper.js';
import { paperAsPdf } from './paper-pdf.js';

/** The history of a person as a file, with the filters of its page. */
@Controller()
@ApiTags('documents')
export class HistoryDocumentPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'The history as PDF, as the caller may read it; takes the filters of the page' })
  @Get(['perpetrators/:id/history.pdf', 'api/v1/perpetrators/:id/history.pdf'])
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async pdf(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Download> {
    const now = this.clock.now();
    const { filter, asKnownOn } = readFilter(query, londonDate(now));
    const ask = (after: string | null) => this.queries.execute(new GetPerpetratorHistory(viewer, id, now, filter, asKnownOn, after));
    const first = await ask(null);
    if (!first) throw new NotFoundException();
    const lines = [...first.lines];
    for (let next = first.next; next !== null;) {
      const page: PerpetratorHistory | null = await ask(next);
      lines.push(...(page?.lines ?? []));
      next = page?.next ?? null;
    }
    const view = historyView({ ...first, lines, next: null }, viewer);
    const printing = { name: viewer.name, force: force(viewer.force)?.fullName ?? viewer.force, at: now };
    return new Download(`history-${id.slice(0, 8)}.pdf`, 'application/pdf', await paperAsPdf(historyPaper(view, first.asAt, printing)));
  }
}
