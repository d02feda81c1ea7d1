import { ChoiceField, InstantField, TextField } from '#pages';
import { supervisionWords } from '../breach-record/words.js';
import type { SupervisionDetails } from './supervise-breach.js';

export class SupervisionFields {
  @InstantField('when it was reviewed')
  at: string;

  @ChoiceField('what you found', Object.keys(supervisionWords))
  decision: SupervisionDetails['decision'];

  @TextField('what is still to be done', { max: 1000, optional: true })
  note?: string;
}
