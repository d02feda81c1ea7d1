import { ChoiceField, ChoicesField, InstantField, TextField } from '#pages';
import { riskWords, safetyWords } from '../breach-record/words.js';
import type { SafetyAction, SafetyRisk } from '../domain/events.js';

export class SafetyFields {
  @InstantField('when it was assessed')
  at: string;

  @ChoiceField('how great the risk is now', Object.keys(riskWords))
  risk: SafetyRisk;

  @ChoicesField('what was done at once', Object.keys(safetyWords), { optional: true })
  actions?: SafetyAction[];

  @TextField('what else matters', { max: 1000, optional: true })
  note?: string;
}
