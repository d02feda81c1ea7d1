import { refuse } from '#event-sourcing';
import { ChoiceField, IdField, LocalDateField, RowsField, TextField, YesNoField } from '#pages';
import { answerWords, assessorWords, gradeWords, toolWords } from '../case-record/words.js';
import { type AssessorRole, type Grade, type RiskAnswer, riskTool, type RiskToolCode } from '../domain/risk-tools.js';
import type { AssessmentDetails } from './assess-risk.js';

/** Question numbers as they are typed: `1, 3, 7`. */
const numbers = { is: /^\d{1,2}([\s,;]+\d{1,2})*$/, text: 'Enter question numbers with commas between them, like 1, 3, 7' };

export class AnswerDto {
  @TextField('the question', { max: 40, shape: { is: /^[a-z0-9-]+$/, text: 'Enter the code of a question' } }) question: string;
  /** Absent where the question was not asked, which is not the same as an answer that is not known. */
  @ChoiceField('yes, no or not known', Object.keys(answerWords), { optional: true }) answer?: RiskAnswer;
}

export class AssessRiskDto {
  @ChoiceField('the tool', Object.keys(toolWords)) tool: RiskToolCode;
  /** The edition of the tool's form. */
  @TextField('the edition of the tool', { max: 40, optional: true }) version?: string;
  @RowsField('the answers', () => AnswerDto, { min: 0, max: 60 }) answers?: AnswerDto[];
  /** For a tool whose questions stand on its own form: which were answered how, by number. */
  @TextField('the questions answered yes', { max: 200, shape: numbers, optional: true }) yes?: string;
  @TextField('the questions answered no', { max: 200, shape: numbers, optional: true }) no?: string;
  @TextField('the questions answered not known', { max: 200, shape: numbers, optional: true }) unknown?: string;
  /** Asked only when questions have no answer. */
  @YesNoField('yes if the questions without an answer were not asked', { optional: true }) partly?: boolean;
  @ChoiceField('the grade', Object.keys(gradeWords)) grade: Grade;
  @ChoiceField('who assessed it', Object.keys(assessorWords)) assessor: AssessorRole;
  @LocalDateField('the day it was assessed') on: string;
  @IdField('whose risk it is', { optional: true }) protectedPersonId?: string;
  @TextField('a note', { max: 4000, optional: true }) note?: string;

  asDetails(): Omit<AssessmentDetails, 'assessmentId'> {
    const { tool, grade, assessor, on, protectedPersonId = null, note = null } = this;
    const version = this.version ?? riskTool(tool).version;
    return { tool, version, answers: this.allAnswers(), grade, assessor, on, protectedPersonId, note, partly: this.partly === true };
  }

  private allAnswers(): Record<string, RiskAnswer> {
    const numbered = (['yes', 'no', 'unknown'] as const).flatMap((answer) =>
      (this[answer] ?? '')
        .split(/[\s,;]+/)
        .filter((number) => number !== '')
        .map((number) => ({ question: `q${Number(number)}`, answer })),
    );
    const given = (this.answers ?? []).flatMap(({ question, answer }) => (answer === undefined ? [] : [{ question, answer }]));
    const all = [...given, ...numbered];
    if (new Set(all.map(({ question }) => question)).size < all.length) throw refuse<'answered-twice'>('answered-twice');
    return Object.fromEntries(all.map(({ question, answer }) => [question, answer]));
  }
}
