import { ChoiceField, OnlyWith, readField, TextField, Unreadable } from '#pages';
import { decisionWords } from '../breach-record/words.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { FlagChoice } from './review-flag.js';

export class ReviewFlagDetails {
  @ChoiceField('what you decided', Object.keys(decisionWords).filter((decision) => decision !== 'links-changed'))
  decision: FlagChoice;

  /** With `other-wording`: `order/condition/version`. */
  @OnlyWith('decision', 'other-wording')
  @readField({
    optional: true,
    missing: 'Select the wording',
    schema: { type: String, description: 'the wording alleged instead, as order/condition/version' },
    read: (value) => (typeof value === 'string' && allegingOf(value) ? value : new Unreadable('Select the wording from the list')),
  })
  wording?: string;

  @TextField('why', { max: 2000 })
  note: string;
}
