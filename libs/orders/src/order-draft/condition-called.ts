import { isRecord } from '#pages';
import { libraryCondition } from '../domain/condition-library.js';
import { codeOf, libraryOf } from './blank-field.js';

/** How a form calls the condition in one of its rows: `Condition 2 (no direct contact)`. `nth` counts from 0. */
export function conditionCalled(row: unknown, nth: number): string {
  const code = isRecord(row) ? codeOf(row) : null;
  const title = code === null || !isRecord(row) ? '' : ` (${libraryCondition(code, libraryOf(row)).title.toLowerCase()})`;
  return `Condition ${nth + 1}${title}`;
}
