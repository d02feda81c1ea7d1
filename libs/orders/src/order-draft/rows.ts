import { isRecord, LocalDateField, readForm, Unreadable } from '#pages';
import { libraryCondition, libraryVersion, type Speaking, suggestedWording } from '../domain/condition-library.js';
import { type DraftCondition, categoryOf, withWordsOnly } from '../domain/draft.js';
import { type Clause, clauseOf } from '../domain/conflicts/index.js';
import { codeOf, formBlanks, libraryOf, readBlank } from './blank-field.js';

type Values = Readonly<Record<string, unknown>>;

/** What a button within a form asks for, instead of sending it: all of them are named `_add`. */
export type Asked =
  /** A blank row, or one for each kind that was ticked. */
  | { readonly is: 'add'; readonly path: string; readonly codes: readonly string[] }
  | { readonly is: 'remove' | 'suggest'; readonly row: string }
  | { readonly is: 'show' };

/** The button that was pressed; null where the form was sent. Kinds that were ticked and not yet added are added first, never lost. */
export function asked(body: Values): Asked | null {
  const [button = '', row = ''] = typeof body['_add'] === 'string' ? body['_add'].split(' ') : [];
  if (button === 'remove' || button === 'suggest') return { is: button, row };
  if (button === 'show') return { is: 'show' };
  const picked = isRecord(body['_pick']) ? body['_pick'] : {};
  const ticked = Object.entries(picked).find(([, codes]) => codesIn(codes).length > 0);
  if (ticked && (button === '' || button === ticked[0])) return { is: 'add', path: ticked[0], codes: codesIn(ticked[1]) };
  return button === '' ? null : { is: 'add', path: button, codes: [] };
}

/** How suggested words name people. */
export interface Naming extends Speaking {
  /** Whether more than one person can be meant. */
  readonly several?: boolean;
}

/** Whether words can only be suggested once somebody says whom of several people they are about. */
function asksWhom({ parameters, ...made }: DraftCondition, values: Values, { several = false }: Naming): boolean {
  const ticked = values['protectedPersonIds'];
  const isSeveral = Array.isArray(ticked) && ticked.length > 0 ? ticked.length > 1 : several && typeof ticked !== 'string';
  const { blanks, wording } = libraryCondition(made.code, made.library);
  return isSeveral && blanks.some(({ name, type }) => type === 'people' && !parameters[name] && wording?.includes(`{${name}`));
}

/** The form after the button, with its rows as they are to be shown. `speaking` names people in suggested words. */
export function afterButton(values: Values, what: Asked, speaking: Naming): Values {
  switch (what.is) {
    case 'show':
      return values;
    case 'add': {
      const rows = rowsAt(values, what.path).filter(isNotBlank);
      // What is added to an order stands beside the conditions that it has.
      const standing = what.path === 'added' ? rowsAt(values, 'changes').filter((row) => isRecord(row) && row['change'] !== 'removed') : [];
      const first = Math.max(0, ...[...rows, ...standing].map((row) => Number(isRecord(row) ? row['number'] : 0) || 0)) + 1;
      const fresh = what.codes.map((code, nth) => ({ code, library: String(libraryVersion), number: String(first + nth) }));
      return { ...values, [what.path]: [...rows, ...fresh] };
    }
    case 'remove': {
      const [path = '', nth = ''] = what.row.split('.');
      return { ...values, [path]: rowsAt(values, path).filter((_, index) => String(index) !== nth) };
    }
    case 'suggest':
      return withRow(values, what.row, (row) => {
        const typed = typedCondition(row);
        if (typed && asksWhom(typed, values, speaking)) return { ...row, askWhom: 'yes' };
        const wording = typed && suggestedWording({ ...typed, category: categoryOf(typed) }, typed.parameters, speaking);
        return wording ? { ...row, wording } : row;
      });
  }
}

/** The rows at this path; qs reads many rows as an object with numbers for names. */
export function rowsAt(values: Values, path: string): readonly unknown[] {
  const rows = values[path];
  return Array.isArray(rows) ? rows : isRecord(rows) ? Object.values(rows) : [];
}

class LastDay {
  @LocalDateField('the last day', { optional: true }) lastDay?: string;
}

/** A condition as far as it is typed; null while it has no kind. What cannot be read of it is left out. */
export function typedCondition(row: unknown, conditionId = '', versionId = ''): DraftCondition | null {
  if (!isRecord(row)) return null;
  const code = codeOf(row);
  if (code === null) return null;
  const library = libraryOf(row);
  const text = (name: string) => (typeof row[name] === 'string' ? row[name].trim() : '');
  const end = readForm(LastDay, { lastDay: row['lastDay'] });
  const typed: DraftCondition = {
    ...{ conditionId, versionId, code, library },
    number: Number(row['number']) || 0,
    category: text('category') === 'requirement' ? 'requirement' : 'prohibition',
    wording: text('wording').replaceAll('\r\n', '\n'),
    parameters: typedBlanks(code, library, row['parameters']),
    locality: text('locality') || null,
    necessity: text('necessity') || null,
    end: end.ok && end.value.lastDay !== undefined ? { is: 'fixed', lastDay: end.value.lastDay } : null,
  };
  return row['wordsOnly'] === 'yes' || row['wordsOnly'] === true ? withWordsOnly(typed) : typed;
}

/** A condition there is as a row of a form holds it. */
export function filledRow({ plain, words }: Clause): Values {
  const { conditionId, versionId, number, code, category, end, library = 1, draftedAs, wordsOnly } = plain;
  const { wording = '', parameters = {}, locality = null, necessity = null } = words.value ?? {};
  return {
    ...{ conditionId, versionId, number, code, library, category, draftedAs, wording, locality, necessity },
    lastDay: end?.is === 'fixed' ? end.lastDay : undefined,
    wordsOnly: wordsOnly ? 'yes' : undefined,
    parameters: formBlanks(code, library, parameters),
  };
}

function typedBlanks(code: DraftCondition['code'], library: number, given: unknown): Readonly<Record<string, string>> {
  const typed = isRecord(given) ? given : {};
  return Object.fromEntries(
    libraryCondition(code, library).blanks.flatMap((blank) => {
      const read = typed[blank.name] === undefined || typed[blank.name] === '' ? null : readBlank(blank, typed[blank.name]);
      return read === null || read instanceof Unreadable ? [] : [[blank.name, read]];
    }),
  );
}

function withRow(values: Values, row: string, change: (row: Values) => Values): Values {
  const [path = '', nth = ''] = row.split('.');
  if (path === '') return change(values);
  return { ...values, [path]: rowsAt(values, path).map((one, index) => (String(index) === nth && isRecord(one) ? change(one) : one)) };
}

function codesIn(given: unknown): readonly string[] {
  return (Array.isArray(given) ? given : [given]).filter((code): code is string => typeof code === 'string' && codeOf({ code }) !== null);
}

function isNotBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isNotBlank);
  return isRecord(value) ? Object.values(value).some(isNotBlank) : typeof value === 'string' && value.trim() !== '';
}

/** The conditions typed at these paths, each where `keep` takes its row. */
export function typedClauses(values: Values, paths: readonly string[], keep: (row: Values) => boolean = () => true): readonly Clause[] {
  return paths.flatMap((path) =>
    rowsAt(values, path).flatMap((row, nth) => {
      const typed = isRecord(row) && keep(row) ? typedCondition(row, `${path} ${nth}`, `${path} ${nth}`) : null;
      return typed ? [clauseOf(typed)] : [];
    }),
  );
}

/** The conditions that an application asked for, as rows of an order that the court makes of it. */
export function soughtRows(sought: readonly Clause[]): readonly Values[] {
  return sought.map((clause) => ({ ...filledRow(clause), draftedAs: clause.plain.conditionId }));
}
