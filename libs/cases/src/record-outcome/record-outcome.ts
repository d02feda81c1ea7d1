import type { Instant, LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact, CaseNfaReason, CaseOutcome } from '../domain/events.js';
import { isApplicationCode, isOffenceCode } from '../domain/offences.js';
import { type AheadRefusal, everybodyIn, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';

export interface OutcomeDetails {
  readonly outcomeId: string;
  readonly outcome: CaseOutcome;
  readonly on: LocalDate;
  readonly reason: CaseNfaReason | null;
  readonly offenceCodes: readonly string[];
  readonly applicationId: string | null;
  readonly note: string | null;
}

export type RecordOutcomeRefusal =
  NoCase | AheadRefusal | 'before-it-was-opened' | 'nfa-reason-needed' | 'no-offence' | 'not-an-offence-code' | 'note-needed';

/** How it ended, as far as it did. What is learned later is recorded all the same, and a further outcome may follow. */
export function recordOutcome(state: CaseState, details: OutcomeDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { outcomeId, outcome, on, note } = details;
  notAhead(on, now);
  if (on < it.openedOn) throw refuse<RecordOutcomeRefusal>('before-it-was-opened');
  const reason = outcome === 'no-further-action' ? details.reason : null;
  if (outcome === 'no-further-action' && reason === null) throw refuse<RecordOutcomeRefusal>('nfa-reason-needed');
  const offenceCodes = outcome === 'charged' ? [...new Set(details.offenceCodes)] : [];
  if (outcome === 'charged' && offenceCodes.length === 0) throw refuse<RecordOutcomeRefusal>('no-offence');
  if (offenceCodes.some((code) => !isOffenceCode(code) || isApplicationCode(code))) {
    throw refuse<RecordOutcomeRefusal>('not-an-offence-code');
  }
  if ((outcome === 'other' || reason === 'other') && note === null) throw refuse<RecordOutcomeRefusal>('note-needed');
  const applicationId = outcome === 'application' ? details.applicationId : null;
  return [
    {
      type: 'CaseOutcomeRecorded',
      data: { ...ofCase(it), outcomeId, outcome, on, reason, offenceCodes, applicationId },
      personal: note === null ? {} : { note: personal(everybodyIn(it), note) },
    },
  ];
}
