import { force, may, type Viewer } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import { caseWords, considerationStanding, currentGrade, lastOutcome, openedCases, standingIncidents } from '#cases';
import type { Signal } from '../signals/index.js';
import type { PerpetratorSummary } from './perpetrator-summary.js';

/** An investigation as the person's page lists it. */
export interface CaseLineView {
  readonly id: string;
  /** `Investigation opened 3 Mar 2026` */
  readonly words: string;
  readonly force: string;
  readonly incidents: number;
  /** The grade of the risk, how an order stands considered, the outcome. */
  readonly tags: readonly { readonly text: string; readonly colour: string }[];
}

/** The cases about the person, the newest first. */
export function caseLines({ cases }: PerpetratorSummary, today: LocalDate): CaseLineView[] {
  return openedCases(Object.values(cases))
    .sort((a, b) => (a.openedOn < b.openedOn ? 1 : a.openedOn > b.openedOn ? -1 : 0))
    .map((one) => {
      const outcome = lastOutcome(one);
      return {
        id: one.caseId,
        words: `Investigation opened ${formatDate(one.openedOn)}`,
        force: force(one.force)?.name ?? `Force ${one.force}`,
        incidents: standingIncidents(one).length,
        tags: [
          caseWords.gradeTags[currentGrade(one) ?? 'none'],
          caseWords.standingTags[considerationStanding(one, today)],
          ...(outcome ? [{ text: caseWords.outcomeWords[outcome.outcome], colour: 'grey' }] : []),
        ],
      };
    });
}

/** A signal with where this reader can do something about it. */
export interface SignalView extends Pick<Signal, 'id' | 'heading' | 'reasons'> {
  readonly action: { readonly text: string; readonly href: string } | null;
}

/** An order is considered in a case of the reader's own force; where there is none, they open one. */
export function signalView({ id, heading, reasons, considers }: Signal, viewer: Viewer, perpetratorId: string): SignalView {
  const action =
    considers === undefined || !may(viewer, 'record-case')
      ? null
      : considers?.force === viewer.force
        ? { text: 'Record whether it was considered', href: `/cases/${considers.caseId}/consideration` }
        : { text: 'Open a case and consider it there', href: `/perpetrators/${perpetratorId}/cases/new` };
  return { id, heading, reasons, action };
}
