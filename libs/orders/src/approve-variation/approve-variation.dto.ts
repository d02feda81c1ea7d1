import { ChoiceField, IdField, TextField, WholeNumberField, type Words, YesNoField } from '#pages';
import { notReadyWords, proposalWords } from '../proposal-record/proposal-words.js';
import type { CannotApprove } from './approve-variation.js';

export class ApproveVariationDto {
  @IdField('the proposal') proposalId: string;
  @WholeNumberField('how often it had been drafted when you read it') of: number;
  @ChoiceField('what you decide', ['approve', 'send-back']) decision: 'approve' | 'send-back';
  @TextField('a note', { max: 2000, optional: true }) note?: string;
  /** Asked only when the drafted words tell where a protected person can be reached. */
  @YesNoField('yes if you saw the words that tell where a protected person can be reached', { optional: true })
  knowingly?: boolean;
}

export const approveVariationWords: Readonly<Record<CannotApprove, Words[string]>> = {
  ...proposalWords,
  ...notReadyWords,
  'own-work': { field: 'decision', text: 'You wrote part of it. Ask somebody else to approve it' },
  'changed-since-shown': 'The changes were drafted again since you opened this page. Read them again, then decide',
  'approved-already': 'It is approved already. File it at the court',
  'note-needed': { field: 'note', text: 'Say what has to be changed' },
  'gives-away': {
    field: 'knowingly',
    text: 'The papers would tell the respondent where a protected person can be reached. Send it back to be mended, or tick that you saw what is listed at the top',
  },
  'filed-already': 'It is filed already. Record what the court decided',
};
