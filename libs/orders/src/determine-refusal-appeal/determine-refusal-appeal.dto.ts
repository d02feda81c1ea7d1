import { ChoiceField, IdField, TextField, type Words } from '#pages';
import type { Moment } from '../domain/moments.js';
import { MomentField } from '../order-draft/moment-field.js';
import { CourtDto, draftWords, momentWords, OrderDraftDto } from '../order-draft/order-draft.dto.js';
import { applicationWords } from '../forms-about/application-words.js';
import type { CannotDetermineRefusalAppeal, NoOrderOnAppeal, OrderOnAppeal } from './determine-refusal-appeal.js';

/** What becomes of the appeal without an order, in a form. */
export const refusalAppealResults: Readonly<Record<NoOrderOnAppeal['result'], { readonly text: string; readonly hint: string }>> = {
  remitted: {
    text: 'Sent back to the court below',
    hint: 'The refusal is set aside: the application waits to be heard and determined again',
  },
  confirmed: { text: 'Dismissed: the refusal is confirmed', hint: 'The refusal stands' },
  abandoned: { text: 'Abandoned or withdrawn', hint: 'The refusal stands' },
};

/** The court made the order that had been refused, as it is keyed off the sealed copy. */
export class OrderOnAppealDto extends OrderDraftDto {
  @IdField('the appeal') appealId: string;
  @TextField('a note', { max: 4000, optional: true }) note?: string;

  asOutcome(commandId: string): Omit<OrderOnAppeal, 'orderId'> {
    return { result: 'order-made', appealId: this.appealId, draft: this.asDraft(commandId), note: this.note ?? null };
  }
}

/** The appeal ended without an order. */
export class RefusalAppealOutcomeDto extends CourtDto {
  @IdField('the appeal') appealId: string;
  @MomentField('when the appeal was decided') at: Moment;
  @ChoiceField('the outcome', Object.keys(refusalAppealResults)) result: NoOrderOnAppeal['result'];
  @TextField('a note', { max: 4000, optional: true }) note?: string;

  asOutcome(): NoOrderOnAppeal {
    const { appealId, result, at, court, note } = this;
    return { appealId, result, at, court, note: note ?? null };
  }
}

const common: Readonly<Record<CannotDetermineRefusalAppeal, Words[string]>> = {
  ...draftWords,
  ...applicationWords,
  'no-such-appeal': 'There is no such appeal. Open it again from the application',
  'already-determined': 'The outcome of this appeal is recorded already. Open the application again',
  'in-the-future': momentWords['in-the-future'],
  'before-lodged': 'The decision must not be before the appeal was lodged. Check the day',
  'wrong-court': { field: 'courtType', text: 'A court of this sort does not hear this appeal. Select another' },
};

/** The words of a form whose moment is in this field. */
function wordsAt(field: 'made' | 'at'): Readonly<Record<CannotDetermineRefusalAppeal, Words[string]>> {
  const at = (text: Words[string]): Words[string] => (typeof text === 'string' ? { field, text } : text);
  return { ...common, 'in-the-future': at(common['in-the-future']), 'before-lodged': at(common['before-lodged']) };
}

export const orderOnAppealWords = wordsAt('made');
export const refusalAppealOutcomeWords = wordsAt('at');
