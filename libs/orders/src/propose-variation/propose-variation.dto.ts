import { ChoiceField, TextField, type Words } from '#pages';
import type { AskedOfCourt, VariationReason } from '../domain/variation.js';
import { orderWords } from '../order-draft/order-draft.dto.js';
import { asked, variationReasons } from '../proposal-record/words.js';
import type { CannotPropose } from './propose-variation.js';

export class ProposeVariationDto {
  @ChoiceField('what the court is to be asked', Object.keys(asked)) asks: AskedOfCourt;
  @ChoiceField('the main reason', Object.keys(variationReasons)) because: VariationReason;
  @TextField('why the order should not stay as it is', { max: 4000 }) reason: string;
}

export const proposeVariationWords: Readonly<Record<CannotPropose, Words[string]>> = {
  ...orderWords,
  'no-standing': {
    field: 'asks',
    text: 'The police cannot ask a court for this under an order of this kind. Record what the court did when others asked',
  },
  'order-over': 'The order was discharged, quashed or ceased. Check the order',
  'not-in-force': {
    field: 'asks',
    text: 'The order is not in force, so it can be neither varied nor discharged. Ask for a renewal, or apply for a new order',
  },
  'has-no-end': { field: 'asks', text: 'The order lasts until further order, so it needs no renewal. Select the variation' },
  'proposed-already': { field: 'asks', text: 'This is proposed already. Open the proposal from the order and go on with it' },
};
