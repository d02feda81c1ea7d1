import type { Instant, LocalDate } from '#calendar';
import { personal } from '#event-sourcing';
import type { CaseState } from '../domain/case.js';
import type { CaseFact } from '../domain/events.js';
import { type AheadRefusal, namedIn, type NoCase, notAhead, ofCase, opened } from '../domain/required.js';
import { supports } from '../domain/standing.js';

export interface SupportDetails {
  readonly protectedPersonId: string;
  readonly supports: boolean;
  readonly on: LocalDate;
  /** What they said of it. */
  readonly words: string | null;
}

export type RecordSupportRefusal = NoCase | AheadRefusal | 'not-part-of-it';

/** Somebody no longer supports the investigation, or does again. It closes nothing. What was said last already is recorded once. */
export function recordSupport(state: CaseState, details: SupportDetails, now: Instant): CaseFact[] {
  const it = opened(state);
  const { protectedPersonId, on, words } = details;
  namedIn(it, protectedPersonId);
  notAhead(on, now);
  if (supports(it, protectedPersonId) === details.supports) return [];
  const said = words === null ? {} : { words: personal([it.perpetratorId, protectedPersonId], words) };
  const data = { ...ofCase(it), protectedPersonId, on };
  return [{ type: details.supports ? 'VictimSupportRegained' : 'VictimSupportWithdrawn', data, personal: said }];
}
