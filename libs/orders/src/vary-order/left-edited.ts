import { isDeepStrictEqual } from 'node:util';
import { type FieldError, inputId, isRecord } from '#pages';
import { libraryCondition } from '../domain/condition-library.js';
import type { MadeOrder } from '../domain/order.js';
import { codeOf, libraryOf } from '../order-draft/blank-field.js';
import { rowsAt, typedCondition } from '../order-draft/rows.js';
import { lastVersions, rowOf } from './rows.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * Conditions whose words or blanks were changed in the form while "It stays as it is" is chosen: what was typed would be lost. `filled`: the
 * form as it was first shown; a condition put back to what stands, or left as the form showed it, is not changed. What is not sent is neither.
 */
export function leftEdited(order: MadeOrder, sent: Values, filled: Values): readonly FieldError[] {
  const standing = lastVersions(order);
  const shown = rowsAt(filled, 'changes').filter(isRecord);
  return rowsAt(sent, 'changes').flatMap((row, nth): FieldError[] => {
    if (!isRecord(row) || row['change'] !== 'leave') return [];
    const version = standing.find(({ plain }) => plain.conditionId === row['conditionId']);
    if (!version) return [];
    const before = shown.find(({ conditionId }) => conditionId === version.plain.conditionId);
    if ([rowOf(version), ...(before ? [before] : [])].some((one) => isStill(one, row))) return [];
    const field = `changes.${nth}.change`;
    const text = `You changed the words or details of condition ${version.plain.number} but chose that it stays as it is. Choose that it gets other words or limits, or put back what it said`;
    return [{ field, href: `#${inputId(field)}`, text }];
  });
}

/** Whether the row says what it said before, as far as it was sent. */
function isStill(before: Values, row: Values): boolean {
  const sent = isRecord(row['parameters']) ? row['parameters'] : {};
  const parameters = { ...notTicked(before, row), ...sent };
  return isDeepStrictEqual(said({ ...before, ...row, parameters }), said(before));
}

/** The blanks there were. Boxes are only sent where they are ticked: in a form that showed them, none means that all were cleared. */
function notTicked(before: Values, row: Values): Values {
  const given = isRecord(before['parameters']) ? before['parameters'] : {};
  const code = codeOf(before);
  if (code === null || row['shown'] !== code) return given;
  const boxes = libraryCondition(code, libraryOf(before)).blanks.filter(({ type }) => type === 'days' || type === 'choices');
  return Object.fromEntries(Object.entries(given).filter(([name]) => !boxes.some((blank) => blank.name === name)));
}

function said(row: Values): unknown {
  const typed = typedCondition({ ...row, number: typeof row['number'] === 'number' ? String(row['number']) : row['number'] });
  if (!typed) return null;
  const parameters = Object.fromEntries(Object.entries(typed.parameters).map(([name, value]) => [name, value.split(',').toSorted()]));
  return { ...typed, parameters };
}
