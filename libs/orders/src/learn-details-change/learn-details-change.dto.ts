import { ChoiceField, LocalDateField, type Words } from '#pages';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotLearnChange, DetailsChange } from './learn-details-change.js';

export class LearnDetailsChangeDto {
  @ChoiceField('what changed', ['name', 'address']) of: DetailsChange['of'];
  @LocalDateField('the day of the change') on: string;

  asDetails(): Omit<DetailsChange, 'changeId'> {
    return { of: this.of, on: this.on };
  }
}

export const learnDetailsChangeWords: Readonly<Record<CannotLearnChange, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-made': { field: 'on', text: momentWords['before-made'] },
  'no-duty': 'The respondent owes no notification under this kind of order',
};
