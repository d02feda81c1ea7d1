import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { choicesOf } from '../forms-about/choices.js';
import { type AppealResult, courtsBelow, courtsHearing, resultsBelow, resultsOf, waitsBelow } from '../domain/appeals.js';
import type { Court } from '../domain/events.js';
import { appealedWords, appealResults } from '../order-record/appeal-words.js';
import { courtTypes } from '../order-record/words.js';
import type { Appeal, MadeOrder } from '../domain/order.js';
import { DetermineAppeal } from './determine-appeal.command.js';
import { DetermineAppealDto, determineAppealWords } from './determine-appeal.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';

function hearing(order: MadeOrder, appealId: unknown): readonly Court['type'][] {
  const appeal = order.appeals.find((one) => one.appealId === appealId);
  if (!appeal) return [];
  return waitsBelow(appeal) ? courtsBelow(order, appeal) : courtsHearing(order, appeal);
}

function resultsFor(order: MadeOrder, appeal: Appeal): readonly AppealResult[] {
  return waitsBelow(appeal) ? resultsBelow(order, appeal) : resultsOf(order, appeal);
}

const form: RecordForm<MadeOrder, DetermineAppealDto> = {
  template: 'orders/determine-appeal/determine-appeal.page.njk',
  title: 'Record the outcome of an appeal',
  dto: DetermineAppealDto,
  words: determineAppealWords,
  command: ({ orderId }, details, act) => new DetermineAppeal(orderId, details.asDetails(), act),
  allowed: byItsOwnForce,
  done: 'The outcome is recorded',
  filled: (order, { appealId }) => {
    const isBelow = order.appeals.some((one) => one.appealId === appealId && waitsBelow(one));
    return {
      courtType: isBelow ? order.court.type : hearing(order, appealId)[0],
      ...(isBelow && { courtName: order.court.name }),
      appealId,
    };
  },
  to: ({ orderId }, _, { appealId }, { outcome }) =>
    outcome === 'varied' ? `/orders/${orderId}/vary?appeal=${String(appealId)}` : `/orders/${orderId}`,
  data: (order, { appealId }) => {
    const appeal = order.appeals.find((one) => one.appealId === appealId);
    return {
      appealCourts: { courts: choicesOf(courtTypes).filter(({ value }) => hearing(order, appealId).some((one) => one === value)) },
      appealed: appeal && appealedWords(order, appeal.against),
      isBelow: appeal !== undefined && waitsBelow(appeal),
      results: appeal ? resultsFor(order, appeal).map((value) => ({ value, ...appealResults[value] })) : [],
    };
  },
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

  @ApiOperation({ summary: 'Record the outcome of an appeal; only one against the making quashes the order' })
  @ApiBody({ type: DetermineAppealDto })
  @Post('api/v1/orders/:id/appeal-outcomes')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
