import type { Projection, Recorded } from '#event-sourcing';
import type { ExhibitFact } from './events.js';
import { type Exhibit, evolveExhibit } from './exhibits.js';

/** A file as it is listed. */
export interface ExhibitRow {
  readonly id: string;
  readonly placeKind: string;
  readonly placeId: string;
  readonly perpetratorId: string;
  /** The force that received it, by CJS code. */
  readonly force: string;
  /** Its number among the files of the record. */
  readonly nth: number;
  /** When it was recorded, UTC, and by which user. */
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly doc: Exhibit;
}

export const exhibitRecord: Projection<ExhibitRow> = {
  name: 'exhibit-record',
  table: 'cases.exhibit',
  version: 2,
  reads: ['ExhibitReceived', 'ExhibitSubjectsNamed', 'ExhibitWithdrawn'] satisfies ExhibitFact['type'][],
  rows: ({ fact }) => [(fact as ExhibitFact).data.exhibitId],
  evolve(row, event) {
    const { fact, envelope } = event as Recorded<ExhibitFact>;
    const doc = evolveExhibit(row?.doc ?? null, fact);
    if (doc === null) return null;
    if (row) return { ...row, doc };
    const { exhibitId: id, place, perpetratorId, force, number: nth } = doc;
    const { recordedAt: receivedAt, by: receivedBy } = envelope;
    return { id, placeKind: place.kind, placeId: place.id, perpetratorId, force, nth, receivedAt, receivedBy, doc };
  },
};
