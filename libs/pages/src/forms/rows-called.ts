import 'reflect-metadata';

/** What a row of a list is called in its errors. `row`: as it was sent; `nth` counts from 0. */
export type RowCalled = (row: unknown, nth: number) => string;

const CALLED = Symbol('what rows are called');

export function callRows(called: RowCalled): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(CALLED, called, target, property);
}

/** An error of a row with the row's name before it: `Condition 2 (no direct contact): enter its words`. As it is where rows have no names. */
export function saidOfRow(owner: object | undefined, property: string, row: unknown, nth: number, text: string): string {
  const called = owner && (Reflect.getMetadata(CALLED, owner, property) as RowCalled | undefined);
  return called ? `${called(row, nth)}: ${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}
