import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { appealedAs } from '../domain/appeals.js';
import { changesToAppeal } from '../domain/changes-to-appeal.js';
import type { MadeOrder } from '../domain/order.js';
import { sentence } from '../forms-about/choices.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { appealedWords } from '../order-record/appeal-words.js';
import { AcceptChange } from './accept-change.command.js';
import { AcceptChangeDto, acceptChangeWords } from './accept-change.dto.js';

const form: RecordForm<MadeOrder, AcceptChangeDto> = {
  template: 'orders/accept-refusal/accept-change.page.njk',
  title: 'Record that the force does not appeal',
  dto: AcceptChangeDto,
  words: acceptChangeWords,
  command: ({ orderId }, { against, on, reason }, act) => new AcceptChange(orderId, { against, on, reason }, act),
  allowed: byItsOwnForce,
  done: 'It is recorded that the force does not appeal',
  data: (order) => ({
    changes: changesToAppeal(order)
      .filter(({ state }) => state === 'open')
      .map(({ against }) => ({ value: appealedAs(against), text: sentence(appealedWords(order, against)) })),
  }),
};

@Controller()
@ApiTags('orders')
@May('record-appeal')
export class AcceptChangePage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/no-appeal')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/no-appeal')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the force does not appeal against a change that the respondent obtained' })
  @ApiBody({ type: AcceptChangeDto })
  @Post('api/v1/orders/:id/accepted-changes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
