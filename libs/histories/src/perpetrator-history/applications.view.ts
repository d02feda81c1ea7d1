import { force } from '#access';
import { formatDate } from '#calendar';
import { type FiledApplication, waitingAppeal, waitsForCourt } from '#orders';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** An application that waits for a court, as the person's page lists it. */
export interface ApplicationLineView {
  readonly id: string;
  /** `Application filed 5 Mar 2026 at Testville` */
  readonly words: string;
  readonly force: string;
}

/** The applications that wait for a court, at first instance or on appeal, the newest first. */
export function applicationLines({ applications }: PerpetratorSummary): ApplicationLineView[] {
  return Object.values(applications)
    .flatMap((one) => (one.is !== 'not-filed' && waitsForCourt(one) ? [one] : []))
    .sort((a, b) => (a.filedOn < b.filedOn ? 1 : a.filedOn > b.filedOn ? -1 : 0))
    .map((one) => ({
      id: one.applicationId,
      words: `Application filed ${formatDate(one.filedOn)} at ${one.court.name}${appealWords(one)}`,
      force: force(one.force)?.name ?? `Force ${one.force}`,
    }));
}

function appealWords(application: FiledApplication): string {
  const appeal = waitingAppeal(application);
  return appeal ? `, refused; an appeal was lodged on ${formatDate(appeal.on)}` : '';
}
