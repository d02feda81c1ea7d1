import { ChoiceField, IdField, idFrom, LocalDateField, NotWith, RowsField, TextField, type Words } from '#pages';
import type { AdjournReason, DirectedTo, Heard } from '../domain/hearings.js';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { unlikelyDayWords } from '../list-hearing/unlikely-day.words.js';
import { orderWords } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotRecordHearing, HearingDetails } from './record-hearing.js';
import { adjournReasons, directedTo, heardWords, hearingResults } from './words.js';

export class DirectionDto {
  @ChoiceField('who has to do it', Object.keys(directedTo)) to: DirectedTo;
  @LocalDateField('the day by which it is to be done') by: string;
  @TextField('what is to be done', { max: 1000 }) words: string;
}

export class RecordHearingDto {
  @IdField('the hearing') hearingId: string;
  @ChoiceField('what became of it', Object.keys(hearingResults)) result: HearingDetails['result'];
  @NotWith('result', 'adjourned')
  @ChoiceField('how the respondent met it', Object.keys(heardWords), { optional: true })
  heard?: Heard;
  @ChoiceField('why it was adjourned', Object.keys(adjournReasons), { optional: true }) reason?: AdjournReason;
  @MomentField('when it goes on', { optional: true }) next?: Moment;
  /** An unlikely day, when it goes on on it. */
  @LocalDateField('the day that you are sure of', { optional: true }) sureOf?: string;
  @RowsField('a direction', () => DirectionDto, { min: 0, max: 20 }) directions?: DirectionDto[];
  @TextField('a note', { max: 2000, optional: true }) note?: string;

  asDetails(commandId: string): HearingDetails {
    const { hearingId, result, heard, reason, next, sureOf, note, directions = [] } = this;
    return {
      ...{ hearingId, result, heard: heard ?? null, reason: reason ?? null, note: note ?? null },
      next: next ? { hearingId: idFrom(commandId, 'hearing'), at: next } : null,
      sureOf: sureOf ?? null,
      directions: directions.map(({ to, by, words }, nth) => ({ directionId: idFrom(commandId, `direction ${nth}`), to, by, words })),
    };
  }
}

export const recordHearingWords: Readonly<Record<CannotRecordHearing, Words[string]>> = {
  ...orderWords,
  ...applicationWords,
  'no-such-hearing': 'There is no such hearing. Open it again from the application or the order',
  'recorded-already': 'What became of this hearing is recorded already. Open the application or the order to see it',
  'still-ahead': {
    field: 'result',
    text: 'The hearing is still to come. It can only be adjourned or taken out of the list before its day',
  },
  'reason-needed': { field: 'reason', text: 'Select why it was adjourned' },
  'next-not-later': { field: 'next', text: 'It goes on later than it was listed. Check the day and the time' },
  'day-unlikely': unlikelyDayWords,
  'not-adjourned': {
    field: 'result',
    text: 'You entered why it was adjourned or when it goes on. Select that it was adjourned, or take that out',
  },
  'directions-needed': { field: 'directions', text: 'Enter what the court directed' },
  'direction-too-early': {
    field: 'directions',
    text: 'The day by which something is to be done must not be before the hearing. Check the days',
  },
};
