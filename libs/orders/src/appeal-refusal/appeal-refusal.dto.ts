import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import type { Applicant } from '../domain/events.js';
import { CourtDto, momentWords } from '../order-draft/order-draft.dto.js';
import { applicants } from '../order-record/words.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { AppealAgainstRefusal, CannotAppealRefusal } from './appeal-refusal.js';

export class AppealRefusalDto extends CourtDto {
  @LocalDateField('the day the appeal was lodged') on: string;
  @ChoiceField('who appeals', Object.keys(applicants)) by: Applicant;
  @TextField('the grounds of appeal', { max: 8000, optional: true }) grounds?: string;

  asDetails(): Omit<AppealAgainstRefusal, 'appealId'> {
    const { on, by, court, grounds } = this;
    return { on, by, court, grounds: grounds ?? null };
  }
}

export const appealRefusalWords: Readonly<Record<CannotAppealRefusal, Words[string]>> = {
  ...applicationWords,
  'not-refused': 'No refusal of this application stands that could be appealed. Open the application again',
  'no-standing': { field: 'by', text: 'They may not appeal against the refusal of an application. Select who appeals' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort does not hear this appeal. Select another' },
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-refusal': { field: 'on', text: 'The appeal cannot be lodged before the application was refused. Check the day' },
  'appealed-already': 'An appeal against this refusal is recorded already. Open the application again',
};
