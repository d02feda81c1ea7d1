import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { interimRefusals, type InterimRefusalSettling } from '../domain/interim-refusals.js';
import { type Moment, someTimeOn } from '../domain/moments.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export interface InterimRefusalSettled {
  /** The hearing at which it was refused. */
  readonly hearingId: string;
  readonly how: InterimRefusalSettling;
  /** The day on which the appeal was lodged, or it was decided that there is none. */
  readonly on: LocalDate;
  readonly reason: string;
}

export type CannotSettleInterimRefusal = NoApplication | 'not-refused' | 'in-the-future' | 'before-refusal' | 'settled-so-already';

/** What the force does about a refusal to make an interim order (SPA 2019 s.7): somebody may think again, and then it is recorded anew. */
export function settleInterimRefusal(
  application: ApplicationState,
  { hearingId, how, on, reason }: InterimRefusalSettled,
  now: Moment,
): ApplicationFact[] {
  const filed = anApplication(application);
  const refusal = interimRefusals(filed).find((one) => one.hearingId === hearingId);
  if (!refusal || refusal.source === null) throw refuse<CannotSettleInterimRefusal>('not-refused');
  notAhead(someTimeOn(on), now);
  if (on < refusal.on) throw refuse<CannotSettleInterimRefusal>('before-refusal');
  if (refusal.settled === how) throw refuse<CannotSettleInterimRefusal>('settled-so-already');
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const about = [perpetratorId, ...protectedPersonIds, ...victimIds] as const;
  return [
    {
      type: 'InterimRefusalSettled',
      data: { applicationId, perpetratorId, force, hearingId, how, on },
      personal: { reason: personal(about, reason.trim()) },
    },
  ];
}
