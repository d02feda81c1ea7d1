import { ChoiceField, isRecord, LocalDateField, readField, TextField, Unreadable, WholeNumberField } from '#pages';
import { conditionCodes, type ConditionCode } from '../domain/condition-library.js';
import type { DraftCondition } from '../domain/draft.js';

/** A condition as it is keyed off the sealed order, in a form or over the API. */
export class ConditionDto {
  @WholeNumberField('the clause number', { min: 1, max: 99 }) number: number;
  @ChoiceField('what kind of condition it is', conditionCodes) code: ConditionCode;
  @ChoiceField('whether it forbids or requires', ['prohibition', 'requirement'], { optional: true }) category?:
    'prohibition' | 'requirement';
  @TextField('the words of the condition as in the order', { max: 4000 }) wording: string;
  @ParametersField() parameters?: Readonly<Record<string, string>>;
  @TextField('where it has effect', { max: 500, optional: true }) locality?: string;
  @TextField('why it is necessary', { max: 2000, optional: true }) necessity?: string;
  @LocalDateField('the last day of the condition', { optional: true }) lastDay?: string;

  asDraft(conditionId: string, versionId: string): DraftCondition {
    return {
      ...{ conditionId, versionId },
      number: this.number,
      code: this.code,
      category: this.category ?? null,
      wording: this.wording,
      parameters: this.parameters ?? {},
      locality: this.locality || null,
      necessity: this.necessity || null,
      end: this.lastDay === undefined ? null : { is: 'fixed', lastDay: this.lastDay },
    };
  }
}

/** The typed blanks of a condition: an object of texts, or lines such as `metres: 200`. */
export function ParametersField(): PropertyDecorator {
  return readField({
    optional: true,
    missing: 'Enter the details',
    schema: { type: Object, description: 'the blanks of the condition by name', example: { metres: '200' } },
    read: readParameters,
  });
}

export function readParameters(value: unknown): Readonly<Record<string, string>> | Unreadable {
  const wrong = new Unreadable('Details must be one on a line, each with a name, a colon and a value, like metres: 200');
  const entries = typeof value === 'string' ? lines(value) : isRecord(value) && !Array.isArray(value) ? Object.entries(value) : null;
  if (!entries || entries.length > 20) return wrong;
  const fits = entries.every(([name, text]) => /^[a-z][a-zA-Z]{0,40}$/.test(name) && typeof text === 'string' && text.length <= 500);
  return fits ? (Object.fromEntries(entries) as Record<string, string>) : wrong;
}

function lines(text: string): [string, string | undefined][] {
  const filled = text.split('\n').filter((line) => line.trim() !== '');
  return filled.map((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? ['', undefined] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
}

/** The blanks as lines, for a form. */
export function parameterLines(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
