import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { entriesOf, entryKey } from '../domain/in-error.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { entryInWords } from './entry-words.js';
import { RecordInError } from './record-in-error.command.js';
import { RecordInErrorDto, recordInErrorWords, whyOrderInError, WHOLE_ORDER } from './record-in-error.dto.js';

const form: RecordForm<MadeOrder, RecordInErrorDto> = {
  template: 'orders/record-in-error/record-in-error.page.njk',
  title: 'Say that something was recorded in error',
  dto: RecordInErrorDto,
  words: recordInErrorWords,
  command: ({ orderId }, details, act) => new RecordInError(orderId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'It counts no more. It can still be read on the history.',
  data: (order) => ({
    isGranted: order.applicationId !== null && order.onAppeal === null && order.kind !== 'interim-spo',
    wholeOrder: WHOLE_ORDER,
    entries: entriesOf(order).map((entry) => ({ value: entryKey(entry), text: entryInWords(order, entry) })),
    reasons: Object.entries(whyOrderInError).map(([value, text]) => ({ value, text })),
  }),
};

@Controller()
@ApiTags('orders')
@May('make-order')
export class RecordInErrorPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/error')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/error')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Say that an entry of an order’s record, or the order itself, was recorded in error' })
  @ApiBody({ type: RecordInErrorDto })
  @Post('api/v1/orders/:id/errors')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
