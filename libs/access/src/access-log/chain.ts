import { createHash } from 'node:crypto';

/** What one entry says. */
export interface LogLine {
  /** Instant, UTC. */
  readonly at: string;
  readonly userId: string;
  readonly role: string;
  readonly force: string;
  readonly kind: string;
  readonly subject: string | null;
  /** Ids of the records of perpetrators that are shown, in order; those that are one person together. */
  readonly persons: readonly string[];
  readonly route: string;
  readonly reason: string | null;
  /** Sealed. */
  readonly terms: string | null;
  readonly correlationId: string;
}

export interface ChainedEntry extends LogLine {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Hashes in hexadecimal: of the entry before, and of this one with all before it. */
  readonly previous: string;
  readonly hash: string;
}

/** The text that is hashed: every part of the line in a fixed order. */
export function lineOf({ at, userId, role, force, kind, subject, persons, route, reason, terms, correlationId }: LogLine): string {
  return JSON.stringify([at, userId, role, force, kind, subject, persons, route, reason, terms, correlationId]);
}

/** How an entry's hash follows from the one before. */
export const link = {
  start: createHash('sha256').update('orderwatch access log').digest('hex'),
  after: (previous: string, line: LogLine): string =>
    createHash('sha256').update(Buffer.from(previous, 'hex')).update(lineOf(line)).digest('hex'),
};
