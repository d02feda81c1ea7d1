import { newCommandId } from '../submissions/ids.js';

/** One thing wrong with what was sent. */
export interface FieldError {
  /** Where: `acts.0.on`; empty when it is about the whole form. */
  readonly field: string;
  /** The input to jump to: `#acts-0-on-day`; empty when there is none. */
  readonly href: string;
  /** A sentence that says what to do. */
  readonly text: string;
  /** Within a date or time: `day`, `month`, `year`, `time` or `which`. */
  readonly part?: string;
}

/** A form as a page shows it: what is in it, what is wrong with it, and the command it will send. Templates read it through `pages/form.njk`. */
export class FormView {
  /** Set when the page is rendered. */
  csrf: string | null = null;

  constructor(
    /** As typed (or as stored, for a form that starts filled in), by field. */
    readonly values: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly FieldError[] = [],
    /** Set when a form opened by its address is rendered: it follows from the address. */
    public commandId: string = newCommandId(),
  ) {}

  /** What stands in the field at this path (`acts.0.words`); dates as `{ day, month, year }`. */
  value(path: string): unknown {
    return path.split('.').reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), this.values);
  }

  /** What is typed in the field at this path; nothing where something of another shape was sent. */
  text(path: string): string {
    const value = this.value(path);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  /** The first error of the field at this path, also of its parts. */
  error(path: string): FieldError | undefined {
    return this.errors.find((error) => error.field === path);
  }

  /** Whether `choice` is ticked in the field at this path. */
  has(path: string, choice: string): boolean {
    const value = this.value(path);
    return Array.isArray(value) ? value.includes(choice) : value === choice;
  }
}

/** A form to be shown for the first time, empty or filled with `values`, with a command id of its own. */
export function newForm(values: Readonly<Record<string, unknown>> = {}): FormView {
  return new FormView(values);
}

/** The id of the input for the field at `path`: `acts.0.on` → `acts-0-on`. */
export function inputId(path: string): string {
  return path.replaceAll('.', '-');
}

/** The name of the input for the field at `path`, as qs reads it: `acts.0.on` → `acts[0][on]`. */
export function inputName(path: string): string {
  const [first = '', ...rest] = path.split('.');
  return first + rest.map((key) => `[${key}]`).join('');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
