import { force } from '#access';
import { formatDate } from '#calendar';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** An application that waits for a court, as the person's page lists it. */
export interface ApplicationLineView {
  readonly id: string;
  /** `Application filed 5 Mar 2026 at Testville` */
  readonly words: string;
  readonly force: string;
}

/** The applications that no court has determined, the newest first. */
export function applicationLines({ applications }: PerpetratorSummary): ApplicationLineView[] {
  return Object.values(applications)
    .flatMap((one) => (one.is === 'pending' ? [one] : []))
    .sort((a, b) => (a.filedOn < b.filedOn ? 1 : a.filedOn > b.filedOn ? -1 : 0))
    .map(({ applicationId, filedOn, court, force: cjs }) => ({
      id: applicationId,
      words: `Application filed ${formatDate(filedOn)} at ${court.name}`,
      force: force(cjs)?.name ?? `Force ${cjs}`,
    }));
}
