import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { proposalIn, toProposal } from '../proposal-record/addresses.js';
import { AcceptRefusedChange } from './accept-refused-change.command.js';
import { AcceptRefusedChangeDto, acceptRefusedChangeWords } from './accept-refused-change.dto.js';

const form: RecordForm<MadeOrder, AcceptRefusedChangeDto> = {
  template: 'orders/accept-refusal/accept-refusal.page.njk',
  title: 'Record that the force does not appeal',
  dto: AcceptRefusedChangeDto,
  words: acceptRefusedChangeWords,
  command: ({ orderId }, { proposalId, on, reason }, act) => new AcceptRefusedChange(orderId, { proposalId, on, reason }, act),
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'It is recorded that the force does not appeal',
  filled: (order, address) => ({ proposalId: proposalIn(order, address).proposalId }),
};

@Controller()
@ApiTags('orders')
@May('record-appeal')
export class AcceptRefusedChangePage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/no-appeal')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/no-appeal')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that the force does not appeal against the refusal of a change that it asked for' })
  @ApiBody({ type: AcceptRefusedChangeDto })
  @Post('api/v1/orders/:id/no-appeal')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
