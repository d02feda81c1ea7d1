import { IdField, YesNoField, type Words } from '#pages';
import type { CannotBegin } from './begin-application.js';

export class BeginApplicationDto {
  @IdField('the investigation from which it comes', { optional: true }) caseId?: string;
  /** Besides those that are prepared, or wait for a court, already. */
  @YesNoField('yes to begin one as well', { optional: true }) asWell?: boolean;
}

export const beginApplicationWords: Readonly<Record<CannotBegin | 'no-such-record' | 'erased', Words[string]>> = {
  'already-begun': 'This application was begun already. Open it from the respondent’s page',
  'others-live': {
    field: 'asWell',
    text: 'There is an application against this person already. Go on with that one, or tick that you begin another one as well',
  },
  'already-filed': 'This application was filed already',
  'no-such-record': 'There is no such person. Search for them again',
  erased: 'The data of this person was erased, so no application can be prepared',
};
