import { ChoiceField, readField, TextField, Unreadable, type Words } from '#pages';
import type { CannotBeAppealInError } from '../appeal-in-error/appeal-in-error.js';
import { whyApplicationInError } from '../application-in-error/application-entry-words.js';
import type { ApplicationInErrorDetails, CannotBeApplicationInError } from '../application-in-error/application-in-error.js';
import type { WhyApplicationInError } from '../domain/application-in-error.js';
import type { LastDecided } from '../domain/refusal-appeals.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotBeDeterminedInError } from './determined-in-error.js';

const SELECT = 'Select what was recorded in error';

/** The key of the whole application among what can be selected. */
export const WHOLE_APPLICATION = 'application';

export const lastDecidedCalled: Readonly<Record<LastDecided['is'], string>> = {
  determination: 'the determination',
  appeal: 'the appeal against the refusal',
  decision: 'the decision of the appeal',
};

export class DeterminedInErrorDto {
  /** `determination` where it is left out, `appeal:<id>` or `decision:<id>`, `application`, or another entry as `support:<id>`. */
  @readField({
    optional: true,
    missing: SELECT,
    schema: {
      type: String,
      description:
        '`determination`, also when it is left out; `appeal:<id>` or `decision:<id>`; `application` for the whole of it; `support:<id of the person>`, `hearing-outcome:<id of the hearing>` or `direction-done:<id of the direction>`',
    },
    read: (value) =>
      typeof value === 'string' &&
      /^(determination|application|(appeal|decision|support|hearing-outcome|direction-done):[0-9a-zA-Z-]{1,64})$/.test(value)
        ? value
        : new Unreadable(SELECT),
  })
  entry?: string;
  @ChoiceField('why the application should not be on record', Object.keys(whyApplicationInError), { optional: true })
  why?: WhyApplicationInError;
  @TextField('what happened, and how it was found out', { max: 2000 }) reason: string;

  /** What of it is no decision of a court. */
  asDetails(): Omit<ApplicationInErrorDetails, 'errorId'> {
    const { entry = '', why, reason } = this;
    return { of: entry === WHOLE_APPLICATION ? { is: 'application', why: why ?? null } : { is: 'entry', key: entry }, reason };
  }
}

export const determinedInErrorWords: Readonly<
  Record<CannotBeDeterminedInError | CannotBeAppealInError | CannotBeApplicationInError, Words[string]>
> = {
  ...applicationWords,
  'not-your-application': 'Only the force that applied can say that. Ask that force',
  'not-determined': 'The application waits to be determined. There is nothing to put right',
  'no-such-entry':
    'That is not what was recorded last, or not on record any more. Open the application again, and take back first what was recorded last',
  'order-first': 'The order that was made is on record. Say first, on its own page, that it was recorded in error',
  'interim-first':
    'An interim order made after the application was sent back is on record. Say first, on its own page, that it was recorded in error. If a court made it, the decision of the appeal is no error',
  appealed: 'An appeal against the refusal is recorded. Say first that the appeal, with any decision of it, was recorded in error',
  'decided-first': 'What a court decided about this application is on record. Say first that it was recorded in error',
  'interim-made': 'An interim order made on this application is on record. Say first, on its own page, that it was recorded in error',
  'why-needed': { field: 'why', text: 'Select why the application should not be on record' },
};
