import { LocalDateField, TextField } from '#pages';

export class AddAddendumDetails {
  @TextField('what was learned', { max: 4000 })
  text: string;

  /** A better answer to when it happened. */
  @LocalDateField('the day it happened', { optional: true })
  on?: string;

  @LocalDateField('the last day', { optional: true })
  until?: string;
}
