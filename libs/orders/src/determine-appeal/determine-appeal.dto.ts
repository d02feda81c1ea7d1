import { ChoiceField, IdField, type Words } from '#pages';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { CourtDto, momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import type { AppealResult } from '../domain/appeals.js';
import { appealResults } from '../order-record/appeal-words.js';
import type { AppealOutcome, CannotDetermineAppeal } from './determine-appeal.js';

export class DetermineAppealDto extends CourtDto {
  @IdField('the appeal') appealId: string;
  @MomentField('when the appeal was decided') at: Moment;
  @ChoiceField('the outcome', Object.keys(appealResults)) outcome: AppealResult;

  asDetails(): AppealOutcome {
    const { appealId, court, at, outcome: result } = this;
    return { appealId, court, at, result };
  }
}

export const determineAppealWords: Readonly<Record<CannotDetermineAppeal, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'at', text: momentWords['in-the-future'] },
  'before-made': { field: 'at', text: momentWords['before-made'] },
  'no-such-appeal': 'There is no such appeal. Open it again from the order',
  'already-determined': 'The outcome of this appeal is recorded already',
  'wrong-court': { field: 'courtType', text: 'A court of this sort does not hear this appeal. Select another' },
  'not-of-this-decision': { field: 'outcome', text: 'That cannot come of an appeal against this decision. Select another outcome' },
  'ended-by-then': {
    field: 'outcome',
    text: 'The order had ended by then, so that there was nothing to change or to discharge. Select another outcome',
  },
  'before-lodged': { field: 'at', text: 'The outcome must not be before the appeal was lodged' },
  'before-sent-back': { field: 'at', text: 'The court below cannot have decided it before it was sent back. Check the day' },
};
