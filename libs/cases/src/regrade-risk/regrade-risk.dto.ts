import { ChoiceField, LocalDateField, TextField } from '#pages';
import { assessorWords, gradeWords } from '../case-record/words.js';
import type { AssessorRole, Grade } from '../domain/risk-tools.js';

export class RegradeRiskDto {
  @ChoiceField('the grade', Object.keys(gradeWords)) grade: Grade;
  @ChoiceField('who graded it', Object.keys(assessorWords)) assessor: AssessorRole;
  @LocalDateField('the day it was graded') on: string;
  @TextField('why the grade changes', { max: 2000 }) reason: string;
}
