import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { lockedUntil } from '../domain/discharged.js';
import { DischargeOrder } from './discharge-order.command.js';
import { DischargeOrderDto, dischargeOrderWords } from './discharge-order.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, DischargeOrderDto> = {
  template: 'orders/discharge-order/discharge-order.page.njk',
  title: 'Discharge the order',
  dto: DischargeOrderDto,
  words: dischargeOrderWords,
  command: ({ orderId }, details, act) => new DischargeOrder(orderId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'The discharge is recorded',
  data: (order) => ({ lockedUntil: lockedUntil(order) }),
  filled: ({ court }) => ({ courtType: court.type, courtName: court.name }),
};

@Controller()
@ApiTags('orders')
@May('discharge-order')
export class DischargeOrderPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/discharge')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/discharge')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the court discharged the order' })
  @ApiBody({ type: DischargeOrderDto })
  @Post('api/v1/orders/:id/discharge')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
