import type { Fact } from './fact.js';

/** Who recorded a fact, when, and by which command. Holds no personal data: `by` is a user id, `force` a force code. */
export interface Envelope {
  /** The id of the user or machine that recorded it. */
  readonly by: string;
  /** The force the recorder belongs to, by its CJS code, for instance `46`. */
  readonly force: string;
  /** The instant it was recorded, UTC, ISO 8601 with milliseconds. */
  readonly recordedAt: string;
  /** The command that recorded it: the same command recorded again adds nothing. */
  readonly commandId: string;
  /** A keyed digest of what the command asked for, to notice one command id used for two different requests. */
  readonly digest: string;
  /** Ties together all that followed from one request, in the logs too. */
  readonly correlationId: string;
}

/** A fact as it lies in the store: where, in which order, recorded by whom. */
export interface Recorded<F extends Fact = Fact> {
  readonly id: string;
  readonly stream: string;
  /** 0-based place in its stream. */
  readonly revision: bigint;
  /** Place in the order of all facts. Opaque: only the store that gave it can compare it. */
  readonly position: string;
  readonly schemaVersion: number;
  readonly fact: F;
  readonly envelope: Envelope;
}

/** The actor and the moment of a command, made at the edge and passed in: decisions have no clock and make no random ids. */
export interface Act extends Omit<Envelope, 'recordedAt'> {
  /** The instant of the command, UTC, ISO 8601. Becomes `recordedAt`. */
  readonly at: string;
}
