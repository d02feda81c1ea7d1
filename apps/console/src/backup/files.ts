/** A backup is four files: they are kept apart because only the record and the files are of no use to whoever finds them. */
export interface BackupFiles {
  /** The record, sealed as it lies in the store. */
  readonly events: string;
  /** The people's keys, wrapped by the master key, and the ledger of those destroyed. */
  readonly keys: string;
  /** The accounts and the access log. */
  readonly access: string;
  /** The bytes of exhibits and photographs, sealed as they lie in the database. */
  readonly exhibits: string;
}

export const formats = {
  events: 'orderwatch events',
  keys: 'orderwatch keys',
  access: 'orderwatch access',
  exhibits: 'orderwatch exhibits',
} as const;

/** The files of the backup called `file`. */
export function filesOf(file: string): BackupFiles {
  return { events: file, keys: `${file}.keys`, access: `${file}.access`, exhibits: `${file}.exhibits` };
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

/** One sealed piece of one file. */
export interface PieceEntry {
  readonly contentId: string;
  readonly nth: number;
  readonly pieces: number;
  /** Ids of those under whose keys it lies. */
  readonly about: readonly string[];
  /** Base64. */
  readonly sealed: string;
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
