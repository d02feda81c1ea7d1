import { LocalDateField, type Words } from '#pages';
import { orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotExempt } from './exempt-notification.js';

export class ExemptNotificationDto {
  @LocalDateField('the final day', { optional: true }) finalDay?: string;

  asDetails(): { readonly finalDay: string | null } {
    return { finalDay: this.finalDay ?? null };
  }
}

export const exemptNotificationWords: Readonly<Record<CannotExempt, Words[string]>> = {
  ...orderWords,
  'no-duty': 'The respondent owes no notification under this kind of order',
};
