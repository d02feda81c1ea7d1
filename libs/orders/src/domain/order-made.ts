import { aboutPerpetrator, checkedDraft, plainOf, sealedWords, type OrderDraft } from './draft.js';
import type { OrderFact, Origin, OtherForumReason } from './events.js';
import type { OrderKind } from './kinds/index.js';

/** What an order is besides what stands on the sealed copy. */
export interface Beginning {
  readonly orderId: string;
  readonly perpetratorId: string;
  /** The force that keeps it, by CJS code. */
  readonly force: string;
  readonly kind: OrderKind;
  readonly origin: Origin;
  readonly applicationId: string | null;
  readonly protectedPersonIds: readonly string[];
  /** The interim order in whose place it comes. */
  readonly replaces: string | null;
  /** The appeal against a refusal on which a court makes it. */
  readonly onAppeal?: string;
  /** Why a court made it to which it does not belong by the respondent's age. */
  readonly otherForum?: OtherForumReason;
}

/** The first fact of an order. Refuses what the law does not allow in an order of its kind, with the reasons of `BadDraft`. */
export function orderMade(begins: Beginning, draft: OrderDraft): OrderFact {
  const { kind, origin, perpetratorId, protectedPersonIds } = begins;
  checkedDraft(kind, origin, draft, protectedPersonIds);
  const { conditions, reference, ...plain } = draft;
  const sealed = aboutPerpetrator(perpetratorId, reference);
  return {
    type: 'OrderMade',
    data: { ...plain, ...begins, conditions: conditions.map(plainOf) },
    personal: { ...sealedWords(conditions, { perpetratorId, protectedPersonIds }), ...(sealed && { reference: sealed }) },
  };
}
