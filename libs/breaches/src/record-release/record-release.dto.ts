import { ChoiceField, InstantField, OnlyWith, TextField, YesNoField } from '#pages';
import { nfaWords, releaseWords } from '../breach-record/words.js';
import type { Release } from '../domain/breach.js';
import type { NfaReason } from '../domain/events.js';

export class RecordReleaseDetails {
  @InstantField('when the release was')
  at: string;

  @ChoiceField('how the person was released', Object.keys(releaseWords))
  how: Release;

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
