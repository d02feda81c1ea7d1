import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../application.js';
import type { DraftAuthor } from './contents.js';
import type { ApplicationDraft } from './draft.js';
import type { OfDraft } from './facts.js';

/** Who acts on a draft: of which force, in which role. */
export interface Writer extends DraftAuthor {
  readonly force: string;
}

export type NoDraft = 'no-such-draft' | 'filed-already' | 'draft-abandoned';

/**
 * The draft, while it can still be changed, for somebody of the force that prepares it: to all others there is none. Refuses with
 * `no-such-draft`, `filed-already` or `draft-abandoned`.
 */
export function aDraft(state: ApplicationState, { force }: Pick<Writer, 'force'>): ApplicationDraft {
  if (state.is !== 'not-filed') throw refuse<NoDraft>(state.force === force ? 'filed-already' : 'no-such-draft');
  if (state.draft === null || state.draft.force !== force) throw refuse<NoDraft>('no-such-draft');
  if (state.draft.is === 'abandoned') throw refuse<NoDraft>('draft-abandoned');
  return state.draft;
}

/** The data that every fact of a draft carries. */
export function ofDraft({ applicationId, perpetratorId, force }: ApplicationDraft, { userId, role }: Writer): OfDraft {
  return { applicationId, perpetratorId, force, by: { userId, role } };
}
