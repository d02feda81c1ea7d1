import { ChoiceField, IdField, LocalDateField, TextField, type Words } from '#pages';
import type { InterimRefusalSettling } from '../domain/interim-refusals.js';
import { applicationWords } from '../forms-about/application-words.js';
import { momentWords } from '../order-draft/order-draft.dto.js';
import type { CannotSettleInterimRefusal } from './settle-interim-refusal.js';

export const settlingWords: Readonly<Record<InterimRefusalSettling, string>> = {
  appealed: 'the force appealed against it',
  accepted: 'the force does not appeal',
};

export class SettleInterimRefusalDto {
  @IdField('at which hearing it was refused') hearingId: string;
  @ChoiceField('what the force does about it', Object.keys(settlingWords)) how: InterimRefusalSettling;
  @LocalDateField('the day it was lodged or decided') on: string;
  @TextField('why, or where the appeal was lodged', { max: 4000 }) reason: string;
}

export const settleInterimRefusalWords: Readonly<Record<CannotSettleInterimRefusal, Words[string]>> = {
  ...applicationWords,
  'not-refused': { field: 'hearingId', text: 'No interim order was refused at that hearing. Open the application again' },
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-refusal': { field: 'on', text: 'It cannot be before the interim order was refused. Check the day' },
  'settled-so-already': { field: 'how', text: 'That is recorded already. Nothing needs to be recorded again' },
};
