import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { proposalIn, proposalTyped, toProposal } from '../proposal-record/addresses.js';
import { givingIn, ProposalForms, searched, type SearchedOrder } from '../proposal-record/proposal-forms.js';
import { latestEnd } from '../domain/order.js';
import { lockOf } from '../proposal-record/discharge-lock.js';
import { carriedOn, changedBy } from '../vary-order/beside.js';
import { FileVariation } from './file-variation.command.js';
import { FileVariationDto, fileVariationWords } from './file-variation.dto.js';

const form: RecordForm<SearchedOrder, FileVariationDto> = {
  template: 'orders/file-variation/file-variation.page.njk',
  title: 'Record the filing',
  dto: FileVariationDto,
  words: fileVariationWords,
  command: (order, details, act, orderIds, { role }) => {
    const giving = { ...givingIn(order, details.proposalId, details.knowingly === true), by: { userId: act.by, role } };
    return new FileVariation(order.orderId, { ...details.asDetails(), giving }, act, { orderIds, goesOn: details.goesOn ?? null });
  },
  drafts: (order, typed) => {
    const proposal = proposalTyped(order, typed);
    return proposal?.asks === 'variation' ? changedBy(order, proposal) : carriedOn(order);
  },
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'The filing is recorded',
  filled: (order, address) => ({
    proposalId: proposalIn(order, address).proposalId,
    courtType: order.court.type,
    courtName: order.court.name,
  }),
  data: (order, address) => {
    const proposal = proposalIn(order, address);
    return { proposal, end: latestEnd(order), lock: lockOf(order, proposal, null), ...searched(order, address) };
  },
};

@Controller()
@ApiTags('orders')
@May('vary-order')
export class FileVariationPage {
  constructor(private readonly forms: ProposalForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/filing')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/filing')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record that a proposed change was filed at the court' })
  @ApiBody({ type: FileVariationDto })
  @Post('api/v1/orders/:id/variation-filings')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
