import { ChoiceField, InstantField, LocalDateField, TextField } from '#pages';
import { outcomeWords } from '../breach-record/words.js';
import type { BreachOutcome } from '../domain/events.js';

export class RecordCourtOutcomeDetails {
  @LocalDateField('the day of the outcome')
  on: string;

  @ChoiceField('the outcome', Object.keys(outcomeWords))
  outcome: BreachOutcome;

  /** When it was received; the present unless told. */
  @InstantField('when the outcome was received', { optional: true })
  receivedAt?: string;

  @TextField('the sentence', { max: 2000, optional: true })
  sentence?: string;
}
