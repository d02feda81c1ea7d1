import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { RenewOrder } from './renew-order.command.js';
import { RenewOrderDto, renewOrderWords } from './renew-order.dto.js';
import { choicesOf } from '../forms-about/choices.js';
import { awaitedWords } from '../order-record/words.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { carriedOn } from '../vary-order/beside.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, RenewOrderDto> = {
  template: 'orders/renew-order/renew-order.page.njk',
  title: 'Record a renewal the court has made',
  dto: RenewOrderDto,
  words: renewOrderWords,
  command: ({ orderId }, details, act) => new RenewOrder(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'renewal'),
  drafts: carriedOn,
  allowed: byItsOwnForce,
  done: 'The renewal is recorded',
  data: () => ({ awaited: choicesOf(awaitedWords) }),
  filled: ({ court }) => ({ courtType: court.type, courtName: court.name, onApplicationOf: 'chief-officer' }),
};

@Controller()
@ApiTags('orders')
@May('renew-order')
export class RenewOrderPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/renew')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/renew')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the court renewed the order' })
  @ApiBody({ type: RenewOrderDto })
  @Post('api/v1/orders/:id/renewals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
