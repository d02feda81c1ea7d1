import { IdField, type Words } from '#pages';
import type { CannotBegin } from './begin-application.js';

export class BeginApplicationDto {
  @IdField('the investigation from which it comes', { optional: true }) caseId?: string;
}

export const beginApplicationWords: Readonly<Record<CannotBegin | 'no-such-record' | 'erased', Words[string]>> = {
  'already-begun': 'This application was begun already. Open it from the respondent’s page',
  'already-filed': 'This application was filed already',
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The data of this person was erased, so no application can be prepared',
};
