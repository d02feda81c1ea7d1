import { ChoiceField, type Words } from '#pages';
import type { OtherForumReason } from '../domain/events.js';
import { forumWords, otherForumReasons } from '../order-draft/forum-words.js';
import { ageWords, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotMakeInterim } from './make-interim.js';

export class MakeInterimDto extends OrderDraftDto {
  @ChoiceField('why another court made it', Object.keys(otherForumReasons), { optional: true }) otherForum?: OtherForumReason;
}

export const makeInterimWords: Readonly<Record<CannotMakeInterim, Words[string]>> = {
  ...draftWords,
  ...forumWords,
  ...ageWords,
  ...applicationWords,
  'already-determined': { field: 'made', text: 'The application was decided before that. Check when the interim order was made' },
  'before-filing': { field: 'made', text: 'The order must not be made before the application was filed' },
  'before-remitted': { field: 'made', text: 'The order must not be made before the application was sent back to be heard again' },
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
};
