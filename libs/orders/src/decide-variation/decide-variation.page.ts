import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Viewer } from '#access';
import { CurrentViewer, May, Watched } from '#access/module';
import { type Page, type Redirect, type WebRequest } from '#pages';
import type { MadeOrder } from '../domain/order.js';
import type { Proposal } from '../domain/variation.js';
import { OrderForms } from '../forms-about/order-forms.js';
import { byItsOwnForce, type RecordForm } from '../forms-about/record-forms.js';
import { choicesOf } from '../forms-about/choices.js';
import { awaitedWords } from '../order-record/words.js';
import { draftSent, proposalIn, proposalTyped, toProposal } from '../proposal-record/addresses.js';
import { lockOf } from '../proposal-record/discharge-lock.js';
import { variationOutcomes, variationRefusals } from '../proposal-record/words.js';
import { carriedOn, changedBy, changedIn } from '../vary-order/beside.js';
import { leftEdited } from '../vary-order/left-edited.js';
import { draftedRows, lastVersions } from '../vary-order/rows.js';
import { DecideVariation } from './decide-variation.command.js';
import { DecideVariationDto, decideVariationWords } from './decide-variation.dto.js';

const form: RecordForm<MadeOrder, DecideVariationDto> = {
  template: 'orders/decide-variation/decide-variation.page.njk',
  title: 'What became of it?',
  dto: DecideVariationDto,
  words: decideVariationWords,
  command: ({ orderId }, details, act, orderIds) =>
    new DecideVariation(orderId, details.asDetails(act.commandId), act, { orderIds, goesOn: details.goesOn ?? null }),
  drafts: (order, typed) => {
    const proposal = proposalTyped(order, typed);
    if (proposal?.asks !== 'variation') return carriedOn(order);
    return typed.text('outcome') === 'granted-with-changes' ? changedIn(order, typed) : changedBy(order, proposal);
  },
  allowed: byItsOwnForce,
  to: toProposal,
  done: 'The result is recorded',
  amiss: (order, sent) =>
    String(sent['outcome']).startsWith('granted') ? leftEdited(order, sent, draftedRows(order, draftSent(order, sent))) : [],
  filled: (order, address) => {
    const proposal = proposalIn(order, address);
    const court = proposal.filed?.court ?? order.court;
    return { proposalId: proposal.proposalId, courtType: court.type, courtName: court.name, ...draftedRows(order, proposal.draft) };
  },
  data: (order, address) => ({
    standing: lastVersions(order),
    proposal: proposalIn(order, address),
    lock: lockOf(order, proposalIn(order, address), null),
    // A court discharges an order whole or not at all.
    outcomes: choicesOf(variationOutcomes).filter(
      ({ value }) => value !== 'granted-with-changes' || proposalIn(order, address).asks !== 'discharge',
    ),
    refusals: choicesOf(variationRefusals).filter(({ value }) => isReasonOf(proposalIn(order, address), value)),
    awaited: choicesOf(awaitedWords),
  }),
};

/** Whether it may be why a court refused this: what is to end need not be necessary, and what is asked for newly is not necessary still. */
function isReasonOf({ asks }: Proposal, reason: string): boolean {
  const ofChanges = ['not-necessary', 'incompatible-with-another-order', 'conflicts-with-work-or-worship'];
  return asks === 'discharge' ? !ofChanges.includes(reason) : reason !== 'still-necessary';
}

@Controller()
@ApiTags('orders')
@May('vary-order')
export class DecideVariationPage {
  constructor(private readonly forms: OrderForms) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId/result')
  @Watched({ kind: 'order', param: 'id' })
  ask(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page> {
    return this.forms.ask(form, { viewer, id, request });
  }

  @ApiExcludeEndpoint()
  @Post('orders/:id/proposals/:proposalId/result')
  @Watched({ kind: 'order', param: 'id' })
  submit(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest): Promise<Page | Redirect> {
    return this.forms.submit(form, { viewer, id, request });
  }

  @ApiOperation({ summary: 'Record what became of a proposed change: granted, refused or withdrawn' })
  @ApiBody({ type: DecideVariationDto })
  @Post('api/v1/orders/:id/variation-results')
  answer(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Req() request: WebRequest) {
    return this.forms.answer(form, { viewer, id, request });
  }
}
