import { TextField, type Words } from '#pages';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { CannotAcceptChange } from './accept-change.js';
import { AcceptRefusalDto } from './accept-refusal.dto.js';

export class AcceptChangeDto extends AcceptRefusalDto {
  /** What the respondent obtained, for instance `variation:<id>`, or `discharge`. */
  @TextField('what the force does not appeal against', { max: 200 }) against: string;
}

export const acceptChangeWords: Readonly<Record<CannotAcceptChange, Words[string]>> = {
  ...orderWords,
  'nothing-to-appeal': { field: 'against', text: 'The force cannot appeal against that. Open the order again' },
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-refusal': { field: 'on', text: 'It cannot be decided before the court made the change. Check the day' },
  'appealed-already': { field: 'against', text: 'An appeal against it is recorded already. Open the order again' },
};
