import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { ofAge, type WrongAge } from '../domain/age.js';
import type { ApplicationState } from '../domain/application.js';
import type { BadDraft, OrderDraft } from '../domain/draft.js';
import type { ApplicationFact, OrderFact, OtherForumReason } from '../domain/events.js';
import { type BadForum, otherForumOf } from '../domain/forum.js';
import type { Moment } from '../domain/moments.js';
import { orderMade } from '../domain/order-made.js';
import { anApplication, type BeforeOpen, type NoApplication, notAhead, sinceOpen } from '../domain/required.js';
import { madeFrom, nothingBeside, type Unanswered, weighed } from '../domain/weighing.js';

export type CannotMakeInterim =
  NoApplication | 'already-determined' | BeforeOpen | BadForum | 'in-the-future' | WrongAge | BadDraft | Unanswered;

/**
 * The court makes an interim order while the application waits (SPA 2019 s.5). A fact for the order and one for the application. `otherForum`: why
 * the youth court or another made it although the application belongs to the other.
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
): { readonly order: OrderFact[]; readonly application: ApplicationFact[] } {
  const filed = anApplication(application);
  const { orderId, draft, dateOfBirth = null } = details;
  if (filed.is === 'determined') throw refuse<CannotMakeInterim>('already-determined');
  notAhead(draft.made, now);
  sinceOpen(filed, draft.made);
  const otherForum = otherForumOf(filed, draft.court, details.otherForum ?? null);
  ofAge('interim-spo', dateOfBirth, draft.made.on);
  const { applicationId, perpetratorId, force, protectedPersonIds } = filed;
  const of = { applicationId, perpetratorId, force };
  const begins = { ...of, orderId, kind: 'interim-spo', origin: 'application', protectedPersonIds, replaces: null } as const;
  return {
    order: [orderMade(begins, draft), ...weighed(madeFrom(begins, draft), beside, now)],
    application: [{ type: 'InterimOrderObtained', data: { ...of, orderId, made: draft.made, ...(otherForum && { otherForum }) } }],
  };
}
