import { ChoiceField } from '#pages';

/** Why a court needs the words that the respondent must not read. Codes: nobody is named in the access log. */
export const courtCopyReasons = {
  'condition-needs-place': 'A condition cannot be made or kept to without the place',
  'court-directed': 'The court directed that it be told',
  'evidence-needs-words': 'The evidence cannot be understood without the words',
} as const;

/** What is asked before the court’s own copy of a pack is made. */
export class CourtCopyDto {
  @ChoiceField('why the court needs the words', Object.keys(courtCopyReasons)) reason: keyof typeof courtCopyReasons;
  @ChoiceField('the file', ['pdf', 'docx']) format: 'pdf' | 'docx';
  @ChoiceField('which facts', ['filed', 'since'], { optional: true }) of?: 'filed' | 'since';
}
