import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { may, type Viewer } from '#access';
import { CurrentViewer, May, Users, Watched } from '#access/module';
import { londonDate } from '#calendar';
import { withheld } from '#event-sourcing';
import { Clock } from '#event-store';
import { page, type Page } from '#pages';
import { ProtectedPeople } from '#people/module';
import { orderOf } from '../forms-about/order-forms.js';
import { appealBy } from '../domain/appeal-limits.js';
import { refusalToAppeal } from '../domain/appeals.js';
import { endedOn } from '../domain/ending.js';
import { kindRule } from '../domain/kinds/index.js';
import type { VariationStep } from '../domain/variation.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import { UndecidedRecords } from '../order-record/undecided-records.query.js';
import * as words from '../order-record/words.js';
import { proposalIn } from './addresses.js';
import { ProposalFindings } from './proposal-findings.js';
import { proposalView } from './proposal-view.js';
import * as proposalWords from './words.js';

const steps: Readonly<Record<VariationStep, { readonly text: string; readonly path: string; readonly hint: string }>> = {
  views: { text: 'What the people it protects say', path: 'views', hint: 'Asked, or a reason why not, for each of them' },
  changes: { text: 'What is to change', path: 'changes', hint: 'Clause by clause' },
  approval: { text: 'Approval', path: 'approval', hint: 'By somebody who wrote none of it' },
  filing: { text: 'Filing at the court', path: 'filing', hint: 'When and where it was filed' },
  result: { text: 'Result', path: 'result', hint: 'Granted, refused or withdrawn' },
};

/** A discharge changes no clause: it ends the order. */
const wholeOrder = { text: 'What is asked', path: 'changes', hint: 'That the order ends whole' } as const;

/** How far is what the court is to be asked, and what is it? */
@Controller()
@ApiTags('orders')
export class ProposalRecordPage {
  constructor(
    private readonly orders: OrderRecords,
    private readonly people: ProtectedPeople,
    private readonly findings: ProposalFindings,
    private readonly undecided: UndecidedRecords,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  @ApiExcludeEndpoint()
  @Get('orders/:id/proposals/:proposalId')
  @May('view-order')
  @Watched({ kind: 'order', param: 'id' })
  async show(@CurrentViewer() viewer: Viewer, @Param('id') id: string, @Param('proposalId') proposalId: string): Promise<Page> {
    const found = await this.orders.seen(viewer, id);
    // What protected people say is for the force that keeps the order.
    if (found.force !== viewer.force) throw orderOf(found.force);
    const order = may(viewer, 'view-protected-person') ? found : withheld(found);
    const people = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const proposal = proposalView(order, proposalIn(order, { proposalId }), people, londonDate(this.clock.now()));
    const isMended = proposal.filed === null && proposal.decided === null;
    const address = `/orders/${id}/proposals/${proposalId}`;
    const { name } = kindRule(order.kind);
    return page('orders/proposal-record/proposal-record.page.njk', {
      title: `Ask the court to ${proposalWords.doing[proposal.asks]} the order`,
      back: { href: `/orders/${id}`, text: 'The order' },
      caption: `${name}, ${words.courtWords(order.court)}`,
      proposal,
      approver: proposal.approved ? ((await this.users.names([proposal.approved.by])).get(proposal.approved.by) ?? null) : null,
      undecided: proposal.decided === null ? await this.undecided.beside(viewer, order.perpetratorId) : [],
      ended: endedOn(order, londonDate(this.clock.now())),
      perpetratorId: order.perpetratorId,
      orderId: id,
      limits:
        proposal.decided && order.is === 'standing' && refusalToAppeal(order, proposalId) === 'open'
          ? appealBy(proposal.decided.at.on)
          : null,
      // SPA 2019 s.7 is of orders under s.4: an interim order is changed under s.5.
      noneToAppeal: order.kind === 'interim-spo' && proposal.decided?.outcome === 'refused' && refusalToAppeal(order, proposalId) === null,
      appeal: may(viewer, 'record-appeal') ? `/orders/${id}/appeal` : null,
      noAppeal: `${address}/no-appeal`,
      over:
        proposal.decided === null && order.is === 'over'
          ? { on: order.over.at.on, words: proposalWords.overWords[order.over.because] }
          : null,
      // What is filed or decided is mended no more; who may read no names learns nothing of where anybody is.
      findings: isMended && may(viewer, 'view-protected-person') ? await this.findings.of(viewer, id, proposalId) : [],
      toRead: isMended && may(viewer, 'view-protected-person') ? await this.findings.toRead(viewer, id, proposalId) : [],
      words: { ...words, ...proposalWords },
      tasks: proposal.steps.map(({ step, state }) => {
        const { text, path, hint } = step === 'changes' && proposal.asks === 'discharge' ? wholeOrder : steps[step];
        const isTheirs = may(viewer, step === 'approval' ? 'authorise-application' : 'vary-order');
        const isOpen =
          isTheirs &&
          proposal.decided === null &&
          state !== 'cannot-start' &&
          !(state === 'done' && (step === 'filing' || step === 'approval'));
        return {
          title: { text },
          hint: { text: hint },
          status: { tag: proposalWords.stepTags[state] },
          ...(isOpen ? { href: `${address}/${path}` } : {}),
        };
      }),
      papers: may(viewer, 'vary-order') ? `${address}/pack` : null,
      withdraw:
        may(viewer, 'vary-order') && proposal.decided === null && (proposal.filed === null || order.is === 'over')
          ? `${address}/result`
          : null,
    });
  }
}
