import type { LocalDate } from '#calendar';
import type { Projection, Recorded } from '#event-sourcing';
import type { OrderFact } from '../domain/events.js';
import { firstServiceOf } from '../domain/knowledge.js';
import type { OrderKind } from '../domain/kinds/index.js';
import { latestEnd, orders, type MadeOrder, type OrderState, type Over } from '../domain/order.js';

/** An order as it is listed and shown. */
export interface OrderRow {
  readonly id: string;
  readonly perpetratorId: string;
  /** The force that keeps it, by CJS code. */
  readonly force: string;
  readonly kind: OrderKind;
  readonly applicationId: string | null;
  readonly madeOn: LocalDate;
  /** The end that holds now. `lastDay` is null unless it is fixed. */
  readonly endIs: 'fixed' | 'until-further-order' | 'unknown';
  readonly lastDay: LocalDate | null;
  /** What ended it other than its last day, and on which day. */
  readonly endedBecause: Over['because'] | null;
  readonly endedOn: LocalDate | null;
  /** The day of its first service. */
  readonly servedOn: LocalDate | null;
  readonly protectedPersonIds: readonly string[];
  /** Forces that noted something on it although another keeps it, by the id of what they noted: their words are theirs to read. */
  readonly notedBy: Readonly<Record<string, string>>;
  /** When it was recorded, UTC. */
  readonly recordedAt: string;
  readonly doc: OrderState;
}

const reads: Readonly<Record<OrderFact['type'], true>> = {
  OrderMade: true,
  ServiceAttempted: true,
  OrderServed: true,
  AwarenessEvidenced: true,
  OrderVaried: true,
  OrderRenewed: true,
  DischargeConsentGiven: true,
  OrderDischarged: true,
  AppealLodged: true,
  ChangeAccepted: true,
  AppealDetermined: true,
  OrderQuashed: true,
  InterimOrderCeased: true,
  NotificationExempted: true,
  DetailsChangeLearned: true,
  NotificationGiven: true,
  NotificationDefaulted: true,
  RequirementChecked: true,
  NationalRecordConfirmed: true,
  CourtWordsShown: true,
  EntryRecordedInError: true,
  OrderRecordedInError: true,
  OrderCorrected: true,
  ConditionCorrected: true,
  OrderConflictsWeighed: true,
  VariationProposed: true,
  ViewsConsulted: true,
  VariationDrafted: true,
  VariationApproved: true,
  VariationSentBack: true,
  VariationFiled: true,
  VariationDecided: true,
  VariationRefusalAccepted: true,
  OrderHearingListed: true,
  OrderHearingAdjourned: true,
  OrderDirectionsGiven: true,
  OrderHearingHeld: true,
  OrderDirectionSettled: true,
};

export const orderRecord: Projection<OrderRow> = {
  name: 'order-record',
  table: 'orders.order_record',
  version: 12,
  reads: Object.keys(reads),
  rows: ({ fact }) => [(fact as OrderFact).data.orderId],
  evolve(row, event) {
    const state = orders.evolve(row?.doc ?? orders.initial, (event as Recorded<OrderFact>).fact);
    if (state.is === 'unmade') return row;
    const noted = event.envelope.force === state.force ? null : notedIn((event as Recorded<OrderFact>).fact);
    const notedBy = noted === null ? (row?.notedBy ?? {}) : { ...row?.notedBy, [noted]: event.envelope.force };
    return rowOf(state, row?.recordedAt ?? event.envelope.recordedAt, notedBy);
  },
};

/** The id of what any force may note on an order; null for what only its keeper records. */
function notedIn(fact: OrderFact): string | null {
  if (fact.type === 'OrderServed') return fact.data.serviceId;
  if (fact.type === 'ServiceAttempted') return fact.data.attemptId;
  return fact.type === 'AwarenessEvidenced' ? fact.data.evidenceId : null;
}

function rowOf(order: MadeOrder, recordedAt: string, notedBy: OrderRow['notedBy']): OrderRow {
  const { orderId: id, perpetratorId, force, kind, applicationId, made, protectedPersonIds } = order;
  const end = latestEnd(order);
  return {
    ...{ id, perpetratorId, force, kind, applicationId, protectedPersonIds, recordedAt, notedBy },
    madeOn: made.on,
    endIs: end.is,
    lastDay: end.is === 'fixed' ? end.lastDay : null,
    endedBecause: order.is === 'over' ? order.over.because : null,
    endedOn: order.is === 'over' ? order.over.at.on : null,
    servedOn: firstServiceOf(order)?.on ?? null,
    doc: order,
  };
}
