import type { Projection, Recorded } from '#event-sourcing';
import type { AlertAbout, AlertBecause, AlertFact } from './alert.js';

/** An alert as it is listed. Whose names it speaks of is found when it is shown. */
export interface AlertRow {
  readonly id: string;
  /** The force that is told. */
  readonly force: string;
  readonly byForce: string;
  readonly because: AlertBecause;
  /** From the record on which the force has something to the one on which it happened. */
  readonly perpetratorIds: readonly string[];
  readonly cause: string;
  readonly about: AlertAbout;
  readonly raisedAt: string;
  readonly seenAt: string | null;
  /** The user who acknowledged it. */
  readonly seenBy: string | null;
}

const reads: readonly AlertFact['type'][] = ['AlertRaised', 'AlertAcknowledged'];

export const alertRecord: Projection<AlertRow> = {
  name: 'alerts',
  table: 'histories.alert',
  version: 1,
  reads,
  rows: ({ fact }) => [(fact as AlertFact).data.alertId],
  evolve(row, event, id) {
    const { fact, envelope } = event as Recorded<AlertFact>;
    switch (fact.type) {
      case 'AlertRaised': {
        const { toForce, byForce, because, perpetratorIds, cause, about } = fact.data;
        const raisedAt = envelope.recordedAt;
        return { id, force: toForce, byForce, because, perpetratorIds, cause, about, raisedAt, seenAt: null, seenBy: null };
      }
      case 'AlertAcknowledged':
        return row && { ...row, seenAt: envelope.recordedAt, seenBy: envelope.by };
    }
  },
};
