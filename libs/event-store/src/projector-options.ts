import type { Projection } from '#event-sourcing';
import type { DataSource } from 'typeorm';
import type { EventStore } from './event-store.js';
import type { Sealer } from './sealing/sealer.js';
import type { StreamTypes } from './stream-types.js';

export interface ProjectorOptions {
  readonly database: DataSource;
  readonly store: EventStore;
  readonly sealer: Sealer;
  readonly types: StreamTypes;
  readonly projections: readonly Projection[];
  /** Most events per transaction of a live projection; 1,000 unless told. */
  readonly batch?: number;
  /** Longest wait between two looks at the store while nothing happens, ms; 50 unless told. */
  readonly idle?: number;
  /** How often a process standing by tries to take over, ms; 1,000 unless told. */
  readonly standBy?: number;
  /** Rows of all projections kept in memory while they are rebuilt; 400,000 unless told. */
  readonly rowsInMemory?: number;
  /** Events read at once for a rebuild; 5,000 unless told. */
  readonly rebuildPage?: number;
  /** Told of troubles that pass (the database away); the message holds no personal data. */
  readonly warn?: (message: string) => void;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly position: string | null;
  /** Whether there are events it has not passed. */
  readonly isBehind: boolean;
  /** Whether its rows hold what is forgotten when a person is erased. */
  readonly holdsPeople: boolean;
  /** Whether this process runs it. */
  readonly isRunHere: boolean;
  /** Why it stopped, without personal data; null while it goes on. */
  readonly failure: string | null;
  readonly failedAt: string | null;
}

/** How a rebuild goes on; also while it works off a long history. */
export type RebuildProgress = (done: { readonly events: number; readonly position: string | null }) => void;
