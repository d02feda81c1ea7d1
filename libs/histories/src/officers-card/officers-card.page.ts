import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { Links, OrdersInForce } from '#people/module';
import { GetPerpetratorHistory, type PerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { OrderView } from '../perpetrator-history/answer.view.js';
import { historyView } from '../perpetrator-history/perpetrator-history.view.js';
import { waitingRecordView, type WaitingRecordView } from './waiting-record.view.js';

/** The answer alone, for a phone in one hand: who, in force or not, known or not, what is forbidden now, what an officer may do. */
@Controller('perpetrators/:id/card')
export class OfficersCardPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly orders: OrdersInForce,
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
      waiting: may(viewer, 'link-records') ? await this.waiting(viewer, history) : [],
      signals,
      keptBy: [...new Set(answer.orders.map(({ keptBy }) => keptBy))],
      serveFirst: may(viewer, 'record-service') ? serveFirst(answer.orders) : null,
      asAt: history.asAt,
      mayReport: may(viewer, 'report-breach'),
      mayServe: may(viewer, 'record-service'),
    });
  }

  /** The other records that wait for a decision, as far as both are there for the viewer. */
  private async waiting(viewer: Viewer, { records, links }: PerpetratorHistory): Promise<WaitingRecordView[]> {
    const own = records.flatMap((record) => (record.is === 'unknown' ? [] : [record.perpetratorId]));
    const offered = links.filter(({ state, a, b }) => state === 'offered' && !(own.includes(a) && own.includes(b)));
    const pairs = await Promise.all(offered.map(({ id }) => this.links.byId(viewer, id)));
    const others = pairs.flatMap((pair) => {
      const other = pair?.records.find(({ perpetratorId }) => !own.includes(perpetratorId));
      return pair && other ? [{ link: pair.link, other }] : [];
    });
    const ids = others.map(({ other }) => other.perpetratorId);
    const inForce = await this.orders.against(viewer, ids);
    return others.map(({ link, other }) => waitingRecordView(link, other.force, inForce.get(other.perpetratorId) ?? 0));
  }
}

/** Reading it out is the one way to serve on a doorstep; with several to serve, the button leads to the first of them. */
function serveFirst(orders: readonly OrderView[]): { readonly text: string; readonly href: string } | null {
  const unserved = orders.filter(({ known, notKnown }) => !known.shown || notKnown.length > 0);
  const [first] = unserved;
  if (!first) return null;
  return {
    text: unserved.length === 1 ? 'Read it out now' : `Read out the ${first.name.toLowerCase()}`,
    href: `/orders/${first.id}/serve/read`,
  };
}
