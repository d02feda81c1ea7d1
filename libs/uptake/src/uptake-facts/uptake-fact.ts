import type { LocalDate } from '#calendar';
import { type Projection, parseStreamName, type Recorded } from '#event-sourcing';
import { type BreachFact, breaches } from '#breaches';
import {
  type ApplicationFact,
  applications,
  type DetermineOutcome,
  isProved,
  latestEnd,
  type MadeOrder,
  type OrderFact,
  orders,
  type OrderKind,
  type OrderState,
} from '#orders';
import { asDateMultirange, spells } from './spells.js';

/** One application, one order or one incident, as narrow as the managers' figures need it. Holds no personal data. */
export interface UptakeFact {
  /** The name of its stream. */
  readonly id: string;
  readonly what: 'application' | 'order' | 'breach';
  /** The id of the application, order or breach. */
  readonly recordId: string;
  readonly perpetratorId: string;
  /** CJS code: the force that applied, keeps the order or recorded the incident. */
  readonly force: string;
  /** The day filed, made, or on which the (first) act happened. */
  readonly onDay: LocalDate;
  /** Orders only, as everything down to `knownOn`. */
  readonly kind: OrderKind | null;
  /** A `datemultirange`: the days at the end of which it was in force. */
  readonly inForce: string | null;
  /** The last day of the end that is set now; null when none is fixed. */
  readonly lastDay: LocalDate | null;
  readonly servedOn: LocalDate | null;
  /** The first day from which something shows that he knew of it: service, presence in court or other evidence. */
  readonly knownOn: LocalDate | null;
  /** Applications only. `in-error`: it should never have been on record, and counts nowhere as filed. */
  readonly outcome: DetermineOutcome | 'in-error' | null;
  readonly determinedOn: LocalDate | null;
  /** The day on which a court above made the order that had been refused: the outcome stays the refusal. */
  readonly allowedOn: LocalDate | null;
  /** Incidents only: the orders that it is alleged to breach, without those withdrawn. */
  readonly orderIds: readonly string[];
  /** What the next fact is folded onto. */
  readonly doc: UptakeDoc;
}

export interface UptakeDoc {
  readonly order?: OrderState;
  /** What a court set aside when it sent the application back. */
  readonly setAside?: readonly Pick<UptakeFact, 'outcome' | 'determinedOn'>[];
  /** The order of each allegation that was not withdrawn. */
  readonly alleged?: Readonly<Record<string, string>>;
}

const reads = [
  ...([
    'ApplicationFiled',
    'ApplicationDetermined',
    'RefusalAppealDecided',
    'DeterminationRecordedInError',
    'RefusalAppealRecordedInError',
    'ApplicationRecordedInError',
  ] satisfies ApplicationFact['type'][]),
  ...([
    'OrderMade',
    'OrderServed',
    'AwarenessEvidenced',
    'OrderVaried',
    'OrderRenewed',
    'OrderDischarged',
    'OrderQuashed',
    'InterimOrderCeased',
    'OrderCorrected',
    'AppealLodged',
    'AppealDetermined',
    'EntryRecordedInError',
    'OrderRecordedInError',
  ] satisfies OrderFact['type'][]),
  ...(['BreachReported', 'ContactKept', 'TimeCorrected', 'AllegationAdded', 'AllegationWithdrawn'] satisfies BreachFact['type'][]),
];

/** The managers' fact table: a row for each application, order and incident. */
export const uptakeFacts: Projection<UptakeFact> = {
  name: 'uptake',
  table: 'uptake.fact',
  version: 7,
  reads,
  rows: ({ stream }) => [stream],
  evolve(row, event) {
    switch (parseStreamName(event.stream).category) {
      case applications.category:
        return afterApplication(row, event as Recorded<ApplicationFact>);
      case orders.category:
        return afterOrder(row, event as Recorded<OrderFact>);
      case breaches.category:
        return afterBreach(row, event as Recorded<BreachFact>);
      default:
        return row;
    }
  },
};

const nothing = {
  kind: null,
  inForce: null,
  lastDay: null,
  servedOn: null,
  knownOn: null,
  outcome: null,
  determinedOn: null,
  allowedOn: null,
  orderIds: [],
} as const;

function afterApplication(row: UptakeFact | null, { stream, fact }: Recorded<ApplicationFact>): UptakeFact | null {
  switch (fact.type) {
    case 'ApplicationFiled': {
      const { applicationId, perpetratorId, force, filedOn } = fact.data;
      return { ...nothing, id: stream, what: 'application', recordId: applicationId, perpetratorId, force, onDay: filedOn, doc: {} };
    }
    case 'ApplicationDetermined':
      return row && { ...row, outcome: fact.data.outcome, determinedOn: fact.data.at.on };
    case 'RefusalAppealDecided':
      // Sent back it is determined by nobody; an order made on appeal is counted among the orders, beside the refusal.
      if (fact.data.result === 'remitted') return row && sentBack(row);
      return row && (fact.data.result === 'order-made' ? { ...row, allowedOn: fact.data.at.on } : row);
    case 'RefusalAppealRecordedInError':
      return row && fact.data.what === 'decision' ? undecided(row) : row;
    case 'ApplicationRecordedInError':
      return row && { ...row, outcome: 'in-error', determinedOn: null };
    case 'DeterminationRecordedInError':
      return row && { ...row, outcome: null, determinedOn: null };
    default:
      return row;
  }
}

function sentBack(row: UptakeFact): UptakeFact {
  const { outcome, determinedOn, doc } = row;
  return { ...row, outcome: null, determinedOn: null, doc: { ...doc, setAside: [...(doc.setAside ?? []), { outcome, determinedOn }] } };
}

/** No court decided the appeal: no order was made on it, and what was set aside stands. */
function undecided(row: UptakeFact): UptakeFact {
  const before = row.doc.setAside ?? [];
  const last = before.at(-1);
  if (row.outcome !== null || !last) return { ...row, allowedOn: null };
  return { ...row, ...last, allowedOn: null, doc: { ...row.doc, setAside: before.slice(0, -1) } };
}

function afterOrder(row: UptakeFact | null, { stream, fact }: Recorded<OrderFact>): UptakeFact | null {
  const order = orders.evolve(row?.doc.order ?? orders.initial, withoutWords(fact));
  if (order.is === 'unmade') return row;
  // What should never have been on record is no order that was made.
  if (fact.type === 'OrderRecordedInError') return null;
  const { orderId, perpetratorId, force, kind, made } = order;
  const end = latestEnd(order);
  return {
    ...nothing,
    id: stream,
    what: 'order',
    recordId: orderId,
    perpetratorId,
    force,
    onDay: made.on,
    kind,
    inForce: asDateMultirange(spells(order)),
    lastDay: end.is === 'fixed' ? end.lastDay : null,
    servedOn: servicesShown(order)[0]?.at.on ?? null,
    knownOn: firstKnown(order),
    doc: { order },
  };
}

/** The figures need neither conditions nor anything personal, so the row does not keep them. */
function withoutWords({ type, data }: OrderFact): OrderFact {
  const plain = 'conditions' in data ? { ...data, conditions: [] } : 'changes' in data ? { ...data, changes: [] } : data;
  return { type, data: plain } as OrderFact;
}

/** The services that show by themselves that the order reached him, as every other page counts them; in the order of their days. */
function servicesShown({ services }: MadeOrder): MadeOrder['services'] {
  return services.filter((service) => service.served === 'order' && isProved(service));
}

/** From which day it is shown that he knew of the order. */
function firstKnown(order: MadeOrder): LocalDate | null {
  const days = [
    ...servicesShown(order).map(({ at }) => at.on),
    ...order.awareness.filter(({ of }) => of === 'order').map(({ at }) => at.on),
    ...(order.respondentPresent ? [order.made.on] : []),
  ];
  return days.sort()[0] ?? null;
}

function afterBreach(row: UptakeFact | null, { stream, fact }: Recorded<BreachFact>): UptakeFact | null {
  switch (fact.type) {
    case 'BreachReported':
    case 'ContactKept': {
      const { breachId, perpetratorId, force, occurred } = fact.data;
      const begun: UptakeFact = {
        ...nothing,
        id: stream,
        what: 'breach',
        recordId: breachId,
        perpetratorId,
        force,
        onDay: occurred.on,
        doc: {},
      };
      return alleging(begun, fact.type === 'BreachReported' ? fact.data.allegations : []);
    }
    case 'TimeCorrected':
      return row && { ...row, onDay: fact.data.occurred.on };
    case 'AllegationAdded':
      return row && alleging(row, [fact.data.allegation]);
    case 'AllegationWithdrawn':
      return row && alleging(row, [], fact.data.allegationId);
    default:
      return row;
  }
}

function alleging(row: UptakeFact, added: readonly { allegationId: string; orderId: string }[], withdrawn?: string): UptakeFact {
  const before = Object.entries(row.doc.alleged ?? {});
  const kept = [...before, ...added.map(({ allegationId, orderId }) => [allegationId, orderId] as const)].filter(
    ([id]) => id !== withdrawn,
  );
  return { ...row, orderIds: [...new Set(kept.map(([, orderId]) => orderId))].sort(), doc: { alleged: Object.fromEntries(kept) } };
}
