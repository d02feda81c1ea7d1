import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { ConfirmNationalRecord } from './confirm-national-record.command.js';
import { ConfirmNationalRecordDto, confirmNationalRecordWords } from './confirm-national-record.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, ConfirmNationalRecordDto> = {
  template: 'orders/confirm-national-record/confirm-national-record.page.njk',
  title: 'Confirm the national record',
  dto: ConfirmNationalRecordDto,
  words: confirmNationalRecordWords,
  command: ({ orderId }, details, act) => new ConfirmNationalRecord(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'confirmation'),
  allowed: byItsOwnForce,
  done: 'The confirmation is recorded',
};

@Controller()
@ApiTags('orders')
@May('record-service')
export class ConfirmNationalRecordPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/national-record')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/national-record')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Confirm that the national record shows the order' })
  @ApiBody({ type: ConfirmNationalRecordDto })
  @Post('api/v1/orders/:id/national-record-confirmations')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
