/** The bytes of exhibits, sealed under the keys of everybody they are about. */
export abstract class ExhibitContents {
  /** Keeps the bytes; the same again changes nothing. Refuses with `person-erased`. */
  abstract put(contentId: string, about: readonly string[], bytes: Uint8Array): Promise<void>;
  /** Takes away bytes that no fact speaks of. */
  abstract remove(contentId: string): Promise<void>;
  /** The bytes; null when somebody they are about was erased. Throws when they are not there or were changed. */
  abstract read(contentId: string, about: readonly string[]): Promise<Buffer | null>;
}
