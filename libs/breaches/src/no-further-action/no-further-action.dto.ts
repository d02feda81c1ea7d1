import { ChoiceField, InstantField, TextField } from '#pages';
import { nfaWords } from '../breach-record/words.js';
import type { NfaReason } from '../domain/events.js';

export class NoFurtherActionDetails {
  @InstantField('when it was decided')
  at: string;

  @ChoiceField('why no further action is taken', Object.keys(nfaWords))
  reason: NfaReason;

  @TextField('the reason in words', { max: 2000, optional: true })
  note?: string;
}
