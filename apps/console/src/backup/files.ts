/** A backup is three files: they are kept apart because only the first is of no use to whoever finds it. */
export interface BackupFiles {
  /** The record, sealed as it lies in the store. */
  readonly events: string;
  /** The people's keys, wrapped by the master key, and the ledger of those destroyed. */
  readonly keys: string;
  /** The accounts and the access log. */
  readonly access: string;
}

export const formats = { events: 'orderwatch events', keys: 'orderwatch keys', access: 'orderwatch access' } as const;

/** The files of the backup called `file`. */
export function filesOf(file: string): BackupFiles {
  return { events: file, keys: `${file}.keys`, access: `${file}.access` };
}

export interface EventEntry {
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly meta: unknown;
}

export type KeyEntry =
  | { readonly is: 'key'; readonly personId: string; /** Base64. */ readonly wrapped: string; readonly createdAt: string }
  | { readonly is: 'destroyed'; readonly personId: string; readonly at: string; readonly by: string };

/** A row of one of these tables, as PostgreSQL writes it in JSON. */
export interface AccessEntry {
  readonly table: (typeof accessTables)[number];
  readonly row: object;
}

/** What has to outlive the database besides the record. Sessions, tokens and failed sign-ins do not. */
export const accessTables = ['access.users', 'access.log'] as const;
