import { ChoiceField, isUuid, LocalDateField, OnlyWith, readField, TextField, Unreadable, WholeNumberField, YesNoField } from '#pages';
import { conditionCodes, type ConditionCode, libraryVersion } from '../domain/condition-library.js';
import { type DraftCondition, withWordsOnly } from '../domain/draft.js';
import { BlanksField } from './blank-field.js';

/** A condition as it is keyed off the sealed order, in a form or over the API. */
export class ConditionDto {
  @WholeNumberField('the clause number', { min: 1, max: 99 }) number: number;
  @ChoiceField('what kind of condition it is', conditionCodes) code: ConditionCode;
  @WholeNumberField('the version of the library', { min: 1, max: libraryVersion, optional: true }) library?: number;
  /** The library says it of its own kinds. */
  @OnlyWith('code', 'BESPOKE')
  @ChoiceField('whether it forbids or requires', ['prohibition', 'requirement'], { optional: true })
  category?: 'prohibition' | 'requirement';
  @TextField('the words of the condition as in the order', { max: 4000 }) wording: string;
  @BlanksField() parameters?: Readonly<Record<string, string>>;
  @TextField('where it has effect', { max: 500, optional: true }) locality?: string;
  @TextField('why it is necessary', { max: 2000, optional: true }) necessity?: string;
  @LocalDateField('the last day of the condition', { optional: true }) lastDay?: string;
  @DraftedAsField() draftedAs?: string;
  /** Answers a disagreement: the words are right, and what is filled in is cleared, but for the days and times of a requirement. */
  @YesNoField('yes if the words alone are right and the details are to be cleared', { optional: true }) wordsOnly?: boolean;

  asDraft(conditionId: string, versionId: string): DraftCondition {
    const typed: DraftCondition = {
      ...{ conditionId, versionId },
      number: this.number,
      code: this.code,
      library: this.library ?? libraryVersion,
      ...(this.draftedAs !== undefined && { draftedAs: this.draftedAs }),
      category: this.category ?? null,
      wording: this.wording ?? '',
      parameters: { ...this.parameters },
      locality: this.locality || null,
      necessity: this.necessity || null,
      end: this.lastDay === undefined ? null : { is: 'fixed', lastDay: this.lastDay },
    };
    return this.wordsOnly ? withWordsOnly(typed) : typed;
  }
}

/** The condition of the application's draft from which it came. */
function DraftedAsField(): PropertyDecorator {
  const wrong = new Unreadable('Open the form again: a condition of the draft was not recognised');
  return readField({
    optional: true,
    missing: wrong.text,
    schema: { type: String, format: 'uuid', description: 'the condition of the application’s draft from which it came' },
    read: (value) => (isUuid(value) ? value : wrong),
  });
}
