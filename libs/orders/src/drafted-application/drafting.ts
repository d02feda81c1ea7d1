import type { ApplicationDraft } from '../domain/application-draft/draft.js';
import { contentIn } from '../domain/application-draft/missing.js';
import type { Clause } from '../domain/conflicts/index.js';
import type { DraftInForm } from '../order-draft/drafted-in.js';

/** The order that the application asks for, to be held beside the orders in force. `conditions`: as typed; as drafted unless told. */
export function draftingOf(
  draft: ApplicationDraft,
  conditions: readonly Clause[] = contentIn(draft, 'conditions').conditions,
): DraftInForm {
  const { applicationId, perpetratorId, force } = draft;
  const { protectedPersonIds } = contentIn(draft, 'people');
  return { applicationId, perpetratorId, force, protectedPersonIds, kind: 'spo', inPlaceOf: [], conditions };
}
