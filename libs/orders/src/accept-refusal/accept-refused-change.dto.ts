import { IdField, type Words } from '#pages';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { AcceptRefusalDto } from './accept-refusal.dto.js';
import type { CannotAcceptRefusedChange } from './accept-refused-change.js';

export class AcceptRefusedChangeDto extends AcceptRefusalDto {
  @IdField('what was refused') proposalId: string;
}

export const acceptRefusedChangeWords: Readonly<Record<CannotAcceptRefusedChange, Words[string]>> = {
  ...orderWords,
  'no-such-proposal': 'The order has no such proposal. Open the order again',
  'not-refused': 'No refusal of it stands that the force could appeal. Open the proposal again',
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-refusal': { field: 'on', text: 'It cannot be decided before the court refused it. Check the day' },
  'appealed-already': 'An appeal against this refusal is recorded already. Open the order again',
};
