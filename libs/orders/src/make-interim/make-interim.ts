import type { LocalDate } from '#calendar';
import { fold, refuse } from '#event-sourcing';
import { ceasingToo } from '../domain/ceasing.js';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { ApplicationState } from '../domain/application.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, OrderFact, OtherForumReason } from '../domain/events.js';
import { type BadForum, otherForumOf } from '../domain/forum.js';
import { inPlaceNow } from '../domain/in-its-place.js';
import { type Moment, passed } from '../domain/moments.js';
import { orders, type OrderState } from '../domain/order.js';
import { orderMade } from '../domain/order-made.js';
import { anApplication, type BeforeOpen, type NoApplication, notAhead, sinceOpen } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

export type CannotMakeInterim =
  NoApplication | 'already-determined' | BeforeOpen | BadForum | 'in-the-future' | WrongAge | BadDraft | Unanswered;

/** The full order that was made when the application was decided, and the other interim orders made in it. */
export interface DecidedAlready {
  readonly full: OrderState;
  readonly interims: readonly OrderState[];
  readonly correctionId: string;
}

/**
 * The court made an interim order while the application waited (SPA 2019 s.5). A fact for the order and one for the application. Recorded after the
 * application was decided, it ended with that, and a full order may stand in its place (s.9). `otherForum`: why the youth court or another made it
 * although the application belongs to the other.
 */
export function makeInterim(
  application: ApplicationState,
  details: {
    readonly orderId: string;
    readonly draft: OrderDraft;
    readonly dateOfBirth?: LocalDate | null;
    readonly otherForum?: OtherForumReason | null;
  },
  now: Moment,
  beside = nothingBeside,
  decided: DecidedAlready = { full: orders.initial, interims: [], correctionId: '' },
): { readonly order: OrderFact[]; readonly application: ApplicationFact[]; readonly full: OrderFact[] } {
  const filed = anApplication(application);
  const { orderId, draft, dateOfBirth = null } = details;
  notAhead(draft.made, now);
  if (filed.is === 'determined' && passed(draft.made, filed.determination.at) === 'no') {
    throw refuse<CannotMakeInterim>('already-determined');
  }
  const isBeforeRefusal = filed.setAside.some(({ at }) => passed(draft.made, at) !== 'no');
  if (!isBeforeRefusal || draft.made.on < filed.filedOn) sinceOpen(filed, draft.made);
  const otherForum = otherForumOf(filed, draft.court, details.otherForum ?? null);
  ofAge('interim-spo', dateOfBirth, draft.made.on);
  const { applicationId, perpetratorId, force, protectedPersonIds } = filed;
  const of = { applicationId, perpetratorId, force };
  const begins = { ...of, orderId, kind: 'interim-spo', origin: 'application', protectedPersonIds, replaces: null } as const;
  const order = ceasingToo(orders.initial, [orderMade(begins, draft), ...weighed(madeFrom(begins, draft), beside, now)], filed);
  const { full, interims, correctionId } = decided;
  const why = { correctionId, reason: 'An interim order that was made before it was recorded after it' };
  return {
    order,
    full: full.is === 'unmade' ? [] : inPlaceNow(full, [fold(orders, order), ...interims], why),
    application: [{ type: 'InterimOrderObtained', data: { ...of, orderId, made: draft.made, ...(otherForum && { otherForum }) } }],
  };
}
