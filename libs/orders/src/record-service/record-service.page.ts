import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { proofs, serviceMethods } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { RecordService } from './record-service.command.js';
import { withDuty } from './with-duty.js';
import { RecordServiceDto, recordServiceWords } from './record-service.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, RecordServiceDto> = {
  template: 'orders/record-service/record-service.page.njk',
  title: 'Record service',
  dto: RecordServiceDto,
  words: recordServiceWords,
  command: ({ orderId }, details, act) => new RecordService(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'service'),
  done: (order, details) =>
    details?.asDetails().served === 'order' ? withDuty('Service is recorded', order, details.at) : 'Service is recorded',
  filled: () => ({ document: 'order' }),
  data: () => ({ methods: choicesOf(serviceMethods), proofs: choicesOf(proofs) }),
};

@Controller()
@ApiTags('orders')
@May('record-service')
export class RecordServicePage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/serve')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/serve')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record service of an order or of a variation of it' })
  @ApiBody({ type: RecordServiceDto })
  @Post('api/v1/orders/:id/services')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    return this.forms.answer(form, { viewer, id, request });
  }
}
