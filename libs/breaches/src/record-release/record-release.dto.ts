import { ChoiceField, InstantField, OnlyWith, TextField, YesNoField } from '#pages';
import { nfaWords, releaseWords, remandedByWords, remandWords } from '../breach-record/words.js';
import type { Release, Remand } from '../domain/breach.js';
import type { NfaReason } from '../domain/events.js';

export class RecordReleaseDetails {
  @InstantField('when that was')
  at: string;

  /** After a charge: on bail, or in `custody`. Before one no `custody`. */
  @ChoiceField('how the person was released, bailed or remanded', Object.keys({ ...releaseWords, ...remandWords }))
  how: Release | Remand['how'];

  /** Needed after a charge. */
  @ChoiceField('who decided it', Object.keys(remandedByWords), { optional: true })
  by?: Remand['by'];

  /** Needed when released without further action. */
  @OnlyWith('how', 'no-further-action')
  @ChoiceField('why no further action is taken', Object.keys(nfaWords), { optional: true })
  reason?: NfaReason;

  @OnlyWith('how', 'no-further-action')
  @TextField('the reason in words', { max: 2000, optional: true })
  note?: string;

  /** The record of the orders shows otherwise than the reason. */
  @YesNoField('yes if the record is wrong', { optional: true })
  recordIsWrong?: boolean;
}
