import { type Fact, type Projection, parseStreamName, type Recorded, type StreamType } from '#event-sourcing';
import {
  allegedAt,
  type BreachFact,
  breaches,
  type BreachState,
  newsIdIn,
  type Telling,
  type TellingFact,
  tellingOf,
  tellings,
} from '#breaches';
import { type Instant, londonDate, type LocalDate } from '#calendar';
import { type CaseFact, cases, type CaseState } from '#cases';
import {
  type ApplicationFact,
  applications,
  type ApplicationState,
  type DraftFact,
  eighteenOn,
  type OrderFact,
  orders,
  type OrderState,
} from '#orders';
import {
  type HandoverParties,
  type PerpetratorFact,
  perpetrators,
  type ProtectedPersonFact,
  protectedPeople,
  type VictimRights,
} from '#people';
import { type Assignment, work, type WorkFact } from '../domain/assigned.js';
import type { Situation } from '../domain/clocks.js';
import type { AskedOf } from '../domain/handover-clocks.js';
import type { BirthCorrected } from '../domain/youth-clocks.js';
import { CORRECTED } from '../domain/received.js';
import { factsRead } from './facts-read.js';
import { notedIn } from './noted.js';
import { withoutWords } from './without-words.js';

/** What one force has to do with one perpetrator, as far as the clocks ask. The rows of the work list are made from it when they are read. */
export interface DueWork {
  /** `<perpetrator>:<force>` */
  readonly id: string;
  readonly perpetratorId: string;
  /** CJS code of the force that applied, keeps the orders and recorded the incidents. */
  readonly force: string;
  /** How many facts are in it: whether the rows of the list were made from the latest is told by it. */
  readonly facts: number;
  readonly doc: DueWorkDoc;
}

export interface DueWorkDoc {
  readonly orders: Readonly<Record<string, OrderState>>;
  readonly applications: Readonly<Record<string, ApplicationState>>;
  readonly breaches: Readonly<Record<string, BreachState>>;
  readonly cases: Readonly<Record<string, CaseState>>;
  /** When proposals were made and authorisations asked for, which carry no day of their own; when filings, hearings and openings of cases were recorded. */
  readonly noted: Readonly<Record<string, LocalDate>>;
  /** What was decided of telling people of the orders, without names and notes. */
  readonly tellings: readonly Telling[];
  /** When news of an order was recorded, by `<order>:<news>`. */
  readonly received: Readonly<Record<string, LocalDate>>;
  /** When it was recorded of an incident that it is alleged to be a breach, by its id; null while it is only kept. */
  readonly alleged: Readonly<Record<string, Instant | null>>;
  /** What this force decided that it owes to protected people. */
  readonly rights: Readonly<Record<string, VictimRights>>;
  /** Which force looks after a protected person since when, of those who were handed over to another. */
  readonly moved: Readonly<Record<string, { readonly to: string; readonly on: LocalDate }>>;
  /** Whom this force was asked to look after and has not answered, by the protected person's id. */
  readonly handovers: Readonly<Record<string, AskedOf>>;
  /** When the respondent turns 18, by the date of birth as it was corrected last; null where it was not. */
  readonly birth: BirthCorrected | null;
  /** Who was asked to do a task, by the task's id, the first first. */
  readonly assigned: Readonly<Record<string, readonly Assignment[]>>;
}

/** What the work lists are made from: a row for each perpetrator and force. No clock is asked here, so that a rebuild costs no more than the fold. */
export const dueWork: Projection<DueWork> = {
  name: 'due-work',
  table: 'deadlines.work',
  version: 27,
  reads: factsRead,
  rows({ fact, envelope }) {
    const { perpetratorId, forces } = ofWhom(fact, envelope.force);
    // A protected person may be on nobody's record.
    return perpetratorId === null ? [] : forces.map((force) => `${perpetratorId}:${force}`);
  },
  evolve(row, event, id) {
    const { perpetratorId } = ofWhom(event.fact, event.envelope.force);
    if (perpetratorId === null) return row;
    // Nothing is to be done about somebody of whom nothing else is recorded.
    if (row === null && isOfPerpetrator(event)) return null;
    const force = id.slice(id.lastIndexOf(':') + 1);
    return { id, perpetratorId, force, facts: (row?.facts ?? 0) + 1, doc: after(row?.doc ?? nothing, event) };
  },
};

const nothing: DueWorkDoc = {
  orders: {},
  applications: {},
  breaches: {},
  cases: {},
  noted: {},
  tellings: [],
  received: {},
  alleged: {},
  rights: {},
  moved: {},
  handovers: {},
  birth: null,
  assigned: {},
};

/** What is recorded of the perpetrator by this force, as the clocks want it. */
export function situationOf({
  orders: made,
  applications: filed,
  breaches: reported,
  cases: opened,
  noted,
  ...telling
}: DueWorkDoc): Situation {
  return {
    orders: Object.values(made),
    applications: Object.values(filed),
    breaches: Object.values(reported),
    cases: Object.values(opened),
    noted,
    tellings: telling.tellings,
    received: telling.received,
    alleged: telling.alleged,
    rights: telling.rights,
    moved: telling.moved,
    handovers: Object.values(telling.handovers),
    birth: telling.birth,
  };
}

/** Every fact of the streams names the perpetrator and the force. That somebody moved is for the force that has them on record, and for both others; that a force is asked to look after them, for that one; that a perpetrator's details are corrected, for the one that corrects its record. */
function ofWhom({ type, data }: Fact, recordedBy: string): { readonly perpetratorId: string | null; readonly forces: readonly string[] } {
  if (type === 'SafeguardingTransferred') {
    const { perpetratorId = null, force, from, to } = data as Extract<ProtectedPersonFact, { type: 'SafeguardingTransferred' }>['data'];
    return { perpetratorId, forces: [...new Set([force, from, to])].filter((code) => code !== undefined) };
  }
  if (type.startsWith('SafeguardingHandover')) {
    const { perpetratorId, to } = data as HandoverParties;
    return { perpetratorId, forces: [to] };
  }
  const { perpetratorId, force = recordedBy, keptBy } = data as { perpetratorId: string | null; force?: string; keptBy?: string };
  // Who does a task is told where its rows are made.
  return { perpetratorId, forces: [keptBy ?? force] };
}

function after(before: DueWorkDoc, { stream, fact, envelope }: Recorded): DueWorkDoc {
  const { category, id } = parseStreamName(stream);
  const doc = notedOf(before, fact, envelope.recordedAt);
  switch (category) {
    case orders.category:
      return receivedOf(
        { ...doc, orders: evolved(orders, doc.orders, id, withoutWords(fact) as OrderFact) },
        id,
        fact as OrderFact,
        envelope,
      );
    case applications.category:
      return { ...doc, applications: evolved(applications, doc.applications, id, withoutWords(fact) as ApplicationFact | DraftFact) };
    case breaches.category:
      return {
        ...doc,
        breaches: evolved(breaches, doc.breaches, id, withoutWords(fact) as BreachFact),
        alleged: {
          ...doc.alleged,
          [id]: allegedAt(fact as BreachFact, doc.breaches[id] ?? breaches.initial, envelope.recordedAt, doc.alleged[id] ?? null),
        },
      };
    case cases.category:
      return { ...doc, cases: evolved(cases, doc.cases, id, withoutWords(fact) as CaseFact) };
    case tellings.category:
      return { ...doc, tellings: [...doc.tellings, { ...tellingOf(fact as TellingFact), by: null, note: null }] };
    case protectedPeople.category: {
      const { type, data } = fact as ReadOfProtected;
      const { protectedPersonId } = data;
      if (type === 'ContactPlanAgreed') return { ...doc, rights: { ...doc.rights, [protectedPersonId]: data.rights } };
      if (type === 'SafeguardingHandoverAsked') {
        const { perpetratorId, from, to, on } = data;
        return perpetratorId === null
          ? doc
          : { ...doc, handovers: { ...doc.handovers, [protectedPersonId]: { protectedPersonId, perpetratorId, from, to, on } } };
      }
      const { [protectedPersonId]: _answered, ...handovers } = doc.handovers;
      if (type !== 'SafeguardingTransferred') return { ...doc, handovers };
      return { ...doc, handovers, moved: { ...doc.moved, [protectedPersonId]: { to: data.to, on: londonDate(envelope.recordedAt) } } };
    }
    case perpetrators.category:
      return { ...doc, birth: birthIn(fact as CorrectedPerson, londonDate(envelope.recordedAt)) ?? doc.birth };
    case work.category: {
      const { data, personal } = fact as WorkFact;
      const assignment: Assignment = { at: envelope.recordedAt, by: envelope.by, to: data.to, note: personal?.note ?? null };
      return { ...doc, assigned: { ...doc.assigned, [id]: [...(doc.assigned[id] ?? []), assignment] } };
    }
    default:
      return doc;
  }
}

type CorrectedPerson = Extract<PerpetratorFact, { type: 'PerpetratorDetailsCorrected' }>;

function isOfPerpetrator({ stream }: Recorded): boolean {
  return parseStreamName(stream).category === perpetrators.category;
}

/** Null once nobody can read it any more. */
function birthIn({ data, personal }: CorrectedPerson, on: LocalDate): BirthCorrected | null {
  const identity = personal?.identity.value;
  if (!identity) return null;
  const { dateOfBirth } = identity;
  return { on, eighteenOn: { about: [data.perpetratorId], value: dateOfBirth === null ? null : eighteenOn(dateOfBirth) } };
}

type ReadOfProtected = Extract<
  ProtectedPersonFact,
  {
    type:
      | 'ContactPlanAgreed'
      | 'SafeguardingHandoverAsked'
      | 'SafeguardingHandoverDeclined'
      | 'SafeguardingHandoverWithdrawn'
      | 'SafeguardingTransferred';
  }
>;

/** The clocks of what courts do run from the day the force received it. */
function receivedOf(doc: DueWorkDoc, orderId: string, fact: OrderFact, { recordedAt }: Recorded['envelope']): DueWorkDoc {
  const isCorrection = fact.type === 'OrderCorrected' || fact.type === 'ConditionCorrected';
  const newsId = isCorrection ? CORRECTED : newsIdIn(fact);
  return newsId === null ? doc : { ...doc, received: { ...doc.received, [`${orderId}:${newsId}`]: londonDate(recordedAt) } };
}

function notedOf(doc: DueWorkDoc, fact: Fact, recordedAt: string): DueWorkDoc {
  const noted = notedIn(fact);
  return noted === null ? doc : { ...doc, noted: { ...doc.noted, [noted]: londonDate(recordedAt) } };
}

function evolved<S, F extends Fact>(type: StreamType<S, F>, states: Readonly<Record<string, S>>, id: string, fact: F): Record<string, S> {
  return { ...states, [id]: type.evolve(states[id] ?? type.initial, fact) };
}
