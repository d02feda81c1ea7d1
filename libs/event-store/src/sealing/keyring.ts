import { refuse } from '#event-sourcing';

/** One line of the ledger of destroyed keys. Ids only. */
export interface Destroyed {
  readonly personId: string;
  /** UTC instant, ISO 8601. */
  readonly at: string;
  /** The id of the user who ordered it. */
  readonly by: string;
}

/** A person's key, that it was destroyed, or that there never was one. */
export type KeyState = Buffer | 'destroyed' | undefined;

/** The keys could not be reached. Says nothing about the sealed values; a later try may succeed. */
export class KeyringUnavailable extends Error {
  override readonly name = 'KeyringUnavailable';

  constructor(cause: unknown) {
    super('The key table could not be reached', { cause });
  }
}

/** One data key of 32 bytes per person, and the ledger of those that were destroyed. */
export abstract class Keyring {
  /** A number that changes whenever a key may have been destroyed since it was last asked. Cheap enough to ask before every use of a kept key. */
  abstract generation(): Promise<number>;

  /** What is known of each id. Creates nothing. */
  abstract keys(ids: readonly string[]): Promise<Map<string, KeyState>>;

  /** The key of each id, created where there was none. Refuses with `person-erased` if any was destroyed. */
  abstract keyFor(ids: readonly string[]): Promise<Map<string, Buffer>>;

  /** Destroys the key for ever and writes the ledger, both or none. Again: nothing more happens. */
  abstract destroy(personId: string, how: { at: string; by: string }): Promise<void>;

  /** Every destroyed key, oldest first: kept outside the backups, so that a restore can be followed by `replayLedger`. */
  abstract ledger(): Promise<Destroyed[]>;

  /** After a restore: adds `kept` to the ledger and destroys again every key in it. How many keys had come back. */
  abstract replayLedger(kept?: readonly Destroyed[]): Promise<number>;
}

/** The keys of `states`, or the refusal to seal about an erased person. */
export function usable(states: ReadonlyMap<string, KeyState>): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const [id, state] of states) {
    if (state === 'destroyed') throw refuse('person-erased', { personId: id });
    if (state) keys.set(id, state);
  }
  return keys;
}
