import type { Words } from '#pages';
import type { NoProposal, NotReady } from '../domain/open-proposal.js';
import { orderWords } from '../order-draft/order-draft.dto.js';

export const proposalWords: Readonly<Record<NoProposal, Words[string]>> = {
  ...orderWords,
  'no-such-proposal': 'There is no such proposal. Open it again from the order',
  'proposal-decided': 'The court’s answer is recorded already. Open the order to see it',
};

export const notReadyWords: Readonly<Record<NotReady, Words[string]>> = {
  'views-missing':
    'Nothing is recorded yet of the views of a person the order protects. Record them, or why that person was not asked, first',
  'changes-missing': 'What the court is asked is not drafted. Draft it first',
};
