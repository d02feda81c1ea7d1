import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { serviceMethods } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { AttemptService } from './attempt-service.command.js';
import { AttemptServiceDto, attemptServiceWords } from './attempt-service.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, AttemptServiceDto> = {
  template: 'orders/attempt-service/attempt-service.page.njk',
  title: 'Record a failed attempt to serve',
  dto: AttemptServiceDto,
  words: attemptServiceWords,
  command: ({ orderId }, details, act) => new AttemptService(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'attempt'),
  done: 'The attempt is recorded',
  filled: () => ({ document: 'order' }),
  data: () => ({ methods: choicesOf(serviceMethods) }),
};

@Controller()
@ApiTags('orders')
@May('record-service')
export class AttemptServicePage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/attempt-service')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/attempt-service')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record a failed attempt to serve an order or a variation of it' })
  @ApiBody({ type: AttemptServiceDto })
  @Post('api/v1/orders/:id/service-attempts')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
