import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { leadingPhotographs } from '#people';
import { WaitingRecords } from '#people/module';
import { GetPerpetratorHistory } from '../perpetrator-history/perpetrator-history.query.js';
import type { OrderView } from '../perpetrator-history/answer.view.js';
import { historyView } from '../perpetrator-history/perpetrator-history.view.js';
import { ControlRooms, controlRoomsOf } from './control-rooms.js';

/** The answer alone, for a phone in one hand: who, in force or not, known or not, what is forbidden now, what an officer may do. */
@Controller('perpetrators/:id/card')
export class OfficersCardPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly clock: Clock,
    private readonly waiting: WaitingRecords,
    private readonly rooms: ControlRooms,
  ) {}

  @Get()
  @May('view-person')
  @Watched({ kind: 'perpetrator', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<Page> {
    const history = await this.queries.execute(new GetPerpetratorHistory(viewer, id, this.clock.now()));
    if (!history) throw new NotFoundException();
    const own = history.records.flatMap((record) => (record.is === 'unknown' ? [] : [record.perpetratorId]));
    const { identity, records, answer, under18, bail, signals } = historyView(history, viewer);
    return page('histories/officers-card/officers-card.page.njk', {
      title: `Card: ${identity.name}`,
      id,
      identity,
      photographs: leadingPhotographs(history.records),
      records,
      answer,
      under18,
      youthRooms: controlRoomsOf(
        (under18?.contacts ?? []).flatMap(({ heldBy }) => heldBy ?? []),
        this.rooms.numbers,
      ),
      bail,
      waiting: (await this.waiting.of(viewer, [own]))[0],
      signals,
      controlRooms: controlRoomsOf(
        answer.orders.map(({ keeper }) => keeper),
        this.rooms.numbers,
      ),
      serveFirst: may(viewer, 'record-service') ? serveFirst(answer.orders) : null,
      asAt: history.asAt,
      mayReport: may(viewer, 'report-breach'),
      mayServe: may(viewer, 'record-service'),
      mayNotify: may(viewer, 'record-notification'),
    });
  }
}

/** Reading it out is the one way to serve on a doorstep; with several to serve, the button leads to the first of them. */
function serveFirst(orders: readonly OrderView[]): { readonly text: string; readonly href: string } | null {
  const unserved = orders.filter(({ toServe }) => toServe?.byReading === true);
  const [first] = unserved;
  if (!first) return null;
  return {
    text: unserved.length === 1 ? 'Read it out now' : `Read out the ${first.name.toLowerCase()}`,
    href: `/orders/${first.id}/serve/read`,
  };
}
