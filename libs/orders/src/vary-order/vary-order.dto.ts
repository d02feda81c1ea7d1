import { ValidateIf } from 'class-validator';
import { ChoiceField, IdField, idFrom, OnlyWith, RowsField, TextField, type Words, YesNoField } from '#pages';
import type { ConditionCode } from '../domain/condition-library.js';
import type { Applicant } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import { ConditionDto } from '../order-draft/condition.dto.js';
import { EndField } from '../order-draft/end-field.js';
import { MomentField } from '../order-draft/moment-field.js';
import { conditionWordsAt, CourtDto, durationWords, GoesOnField, orderWords, unansweredWords } from '../order-draft/order-draft.dto.js';
import { applicants } from '../order-record/words.js';
import type { CannotVary, DraftChange, VariationDetails } from './vary-order.js';

/** What becomes of one condition there is. Its new words are asked only where it is reworded. */
export class ChangeDto extends ConditionDto {
  @IdField('the condition') conditionId: string;
  @ChoiceField('what becomes of the condition', ['leave', 'reworded', 'removed']) change: 'leave' | 'reworded' | 'removed';
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override number: number;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override code: ConditionCode;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override library?: number;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override category?: 'prohibition' | 'requirement';
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override wording: string;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override parameters?: Readonly<Record<string, string>>;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override locality?: string;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override necessity?: string;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override lastDay?: string;
  @OnlyWith('change', 'reworded') @ValidateIf(isReworded) override wordsOnly?: boolean;
}

function isReworded(row: object): boolean {
  return 'change' in row && row.change === 'reworded';
}

export class VaryOrderDto extends CourtDto {
  @MomentField('when the variation takes effect') effective: Moment;
  @ChoiceField('who applied', Object.keys(applicants)) onApplicationOf: Applicant;
  @YesNoField('yes if the respondent was in court', { optional: true }) respondentPresent?: boolean;
  @RowsField('a change', () => ChangeDto, { min: 0 }) changes?: ChangeDto[];
  @RowsField('a condition', () => ConditionDto, { min: 0 }) added?: ConditionDto[];
  @EndField({ optional: true }) end?: End;
  @TextField('the reason', { max: 2000, optional: true }) reason?: string;
  /** The appeal on which the court worded the order anew. */
  @IdField('the appeal', { optional: true }) appeal?: string;
  @GoesOnField() goesOn?: string;

  asDetails(commandId: string): Omit<VariationDetails, 'variationId'> {
    const { court, effective, onApplicationOf, respondentPresent, end, reason } = this;
    return {
      court,
      effective,
      onApplicationOf,
      respondentPresent: respondentPresent ?? null,
      changes: changesOf(this, commandId),
      end: end ?? null,
      reason: reason ?? null,
      onAppeal: this.appeal ?? null,
    };
  }
}

/** What becomes of the conditions: those reworded or taken out, and those added. */
export function changesOf(
  { changes = [], added = [] }: { readonly changes?: readonly ChangeDto[]; readonly added?: readonly ConditionDto[] },
  commandId: string,
): DraftChange[] {
  return [
    ...changes.flatMap((row, nth) => changeOf(row, idFrom(commandId, `reworded ${nth}`))),
    ...added.map((row, nth): DraftChange => ({
      change: 'added',
      condition: row.asDraft(idFrom(commandId, `condition ${nth}`), idFrom(commandId, `version ${nth}`)),
    })),
  ];
}

function changeOf(row: ChangeDto, versionId: string): DraftChange[] {
  if (row.change === 'leave') return [];
  if (row.change === 'removed') return [{ change: 'removed', conditionId: row.conditionId }];
  return [{ change: 'reworded', condition: row.asDraft(row.conditionId, versionId) }];
}

export const varyOrderWords: Readonly<Record<CannotVary, Words[string]>> = {
  ...orderWords,
  ...durationWords,
  ...conditionWordsAt('changes'),
  ...unansweredWords,
  'no-standing': { field: 'onApplicationOf', text: 'They may not ask for this. Select who applied' },
  'wrong-court': { field: 'courtType', text: 'A court of this sort cannot vary this order. Select another' },
  'not-in-force': { field: 'effective', text: 'The order is not in force then. Check the day and the time' },
  'no-such-appeal': 'The court worded nothing anew on that appeal, or its words are recorded already. Open the order again',
  'nothing-changed': { field: 'changes', text: 'Change, add or take out a condition, or change the end' },
  'condition-not-in-force': {
    field: 'changes',
    text: 'A condition you changed is not in force when the variation takes effect. Check the day, or add it anew',
  },
  'condition-exists': { field: 'added', text: 'That condition is in the order already. Change its words instead' },
  'changed-twice': { field: 'changes', text: 'One condition is changed twice. Change each only once' },
  'same-words': { field: 'changes', text: 'A condition you changed has the words it had. Change them or leave the condition as it is' },
  'no-conditions-left': { field: 'changes', text: 'No condition would be left. Keep or add one, or discharge the order' },
};
