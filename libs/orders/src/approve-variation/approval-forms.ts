import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { londonDate } from '#calendar';
import { withheld } from '#event-sourcing';
import { Clock } from '#event-store';
import { Submissions } from '#pages';
import { ProtectedPeople } from '#people/module';
import { ApplicationRecords } from '../application-record/application-records.query.js';
import type { MadeOrder } from '../domain/order.js';
import { OrderRecords } from '../order-record/order-records.query.js';
import * as words from '../order-record/words.js';
import { ProposalFindings } from '../proposal-record/proposal-findings.js';
import { ProposalForms, type SearchedOrder } from '../proposal-record/proposal-forms.js';
import { proposalView } from '../proposal-record/proposal-view.js';
import * as proposalWords from '../proposal-record/words.js';
import { YouthRecords } from '../youth-record/youth-records.query.js';

/** Forms about the approval of a proposal, with the whole of what is proposed: nobody approves what they were not shown. */
@Injectable()
export class ApprovalForms extends ProposalForms {
  constructor(
    orders: OrderRecords,
    people: ProtectedPeople,
    clock: Clock,
    submissions: Submissions,
    findings: ProposalFindings,
    private readonly applications: ApplicationRecords,
    private readonly youth: YouthRecords,
  ) {
    super(orders, people, clock, submissions, findings);
  }

  protected override async head(viewer: Viewer, order: SearchedOrder): Promise<object> {
    const read: MadeOrder = may(viewer, 'view-protected-person') ? order : withheld(order);
    const known = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const today = londonDate(this.clock.now());
    const proposals = read.proposals.map((proposal) => proposalView(read, proposal, known, today));
    const application = order.applicationId === null ? null : await this.applications.byId(viewer, order.applicationId);
    const youth = await this.youth.ofOrder(viewer, order, application);
    return { ...(await super.head(viewer, order)), proposals, youth, words: { ...words, ...proposalWords } };
  }
}
