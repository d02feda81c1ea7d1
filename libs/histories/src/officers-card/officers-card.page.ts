import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { GetPerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import { historyView } from '../perpetrator-history/perpetrator-history.view.js';

/** The answer alone, for a phone in one hand: who, in force or not, known or not, what is forbidden now, what an officer may do. */
@Controller('perpetrators/:id/card')
export class OfficersCardPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @Get()
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const history = await this.queries.execute(new GetPerpetratorHistory(viewer, id, this.clock.now()));
    if (!history) throw new NotFoundException();
    const { identity, records, answer, bail, signals } = historyView(history, viewer);
    return page('histories/officers-card/officers-card.page.njk', {
      title: `Card: ${identity.name}`,
      id,
      identity,
      records,
      answer,
      bail,
      signals,
      asAt: history.asAt,
      mayReport: may(viewer, 'report-breach'),
      mayServe: may(viewer, 'record-service'),
    });
  }
}
