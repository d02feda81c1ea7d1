import { personal } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { namedIn } from '../domain/application-draft/draft.js';
import type { AbandonReason, DraftFact } from '../domain/application-draft/facts.js';
import { aDraft, ofDraft, type Writer } from '../domain/application-draft/required-draft.js';

export interface Abandoning {
  readonly reason: AbandonReason;
  readonly note: string | null;
}

/** The application is not made. What was drafted stays on record; nothing more can be written in it. */
export function abandonApplication(state: ApplicationState, { reason, note }: Abandoning, writer: Writer): DraftFact[] {
  const draft = aDraft(state, writer);
  const text = note?.trim() ? { note: personal([draft.perpetratorId, ...namedIn(draft)], note.trim()) } : {};
  return [{ type: 'DraftAbandoned', data: { ...ofDraft(draft, writer), reason }, personal: text }];
}
