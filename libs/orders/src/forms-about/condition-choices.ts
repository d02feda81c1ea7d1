import type { FormView } from '#pages';
import { warningsOf, type Warning } from '../domain/care.js';
import {
  type Blank,
  type BlankType,
  calendarBlanks,
  conditionLibrary,
  disagreementIn,
  disagreementInWords,
  libraryCondition,
  type LibraryCondition,
  madeWith,
  unnamed,
  weekdayNames,
  weekdays,
} from '../domain/condition-library.js';
import { categoryOf } from '../domain/draft.js';
import { codeOf, libraryOf } from '../order-draft/blank-field.js';
import { rowsAt, typedCondition } from '../order-draft/rows.js';

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** The kinds of condition for a group of checkboxes, by what they do. */
export interface PickGroup {
  readonly category: 'prohibition' | 'requirement';
  readonly legend: string;
  readonly kinds: readonly Choice[];
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The library of a form: what can be ticked, and the inputs of what was. */
export function conditionChoices(prohibitionsOnly: boolean) {
  const codes = conditionLibrary.filter(({ category }) => !prohibitionsOnly || category === 'prohibition');
  const choice = ({ code, title, plain }: LibraryCondition): Choice => ({
    value: code,
    text: title,
    hint: code === 'BESPOKE' ? 'In words of its own' : sentence(plain),
  });
  const group = (category: PickGroup['category'], legend: string): PickGroup[] => {
    const kinds = codes.filter((one) => one.category === category).map(choice);
    return kinds.length === 0 ? [] : [{ category, legend, kinds }];
  };
  return {
    codes: codes.map(({ code, title }): Choice => ({ value: code, text: `${title} (${code})` })),
    picks: [...group('prohibition', 'What the respondent must not do'), ...group('requirement', 'What the respondent must do')],
    pickItems: ({ category, kinds }: PickGroup, path: string) =>
      kinds.map(({ value, text, hint }, nth) => ({ value, text, hint: { text: hint }, id: `${path}-pick-${category}-${nth + 1}` })),
    entry: entryOf,
    warnings: warningsIn,
    differs: differsIn,
    calendar: calendarIn,
    isFinished,
    options: optionsOf,
  };
}

/** The library's entry for the kind chosen in a row, else for the kind whose blanks were shown in it; null while there is none. */
function entryOf(form: FormView, row: string): (LibraryCondition & { readonly version: number }) | null {
  const typed = rowOf(form, row);
  const code = codeOf(typed) ?? codeOf({ code: typed['shown'] });
  return code === null ? null : { ...libraryCondition(code, libraryOf(typed)), version: libraryOf(typed) };
}

/** What to think of with the condition in a row, by what is filled in. */
function warningsIn(form: FormView, row: string): readonly Warning[] {
  const typed = typedCondition(rowOf(form, row));
  return typed ? warningsOf({ ...typed, category: categoryOf(typed) }, typed.parameters) : [];
}

/** Where the words typed in a row and its details say different things, in a sentence; null where they agree. */
function differsIn(form: FormView, row: string, people: readonly Choice[] = []): string | null {
  const typed = typedCondition(rowOf(form, row));
  const found = typed && disagreementIn(typed, typed);
  const person = (id: string) => people.find(({ value }) => value === id)?.text ?? unnamed.person(id);
  return found && disagreementInWords(found, typed.parameters, { person, and: 'and' });
}

/** What the tick does that the words alone are right, and what would be lost by it. */
function calendarIn(form: FormView, row: string): { readonly tick: string; readonly hint: string; readonly loses: string | null } {
  const typed = typedCondition(rowOf(form, row));
  const blanks = typed ? calendarBlanks(typed) : [];
  const alone = 'The officer is then shown the words alone. Otherwise make both say the same';
  const days = blanks.find(({ type }) => type === 'days' || type === 'date');
  if (!typed || !days) return { tick: 'The words are right: clear the details', hint: alone, loses: null };
  const has = typed.parameters[days.name] !== undefined;
  return {
    tick: 'The words are right: clear the details but its days and times',
    hint: `${alone}. Its days and times stay as you entered them, for the work list only: the words decide`,
    loses: has
      ? null
      : `No day is entered: nobody will be told to check that it was met. Enter it under ${days.label}, or the work list asks somebody to read the words and enter it`,
  };
}

/**
 * Whether nothing is left to do in a row, so that it can be folded: it has its words and its details, they agree, and nothing in it is wrong.
 * `path`: of the rows; `drafting`: why it is necessary is asked, too.
 */
function isFinished(form: FormView, path: string, nth: number, drafting: boolean): boolean {
  const row = `${path}.${nth}`;
  const rows = rowsAt(form.values, path).map((one) => typedCondition(one));
  const typed = typedCondition(rowOf(form, `${row}.`));
  if (typed === null || typed.wording === '' || disagreementIn(typed, typed)) return false;
  if (form.errors.some(({ field }) => field === row || field.startsWith(`${row}.`) || field === path)) return false;
  if (drafting && typed.necessity === null) return false;
  if (rows.filter((one) => one?.number === typed.number).length > 1) return false;
  return typed.wordsOnly === true || madeWith(typed).blanks.every(({ name, optional }) => optional || typed.parameters[name] !== undefined);
}

/** What can be ticked in a blank; the people are those of the form. */
function optionsOf(blank: Blank, people: readonly Choice[] | undefined): readonly Choice[] {
  const byType: Partial<Record<BlankType, readonly Choice[]>> = {
    days: weekdays.map((value) => ({ value, text: weekdayNames[value] })),
    people: people ?? [],
  };
  return blank.type === 'choices' ? blank.choices.map(({ value, text }) => ({ value, text: sentence(text) })) : (byType[blank.type] ?? []);
}

/** The row at this path, which ends with a dot; the whole form where it is empty. */
function rowOf(form: FormView, row: string): Readonly<Record<string, unknown>> {
  const value = row === '' ? form.values : form.value(row.replace(/\.$/, ''));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
