import { ageOn, type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { OfApplication } from '../application-facts.js';
import type { ApplicationDraft } from '../application-draft/draft.js';
import { contentIn } from '../application-draft/missing.js';
import type { ApplicationState, FiledApplication } from '../application.js';
import { isFiled } from '../application-in-error.js';

export type NotOfYouth = 'no-such-application' | 'draft-abandoned' | 'not-under-18';

/** What decides whether the respondent of a filed application counts as under 18. */
export type FiledThen = Pick<FiledApplication, 'filedOn' | 'forum'>;

/** Whether a filed application is about somebody under 18: by the court it was filed at, or by the date of birth as it is known now. */
export function isOfYouth({ filedOn, forum }: FiledThen, dateOfBirth: LocalDate | null): boolean {
  return forum === 'youth' || (dateOfBirth !== null && ageOn(dateOfBirth, filedOn) < 18);
}

/** Whether an application in preparation would be, were it filed on that day. */
export function wouldBeOfYouth(draft: ApplicationDraft, dateOfBirth: LocalDate | null, today: LocalDate): boolean {
  return dateOfBirth === null ? contentIn(draft, 'parties').forum === 'youth' : ageOn(dateOfBirth, today) < 18;
}

/**
 * What every fact of a respondent under 18 carries, for the force that prepares or filed the application: to all others there is none. Refuses
 * with `no-such-application`, `draft-abandoned` or `not-under-18`.
 */
export function ofYouth(
  state: ApplicationState,
  { force }: { readonly force: string },
  { dateOfBirth, today }: { readonly dateOfBirth: LocalDate | null; readonly today: LocalDate },
): OfApplication {
  const about = state.is === 'not-filed' ? state.draft : isFiled(state) ? state : null;
  if (about === null || about.force !== force) throw refuse<NotOfYouth>('no-such-application');
  if (about.is === 'abandoned') throw refuse<NotOfYouth>('draft-abandoned');
  const concerned =
    state.is === 'not-filed'
      ? state.draft !== null && wouldBeOfYouth(state.draft, dateOfBirth, today)
      : isFiled(state) && isOfYouth(state, dateOfBirth);
  if (!concerned && state.youth === undefined) throw refuse<NotOfYouth>('not-under-18');
  return { applicationId: about.applicationId, perpetratorId: about.perpetratorId, force };
}
