import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import { refusalAppeal, refusalAppealRule } from '../domain/refusal-appeals.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export interface Acceptance {
  /** The day on which it was decided. */
  readonly on: LocalDate;
  readonly reason: string;
}

export type CannotAcceptRefusal = NoApplication | 'not-refused' | 'in-the-future' | 'before-refusal' | 'appealed-already';

/** The force does not appeal against the refusal. An appeal can be recorded all the same, should somebody think again. */
export function acceptRefusal(application: ApplicationState, { on, reason }: Acceptance, now: Moment): ApplicationFact[] {
  const filed = anApplication(application);
  if (filed.is !== 'determined' || !refusalAppealRule(filed)) throw refuse<CannotAcceptRefusal>('not-refused');
  if (refusalAppeal(filed)) throw refuse<CannotAcceptRefusal>('appealed-already');
  notAhead(someTimeOn(on), now);
  if (on < filed.determination.at.on) throw refuse<CannotAcceptRefusal>('before-refusal');
  if (filed.accepted) return [];
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  return [
    { type: 'RefusalAccepted', data: { applicationId, perpetratorId, force, on }, personal: { reason: personal(about, reason.trim()) } },
  ];
}
