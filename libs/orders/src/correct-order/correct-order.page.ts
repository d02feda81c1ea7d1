import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { type LocalDate, londonTime } from '#calendar';
import { latestEnd } from '../domain/order.js';
import type { EndSet, MadeOrder } from '../domain/order.js';
import { CorrectOrder } from './correct-order.command.js';
import { CorrectOrderDto, correctOrderWords } from './correct-order.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, CorrectOrderDto> = {
  template: 'orders/correct-order/correct-order.page.njk',
  title: 'Correct the order',
  dto: CorrectOrderDto,
  words: correctOrderWords,
  command: ({ orderId }, details, act) => new CorrectOrder(orderId, details.asDetails(), act),
  allowed: ({ force }, viewer) => force === viewer.force,
  done: 'The correction is recorded',
  // Made on an appeal it decided no application.
  data: ({ kind, applicationId, replaces, onAppeal, ends }) => ({
    setBy: setBy(ends.at(-1)),
    decides: kind === 'spo' && onAppeal === null && (applicationId !== null || replaces !== null),
  }),
  filled: (order) => ({
    courtType: order.court.type,
    courtName: order.court.name,
    made: { date: order.made.on, time: order.made.at ? londonTime(order.made.at) : '' },
    end: latestEnd(order),
    respondentPresent: order.respondentPresent,
  }),
};

/** What set the end that is put right here, where that was not the making: a renewal, a variation or an appeal. */
function setBy(set: EndSet | undefined): { readonly what: string; readonly on: LocalDate } | null {
  const what = set && { renewal: 'renewal', variation: 'variation', appeal: 'decision on appeal', discharge: null, order: null }[set.by];
  return set && what ? { what, on: set.from.on } : null;
}

@Controller()
@ApiTags('orders')
@May('make-order')
export class CorrectOrderPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/correct')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/correct')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Correct the court, the day, the end or the presence of an order, for keying errors' })
  @ApiBody({ type: CorrectOrderDto })
  @Post('api/v1/orders/:id/corrections')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
