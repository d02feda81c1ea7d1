import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { namedIn } from '../domain/application-draft/draft.js';
import type { DraftFact, WeighedOrder } from '../domain/application-draft/facts.js';
import { contentIn, hasOwnConflicts } from '../domain/application-draft/missing.js';
import { aDraft, type NoDraft, ofDraft, type Writer } from '../domain/application-draft/required-draft.js';

export interface Weighing {
  /** The orders in force now, with the wordings in force. */
  readonly live: readonly WeighedOrder[];
  /** The wordings that the writer was shown. */
  readonly shown: readonly string[];
  readonly reason: string;
}

export type CannotWeigh = NoDraft | 'conditions-first' | 'nothing-to-weigh' | 'orders-changed';

/**
 * Records that the drafted conditions were compared with each other and with every order in force and that the application goes on, and why: no condition
 * of an SPO may be incompatible with an earlier one (SPA 2019 s.2(7)). What the writer was not shown was not compared.
 */
export function weighConflicts(state: ApplicationState, { live, shown, reason }: Weighing, writer: Writer): DraftFact[] {
  const draft = aDraft(state, writer);
  if (contentIn(draft, 'conditions').conditions.length === 0) throw refuse<CannotWeigh>('conditions-first');
  if (live.length === 0 && !hasOwnConflicts(draft)) throw refuse<CannotWeigh>('nothing-to-weigh');
  if (live.some(({ versionIds }) => versionIds.some((id) => !shown.includes(id)))) throw refuse<CannotWeigh>('orders-changed');
  const about = personal([draft.perpetratorId, ...namedIn(draft)], reason.trim());
  return [{ type: 'ConflictsWeighed', data: { ...ofDraft(draft, writer), orders: live }, personal: { reason: about } }];
}
