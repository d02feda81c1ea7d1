import type { LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import { type Appealed, appealableNamed, appealedAs, endedBy, type Refused } from '../domain/appeals.js';
import type { Applicant, OrderFact } from '../domain/events.js';
import { someTimeOn, type Moment } from '../domain/moments.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';

export interface AppealDetails {
  readonly appealId: string;
  readonly on: LocalDate;
  readonly by: Applicant;
  /** The decision that is appealed, as `appealedAs` names it. */
  readonly against: string;
  /** When and where it was refused: told of a refusal of what another than our force asked for, which is on no record. */
  readonly refused?: Refused | null;
}

export type CannotLodgeAppeal =
  | NoOrder
  | BadMoment
  | 'no-standing'
  | 'no-such-decision'
  | 'before-decision'
  | 'appealed-already'
  | 'recorded-already'
  | 'refusal-unknown'
  | 'ended-by-then';

/** A decision about the order was appealed by somebody who may appeal it: SPA 2019 s.7 and the like. The order stays as it is until the appeal is decided. */
export function lodgeAppeal(
  order: OrderState,
  { appealId, on, by, against: name, refused = null }: AppealDetails,
  now: Moment,
): OrderFact[] {
  const made = anOrder(order);
  sinceMade(made, someTimeOn(on), now);
  const appealed = appealableNamed(made, name);
  if (!appealed) throw refuse<CannotLodgeAppeal>('no-such-decision');
  const against = withRefusal(made, appealed.against, refused, now);
  if (!appealed.by.includes(by)) throw refuse<CannotLodgeAppeal>('no-standing');
  const decidedOn = appealed.at?.on ?? (against.decision === 'refusal' ? against.refused?.on : undefined);
  if (decidedOn !== undefined && on < decidedOn) throw refuse<CannotLodgeAppeal>('before-decision');
  const same = made.appeals.filter((appeal) => appeal.by === by && appeal.against && isSame(appeal.against, against));
  if (same.some((appeal) => appeal.on === on)) throw refuse<CannotLodgeAppeal>('recorded-already');
  if (same.some((appeal) => appeal.determined === null)) throw refuse<CannotLodgeAppeal>('appealed-already');
  const { orderId, perpetratorId, force } = made;
  return [{ type: 'AppealLodged', data: { orderId, perpetratorId, force, appealId, on, by, against } }];
}

/** Of a refusal that is on no record somebody must say when and where it was, while there was an order that could be changed. */
function withRefusal(order: MadeOrder, against: Appealed, refused: Refused | null, now: Moment): Appealed {
  if (against.decision !== 'refusal' || against.proposalId !== null) return against;
  if (!refused) throw refuse<CannotLodgeAppeal>('refusal-unknown');
  sinceMade(order, someTimeOn(refused.on), now);
  if (endedBy(order, someTimeOn(refused.on))) throw refuse<CannotLodgeAppeal>('ended-by-then');
  return { ...against, refused };
}

function isSame(one: Appealed, other: Appealed): boolean {
  const day = (against: Appealed) => (against.decision === 'refusal' ? against.refused?.on : undefined);
  return appealedAs(one) === appealedAs(other) && day(one) === day(other);
}
