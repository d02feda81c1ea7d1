import type { Viewer } from '../domain/viewer.js';

/** Knows whom records are about: the rooms above this one keep them. */
export abstract class WhomRecordsAreAbout {
  /**
   * The ids of perpetrators' records: of those that these records are about, or are, and of all that are the same person now; in order.
   * Only those of which the viewer may know: an entry about a record that was refused tells whoever reads the log nothing more than its id.
   */
  abstract of(viewer: Pick<Viewer, 'userId' | 'permissions'>, recordIds: readonly string[]): Promise<readonly string[]>;
}
