import { refuse } from '#event-sourcing';
import type { ApplicationState, FiledApplication } from '../domain/application.js';
import { aboutPerpetrator, checkedDraft, plainOf, sealedWords, type BadDraft, type OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, OrderFact } from '../domain/events.js';
import type { OrderKind } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import { anApplication, type NoApplication, notAhead } from '../domain/required.js';

export type CannotMakeInterim = NoApplication | 'already-determined' | 'before-filing' | 'in-the-future' | BadDraft;

/** The court makes an interim order while the application waits (SPA 2019 s.5). A fact for the order and one for the application. */
export function makeInterim(
  application: ApplicationState,
  details: { readonly orderId: string; readonly draft: OrderDraft },
  now: Moment,
): { readonly order: OrderFact[]; readonly application: ApplicationFact[] } {
  const filed = anApplication(application);
  const { orderId, draft } = details;
  if (filed.is === 'determined') throw refuse<CannotMakeInterim>('already-determined');
  notAhead(draft.made, now);
  if (draft.made.on < filed.filedOn) throw refuse<CannotMakeInterim>('before-filing');
  const { applicationId, perpetratorId, force } = filed;
  return {
    order: [orderOnApplication(filed, 'interim-spo', orderId, draft, null)],
    application: [{ type: 'InterimOrderObtained', data: { applicationId, perpetratorId, force, orderId, made: draft.made } }],
  };
}

/** An order that protects those for whom the application was made. Refuses what the law does not allow in it. */
export function orderOnApplication(
  application: FiledApplication,
  kind: OrderKind,
  orderId: string,
  draft: OrderDraft,
  replaces: string | null,
): OrderFact {
  const { applicationId, perpetratorId, force, protectedPersonIds } = application;
  checkedDraft(kind, 'application', draft, protectedPersonIds);
  const { conditions, reference, ...plain } = draft;
  const sealed = aboutPerpetrator(perpetratorId, reference);
  return {
    type: 'OrderMade',
    data: {
      ...plain,
      orderId,
      perpetratorId,
      force,
      kind,
      applicationId,
      origin: 'application',
      protectedPersonIds,
      replaces,
      conditions: conditions.map(plainOf),
    },
    personal: { ...sealedWords(conditions, { perpetratorId, protectedPersonIds }), ...(sealed && { reference: sealed }) },
  };
}
