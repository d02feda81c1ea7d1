import { TextField, type Words } from '#pages';
import type { CannotBeDeterminedInError } from './determined-in-error.js';

export class DeterminedInErrorDto {
  @TextField('what happened, and how it was found out', { max: 2000 }) reason: string;
}

export const determinedInErrorWords: Readonly<Record<CannotBeDeterminedInError, Words[string]>> = {
  'no-such-application': 'There is no such application. Open it again from the perpetrator’s page',
  'not-your-application': 'Only the force that applied can say that. Ask that force',
  'not-determined': 'The application waits to be determined. There is nothing to put right',
  'order-first': 'The order that was granted is on record. Say first, on its own page, that it was recorded in error',
  appealed: 'An appeal against the refusal is recorded, so it stands. Ask the force solicitor',
};
