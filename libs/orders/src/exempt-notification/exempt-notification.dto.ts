import { refuse } from '#event-sourcing';
import { ChoiceField, LocalDateField, type Words } from '#pages';
import { orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotExempt } from './exempt-notification.js';

export class ExemptNotificationDto {
  @ChoiceField('whether the final day is known', ['known', 'not-known']) finalDayIs: 'known' | 'not-known';
  @LocalDateField('the final day', { optional: true }) finalDay?: string;

  /** Refuses with `final-day-needed` a day that is said to be known and not told, with `final-day-not-known` one told all the same. */
  asDetails(): { readonly finalDay: string | null } {
    if (this.finalDayIs === 'known' && this.finalDay === undefined) throw refuse<UnclearExemption>('final-day-needed');
    if (this.finalDayIs === 'not-known' && this.finalDay !== undefined) throw refuse<UnclearExemption>('final-day-not-known');
    return { finalDay: this.finalDay ?? null };
  }
}

export type UnclearExemption = 'final-day-needed' | 'final-day-not-known';

export const exemptNotificationWords: Readonly<Record<CannotExempt | UnclearExemption, Words[string]>> = {
  ...orderWords,
  'final-day-needed': { field: 'finalDay', text: 'Enter the final day, or select that it is not known' },
  'final-day-not-known': { field: 'finalDayIs', text: 'You entered a final day. Select that it is known, or take the day out' },
  'no-duty': 'The respondent owes no notification under this kind of order',
};
