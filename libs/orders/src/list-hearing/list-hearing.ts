import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { ApplicationState } from '../domain/application.js';
import { appealableOf, courtsBelow, waitsBelow } from '../domain/appeals.js';
import type { ApplicationFact, Court, OrderFact } from '../domain/events.js';
import { type DayUnlikely, likelyOrSure } from '../domain/hearing-days.js';
import type { HearingPurpose } from '../domain/hearings.js';
import { kindRule } from '../domain/kinds/index.js';
import type { Moment } from '../domain/moments.js';
import type { OrderState } from '../domain/order.js';
import { refusalAppealRule, waitingAppeal } from '../domain/refusal-appeals.js';
import { anApplication, anOrder, type NoApplication, type NoOrder } from '../domain/required.js';

export interface ListedHearing {
  readonly hearingId: string;
  readonly court: Court;
  /** The day, and the time when the court gave one. May lie in the past: it is then recorded late. */
  readonly at: Moment;
  /** An unlikely day that somebody says it is on; null or absent where nobody was asked. */
  readonly sureOf?: LocalDate | null;
  readonly purpose: HearingPurpose;
  readonly room: string | null;
}

export type CannotListHearing =
  | NoApplication
  | NoOrder
  | 'already-determined'
  | 'no-appeal'
  | 'before-filing'
  | 'before-made'
  | 'wrong-court'
  | 'listed-already'
  | 'nothing-sent-back'
  | DayUnlikely;

/** The court listed a hearing of the application; of an appeal against its refusal, the court above did, while the appeal waits. */
export function listHearing(application: ApplicationState, hearing: ListedHearing, today: LocalDate): ApplicationFact[] {
  const filed = anApplication(application);
  if (hearing.purpose === 'appeal') {
    if (!waitingAppeal(filed)) throw refuse<CannotListHearing>('no-appeal');
    if (!refusalAppealRule(filed)?.courts.includes(hearing.court.type)) throw refuse<CannotListHearing>('wrong-court');
  } else if (hearing.purpose === 'rehearing') throw refuse<CannotListHearing>('nothing-sent-back');
  else if (filed.is === 'determined') throw refuse<CannotListHearing>('already-determined');
  if (hearing.at.on < filed.filedOn) throw refuse<CannotListHearing>('before-filing');
  notListed(filed.hearings, hearing);
  const { applicationId, perpetratorId, force } = filed;
  const { room, sureOf = null, ...listed } = hearing;
  likelyOrSure(hearing.at.on, sureOf, today);
  const data = { applicationId, perpetratorId, force, ...listed, follows: null };
  return [{ type: 'HearingListed', data, personal: roomOf(perpetratorId, room) }];
}

/** The court listed a hearing about the order: of its variation, renewal, discharge or appeal, or of what was sent back on one. */
export function listOrderHearing(order: OrderState, hearing: ListedHearing, today: LocalDate): OrderFact[] {
  const made = anOrder(order);
  if (hearing.at.on < made.made.on) throw refuse<CannotListHearing>('before-made');
  const sentBack = made.appeals.findLast(waitsBelow);
  if (hearing.purpose === 'rehearing' && !sentBack) throw refuse<CannotListHearing>('nothing-sent-back');
  const isAppeal = hearing.purpose === 'appeal';
  const courts =
    hearing.purpose === 'rehearing' && sentBack
      ? courtsBelow(made, sentBack)
      : isAppeal
        ? appealableOf(made).flatMap((one) => one.courts)
        : kindRule(made.kind).courts;
  if (!courts.includes(hearing.court.type)) throw refuse<CannotListHearing>('wrong-court');
  notListed(made.hearings, hearing);
  const { orderId, perpetratorId, force } = made;
  const { room, sureOf = null, ...listed } = hearing;
  likelyOrSure(hearing.at.on, sureOf, today);
  const tied = hearing.purpose === 'rehearing' && sentBack ? { ofAppeal: sentBack.appealId } : {};
  const data = { orderId, perpetratorId, force, ...listed, follows: null, ...tied };
  return [{ type: 'OrderHearingListed', data, personal: roomOf(perpetratorId, room) }];
}

function notListed(hearings: readonly { readonly at: Moment; readonly purpose: HearingPurpose }[], { at, purpose }: ListedHearing): void {
  const again = hearings.some((one) => one.at.on === at.on && one.at.at === at.at && one.purpose === purpose);
  if (again) throw refuse<CannotListHearing>('listed-already');
}

/** The courtroom, sealed: it is free text. */
export function roomOf(perpetratorId: string, room: string | null) {
  return room?.trim() ? { room: personal([perpetratorId], room.trim()) } : {};
}
