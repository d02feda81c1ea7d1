import { IdField, RowsField, WholeNumberField, type Words } from '#pages';
import type { End } from '../domain/moments.js';
import { ConditionDto } from '../order-draft/condition.dto.js';
import { EndField } from '../order-draft/end-field.js';
import { GoesOnField } from '../order-draft/order-draft.dto.js';
import { proposalWords } from '../proposal-record/proposal-words.js';
import { renewOrderWords } from '../renew-order/renew-order.dto.js';
import { ChangeDto, changesOf, varyOrderWords } from '../vary-order/vary-order.dto.js';
import type { CannotDraft, DraftedVariation } from './draft-variation.js';

export class DraftVariationDto {
  @IdField('the proposal') proposalId: string;
  @RowsField('a change', () => ChangeDto, { min: 0 }) changes?: ChangeDto[];
  @RowsField('a condition', () => ConditionDto, { min: 0 }) added?: ConditionDto[];
  @EndField({ optional: true }) end?: End;
  @GoesOnField() goesOn?: string;
  /** What somebody else drafted since is not replaced unseen. */
  @WholeNumberField('how often it had been drafted when you opened it', { optional: true }) seen?: number;

  asDetails(commandId: string): Omit<DraftedVariation, 'by'> {
    return { proposalId: this.proposalId, changes: changesOf(this, commandId), end: this.end ?? null, seen: this.seen ?? null };
  }
}

export const draftVariationWords: Readonly<Record<CannotDraft, Words[string]>> = {
  ...renewOrderWords,
  ...varyOrderWords,
  ...proposalWords,
  'not-in-force': 'The order is not in force, so it can be neither varied nor discharged. Withdraw the proposal',
  'filed-already': 'It is filed already. Record what the court decided, or withdraw it and begin again',
  'drafted-meanwhile':
    'Somebody else saved these changes while you were writing. Compare what is saved, at the top of the page, with what you typed below. Save again to put yours in its place',
  'end-needed': { field: 'end', text: 'Enter until when the order is to last' },
  'discharge-ends-all': { field: 'changes', text: 'A discharge ends the order whole. Propose a variation to change conditions or the end' },
  'renewal-changes-nothing-else': { field: 'changes', text: 'A renewal changes the end only. Propose a variation for the conditions' },
};
