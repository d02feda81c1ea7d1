import { may, type Viewer } from './viewer.js';

/** Who may open the record of a person. */
export interface Restriction {
  /** Closed to all but `readers`. */
  readonly restricted: boolean;
  /** User ids, and force units in time; read only while the record is restricted. */
  readonly readers: readonly string[];
}

/** Which forces a record belongs to, by CJS code. */
export interface Held {
  /** The force that keeps it. */
  readonly force: string;
  /** All forces that have a part in it. */
  readonly forces: readonly string[];
}

/** Whether the person is there at all for this viewer. Who may not see a restricted person is not told that there is one. */
export function maySeePerson(viewer: Viewer, { restricted, readers }: Restriction): boolean {
  return may(viewer, 'view-person') && (!restricted || readers.includes(viewer.userId));
}

/** Whether the viewer reads a protected person's name; others read a letter. Legal teams and officers of a force with a part in the record. */
export function maySeeProtectedName(viewer: Viewer, { force, forces }: Held): boolean {
  return may(viewer, 'view-protected-person') && (viewer.force === force || forces.includes(viewer.force));
}

/** Whether the viewer reads how and where a protected person is reached: only the force that keeps the record needs it. */
export function maySeeContact(viewer: Viewer, { force }: Pick<Held, 'force'>): boolean {
  return may(viewer, 'view-protected-person') && viewer.force === force;
}

/**
 * Whether the viewer reads where a perpetrator lives, and their telephone numbers. Managers work with figures and the records behind them, for
 * which nobody's address is needed; whoever serves, checks or prepares an order needs it.
 */
export function maySeeWhereabouts(viewer: Pick<Viewer, 'permissions'>): boolean {
  return may(viewer, 'view-protected-person');
}

/**
 * `maySeePerson` as a SQL predicate over the columns `restricted boolean` and `readers text[]` of the table called `alias`. What it
 * compares with is added to `parameters`, which become $1, $2 … in their order.
 */
export function visiblePersonSql(viewer: Pick<Viewer, 'userId' | 'permissions'>, alias: string, parameters: unknown[]): string {
  if (!/^[a-z_][a-z0-9_]*$/i.test(alias)) throw new Error('A table alias is a plain SQL name');
  if (!may(viewer, 'view-person')) return 'false';
  parameters.push(viewer.userId);
  return `(NOT ${alias}.restricted OR $${parameters.length}::text = ANY (${alias}.readers))`;
}
