import { LocalDateField, TextField, type Words } from '#pages';
import { momentWords } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotServeHearsay, NoticeServed } from './serve-hearsay.js';

export class ServeHearsayDto {
  @LocalDateField('the day on which the notice was served') on: string;
  @TextField('on whom it was served, and how', { max: 1000 }) how: string;

  asDetails(): Omit<NoticeServed, 'noticeId'> {
    return { on: this.on, how: this.how };
  }
}

export const serveHearsayWords: Readonly<Record<CannotServeHearsay, Words[string]>> = {
  ...applicationWords,
  'no-hearsay': 'The application as it was filed relies on no hearsay. Open the application again',
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'before-begun': { field: 'on', text: 'It cannot be served before the application was begun. Check the day' },
};
