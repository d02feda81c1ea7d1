import { ChoiceField, InstantField, TextField, YesNoField } from '#pages';
import { nfaWords } from '../breach-record/words.js';
import type { NfaReason } from '../domain/events.js';

export class NoFurtherActionDetails {
  @InstantField('when it was decided')
  at: string;

  @ChoiceField('why no further action is taken', Object.keys(nfaWords))
  reason: NfaReason;

  @TextField('the reason in words', { max: 2000, optional: true })
  note?: string;

  /** The record of the orders shows otherwise than the reason. */
  @YesNoField('yes if the record is wrong', { optional: true })
  recordIsWrong?: boolean;
}
