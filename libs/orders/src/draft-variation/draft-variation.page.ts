import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { draftSent, proposalIn, proposalTyped, toProposal } from '../proposal-record/addresses.js';
import { proposalView } from '../proposal-record/proposal-view.js';
import { ProposalForms, searched, type SearchedOrder } from '../proposal-record/proposal-forms.js';
import { carriedOn, changedIn } from '../vary-order/beside.js';
import { leftEdited } from '../vary-order/left-edited.js';
import { draftedRows, lastVersions } from '../vary-order/rows.js';
import { DraftVariation } from './draft-variation.command.js';
import { DraftVariationDto, draftVariationWords } from './draft-variation.dto.js';

const form: RecordForm<SearchedOrder, DraftVariationDto> = {
  template: 'orders/draft-variation/draft-variation.page.njk',
  title: 'What is to change?',
  dto: DraftVariationDto,
  words: draftVariationWords,
  command: ({ orderId }, details, act, orderIds) =>
    new DraftVariation(orderId, details.asDetails(act.commandId), act, { orderIds, goesOn: details.goesOn ?? null }),
  drafts: (order, typed) => (proposalTyped(order, typed)?.asks === 'variation' ? changedIn(order, typed) : carriedOn(order)),
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'The draft is recorded',
  amiss: (order, sent) => leftEdited(order, sent, draftedRows(order, draftSent(order, sent))),
  filled: (order, address) => {
    const proposal = proposalIn(order, address);
    return { proposalId: proposal.proposalId, ...draftedRows(order, proposal.draft) };
  },
  data: (order, address) => {
    const proposal = proposalIn(order, address);
    const title = proposal.asks === 'discharge' ? { title: 'What is asked?' } : {};
    return {
      ...title,
      standing: lastVersions(order),
      proposal,
      meantime: proposalView(order, proposal, [], null),
      ...searched(order, address),
    };
  },
};

@Controller()
@ApiTags('orders')
@May('vary-order')
export class DraftVariationPage {
  constructor(private readonly forms: ProposalForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/changes')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/changes')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Draft what the court is asked to change' })
  @ApiBody({ type: DraftVariationDto })
  @Post('api/v1/orders/:id/variation-drafts')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
