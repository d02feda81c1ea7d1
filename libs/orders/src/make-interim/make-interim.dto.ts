import type { Words } from '#pages';
import { draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import type { CannotMakeInterim } from './make-interim.js';

export class MakeInterimDto extends OrderDraftDto {}

export const makeInterimWords: Readonly<Record<CannotMakeInterim, Words[string]>> = {
  ...draftWords,
  'no-such-application': 'There is no such application. Open it again from the perpetrator’s page',
  'already-determined': 'The application was determined, so no interim order can be made in it',
  'before-filing': { field: 'made', text: 'The order must not be made before the application was filed' },
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
};
