import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { askedByPolice, kindRule } from '../domain/kinds/index.js';
import { lockedUntil } from '../domain/discharged.js';
import { choicesOf } from '../forms-about/choices.js';
import { asked, askingTitle, variationReasons } from '../proposal-record/words.js';
import { newProposalId, ProposeVariation } from './propose-variation.command.js';
import { ProposeVariationDto, proposeVariationWords } from './propose-variation.dto.js';

const form: RecordForm<MadeOrder, ProposeVariationDto> = {
  template: 'orders/propose-variation/propose-variation.page.njk',
  title: 'Ask the court to change the order',
  dto: ProposeVariationDto,
  words: proposeVariationWords,
  command: ({ orderId }, { asks, because, reason }, act) => new ProposeVariation(orderId, { asks, because, reason }, act),
  against: ({ perpetratorId }) => perpetratorId,
  allowed: byItsOwnForce,
  makes: (act) => newProposalId(act.commandId),
  to: ({ orderId }, act) => `/orders/${orderId}/proposals/${newProposalId(act.commandId)}`,
  done: 'The proposal is begun',
  // The work list leads here with the reason.
  filled: ({ kind }, { because }) => ({
    asks: because === 'order-ends' && kindRule(kind).mayRenew.includes('chief-officer') ? 'renewal' : 'variation',
    because: Object.keys(variationReasons).find((one) => one === because),
  }),
  data: (order) => {
    const may = askedByPolice(kindRule(order.kind));
    return {
      title: askingTitle(order.kind),
      reasons: choicesOf(variationReasons),
      asks: choicesOf(asked).filter(({ value }) => may.some((one) => one === value)),
      lockedUntil: may.includes('discharge') ? lockedUntil(order) : null,
    };
  },
};

@Controller()
@ApiTags('orders')
@May('vary-order')
export class ProposeVariationPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/new')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/new')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Propose that the court is asked to vary, renew or discharge the order' })
  @ApiBody({ type: ProposeVariationDto })
  @Post('api/v1/orders/:id/proposals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
