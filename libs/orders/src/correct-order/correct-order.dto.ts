import { refuse } from '#event-sourcing';
import { ChoiceField, TextField, type Words, YesNoField } from '#pages';
import type { Court } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import { EndField } from '../order-draft/end-field.js';
import { MomentField } from '../order-draft/moment-field.js';
import { ageWords, durationWords, momentWords, orderWords } from '../order-draft/order-draft.dto.js';
import { courtTypes } from '../order-record/words.js';
import type { CannotCorrectOrder, Correction } from './correct-order.js';
import type { CannotBeDecidedThen } from './decided-then.js';

export class CorrectOrderDto {
  @ChoiceField('which sort of court', Object.keys(courtTypes), { optional: true }) courtType?: Court['type'];
  @TextField('the name of the court', { optional: true }) courtName?: string;
  @MomentField('when the order was made', { optional: true }) made?: Moment;
  @EndField({ optional: true }) end?: End;
  @YesNoField('yes if the respondent was in court', { optional: true }) respondentPresent?: boolean;
  @TextField('what was keyed wrongly', { max: 2000 }) reason: string;

  asDetails(): Omit<Correction, 'correctionId'> {
    const { courtType, courtName, made, end, respondentPresent, reason } = this;
    if (Boolean(courtType) !== Boolean(courtName)) throw refuse<HalfACourt>('court-in-part');
    const court = courtType && courtName ? { type: courtType, name: courtName } : null;
    return { court, made: made ?? null, end: end ?? null, respondentPresent: respondentPresent ?? null, reason };
  }
}

/** A court is put right by its sort and its name together. */
export type HalfACourt = 'court-in-part';

export const correctOrderWords: Readonly<Record<CannotCorrectOrder | CannotBeDecidedThen | HalfACourt, Words<CorrectOrderDto>[string]>> = {
  ...orderWords,
  ...durationWords,
  ...ageWords,
  'kind-not-then': { field: 'made', text: 'The law knew no order of this kind on that day. Check the day' },
  'wrong-origin': { field: 'made', text: 'On that day no order of this kind could begin in this way. Check the day' },
  'not-your-order': 'Only the force that keeps the order can correct it. Ask that force',
  'court-in-part': {
    field: ({ courtType }: CorrectOrderDto) => (courtType ? 'courtName' : 'courtType'),
    text: 'Give the sort of court and its name together, as both should have been recorded',
  },
  'nothing-changed': 'Nothing is different from what is recorded. Change what was keyed wrongly',
  'in-the-future': { field: 'made', text: momentWords['in-the-future'] },
  'after-what-followed': {
    field: 'made',
    text: 'The record says that the order was served, changed or ended before that. Enter when it was made, or ask for what followed to be put right',
  },
  'before-filing': { field: 'made', text: 'Its application was filed later than that. Check the day, or put the filing right first' },
  'before-remitted': { field: 'made', text: 'Its application was sent back to be heard again later than that. Check the day' },
  'before-interim': { field: 'made', text: 'An interim order of the same application was made later than that. Check the day' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot make an order of this kind. Select another' },
};
