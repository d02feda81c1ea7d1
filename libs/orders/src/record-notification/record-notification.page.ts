import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { notificationsAbout } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { RecordNotification } from './record-notification.command.js';
import { RecordNotificationDto, recordNotificationWords } from './record-notification.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, RecordNotificationDto> = {
  template: 'orders/record-notification/record-notification.page.njk',
  title: 'Record a notification',
  dto: RecordNotificationDto,
  words: recordNotificationWords,
  command: ({ orderId }, details, act) => new RecordNotification(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'notification'),
  done: 'The notification is recorded',
  // What the order asks for first is mostly what comes first; a new name or address needs the first to be there.
  filled: ({ notifications, replaces }) => (replaces || notifications.some(({ about }) => about === 'initial') ? {} : { about: 'initial' }),
  data: () => ({ about: choicesOf(notificationsAbout) }),
};

@Controller()
@ApiTags('orders')
@May('record-notification')
export class RecordNotificationPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/notification')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/notification')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record a notification by the respondent' })
  @ApiBody({ type: RecordNotificationDto })
  @Post('api/v1/orders/:id/notifications')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
