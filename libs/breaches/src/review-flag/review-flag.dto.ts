import { ChoiceField, readField, TextField, Unreadable } from '#pages';
import { decisionWords } from '../breach-record/words.js';
import { allegingOf } from '../domain/alleging-keys.js';
import type { FlagDecision } from '../domain/breach.js';

export class ReviewFlagDetails {
  @ChoiceField('what you decided', Object.keys(decisionWords))
  decision: FlagDecision;

  /** With `other-wording`: `order/condition/version`. */
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
