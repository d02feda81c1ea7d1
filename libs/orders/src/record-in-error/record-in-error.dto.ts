import { ChoiceField, OnlyWith, readField, TextField, Unreadable, type Words } from '#pages';
import type { WhyOrderInError } from '../domain/in-error.js';
import { orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotBeInError, InError } from './record-in-error.js';

const SELECT = 'Select what was recorded in error';

/** The key of the whole order among what can be selected. */
export const WHOLE_ORDER = 'order';

export const whyOrderInError: Readonly<Record<WhyOrderInError, string>> = {
  'wrong-person': 'It is against somebody else',
  twice: 'It is recorded twice',
  'never-made': 'No court made it',
};

export class RecordInErrorDto {
  @readField({
    missing: SELECT,
    schema: { type: String, description: 'what was recorded in error: `order`, or an entry as `service:<id>`' },
    read: (value) => (typeof value === 'string' && value.length > 0 && value.length <= 100 ? value : new Unreadable(SELECT)),
  })
  entry: string;
  @OnlyWith('entry', WHOLE_ORDER)
  @ChoiceField('why the order should not be on record', Object.keys(whyOrderInError), { optional: true })
  why?: WhyOrderInError;
  @TextField('what happened, and how it was found out', { max: 2000 }) reason: string;

  asDetails(): Omit<InError, 'errorId'> {
    const { entry, why, reason } = this;
    return { of: entry === WHOLE_ORDER ? { is: 'order', why: why ?? null } : { is: 'entry', key: entry }, reason };
  }
}

export const recordInErrorWords: Readonly<Record<CannotBeInError, Words[string]>> = {
  ...orderWords,
  'not-your-order': 'Only the force that keeps the order can say that. Ask that force',
  'no-such-entry': { field: 'entry', text: 'That is not on the record of this order any more. Select what was recorded in error' },
  'why-needed': { field: 'why', text: 'Select why the order should not be on record' },
};
