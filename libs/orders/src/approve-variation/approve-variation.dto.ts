import { ChoiceField, IdField, TextField, WholeNumberField, type Words } from '#pages';
import { notReadyWords, proposalWords } from '../proposal-record/proposal-words.js';
import type { CannotApprove } from './approve-variation.js';

export class ApproveVariationDto {
  @IdField('the proposal') proposalId: string;
  @WholeNumberField('how often it had been drafted when you read it') of: number;
  @ChoiceField('what you decide', ['approve', 'send-back']) decision: 'approve' | 'send-back';
  @TextField('a note', { max: 2000, optional: true }) note?: string;
}

export const approveVariationWords: Readonly<Record<CannotApprove, Words[string]>> = {
  ...proposalWords,
  ...notReadyWords,
  'own-work': { field: 'decision', text: 'You wrote part of it. Ask somebody else to approve it' },
  'changed-since-shown': 'The changes were drafted again since you opened this page. Read them again, then decide',
  'approved-already': 'It is approved already. File it at the court',
  'note-needed': { field: 'note', text: 'Say what has to be changed' },
  'filed-already': 'It is filed already. Record what the court decided',
};
