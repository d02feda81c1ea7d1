import { ChoiceField, OnlyWith } from '#pages';
import type { WhyDeclined } from '../domain/events.js';
import { whyDeclinedNames } from './handover.view.js';

export const handoverAnswers = ['accept', 'decline', 'withdraw'] as const;

export class HandoverFields {
  /** The force that asked takes it back with `withdraw`; the one that was asked answers. */
  @ChoiceField('whether your force accepts', handoverAnswers) answer: (typeof handoverAnswers)[number];

  /** Asked for when it is declined. */
  @OnlyWith('answer', 'decline')
  @ChoiceField('why your force does not accept', Object.keys(whyDeclinedNames), { optional: true })
  because?: WhyDeclined;
}
