import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotConfirm, Confirmation } from './confirm-national-record.js';

export class ConfirmNationalRecordDto {
  @ChoiceField('what the national record shows', ['created', 'updated', 'removed']) state: Confirmation['state'];
  @LocalDateField('the day it was checked') on: string;
  @TextField('the reference') reference: string;

  asDetails(): Omit<Confirmation, 'confirmationId'> {
    const { state, on, reference } = this;
    return { state, on, reference };
  }
}

export const confirmNationalRecordWords: Readonly<Record<CannotConfirm, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-made': { field: 'on', text: momentWords['before-made'] },
};
