import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import type { Applicant } from '../domain/events.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { applicants } from '../order-record/words.js';
import type { AppealDetails, CannotLodgeAppeal } from './lodge-appeal.js';

export class LodgeAppealDto {
  @LocalDateField('the day the appeal was lodged') on: string;
  @ChoiceField('who appeals', Object.keys(applicants)) by: Applicant;
  @TextField('which decision is appealed', { max: 100 }) against: string;

  asDetails(): Omit<AppealDetails, 'appealId'> {
    return { on: this.on, by: this.by, against: this.against };
  }
}

export const lodgeAppealWords: Readonly<Record<CannotLodgeAppeal, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'no-standing': { field: 'by', text: 'They may not appeal against that decision. Select another decision, or who appeals' },
  'no-such-decision': { field: 'against', text: 'There is no such decision on record. Select one of those listed' },
  'before-decision': { field: 'on', text: 'The appeal cannot be lodged before the decision. Check the day' },
  'appealed-already': { field: 'against', text: 'Their appeal against that decision waits already. Record its outcome first' },
  'before-made': { field: 'on', text: momentWords['before-made'] },
};
