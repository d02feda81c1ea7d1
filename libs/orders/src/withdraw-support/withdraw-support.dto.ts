import { IdField, LocalDateField, type Words } from '#pages';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotWithdrawSupport } from './withdraw-support.js';

export class WithdrawSupportDto {
  @IdField('who no longer supports it') protectedPersonId: string;
  @LocalDateField('the day they said so') on: string;
}

export const withdrawSupportWords: Readonly<Record<CannotWithdrawSupport, Words[string]>> = {
  ...applicationWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-filing': { field: 'on', text: 'The day must not be before the application was filed' },
  'not-part-of-it': { field: 'protectedPersonId', text: 'Select somebody the application is about' },
};
