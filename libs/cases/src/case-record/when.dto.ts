import { refuse } from '#event-sourcing';
import { ChoiceField, LocalDateField, TimeField } from '#pages';
import { type Occurred, occurredAsTold, type TellingProblem } from '../domain/occurred.js';

/** When it happened, as it is told: London day and time, or a range of days. */
export class WhenDto {
  @LocalDateField('the day it happened') on: string;
  @TimeField('the time it happened', { optional: true }) time?: string;
  /** Which of the two, in the hour that the clocks go back. */
  @ChoiceField('which of the two it was', ['earlier', 'later'], { optional: true }) which?: 'earlier' | 'later';
  @LocalDateField('the last day', { optional: true }) until?: string;
}

/** What was told as one time. Refuses with what is missing or cannot be. */
export function occurredIn({ on, time, which, until }: WhenDto): Occurred {
  const occurred = occurredAsTold({ on, until: until ?? null, time: time ?? null, which: which ?? null });
  if (typeof occurred === 'string') throw refuse<TellingProblem>(occurred);
  return occurred;
}
