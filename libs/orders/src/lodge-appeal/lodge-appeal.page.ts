import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { idFrom, type Page, type Redirect, type WebRequest } from '#pages';
import { kindRule } from '../domain/kinds/index.js';
import { choicesOf, sentence } from '../forms-about/choices.js';
import { appealableOf, appealedAs } from '../domain/appeals.js';
import { appealedWords, openToAppeal } from '../order-record/appeal-words.js';
import { applicants, courtTypes } from '../order-record/words.js';
import type { Applicant } from '../domain/events.js';
import type { MadeOrder } from '../domain/order.js';
import { LodgeAppeal } from './lodge-appeal.command.js';
import { LodgeAppealDto, lodgeAppealWords } from './lodge-appeal.dto.js';
import { OrderForms } from '../forms-about/order-forms.js';
import type { RecordForm } from '../forms-about/record-forms.js';

const form: RecordForm<MadeOrder, LodgeAppealDto> = {
  template: 'orders/lodge-appeal/lodge-appeal.page.njk',
  title: 'Record an appeal',
  dto: LodgeAppealDto,
  words: lodgeAppealWords,
  command: ({ orderId }, details, act) => new LodgeAppeal(orderId, details.asDetails(), act),
  makes: (act) => idFrom(act.commandId, 'appeal'),
  done: 'The appeal is recorded',
  data: (order) => {
    const decisions = appealableOf(order);
    const mayChange = kindRule(order.kind).courts;
    return {
      isUnder: order.is !== 'over',
      toAppeal: openToAppeal(order),
      appealLaw: kindRule(order.kind).appeals(order.made.on)?.source ?? '',
      appellants: choicesOf(applicants).filter(({ value }) => decisions.some(({ by }) => by.some((one) => one === value))),
      courts: choicesOf(courtTypes).filter(({ value }) => mayChange.some((one) => one === value)),
      asksRefusal: decisions.some(({ against }) => against.decision === 'refusal' && against.proposalId === null),
      decisions: decisions.map(({ against, by }) => ({
        value: appealedAs(against),
        text: sentence(
          against.decision === 'refusal' && against.proposalId === null ? refusedWords(against.of, by) : appealedWords(order, against),
        ),
        hint: `Can be appealed by ${by.map((one) => applicants[one]).join(' or ')}`,
      })),
    };
  },
};

/** A refusal of which only the appeal tells: by whom it was asked for is who can appeal it. */
function refusedWords(of: string, by: readonly Applicant[]): string {
  return `the refusal of a ${of} that ${by.map((one) => applicants[one]).join(' or ')} asked for`;
}

@Controller()
@ApiTags('orders')
@May('record-appeal')
export class LodgeAppealPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/appeal')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/appeal')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record an appeal' })
  @ApiBody({ type: LodgeAppealDto })
  @Post('api/v1/orders/:id/appeals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
