import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { proposalIn, toProposal } from '../proposal-record/addresses.js';
import { givingIn, searched, type SearchedOrder } from '../proposal-record/proposal-forms.js';
import { ApprovalForms } from './approval-forms.js';
import { ApproveVariation } from './approve-variation.command.js';
import { ApproveVariationDto, approveVariationWords } from './approve-variation.dto.js';

const form: RecordForm<SearchedOrder, ApproveVariationDto> = {
  template: 'orders/approve-variation/approve-variation.page.njk',
  title: 'Approve the proposal',
  dto: ApproveVariationDto,
  words: approveVariationWords,
  command: (order, { proposalId, of, decision, note, knowingly }, act) => {
    const giving = givingIn(order, proposalId, knowingly === true);
    return new ApproveVariation(order.orderId, { proposalId, of, decision, note: note ?? null, giving }, act);
  },
  against: ({ perpetratorId }) => perpetratorId,
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'Your decision is recorded',
  filled: (order, address) => {
    const { proposalId, drafts } = proposalIn(order, address);
    return { proposalId, of: drafts };
  },
  data: searched,
};

@Controller()
@ApiTags('orders')
@May('authorise-application')
export class ApproveVariationPage {
  constructor(private readonly forms: ApprovalForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/approval')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/approval')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Approve a proposed change as a second person, or send it back' })
  @ApiBody({ type: ApproveVariationDto })
  @Post('api/v1/orders/:id/variation-approvals')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
