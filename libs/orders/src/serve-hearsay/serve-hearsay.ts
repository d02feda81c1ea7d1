import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export interface NoticeServed {
  readonly noticeId: string;
  readonly on: LocalDate;
  /** On whom, and in which way. */
  readonly how: string;
}

export type CannotServeHearsay = NoApplication | 'no-hearsay' | 'in-the-future' | 'before-begun';

/** Notice of the hearsay that the application relies on was served; it may be recorded again, where it was served again or on somebody else. */
export function serveHearsay(application: ApplicationState, { noticeId, on, how }: NoticeServed, now: Moment): ApplicationFact[] {
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds, hearsay } = anApplication(application);
  if (!hearsay) throw refuse<CannotServeHearsay>('no-hearsay');
  notAhead(someTimeOn(on), now);
  if (on < hearsay.begunOn) throw refuse<CannotServeHearsay>('before-begun');
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  return [
    {
      type: 'HearsayNoticeServed',
      data: { applicationId, perpetratorId, force, noticeId, on },
      personal: { how: personal(about, how.trim()) },
    },
  ];
}
