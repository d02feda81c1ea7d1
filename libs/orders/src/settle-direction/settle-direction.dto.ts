import { ChoiceField, IdField, LocalDateField, TextField, type Words } from '#pages';
import type { DirectionSettling } from '../domain/hearings.js';
import { applicationWords } from '../forms-about/application-words.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { directionSettlings } from '../record-hearing/words.js';
import type { CannotSettleDirection, Settlement } from './settle-direction.js';

export class SettleDirectionDto {
  @IdField('what the court directed') directionId: string;
  @ChoiceField('what became of it', Object.keys(directionSettlings)) how: DirectionSettling;
  @LocalDateField('the day on which it was done or lifted') on: string;
  @TextField('who did it, or who told you', { max: 200 }) by: string;

  asDetails(): Settlement {
    const { directionId, how, on, by } = this;
    return { directionId, how, on, by };
  }
}

export const settleDirectionWords: Readonly<Record<CannotSettleDirection, Words[string]>> = {
  ...orderWords,
  ...applicationWords,
  'no-such-direction': { field: 'directionId', text: 'The court did not direct that here. Open the application or the order again' },
  'settled-already': { field: 'directionId', text: 'That is recorded already. Open the application or the order to see it' },
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-filing': { field: 'on', text: 'The day must not be before the application was filed' },
  'before-made': { field: 'on', text: 'The day must not be before the order was made' },
};
