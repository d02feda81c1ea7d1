import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { courtTypes } from '../order-record/words.js';
import type { MadeOrder } from '../domain/order.js';
import { DetermineAppeal } from './determine-appeal.command.js';
import { DetermineAppealDto, determineAppealWords } from './determine-appeal.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, DetermineAppealDto> = {
  template: 'orders/determine-appeal/determine-appeal.page.njk',
  title: 'Record the outcome of an appeal',
  dto: DetermineAppealDto,
  words: determineAppealWords,
  command: ({ orderId }, details, act) => new DetermineAppeal(orderId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'The outcome is recorded',
  filled: (_, { appealId }) => ({ courtType: 'crown', appealId }),
  data: () => ({ appealCourts: { courts: choicesOf(courtTypes) } }),
};

@Controller()
@ApiTags('orders')
@May('record-appeal')
export class DetermineAppealPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/appeals/:appealId/determine')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/appeals/:appealId/determine')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record the outcome of an appeal; the order is quashed when it is allowed' })
  @ApiBody({ type: DetermineAppealDto })
  @Post('api/v1/orders/:id/appeal-outcomes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<object> {
    return this.forms.answer(form, { viewer, id, request });
  }
}
