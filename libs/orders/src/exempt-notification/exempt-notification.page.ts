import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { ExemptNotification } from './exempt-notification.command.js';
import { ExemptNotificationDto, exemptNotificationWords } from './exempt-notification.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, ExemptNotificationDto> = {
  template: 'orders/exempt-notification/exempt-notification.page.njk',
  title: 'Record an exemption from notifying',
  dto: ExemptNotificationDto,
  words: exemptNotificationWords,
  command: ({ orderId }, details, act) => new ExemptNotification(orderId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'The exemption is recorded',
  filled: ({ exemption }) => ({
    finalDayIs: exemption ? (exemption.finalDay === null ? 'not-known' : 'known') : undefined,
    finalDay: exemption?.finalDay ?? undefined,
  }),
};

@Controller()
@ApiTags('orders')
@May('record-notification')
export class ExemptNotificationPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/exemption')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/exemption')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the respondent owes no notification while under the Sexual Offences Act 2003' })
  @ApiBody({ type: ExemptNotificationDto })
  @Post('api/v1/orders/:id/notification-exemptions')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
