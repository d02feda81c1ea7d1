import { ChoiceField, LocalDateField, type Words } from '#pages';
import type { Applicant } from '../domain/events.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { applicants } from '../order-record/words.js';
import type { AppealDetails, CannotLodgeAppeal } from './lodge-appeal.js';

export class LodgeAppealDto {
  @LocalDateField('the day the appeal was lodged') on: string;
  @ChoiceField('who appeals', Object.keys(applicants)) by: Applicant;

  asDetails(): Omit<AppealDetails, 'appealId'> {
    return { on: this.on, by: this.by };
  }
}

export const lodgeAppealWords: Readonly<Record<CannotLodgeAppeal, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'no-standing': { field: 'by', text: 'They may not appeal against an order of this kind. Select who appeals' },
  'before-made': { field: 'on', text: momentWords['before-made'] },
};
