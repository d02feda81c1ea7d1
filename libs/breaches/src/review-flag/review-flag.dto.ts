import { ChoiceField, TextField } from '#pages';
import { decisionWords } from '../breach-record/words.js';
import type { FlagDecision } from '../domain/breach.js';

export class ReviewFlagDetails {
  @ChoiceField('what you decided', Object.keys(decisionWords))
  decision: FlagDecision;

  @TextField('why', { max: 2000 })
  note: string;
}
