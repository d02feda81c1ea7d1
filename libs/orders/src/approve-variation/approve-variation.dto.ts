import { ChoiceField, IdField, TextField, type Words } from '#pages';
import { notReadyWords, proposalWords } from '../proposal-record/proposal-words.js';
import type { CannotApprove } from './approve-variation.js';

export class ApproveVariationDto {
  @IdField('the proposal') proposalId: string;
  @ChoiceField('what you decide', ['approve', 'send-back']) decision: 'approve' | 'send-back';
  @TextField('a note', { max: 2000, optional: true }) note?: string;
}

export const approveVariationWords: Readonly<Record<CannotApprove, Words[string]>> = {
  ...proposalWords,
  ...notReadyWords,
  'own-work': { field: 'decision', text: 'You wrote part of it. Ask somebody else to approve it' },
  'approved-already': 'It is approved already. File it at the court',
  'note-needed': { field: 'note', text: 'Say what has to be changed' },
  'filed-already': 'It is filed already. Record what the court decided',
};
