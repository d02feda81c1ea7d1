import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, maySeeWhereabouts, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { formatDate, londonDate } from '#calendar';
import { Clock } from '#event-store';
import { address, page, type Page } from '#pages';
import { Asks } from '#pages/module';
import { leadingPhotographs, type PerpetratorState } from '#people';
import { HISTORY_KINDS, type HistoryKind } from '../sentences/index.js';
import { type AskedFor, HistoryPartAsked, readFilter, refuseUnread } from './history-filter.dto.js';
import { GetPerpetratorHistory, type PerpetratorHistory } from './perpetrator-history.query.js';
import { picture } from './picture.js';
import { historyView, type PerpetratorHistoryView } from './perpetrator-history.view.js';

const KIND_WORDS: Readonly<Record<HistoryKind, string>> = {
  order: 'Orders',
  application: 'Applications',
  service: 'Service and notification',
  breach: 'Breaches',
  incident: 'Incidents and investigations',
  contact: 'Other contact',
  identity: 'Identity',
};

type QueryString = Readonly<Record<string, unknown>>;

@Controller()
@ApiTags('histories')
export class PerpetratorHistoryPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('perpetrators/:id')
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: QueryString): Promise<Page> {
    const { asked, history } = await this.history(viewer, id, query);
    const view = historyView(history, viewer);
    const base = `/perpetrators/${id}`;
    return page('histories/perpetrator-history/perpetrator-history.page.njk', {
      title: view.identity.name,
      id,
      view,
      // Those of a past day may have been taken back since.
      photographs: asked.asKnownOn === null ? leadingPhotographs(history.records) : [],
      mayPhotograph: mayPhotograph(viewer, history.perpetrator),
      picture: picture(history.summary, londonDate(history.asAt)),
      asKnownOn: asked.asKnownOn,
      problems: asked.problems,
      typed: query,
      filter: asked.filter,
      forceItems: [
        { value: '', text: 'Any force' },
        ...view.forces.map(({ cjs, name }) => ({ value: cjs, text: name, selected: cjs === asked.filter.force })),
      ],
      orderItems: [
        { value: '', text: 'Any order' },
        ...view.orders.map((order) => ({ value: order.id, text: order.words, selected: order.id === asked.filter.orderId })),
      ],
      kinds: HISTORY_KINDS.map((value) => ({ value, text: KIND_WORDS[value], checked: asked.filter.kinds.includes(value) })),
      chips: chips(base, asked, view),
      clear: address(base, { asKnownOn: asked.asKnownOn }),
      older: history.next === null ? null : `${address(base, { ...asInAddress(asked), after: history.next })}#history`,
      newest: asked.after === null ? null : `${address(base, asInAddress(asked))}#history`,
      mayReadWhereabouts: maySeeWhereabouts(viewer),
      may: Object.fromEntries(viewer.permissions.map((permission) => [permission.replaceAll('-', '_'), may(viewer, permission)])),
    });
  }

  @ApiOperation({ summary: 'One history per perpetrator, over all forces and linked records, newest first: 50 entries, then `next`' })
  @Get('api/v1/perpetrators/:id/history')
  @Asks(HistoryPartAsked)
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Query() query: QueryString) {
    const { asked, history } = await this.history(viewer, id, query);
    refuseUnread(asked);
    return { id, asAt: history.asAt, asKnownOn: asked.asKnownOn, ...historyView(history, viewer), next: history.next };
  }

  private async history(viewer: Viewer, id: string, query: QueryString): Promise<{ asked: AskedFor; history: PerpetratorHistory }> {
    const now = this.clock.now();
    const asked = readFilter(query, londonDate(now));
    const history = await this.queries.execute(new GetPerpetratorHistory(viewer, id, now, asked.filter, asked.asKnownOn, asked.after));
    if (!history) throw new NotFoundException();
    return { asked, history };
  }
}

/** Each force keeps its own. */
function mayPhotograph(viewer: Viewer, record: PerpetratorState): boolean {
  return record.is === 'recorded' && record.force === viewer.force && may(viewer, 'record-person');
}

function asInAddress({ filter, asKnownOn }: AskedFor): Record<string, unknown> {
  return { asKnownOn, kind: filter.kinds, force: filter.force, order: filter.orderId, from: filter.from, to: filter.to };
}

/** What is filtered by, each with the address that takes it away. */
function chips(base: string, asked: AskedFor, view: PerpetratorHistoryView): { text: string; href: string }[] {
  const { filter } = asked;
  const without = (changed: Record<string, unknown>) => `${address(base, { ...asInAddress(asked), ...changed })}#history`;
  return [
    ...filter.kinds.map((kind) => ({ text: KIND_WORDS[kind], href: without({ kind: filter.kinds.filter((other) => other !== kind) }) })),
    ...(filter.force
      ? [{ text: view.forces.find(({ cjs }) => cjs === filter.force)?.name ?? filter.force, href: without({ force: null }) }]
      : []),
    ...(filter.orderId
      ? [{ text: view.orders.find((order) => order.id === filter.orderId)?.words ?? 'One order', href: without({ order: null }) }]
      : []),
    ...(filter.from ? [{ text: `From ${formatDate(filter.from)}`, href: without({ from: null }) }] : []),
    ...(filter.to ? [{ text: `To ${formatDate(filter.to)}`, href: without({ to: null }) }] : []),
  ];
}
