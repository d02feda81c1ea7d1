import { Injectable } from '@nestjs/common';
import { may, type Viewer } from '#access';
import { withheld } from '#event-sourcing';
import type { MadeOrder } from '../domain/order.js';
import * as words from '../order-record/words.js';
import { ProposalForms, type SearchedOrder } from '../proposal-record/proposal-forms.js';
import { proposalView } from '../proposal-record/proposal-view.js';
import * as proposalWords from '../proposal-record/words.js';

/** Forms about the approval of a proposal, with the whole of what is proposed: nobody approves what they were not shown. */
@Injectable()
export class ApprovalForms extends ProposalForms {
  protected override async head(viewer: Viewer, order: SearchedOrder): Promise<object> {
    const read: MadeOrder = may(viewer, 'view-protected-person') ? order : withheld(order);
    const known = await this.people.knownAs(viewer, order.protectedPersonIds, [order]);
    const proposals = read.proposals.map((proposal) => proposalView(read, proposal, known));
    return { ...(await super.head(viewer, order)), proposals, words: { ...words, ...proposalWords } };
  }
}
