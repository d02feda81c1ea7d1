import { refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

export type CannotMakeInterim = NoApplication | 'already-determined' | 'before-filing' | 'in-the-future' | BadDraft | Unanswered;

/** The court makes an interim order while the application waits (SPA 2019 s.5). A fact for the order and one for the application. */
export function makeInterim(
  application: ApplicationState,
  details: { readonly orderId: string; readonly draft: OrderDraft },
  now: Moment,
  beside = nothingBeside,
): { readonly order: OrderFact[]; readonly application: ApplicationFact[] } {
  const filed = anApplication(application);
  const { orderId, draft } = details;
  if (filed.is === 'determined') throw refuse<CannotMakeInterim>('already-determined');
  notAhead(draft.made, now);
  if (draft.made.on < filed.filedOn) throw refuse<CannotMakeInterim>('before-filing');
  const { applicationId, perpetratorId, force, protectedPersonIds } = filed;
  const of = { applicationId, perpetratorId, force };
  const begins = { ...of, orderId, kind: 'interim-spo', origin: 'application', protectedPersonIds, replaces: null } as const;
  return {
    order: [orderMade(begins, draft), ...weighed(madeFrom(begins, draft), beside, now)],
    application: [{ type: 'InterimOrderObtained', data: { ...of, orderId, made: draft.made } }],
  };
}
