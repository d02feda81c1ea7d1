import { readField, TextField, Unreadable, type Words } from '#pages';
import type { CannotBeAppealInError } from '../appeal-in-error/appeal-in-error.js';
import type { LastDecided } from '../domain/refusal-appeals.js';
import type { CannotBeDeterminedInError } from './determined-in-error.js';

export const lastDecidedCalled: Readonly<Record<LastDecided['is'], string>> = {
  determination: 'the determination',
  appeal: 'the appeal against the refusal',
  decision: 'the decision of the appeal',
};

export class DeterminedInErrorDto {
  /** `determination` where it is left out, `appeal:<id>` or `decision:<id>`. */
  @readField({
    optional: true,
    missing: 'Select what was recorded in error',
    schema: { type: String, description: '`determination`, also when it is left out, `appeal:<id>` or `decision:<id>`' },
    read: (value) =>
      typeof value === 'string' && /^(determination|(appeal|decision):[0-9a-zA-Z-]{1,64})$/.test(value)
        ? value
        : new Unreadable('Select what was recorded in error'),
  })
  entry?: string;
  @TextField('what happened, and how it was found out', { max: 2000 }) reason: string;
}

export const determinedInErrorWords: Readonly<Record<CannotBeDeterminedInError | CannotBeAppealInError, Words[string]>> = {
  'no-such-application': 'There is no such application. Open it again from the perpetrator’s page',
  'not-your-application': 'Only the force that applied can say that. Ask that force',
  'not-determined': 'The application waits to be determined. There is nothing to put right',
  'no-such-entry': 'Something else was recorded of this application since. Open it again, and take back first what was recorded last',
  'order-first': 'The order that was made is on record. Say first, on its own page, that it was recorded in error',
  'interim-first':
    'An interim order made after the application was sent back is on record. Say first, on its own page, that it was recorded in error. If a court made it, the decision of the appeal is no error',
  appealed: 'An appeal against the refusal is recorded. Say first that the appeal, with any decision of it, was recorded in error',
};
