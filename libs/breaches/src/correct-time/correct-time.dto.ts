import { ChoiceField, InstantField, LocalDateField, NotWith, OnlyWith, TextField, TimeField, YesNoField } from '#pages';

/** When it happened, as it should have been recorded: `at`, or `on` with what else is known of the time. */
export class CorrectTimeDetails {
  @InstantField('the moment it happened', { optional: true })
  at?: string;

  @NotWith('at')
  @LocalDateField('the day it happened', { optional: true })
  on?: string;

  @NotWith('at')
  @TimeField('the time it happened', { optional: true })
  time?: string;

  /** Which of the two, in the hour that the clocks go back. */
  @OnlyWith('time')
  @ChoiceField('which of the two it was', ['earlier', 'later'], { optional: true })
  which?: 'earlier' | 'later';

  @NotWith('at')
  @LocalDateField('the last day', { optional: true })
  until?: string;

  @NotWith('at')
  @NotWith('time')
  @YesNoField('yes if nobody can say more exactly', { optional: true })
  narrowest?: boolean;

  @TextField('why it is corrected', { max: 1000 })
  reason: string;
}
