import { LocalDateField, TextField, type Words } from '#pages';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { Acceptance, CannotAcceptRefusal } from './accept-refusal.js';

export class AcceptRefusalDto {
  @LocalDateField('the day it was decided') on: string;
  @TextField('why the force does not appeal', { max: 4000 }) reason: string;

  asDetails(): Acceptance {
    return { on: this.on, reason: this.reason };
  }
}

export const acceptRefusalWords: Readonly<Record<CannotAcceptRefusal, Words[string]>> = {
  ...applicationWords,
  'not-refused': 'No refusal of this application stands that could be appealed. Open the application again',
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-refusal': { field: 'on', text: 'It cannot be decided before the application was refused. Check the day' },
  'appealed-already': 'An appeal against this refusal is recorded already. Open the application again',
};
