import { type FieldError, inputId, isRecord } from '#pages';
import { rowsAt } from '../order-draft/rows.js';

type Values = Readonly<Record<string, unknown>>;

/** What of the section on conditions can be saved now. */
export interface Savable {
  readonly values: Values;
  /** Of each condition in it, its place among those that were typed. */
  readonly places: readonly number[];
}

/**
 * What was typed without what is wrong in it. A condition that is wrong stays as it was saved before, or is left out where it is new; so
 * does every other answer, also one that was not given. `stored`: what stands in the form for what is saved.
 */
export function savable(typed: Values, wrong: readonly FieldError[], stored: Values): Savable {
  const amiss = new Set(wrong.map(({ field }) => placeIn(field)));
  const before = (row: unknown) =>
    rowsAt(stored, 'conditions').filter((one) => draftedAs(row) !== undefined && draftedAs(one) === draftedAs(row));
  const rows = rowsAt(typed, 'conditions').flatMap((row, place) =>
    (amiss.has(place) ? before(row) : [row]).map((one) => ({ row: one, place })),
  );
  const others = wrong.filter(({ field }) => placeIn(field) === null).map(({ field }) => field.split('.')[0] ?? field);
  const values = {
    ...stored,
    ...typed,
    ...Object.fromEntries(others.map((name) => [name, stored[name]])),
    conditions: rows.map(({ row }) => row),
  };
  return { values, places: rows.map(({ place }) => place) };
}

/** Whether there is anything to save. */
export function saysAnything({ values, places }: Savable): boolean {
  return places.length > 0 || Boolean(values['duration']);
}

/** Errors about what was sent, told of the places in which it was typed. */
export function asTyped(errors: readonly FieldError[], places: readonly number[]): readonly FieldError[] {
  return errors.map((error) => {
    const place = places[placeIn(error.field) ?? -1];
    if (place === undefined) return error;
    const field = error.field.replace(/^conditions\.\d+/, `conditions.${place}`);
    const part = error.part ? `-${error.part}` : '';
    return { ...error, field, href: `#${inputId(field)}${part}`, text: error.text.replace(/^Condition \d+/, `Condition ${place + 1}`) };
  });
}

/** The conditions as they were typed, each that was saved with the id it is known by from now on. `saved`: those that stand, in the order sent. */
export function knownAgain(typed: Values, places: readonly number[], saved: readonly unknown[]): readonly unknown[] {
  const rows = rowsAt(typed, 'conditions');
  if (saved.length !== places.length) return rows;
  return rows.map((row, place) => {
    const nth = places.indexOf(place);
    return isRecord(row) && nth >= 0 ? { ...row, draftedAs: draftedAs(saved[nth]) } : row;
  });
}

/** The place of the condition that an error is about; null where it is about something else. */
export function placeIn(field: string): number | null {
  const found = /^conditions\.(\d+)/.exec(field)?.[1];
  return found === undefined ? null : Number(found);
}

function draftedAs(row: unknown): unknown {
  return isRecord(row) ? row['draftedAs'] : undefined;
}
