import { ChoiceField, InstantField } from '#pages';
import { disposalWords } from '../breach-record/words.js';
import type { OutOfCourtDisposal } from '../domain/breach.js';

export class DisposeOutOfCourtDetails {
  @InstantField('when it was given')
  at: string;

  @ChoiceField('how it was dealt with', Object.keys(disposalWords))
  how: OutOfCourtDisposal;
}
