import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { ApplicationFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export type CannotWithdrawSupport = NoApplication | 'in-the-future' | 'before-filing' | 'not-part-of-it';

/** Somebody no longer supports the application. It goes on: it is the chief officer's. */
export function withdrawSupport(
  application: ApplicationState,
  { protectedPersonId, on }: { readonly protectedPersonId: string; readonly on: LocalDate },
  now: Moment,
): ApplicationFact[] {
  const { applicationId, perpetratorId, force, filedOn, protectedPersonIds, victimIds, supportWithdrawn } = anApplication(application);
  notAhead(someTimeOn(on), now);
  if (on < filedOn) throw refuse<CannotWithdrawSupport>('before-filing');
  if (![...protectedPersonIds, ...victimIds].includes(protectedPersonId)) throw refuse<CannotWithdrawSupport>('not-part-of-it');
  if (supportWithdrawn.some((one) => one.protectedPersonId === protectedPersonId)) return [];
  return [{ type: 'SupportWithdrawn', data: { applicationId, perpetratorId, force, protectedPersonId, on } }];
}
