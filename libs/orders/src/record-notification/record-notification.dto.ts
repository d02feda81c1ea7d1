import { ChoiceField, TextField, type Words, YesNoField } from '#pages';
import type { NotificationAbout } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { notificationsAbout } from '../order-record/words.js';
import type { CannotRecordNotification, NotificationDetails } from './record-notification.js';

export class RecordNotificationDto {
  @ChoiceField('what it was about', Object.keys(notificationsAbout)) about: NotificationAbout;
  @MomentField('when the respondent notified') at: Moment;
  @YesNoField('yes if it was given in advance', { optional: true }) inAdvance?: boolean;
  @YesNoField('yes if the written acknowledgement was given', { optional: true }) acknowledged?: boolean;
  @TextField('the police station') station: string;
  @TextField('the officer who took it') officer: string;
  @TextField('what was notified', { max: 2000 }) details: string;

  asDetails(): Omit<NotificationDetails, 'notificationId'> {
    const { about, at, inAdvance = false, acknowledged, station, officer, details } = this;
    return { about, at, inAdvance, acknowledged: acknowledged ?? null, station, officer, details };
  }
}

export const recordNotificationWords: Readonly<Record<CannotRecordNotification, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: momentWords['before-made'] },
  'before-the-change': {
    field: 'inAdvance',
    text: 'The change on record came after that day. Say yes if this was given in advance of it; if it was of an earlier change, record that change first',
  },
  'no-duty': 'The respondent owes no notification under this kind of order',
};
