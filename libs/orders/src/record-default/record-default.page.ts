import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { notificationsAbout } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { RecordDefault } from './record-default.command.js';
import { RecordDefaultDto, recordDefaultWords } from './record-default.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, RecordDefaultDto> = {
  template: 'orders/record-default/record-default.page.njk',
  title: 'Record a missed notification',
  dto: RecordDefaultDto,
  words: recordDefaultWords,
  command: ({ orderId }, details, act) => new RecordDefault(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'default'),
  allowed: byItsOwnForce,
  done: 'The default is recorded',
  filled: (_, { about, lastDay }) => ({ about, lastDay }),
  data: () => ({ about: choicesOf(notificationsAbout) }),
};

@Controller()
@ApiTags('orders')
@May('record-notification')
export class RecordDefaultPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/default')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/default')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record a missed notification' })
  @ApiBody({ type: RecordDefaultDto })
  @Post('api/v1/orders/:id/notification-defaults')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
