import { ChoiceField, InstantField } from '#pages';
import { authorityWords } from '../breach-record/words.js';
import type { DetentionAuthority } from '../domain/events.js';

export class ExtendDetentionDetails {
  @ChoiceField('who extended the detention', Object.keys(authorityWords))
  by: DetentionAuthority;

  @InstantField('when it was authorised')
  at: string;

  @InstantField('until when the person may be held')
  until: string;
}
