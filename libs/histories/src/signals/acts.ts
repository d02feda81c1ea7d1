import type { ContactKind } from '#breaches';
import { type Conduct, isAssociatedWithStalking, isThreatening, openedCases, standingIncidents } from '#cases';
import { formatDate, formatPeriod, type LocalDate, londonDate } from '#calendar';
import type { PerpetratorSummary } from '../perpetrator-history/perpetrator-summary.js';
import { CONTACTS } from '../sentences/breach-facts.js';
import { acts as conductInWords } from '../sentences/case-facts.js';
import { list } from '../sentences/sentence.js';

/** Something he did, whoever recorded it and as whatever: an incident of a case, an alleged breach, or contact that was kept. */
export interface Act {
  /** The first and the last day on which it may have happened. */
  readonly on: LocalDate;
  readonly until: LocalDate;
  readonly through: readonly (Conduct | ContactKind)[];
  /** `message and call` */
  readonly words: string;
  readonly recordedAs: 'incident' | 'alleged breach' | 'contact kept';
  /** Whether it is an act that PHA 1997 s.2A(3) gives as associated with stalking, or of the same sort. */
  readonly stalking: boolean;
  readonly threatening: boolean;
  readonly protectedPersonIds: readonly string[];
}

/** Everything he did that is recorded, oldest first. An allegation withdrawn leaves the act; an incident recorded in error was none. */
export function actsIn({ cases, breaches }: PerpetratorSummary): Act[] {
  const incidents = openedCases(Object.values(cases)).flatMap((one) =>
    standingIncidents(one).map(({ occurred, conduct, protectedPersonIds }): Act => ({
      on: occurred.on,
      until: occurred.until,
      through: conduct,
      words: conductInWords(conduct),
      recordedAs: 'incident',
      stalking: isAssociatedWithStalking(conduct),
      threatening: isThreatening(conduct),
      protectedPersonIds,
    })),
  );
  const reported = Object.values(breaches)
    .filter(({ status }) => status !== 'none')
    .map(({ occurred, reportedAt, kinds, isBreach, protectedPersonIds }): Act => ({
      on: occurred.on || londonDate(reportedAt),
      until: occurred.until || londonDate(reportedAt),
      through: kinds,
      words: list(kinds.map((kind) => CONTACTS[kind])),
      recordedAs: isBreach ? 'alleged breach' : 'contact kept',
      stalking: kinds.some((kind) => !dutiesAlone.has(kind)),
      threatening: false,
      protectedPersonIds,
    }));
  return [...incidents, ...reported].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Missing an appointment or a notification is no act towards anybody. */
const dutiesAlone: ReadonlySet<ContactKind> = new Set<ContactKind>(['missed-requirement', 'notification', 'other']);

/** `1 Mar 2026: message (incident)` */
export function actInWords({ on, until, words, recordedAs }: Act): string {
  return `${on === until ? formatDate(on) : formatPeriod(on, until)}: ${words} (${recordedAs})`;
}
