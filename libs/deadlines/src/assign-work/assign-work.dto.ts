import { IdsField, isUuid, readField, TextField, Unreadable, type Words } from '#pages';
import type { CannotAssign } from './assign-work.js';

/** A user's id, or `team` to give it back. */
function OwnerField(): PropertyDecorator {
  const words = 'Select who does it';
  return readField({
    missing: words,
    schema: { type: String, description: "a user's id, or `team`" },
    read: (value) => (value === 'team' || isUuid(value) ? value : new Unreadable(words)),
  });
}

export class AssignWorkDto {
  @IdsField('at least one row') task: readonly string[];
  @OwnerField() owner: string;
  @TextField('the note', { max: 500, optional: true }) note?: string;

  asDetails(): { to: string | null; note: string | null } {
    return { to: this.owner === 'team' ? null : this.owner, note: this.note ?? null };
  }
}

export const assignWorkWords: Readonly<Record<CannotAssign, Words[string]>> = {
  'not-on-the-list': { field: 'task', text: 'These rows are no longer on the list. Go back to the work list' },
  'not-a-colleague': { field: 'owner', text: 'They have no account in your force that may do this. Select somebody else' },
  'may-not-open-record': {
    field: 'owner',
    text: 'The record of this person is restricted and they may not open it. Select somebody who may, or have them made a reader first',
  },
};
