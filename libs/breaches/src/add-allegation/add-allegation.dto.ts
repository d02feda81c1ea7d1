import { IdsField, readField, Unreadable, YesNoField } from '#pages';
import { allegingOf } from '../domain/alleging-keys.js';

export class AddAllegationDetails {
  /** `order/condition/version` or `order/ST19004`. */
  @readField({
    missing: 'Select what was breached',
    schema: { type: String, description: 'what was breached, as order/condition/version or order/offence code' },
    read: (value) =>
      typeof value === 'string' && allegingOf(value) !== null ? value : new Unreadable('Select what was breached from the list'),
  })
  alleging: string;

  /** A failure to notify is alleged although the record shows none. */
  @YesNoField('yes if the record is wrong or incomplete', { optional: true })
  recordIsWrong?: boolean;

  /** An order alleged against although it protects none of the people it was done to. */
  @IdsField('the id of an order that was breached even so, though it protects none of the people it was done to', { optional: true })
  evenSo?: string[];
}
