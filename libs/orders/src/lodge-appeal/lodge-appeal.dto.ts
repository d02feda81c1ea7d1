import { ChoiceField, LocalDateField, OnlyWith, TextField, type Words } from '#pages';
import type { Applicant, Court } from '../domain/events.js';
import { momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { applicants, courtTypes } from '../order-record/words.js';
import type { AppealDetails, CannotLodgeAppeal } from './lodge-appeal.js';

/** Decisions that are on no record, as they are named. */
const refusals = ['refusal-of-variation', 'refusal-of-renewal', 'refusal-of-discharge'] as const;

export class LodgeAppealDto {
  @LocalDateField('the day the appeal was lodged') on: string;
  @ChoiceField('who appeals', Object.keys(applicants)) by: Applicant;
  @TextField('which decision is appealed', {
    max: 100,
    told: '`making`, `discharge`, `variation:<id>`, `renewal:<id>`, a refusal on record as `refusal-of-variation:<id of the proposal>` (or renewal, discharge), one that is on no record without an id',
  })
  against: string;
  /** Asked where what another than the force had asked for was refused: no such refusal is on record. */
  @OnlyWith('against', ...refusals)
  @LocalDateField('the day on which it was refused', { optional: true })
  refusedOn?: string;
  @OnlyWith('against', ...refusals)
  @ChoiceField('which sort of court refused it', Object.keys(courtTypes), { optional: true })
  courtType?: Court['type'];
  @OnlyWith('against', ...refusals)
  @TextField('the name of the court that refused it', { optional: true })
  courtName?: string;

  asDetails(): Omit<AppealDetails, 'appealId'> {
    const { on, by, against, refusedOn, courtType, courtName } = this;
    const refused = refusedOn && courtType && courtName ? { on: refusedOn, court: { type: courtType, name: courtName } } : null;
    return { on, by, against, refused };
  }
}

export const lodgeAppealWords: Readonly<Record<CannotLodgeAppeal, Words[string]>> = {
  ...orderWords,
  'in-the-future': { field: 'on', text: momentWords['in-the-future'] },
  'no-standing': { field: 'by', text: 'They may not appeal against that decision. Select another decision, or who appeals' },
  'no-such-decision': { field: 'against', text: 'There is no such decision on record. Select one of those listed' },
  'before-decision': { field: 'on', text: 'The appeal cannot be lodged before the decision. Check the day' },
  'appealed-already': { field: 'against', text: 'Their appeal against that decision waits already. Record its outcome first' },
  'recorded-already': { field: 'on', text: 'This appeal is recorded already: the same decision, appealed by the same on the same day' },
  'refusal-unknown': {
    field: 'refusedOn',
    text: 'Enter when the court refused it, and which court did. Without a refusal there is nothing to appeal',
  },
  'ended-by-then': {
    field: 'refusedOn',
    text: 'The order had ended by that day, so that no court could refuse to change it. Check the day',
  },
  'before-made': { field: 'on', text: momentWords['before-made'] },
};
