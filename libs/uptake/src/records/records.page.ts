import { Controller, Get, NotFoundException, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Viewer } from '#access';
import { CurrentViewer, May, Shown, ShownRecords, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { Clock } from '#event-store';
import { type OrderKind, orderKinds } from '#orders';
import { address, type Listing, nextAddress, page, type Page } from '#pages';
import { Asks } from '#pages/module';
import { ApplicationsAsked, OrdersAsked } from '../figures/asked.dto.js';
import { knownWords } from '../figures/counted.js';
import { type Asked, type FilterProblem, inAddress, readFilter, refuseUnreadable } from '../figures/filter.js';
import { forceWords, kindWords, nameOf, periodWords } from '../figures/figures.view.js';
import { APPLICATION_LISTS, isOfPeriod, type List, listNames, ORDER_LISTS } from '../figures/lists.js';
import { GetUptakeRecords, type KindFilter, type UptakeRecord } from './records.query.js';

type QueryString = Readonly<Record<string, unknown>>;

interface Behind extends Asked {
  readonly list: List;
  readonly kind: KindFilter;
  readonly records: Listing<UptakeRecord>;
}

/** The records behind the managers' figures: every number leads to exactly what it counts. */
@Controller()
@ApiTags('uptake')
export class UptakeRecordsPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('uptake/orders')
  @May('view-uptake')
  @Watched({ kind: 'orders behind a figure' })
  async orders(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords): Promise<Page> {
    return show('/uptake/orders', await this.behind(viewer, ORDER_LISTS, query, shown));
  }

  @ApiExcludeEndpoint()
  @Get('uptake/applications')
  @May('view-uptake')
  @Watched({ kind: 'applications behind a figure' })
  async applications(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords): Promise<Page> {
    return show('/uptake/applications', await this.behind(viewer, APPLICATION_LISTS, query, shown));
  }

  @ApiOperation({ summary: 'The orders behind a figure, with letters for people' })
  @Get('api/v1/uptake/orders')
  @Asks(OrdersAsked)
  @May('view-uptake')
  @Watched({ kind: 'orders behind a figure' })
  async answerOrders(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords) {
    return answer(await this.behind(viewer, ORDER_LISTS, query, shown));
  }

  @ApiOperation({ summary: 'The applications behind a figure' })
  @Get('api/v1/uptake/applications')
  @Asks(ApplicationsAsked)
  @May('view-uptake')
  @Watched({ kind: 'applications behind a figure' })
  async answerApplications(@CurrentViewer() viewer: Viewer, @Query() query: QueryString, @Shown() shown: ShownRecords) {
    return answer(await this.behind(viewer, APPLICATION_LISTS, query, shown));
  }

  private async behind(viewer: Viewer, lists: readonly List[], query: QueryString, shown: ShownRecords): Promise<Behind> {
    const list = lists.find((one) => one === (query['list'] ?? lists[0]));
    if (!list) throw new NotFoundException();
    const asked = readFilter(query, londonDate(this.clock.now()));
    const problems: FilterProblem[] = [...asked.problems];
    const kind = kindIn(query['kind']);
    if (kind === null && typeof query['kind'] === 'string' && query['kind'] !== '')
      problems.push({ text: 'There is no such kind of order: all kinds are shown', href: '#main-content' });
    const after = typeof query['after'] === 'string' ? query['after'] : null;
    const records = await this.queries.execute(new GetUptakeRecords(viewer, list, asked.filter, kind, after));
    shown.add(records.items.map(({ recordId }) => recordId));
    return { ...asked, problems, list, kind, records };
  }
}

function kindIn(value: unknown): KindFilter {
  if (value === 'other-kinds') return value;
  return orderKinds.find((kind: OrderKind) => kind === value) ?? null;
}

function show(path: string, { filter, problems, list, kind, records }: Behind): Page {
  const asked = { list, ...inAddress(filter), kind: kind ?? '' };
  return page('uptake/records/records.page.njk', {
    title: listNames[list],
    back: { href: address('/uptake', inAddress(filter)), text: 'Back to the figures' },
    problems,
    asAt: filter.asAt,
    known: knownWords(filter),
    about: [
      forceWords(filter.force),
      ...(kind === null ? [] : [kind === 'other-kinds' ? 'Kinds other than stalking protection orders' : kindWords(kind)]),
      ...(isOfPeriod(list) ? [periodWords(filter)] : []),
    ].join(', '),
    isOrders: path === '/uptake/orders',
    records: records.items.map((record) => ({
      ...record,
      forceName: nameOf(record.force),
      kindName: record.kind && kindWords(record.kind),
    })),
    next: nextAddress(path, asked, records),
  });
}

function answer({ filter, problems, list, kind, records }: Behind) {
  refuseUnreadable(problems);
  return {
    list,
    kind,
    filter,
    known: knownWords(filter),
    items: records.items,
    next: records.next,
  };
}
