import { ChoiceField, LocalDateField, type Words } from '#pages';
import type { Applicant, Awaited } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import { EndField } from '../order-draft/end-field.js';
import { MomentField } from '../order-draft/moment-field.js';
import { CourtDto, momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { applicants, awaitedWords } from '../order-record/words.js';
import type { CannotRenew, RenewalDetails } from './renew-order.js';

export class RenewOrderDto extends CourtDto {
  @LocalDateField('the day the application to renew was filed') filedOn: string;
  @MomentField('the day the order was renewed') made: Moment;
  @EndField() end: End;
  @ChoiceField('who applied', Object.keys(applicants)) onApplicationOf: Applicant;
  @ChoiceField('what is awaited', Object.keys(awaitedWords), { optional: true }) awaiting?: Awaited;

  asDetails(): Omit<RenewalDetails, 'renewalId'> {
    const { court, filedOn, made, end, onApplicationOf, awaiting } = this;
    return { court, filedOn, made, end, onApplicationOf, awaiting: awaiting ?? null };
  }
}

export const renewOrderWords: Readonly<Record<CannotRenew, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
  'before-made': { field: 'made', text: momentWords['before-made'] },
  'no-renewal': 'The law knows no renewal of this kind of order. Record its extension as a variation',
  'no-standing': { field: 'onApplicationOf', text: 'They may not ask for this. Select who applied' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot renew this order. Select another' },
  'order-over': 'The order was discharged, quashed or ceased, so it cannot be renewed. Check the order',
  'has-no-end': 'The order lasts until further order, so it needs no renewal',
  'filed-after-renewal': { field: 'filedOn', text: 'The application must be filed before the order is renewed. Check both days' },
  'not-later': { field: 'end', text: 'The new last day must be later than the present one' },
  'must-be-fixed': { field: 'end', text: 'An order of this kind has a last day. Enter it' },
};
