import type { Projection, Recorded } from '#event-sourcing';
import type { YouthFact } from '../domain/youth/facts.js';
import { evolveYouth, nothingOfYouth, type YouthRecord } from '../domain/youth/youth.js';

/** What was recorded of one application because its respondent is under 18, whether it is prepared or filed. */
export interface YouthRow {
  /** Of the application. */
  readonly id: string;
  readonly perpetratorId: string;
  /** The force that prepares or filed it, by CJS code. */
  readonly force: string;
  readonly doc: YouthRecord;
}

const reads: Readonly<Record<YouthFact['type'], true>> = { YouthContactRecorded: true, ReportingRestrictionRecorded: true };

export const youthRecord: Projection<YouthRow> = {
  name: 'youth-record',
  table: 'orders.youth_record',
  version: 1,
  reads: Object.keys(reads),
  rows: ({ fact }) => [(fact as YouthFact).data.applicationId],
  evolve(row, event) {
    const { fact } = event as Recorded<YouthFact>;
    const { applicationId: id, perpetratorId, force } = fact.data;
    return { id, perpetratorId, force, doc: evolveYouth(row?.doc ?? nothingOfYouth, fact) };
  },
};
