import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { notConsulted } from '../domain/variation.js';
import { choicesOf } from '../forms-about/choices.js';
import { proposalIn, toProposal } from '../proposal-record/addresses.js';
import { consultations, toldWords } from '../proposal-record/words.js';
import { ConsultViews } from './consult-views.command.js';
import { ConsultViewsDto, consultViewsWords } from './consult-views.dto.js';

const form: RecordForm<MadeOrder, ConsultViewsDto> = {
  template: 'orders/consult-views/consult-views.page.njk',
  title: 'What do the people it protects say?',
  dto: ConsultViewsDto,
  words: consultViewsWords,
  command: ({ orderId }, { proposalId, protectedPersonId, on, consultation, told, words }, act) =>
    new ConsultViews(orderId, { proposalId, protectedPersonId, on: on ?? null, consultation, told, words: words ?? null }, act),
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'What they say is recorded',
  filled: (order, address) => {
    const proposal = proposalIn(order, address);
    const [first = order.protectedPersonIds[0]] = notConsulted(proposal, order.protectedPersonIds);
    return { proposalId: proposal.proposalId, protectedPersonId: first };
  },
  data: () => ({ consultations: choicesOf(consultations), told: choicesOf(toldWords) }),
};

@Controller()
@ApiTags('orders')
@May('vary-order')
export class ConsultViewsPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/views')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/views')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record the views of a protected person on a proposed change, or why they were not asked' })
  @ApiBody({ type: ConsultViewsDto })
  @Post('api/v1/orders/:id/consultations')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
