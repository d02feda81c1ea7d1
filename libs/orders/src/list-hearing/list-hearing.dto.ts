import { ChoiceField, LocalDateField, TextField, type Words } from '#pages';
import type { HearingPurpose } from '../domain/hearings.js';
import type { Moment } from '../domain/moments.js';
import { CourtDto, orderWords } from '../order-draft/order-draft.dto.js';
import { MomentField } from '../order-draft/moment-field.js';
import { hearingPurposes } from '../record-hearing/words.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotListHearing, ListedHearing } from './list-hearing.js';
import { unlikelyDayWords } from './unlikely-day.words.js';

export class ListHearingDto extends CourtDto {
  @ChoiceField('what the hearing is for', Object.keys(hearingPurposes)) purpose: HearingPurpose;
  @MomentField('when the hearing is') at: Moment;
  /** An unlikely day, when the hearing is on it. */
  @LocalDateField('the day that you are sure of', { optional: true }) sureOf?: string;
  @TextField('the courtroom', { max: 100, optional: true }) room?: string;

  asDetails(): Omit<ListedHearing, 'hearingId'> {
    const { court, at, purpose, room, sureOf } = this;
    return { court, at, purpose, room: room ?? null, sureOf: sureOf ?? null };
  }
}

export const listHearingWords: Readonly<Record<CannotListHearing, Words[string]>> = {
  ...applicationWords,
  ...orderWords,
  'already-determined': 'The application was determined, so no hearing of it is left. Check what is recorded',
  'no-appeal': { field: 'purpose', text: 'No appeal against the refusal of this application waits. Select what the hearing is for' },
  'before-filing': { field: 'at', text: 'The hearing cannot be before the application was filed. Check the day' },
  'before-made': { field: 'at', text: 'The hearing cannot be before the order was made. Check the day' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort does not hear this. Select another' },
  'day-unlikely': unlikelyDayWords,
  'nothing-sent-back': {
    field: 'purpose',
    text: 'Nothing that was sent back on appeal waits to be heard here. Select what the hearing is for',
  },
  'listed-already': { field: 'at', text: 'This hearing is listed already. Check the day, the time and what it is for' },
};
