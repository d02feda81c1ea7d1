import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { kindRule } from '../domain/kinds/index.js';
import type { MadeOrder } from '../domain/order.js';
import { changedIn } from './beside.js';
import { leftEdited } from './left-edited.js';
import { lastVersions, rowOf } from './rows.js';
import { VaryOrder } from './vary-order.command.js';
import { VaryOrderDto, varyOrderWords } from './vary-order.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const filled = (order: MadeOrder) => ({
  courtType: order.court.type,
  courtName: order.court.name,
  end: { is: 'stays' },
  changes: lastVersions(order).map((version) => ({ change: 'leave', ...rowOf(version) })),
});

const form: RecordForm<MadeOrder, VaryOrderDto> = {
  template: 'orders/vary-order/vary-order.page.njk',
  title: 'Record a variation the court has made',
  dto: VaryOrderDto,
  words: varyOrderWords,
  command: ({ orderId }, details, act, orderIds) =>
    new VaryOrder(orderId, details.asDetails(act.commandId), act, { orderIds, goesOn: details.goesOn ?? null }),
  drafts: changedIn,
  makes: (act) => idFrom(act.commandId, 'variation'),
  // The words are shown as the court wrote them, names and all: for the force that keeps the order.
  allowed: ({ force }, viewer) => force === viewer.force,
  done: 'The variation is recorded',
  filled,
  amiss: (order, sent) => leftEdited(order, sent, filled(order)),
  data: (order) => ({ standing: lastVersions(order), mayAsk: kindRule(order.kind).mayVary.includes('chief-officer') }),
};

@Controller()
@ApiTags('orders')
@May('vary-order')
export class VaryOrderPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/vary')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/vary')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the court varied the order: conditions added, reworded, taken out, or another end' })
  @ApiBody({ type: VaryOrderDto })
  @Post('api/v1/orders/:id/variations')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    return this.forms.answer(form, { viewer, id, request });
  }
}
