import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { Applicant, ApplicationFact, Court } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import { refusalAppeal, refusalAppealRule } from '../domain/refusal-appeals.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export interface AppealAgainstRefusal {
  readonly appealId: string;
  readonly on: LocalDate;
  readonly by: Applicant;
  readonly court: Court;
  readonly grounds: string | null;
}

export type CannotAppealRefusal =
  NoApplication | 'not-refused' | 'no-standing' | 'wrong-court' | 'in-the-future' | 'before-refusal' | 'appealed-already';

/**
 * The refusal of an application was appealed by somebody who may (SPA 2019 s.7). Whether it was in time is for the court: the limit is not
 * confirmed, and a court may let somebody appeal late. Sent again for the same day it is recorded once.
 */
export function appealRefusal(
  application: ApplicationState,
  { appealId, on, by, court, grounds }: AppealAgainstRefusal,
  now: Moment,
): ApplicationFact[] {
  const filed = anApplication(application);
  const rule = refusalAppealRule(filed);
  if (filed.is !== 'determined' || !rule) throw refuse<CannotAppealRefusal>('not-refused');
  if (!rule.by.includes(by)) throw refuse<CannotAppealRefusal>('no-standing');
  if (!rule.courts.includes(court.type)) throw refuse<CannotAppealRefusal>('wrong-court');
  notAhead(someTimeOn(on), now);
  if (on < filed.determination.at.on) throw refuse<CannotAppealRefusal>('before-refusal');
  const earlier = refusalAppeal(filed);
  if (earlier?.on === on && earlier.by === by) return [];
  if (earlier) throw refuse<CannotAppealRefusal>('appealed-already');
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  return [
    {
      type: 'RefusalAppealed',
      data: { applicationId, perpetratorId, force, appealId, on, by, court },
      personal: grounds?.trim() ? { grounds: personal(about, grounds.trim()) } : {},
    },
  ];
}
