import { ChoiceField, GroupField, IdsField, LocalDateField, TextField } from '#pages';
import { ReferenceDto, referenceIn } from '../add-reference/add-reference.dto.js';
import { sourceWords } from '../case-record/words.js';
import type { CaseSource } from '../domain/events.js';
import type { NewCase } from './open-case.command.js';

export class OpenCaseDto {
  @LocalDateField('the day the case was opened') on: string;
  @ChoiceField('how it came to be investigated', Object.keys(sourceWords)) source: CaseSource;
  @TextField('what it is about', { max: 4000, optional: true }) summary?: string;
  @IdsField('who is or may be at risk', { optional: true }) protectedPersonIds?: string[];
  @GroupField(() => ReferenceDto, { optional: true }) reference?: ReferenceDto;

  asDetails(force: string): NewCase {
    const { on: openedOn, source, summary = null, protectedPersonIds = [], reference } = this;
    return { openedOn, source, summary, protectedPersonIds, reference: reference ? referenceIn(reference, force) : null };
  }
}
