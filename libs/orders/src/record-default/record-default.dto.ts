import { ChoiceField, LocalDateField, type Words } from '#pages';
import type { NotificationAbout } from '../domain/events.js';
import { orderWords } from '../order-draft/order-draft.dto.js';
import { notificationsAbout } from '../order-record/words.js';
import type { CannotRecordDefault, DefaultDetails } from './record-default.js';

export class RecordDefaultDto {
  @ChoiceField('what was not notified', Object.keys(notificationsAbout)) about: NotificationAbout;
  @LocalDateField('the last day on which it was due') lastDay: string;

  asDetails(): Omit<DefaultDetails, 'defaultId'> {
    return { about: this.about, lastDay: this.lastDay };
  }
}

export const recordDefaultWords: Readonly<Record<CannotRecordDefault, Words[string]>> = {
  ...orderWords,
  'not-overdue': { field: 'lastDay', text: 'No such notification is overdue. Check what was due and its last day on the order' },
};
