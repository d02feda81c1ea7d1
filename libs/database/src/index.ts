export { isDatabaseAway } from './away.js';

type Class = abstract new (...args: never[]) => object;

/** What a room keeps in the database. Its classes are listed one by one: a pattern over file names finds other files once built. */
export interface Schema {
  readonly entities: readonly Class[];
  /** TypeORM migrations; they run in the order of the 13-digit time at the end of the class name. */
  readonly migrations: readonly Class[];
}
