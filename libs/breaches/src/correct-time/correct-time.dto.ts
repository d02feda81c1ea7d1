import { ChoiceField, InstantField, LocalDateField, TextField, TimeField, YesNoField } from '#pages';

/** When it happened, as it should have been recorded: `at`, or `on` with what else is known of the time. */
export class CorrectTimeDetails {
  @InstantField('the moment it happened', { optional: true })
  at?: string;

  @LocalDateField('the day it happened', { optional: true })
  on?: string;

  @TimeField('the time it happened', { optional: true })
  time?: string;

  /** Which of the two, in the hour that the clocks go back. */
  @ChoiceField('which of the two it was', ['earlier', 'later'], { optional: true })
  which?: 'earlier' | 'later';

  @LocalDateField('the last day', { optional: true })
  until?: string;

  @YesNoField('yes if nobody can say more exactly', { optional: true })
  narrowest?: boolean;

  @TextField('why it is corrected', { max: 1000 })
  reason: string;
}
