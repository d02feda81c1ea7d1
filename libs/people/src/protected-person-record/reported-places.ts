import type { ReportedPlace } from '../domain/safety-notes.js';

/** Where something happened, as a record of a room above says, with whom that record is about. */
export interface PlaceOnRecord extends ReportedPlace {
  /** Ids of protected people. */
  readonly people: readonly string[];
}

/** Where things are recorded to have happened, as the rooms above know it: they bind this port. */
export abstract class ReportedPlaces {
  /**
   * On the records of these perpetrators, of those from whom these people are protected, and on linked ones, but for what the force `own` wrote.
   * Of everything, whoever may see it: only ever compared with what is to be shown.
   */
  abstract on(perpetratorIds: readonly string[], protectedPersonIds: readonly string[], own: string): Promise<readonly PlaceOnRecord[]>;
}
