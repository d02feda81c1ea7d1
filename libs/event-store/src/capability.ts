import type { Fact, Projection, StreamType } from '#event-sourcing';

type Class = abstract new (...args: never[]) => object;

/** One room of the application as it is plugged in: listed once, and everything it brings is found by the web, the worker and the console. */
export interface Capability {
  /** The folder under `libs/`. */
  readonly name: string;
  /** Its Nest module: controllers and handlers. Absent for a room without any. */
  readonly module?: Class;
  readonly entities?: readonly Class[];
  readonly migrations?: readonly Class[];
  readonly streamTypes?: readonly StreamType<unknown, Fact>[];
  readonly projections?: readonly Projection[];
  /** The names of its reactions. */
  readonly reactions?: readonly string[];
  /**
   * Whom its records are about, for the access log: SQL that selects the ids of perpetrators of the records with the ids `$1::text[]` (UUIDs, of
   * any kind of record), by their primary keys.
   */
  readonly about?: readonly string[];
  /** Its links in the primary navigation, for those with the permission. */
  readonly navigation?: readonly { readonly text: string; readonly href: string; readonly permission?: string }[];
  /** The path a role starts at after signing in, by role. */
  readonly startPages?: Readonly<Record<string, string>>;
}
