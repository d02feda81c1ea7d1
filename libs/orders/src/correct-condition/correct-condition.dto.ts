import { IdField, TextField, type Words } from '#pages';
import { ConditionDto } from '../order-draft/condition.dto.js';
import { conditionWordsAt, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotCorrectCondition } from './correct-condition.js';

export class CorrectConditionDto extends ConditionDto {
  @IdField('the condition') conditionId: string;
  @IdField('the version of the condition') versionId: string;
  @TextField('what was keyed wrongly', { max: 2000 }) reason: string;
}

export const correctConditionWords: Readonly<Record<CannotCorrectCondition, Words[string]>> = {
  ...orderWords,
  ...conditionWordsAt('wording'),
  'not-your-order': 'Only the force that keeps the order can correct it. Ask that force',
  'no-such-condition': 'There is no such condition in this order. Open it again from the order',
  'same-words': { field: 'wording', text: 'Nothing is different from what is recorded. Change what was keyed wrongly' },
};
