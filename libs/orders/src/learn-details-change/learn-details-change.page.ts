import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { LearnDetailsChange } from './learn-details-change.command.js';
import { LearnDetailsChangeDto, learnDetailsChangeWords } from './learn-details-change.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, LearnDetailsChangeDto> = {
  template: 'orders/learn-details-change/learn-details-change.page.njk',
  title: 'Record a change of name or address',
  dto: LearnDetailsChangeDto,
  words: learnDetailsChangeWords,
  command: ({ orderId }, details, act) => new LearnDetailsChange(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'change'),
  done: 'The change is recorded',
};

@Controller()
@ApiTags('orders')
@May('record-notification')
export class LearnDetailsChangePage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/details-change')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/details-change')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the respondent changed name or address' })
  @ApiBody({ type: LearnDetailsChangeDto })
  @Post('api/v1/orders/:id/details-changes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
