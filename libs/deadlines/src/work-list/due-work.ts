import { type LocalDate, londonDate } from '#calendar';
import { type Fact, type Personal, type Projection, parseStreamName, type Recorded, type StreamType } from '#event-sourcing';
import { type BreachFact, breaches, type BreachState } from '#breaches';
import { type ApplicationFact, applications, type ApplicationState, type OrderFact, orders, type OrderState } from '#orders';
import { type Situation, tasks } from '../domain/clocks.js';
import type { Task } from '../domain/task.js';

/** What one force has to do about one perpetrator. Holds no personal data. */
export interface DueWork {
  /** `<perpetrator>:<force>` */
  readonly id: string;
  readonly perpetratorId: string;
  /** CJS code of the force that applied, keeps the orders and recorded the incidents. */
  readonly force: string;
  /** The earliest day due of all that is not done; null when nothing is left to do. The list is read in this order. */
  readonly nextDue: LocalDate | null;
  readonly doc: DueWorkDoc;
}

export interface DueWorkDoc {
  readonly orders: Readonly<Record<string, OrderState>>;
  readonly applications: Readonly<Record<string, ApplicationState>>;
  readonly breaches: Readonly<Record<string, BreachState>>;
}

const reads = [
  ...(['ApplicationFiled', 'InterimOrderObtained', 'ApplicationDetermined'] satisfies ApplicationFact['type'][]),
  ...([
    'OrderMade',
    'OrderServed',
    'AwarenessEvidenced',
    'OrderVaried',
    'OrderRenewed',
    'OrderDischarged',
    'OrderQuashed',
    'InterimOrderCeased',
    'NotificationExempted',
    'DetailsChangeLearned',
    'NotificationGiven',
    'NotificationDefaulted',
    'NationalRecordConfirmed',
    'OrderCorrected',
    'ConditionCorrected',
    'AppealLodged',
    'AppealDetermined',
  ] satisfies OrderFact['type'][]),
  ...([
    'BreachReported',
    'ContactKept',
    'AllegationAdded',
    'AllegationWithdrawn',
    'EvidenceReferenced',
    'ArrestMade',
    'InterviewHeld',
    'ReleasedFromCustody',
    'Charged',
    'NoFurtherAction',
    'DisposedOutOfCourt',
    'CourtOutcomeRecorded',
    'VictimTold',
    'ReviewFlagged',
    'FlagReviewed',
  ] satisfies BreachFact['type'][]),
];

/** The work lists: a row for each perpetrator and force. */
export const dueWork: Projection<DueWork> = {
  name: 'due-work',
  table: 'deadlines.work',
  version: 4,
  reads,
  rows({ fact }) {
    const { perpetratorId, force } = ofWhom(fact);
    return [`${perpetratorId}:${force}`];
  },
  evolve(row, { stream, fact, envelope }, id) {
    const doc = after(row?.doc ?? nothing, stream, withoutWords(fact));
    const { perpetratorId, force } = ofWhom(fact);
    return {
      id,
      perpetratorId,
      force,
      // Every clock is asked: only when the row is written, not for each of the facts that are folded into it on the way.
      get nextDue() {
        return nextDue(tasks(situationOf(doc)), londonDate(envelope.recordedAt));
      },
      doc,
    };
  },
};

const nothing: DueWorkDoc = { orders: {}, applications: {}, breaches: {} };

/** What is recorded of the perpetrator by this force, as the clocks want it. */
export function situationOf({ orders: made, applications: filed, breaches: reported }: DueWorkDoc): Situation {
  return { orders: Object.values(made), applications: Object.values(filed), breaches: Object.values(reported) };
}

/** The earliest day due of what is neither done nor lapsed by `today`. */
export function nextDue(of: readonly Task[], today: LocalDate): LocalDate | null {
  const open = of.filter(({ done, lapses }) => !done && (lapses === null || lapses >= today));
  return open.flatMap(({ dueBy }) => dueBy ?? []).sort()[0] ?? null;
}

/** Every fact of the three streams names the perpetrator and the force. */
function ofWhom({ data }: Fact): { perpetratorId: string; force: string } {
  return data as { perpetratorId: string; force: string };
}

function after(doc: DueWorkDoc, stream: Recorded['stream'], fact: Fact): DueWorkDoc {
  const { category, id } = parseStreamName(stream);
  switch (category) {
    case orders.category:
      return { ...doc, orders: evolved(orders, doc.orders, id, fact as OrderFact) };
    case applications.category:
      return { ...doc, applications: evolved(applications, doc.applications, id, fact as ApplicationFact) };
    case breaches.category:
      return { ...doc, breaches: evolved(breaches, doc.breaches, id, fact as BreachFact) };
    default:
      return doc;
  }
}

function evolved<S, F extends Fact>(type: StreamType<S, F>, states: Readonly<Record<string, S>>, id: string, fact: F): Record<string, S> {
  return { ...states, [id]: type.evolve(states[id] ?? type.initial, fact) };
}

/** Clocks need days and states, nobody's words: each personal part stays as one that says nothing. */
function withoutWords({ type, data, personal }: Fact): Fact {
  const silent: Personal<never> = { about: [], value: null };
  const parts = Object.keys(personal ?? {}).filter((part) => !part.startsWith('words:'));
  return { type, data, ...(personal ? { personal: Object.fromEntries(parts.map((part) => [part, silent])) } : {}) };
}
