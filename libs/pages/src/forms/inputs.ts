import { isLocalDate } from '#calendar';
import { type FormView, inputId, inputName, isRecord } from './form-view.js';

/** A choice as a page lists it. */
export interface Choice {
  readonly value?: string;
  readonly text?: string;
  /** Text below the choice. */
  readonly hint?: string;
  /** Shown while it is chosen: HTML from a template. */
  readonly html?: unknown;
  /** A word between choices, such as `or`. */
  readonly divider?: string;
}

/** `items` for GOV.UK radios, checkboxes and select, those in the form chosen. */
export function choiceItems(form: FormView, path: string, items: readonly Choice[]): object[] {
  const id = inputId(path);
  return items.map(({ value, text, hint, html, divider }, index) => {
    if (divider) return { divider };
    const chosen = value !== undefined && value !== '' && (form.has(path, value) || answers(form.value(path), value));
    return {
      id: index === 0 ? id : `${id}-${index + 1}`,
      value,
      text,
      checked: chosen,
      selected: chosen,
      ...(hint ? { hint: { text: hint } } : {}),
      ...(html ? { conditional: { html } } : {}),
    };
  });
}

/** Whether a yes or no in the form is what this choice stands for. */
function answers(given: unknown, choice: string): boolean {
  return (choice === 'yes' && given === true) || (choice === 'no' && given === false);
}

/** The three inputs of a GOV.UK date, filled from `{ day, month, year }` or `YYYY-MM-DD`. `wrong` is the part to mark; all if it names none. */
export function dateItems(form: FormView, path: string, wrong?: string): object[] {
  const value = form.value(path);
  const [year, month, day] = isLocalDate(value) ? value.split('-') : [];
  const filled: Readonly<Record<string, unknown>> = isRecord(value) ? value : { day, month, year };
  const parts = ['day', 'month', 'year'];
  return parts.map((part) => ({
    id: `${inputId(path)}-${part}`,
    name: inputName(`${path}.${part}`),
    label: part.slice(0, 1).toUpperCase() + part.slice(1),
    value: form.text(`${path}.${part}`) || (typeof filled[part] === 'string' ? filled[part] : ''),
    classes: `govuk-input--width-${part === 'year' ? 4 : 2}${wrong === part ? ' govuk-input--error' : ''}`,
    ...(wrong !== undefined && parts.includes(wrong) ? { error: wrong === part } : {}),
  }));
}
