import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { applicationEntryKey, entriesOfApplication, isUndecided, type WhyApplicationInError } from '../domain/application-in-error.js';
import type { ApplicationFact } from '../domain/events.js';
import { isOrderInError } from '../domain/in-error.js';
import type { OrderState } from '../domain/order.js';
import { anApplication, type NoApplication } from '../domain/required.js';

/** What should not be on record: one entry, named by `applicationEntryKey`, or the whole application. */
export interface ApplicationInErrorDetails {
  readonly errorId: string;
  readonly of: { readonly is: 'application'; readonly why: WhyApplicationInError | null } | { readonly is: 'entry'; readonly key: string };
  readonly reason: string;
}

/**
 * `decided-first`: what a court decided about it is on record, and is taken back before the application is. `interim-made`: so is an interim order
 * made on it.
 */
export type CannotBeApplicationInError =
  NoApplication | 'not-your-application' | 'no-such-entry' | 'why-needed' | 'decided-first' | 'interim-made';

/**
 * Says that something on the record of an application was recorded in error: on the wrong one, twice, or of what never happened. It counts no more, as
 * if it had never been recorded, and stays readable on the history. Only the force that applied may. The whole application is taken back while no
 * court decided anything about it. `interims`: the interim orders made on it.
 */
export function applicationInError(
  application: ApplicationState,
  interims: readonly OrderState[],
  { errorId, of, reason }: ApplicationInErrorDetails,
  who: { readonly force: string; readonly now: Instant },
): ApplicationFact[] {
  const filed = anApplication(application);
  if (filed.force !== who.force) throw refuse<CannotBeApplicationInError>('not-your-application');
  const { applicationId, perpetratorId, force, protectedPersonIds, victimIds } = filed;
  const error = { applicationId, perpetratorId, force, errorId, at: who.now };
  const words = { reason: personal([perpetratorId, ...protectedPersonIds, ...victimIds], reason.trim()) };
  if (of.is === 'application') {
    if (!isUndecided(filed)) throw refuse<CannotBeApplicationInError>('decided-first');
    if (interims.some((interim) => interim.is !== 'unmade' && !isOrderInError(interim)))
      throw refuse<CannotBeApplicationInError>('interim-made');
    if (of.why === null) throw refuse<CannotBeApplicationInError>('why-needed');
    return [{ type: 'ApplicationRecordedInError', data: { ...error, why: of.why }, personal: words }];
  }
  const found = entriesOfApplication(filed).find((one) => applicationEntryKey(one) === of.key);
  if (!found) throw refuse<CannotBeApplicationInError>('no-such-entry');
  const { was, ...entry } = found;
  return [{ type: 'ApplicationEntryRecordedInError', data: { ...error, entry, was }, personal: words }];
}
