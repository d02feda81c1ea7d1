/** The bytes of a file are not there: removed a moment ago, or lost. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor() {
    super('The bytes of a file are missing. Restore them from a backup.');
  }
}

/**
 * The bytes of files, sealed under the keys of everybody they are about. No event carries them and no read model is made of them: a backup
 * does. `purpose` says what kind of file it is; sealed for one, bytes do not open for another. Whose keys seal them lies beside the bytes and
 * not in a fact: a fact never changes, but whom a file is about is learned as time goes on.
 */
export abstract class SealedFiles {
  /** Keeps the bytes; the same again changes nothing. Refuses with `person-erased`. */
  abstract put(purpose: string, contentId: string, about: readonly string[], bytes: Uint8Array): Promise<void>;
  /**
   * Seals the bytes that lie there under the keys of these people too, all of them or none. Again, or for people they are sealed for already:
   * nothing happens, nor where there are no bytes, or none that can be read any more. Refuses with `person-erased`.
   */
  abstract sealFor(purpose: string, contentId: string, people: readonly string[]): Promise<void>;
  /** Takes away bytes that no fact speaks of, or that nobody may see again. */
  abstract remove(contentId: string): Promise<void>;
  /** The bytes; null when somebody they are about was erased. Throws `FileMissing` when they are not there; another error when they were changed. */
  abstract read(purpose: string, contentId: string): Promise<Buffer | null>;
}
