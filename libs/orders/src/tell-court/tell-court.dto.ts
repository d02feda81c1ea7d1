import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotTellCourt, CourtTellingDetails } from './tell-court.js';

export class TellCourtDto {
  @ChoiceField('whether the court is told', ['yes', 'no']) told: 'yes' | 'no';
  @LocalDateField('the day it was decided') on: string;
  @TextField('why', { max: 4000 }) reason: string;

  asDetails(): CourtTellingDetails {
    return { on: this.on, isTold: this.told === 'yes', reason: this.reason };
  }
}

export const tellCourtWords: Readonly<Record<CannotTellCourt, Words[string]>> = {
  ...applicationWords,
  'nothing-changed': 'No incident that the application relies on was corrected or recorded in error since it was filed. Open it again',
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-filing': { field: 'on', text: 'It cannot be decided before the application was filed. Check the day' },
};
