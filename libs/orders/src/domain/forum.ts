import { refuse } from '#event-sourcing';
import type { FiledApplication } from './application.js';
import type { Court, OtherForumReason } from './events.js';

/** The courts that an application by complaint goes to: a magistrates’ court, and under 18 the youth court (SPA 2019 s.1). */
export const applicationCourts: readonly Court['type'][] = ['magistrates', 'youth'];

export type BadForum = 'not-on-application' | 'other-forum' | 'own-forum';

/**
 * Why a court of the other forum than that of the application dealt with it; null where one of its own did. Refuses a court that hears no
 * such application (`not-on-application`), one of the other forum when nobody said why (`other-forum`), and one of its own when somebody did (`own-forum`).
 */
export function otherForumOf(
  { forum }: Pick<FiledApplication, 'forum'>,
  court: Court,
  said: OtherForumReason | null,
): OtherForumReason | null {
  if (!applicationCourts.includes(court.type)) throw refuse<BadForum>('not-on-application');
  if ((court.type === 'youth') === (forum === 'youth')) {
    if (said !== null) throw refuse<BadForum>('own-forum');
    return null;
  }
  if (said === null) throw refuse<BadForum>('other-forum');
  return said;
}
