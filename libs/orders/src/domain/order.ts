import type { Personal, StreamType } from '#event-sourcing';
import { addDays, londonDate, type LocalDate } from '#calendar';
import { changed, corrected, firstConditions, remade, wordsOf, type Condition, type ConditionVersion } from './conditions.js';
import type { Applicant, Consenting, Court, DetermineOutcome, NotificationAbout, OrderFact, Origin } from './events.js';
import { type Hearing, type HearingFact, hearingsAfter, isOrderHearingFact } from './hearings.js';
import type { OrderKind } from './kinds/index.js';
import { endedBy, endingsUndone, type WhyOrderInError, withoutEntry } from './in-error.js';
import { byMoment, byMomentOf, type End, type Moment } from './moments.js';
import type {
  Appeal,
  Awareness,
  Consent,
  Correction,
  EndSet,
  Notification,
  OrderWeighing,
  RecordedInError,
  Renewal,
  Service,
  ServiceAttempt,
  Variation,
} from './order-parts.js';
import type { RequirementCheck } from './requirement-checks.js';
import { isProposalFact, type Proposal, type ProposalFact, proposalsAfter } from './variation.js';

export type * from './order-parts.js';

/** Everything recorded of an order that was made. */
export interface OrderRecord {
  readonly orderId: string;
  readonly perpetratorId: string;
  /** CJS code of the force that keeps the order. */
  readonly force: string;
  readonly kind: OrderKind;
  readonly applicationId: string | null;
  readonly origin: Origin;
  readonly court: Court;
  readonly made: Moment;
  readonly respondentPresent: boolean | null;
  readonly withNotice: boolean | null;
  readonly protectedPersonIds: readonly string[];
  readonly locality: 'uk' | 'limited';
  readonly replaces: string | null;
  /** The appeal against the refusal of the application on which it was made; null where it was made at first instance. */
  readonly onAppeal: string | null;
  readonly reference: Personal<string> | null;
  /** In the order of their effect; the first is the one the order was made with. */
  readonly ends: readonly EndSet[];
  readonly conditions: readonly Condition[];
  /** Wordings of variations that were recorded in error: never in force, and readable where a breach was pinned to them. */
  readonly struck: readonly ConditionVersion[];
  readonly attempts: readonly ServiceAttempt[];
  readonly services: readonly Service[];
  readonly awareness: readonly Awareness[];
  readonly variations: readonly Variation[];
  readonly renewals: readonly Renewal[];
  /** What the force that keeps it asked, or is about to ask, the court to change. */
  readonly proposals: readonly Proposal[];
  /** Hearings about its variation, renewal, discharge or appeal. */
  readonly hearings: readonly Hearing[];
  readonly consents: readonly Consent[];
  readonly appeals: readonly Appeal[];
  /** That the force does not appeal against what the respondent obtained; `against`: as `appealedAs` names it. */
  readonly changesAccepted: readonly { readonly against: string; readonly on: LocalDate; readonly reason: Personal<string> }[];
  readonly exemption: { readonly finalDay: LocalDate | null } | null;
  readonly detailsChanges: readonly { readonly changeId: string; readonly of: 'name' | 'address'; readonly on: LocalDate }[];
  readonly notifications: readonly Notification[];
  readonly defaults: readonly { readonly defaultId: string; readonly about: NotificationAbout; readonly lastDay: LocalDate }[];
  /** Of the occasions of requirements, in the order in which they were recorded. */
  readonly requirementChecks: readonly RequirementCheck[];
  readonly nationalRecord: readonly {
    readonly confirmationId: string;
    readonly state: 'created' | 'updated' | 'removed';
    readonly on: LocalDate;
    readonly reference: Personal<string>;
  }[];
  /** That it was made or varied although it may not fit beside another, and why. */
  readonly weighings: readonly OrderWeighing[];
  readonly corrections: readonly Correction[];
  readonly errors: readonly RecordedInError[];
  /** Everything on record that ended it; the earliest holds. That its application was determined ended none that had run out. */
  readonly endings: readonly Over[];
}

/** What ended an order other than its last day, and from when. `nth`: how many endings recorded before it had proved to be none. */
export type Over = Ending & { readonly nth: number };

type Ending =
  | {
      readonly because: 'discharged';
      readonly at: Moment;
      readonly court: Court;
      readonly onApplicationOf: Applicant;
      readonly onAppeal: string | null;
      /** The proposal of the force that the court granted with it. */
      readonly proposalId: string | null;
      /** Whose consent, which the Act asks for, was not recorded then. */
      readonly withoutConsent: readonly Consenting[];
      readonly reason: Personal<string> | null;
    }
  | { readonly because: 'quashed'; readonly at: Moment; readonly court: Court; readonly appealId: string | null }
  | {
      readonly because: 'ceased';
      readonly at: Moment;
      /** Null where the application is not on record here. */
      readonly applicationId: string | null;
      readonly outcome: DetermineOutcome;
      /** Without an application on record: the full order that it ended with, where that is. */
      readonly fullOrderId: string | null;
    }
  /** It should never have been recorded, and bound nobody at any time. `at`: when it was said to have been made; `on`: when that was noticed. */
  | {
      readonly because: 'recorded-in-error';
      readonly at: Moment;
      readonly on: LocalDate;
      readonly why: WhyOrderInError;
      readonly reason: Personal<string>;
    };

/** An order not made yet, one that stands (its last day may have passed all the same), or one that was ended. */
export type OrderState = { readonly is: 'unmade' } | StandingOrder | OrderThatIsOver;
export type StandingOrder = OrderRecord & { readonly is: 'standing' };
export type OrderThatIsOver = OrderRecord & { readonly is: 'over'; readonly over: Over };
export type MadeOrder = StandingOrder | OrderThatIsOver;

/** The facts of one order. */
export const orders: StreamType<OrderState, OrderFact> = { category: 'order', initial: { is: 'unmade' }, evolve };

/** The end that was set last in effect. */
export function latestEnd(order: OrderRecord): End {
  return order.ends.at(-1)?.end ?? { is: 'unknown' };
}

const nothing: Personal<never> = { about: [], value: null };

function evolve(state: OrderState, fact: OrderFact): OrderState {
  if (fact.type === 'OrderMade') return made(fact);
  if (state.is === 'unmade') return state;
  if (isProposalFact(fact)) return { ...state, proposals: proposalsAfter(state.proposals, fact, state.conditions) };
  if (isOrderHearingFact(fact)) return { ...state, hearings: hearingsAfter(state.hearings, fact) };
  const next = after(state, fact);
  // Whether something ended it turns on the ends that it has by itself.
  return next.is === 'unmade' || next.ends === state.ends ? next : endedBy(next, next.endings);
}

function made({ data, personal }: Extract<OrderFact, { type: 'OrderMade' }>): StandingOrder {
  const { end, conditions, ...rest } = data;
  return {
    ...rest,
    is: 'standing',
    onAppeal: data.onAppeal ?? null,
    reference: personal?.reference ?? null,
    ends: [{ from: data.made, end, by: 'order', of: null }],
    conditions: firstConditions(conditions, personal, data.made),
    struck: [],
    attempts: [],
    services: [],
    awareness: [],
    variations: [],
    renewals: [],
    proposals: [],
    hearings: [],
    consents: [],
    appeals: [],
    changesAccepted: [],
    exemption: null,
    detailsChanges: [],
    notifications: [],
    defaults: [],
    requirementChecks: [],
    nationalRecord: [],
    weighings: [],
    corrections: [],
    errors: [],
    endings: [],
  };
}

function after(
  order: MadeOrder,
  fact: Exclude<OrderFact, { type: 'OrderMade' } | ProposalFact | HearingFact<object, 'Order'>>,
): OrderState {
  switch (fact.type) {
    case 'ServiceAttempted': {
      const { attemptId, served, at, method } = fact.data;
      return { ...order, attempts: [...order.attempts, { attemptId, served, at, method, result: fact.personal?.result ?? nothing }] };
    }
    case 'OrderServed': {
      const { serviceId, served, at, method, proof, read = [], told = [] } = fact.data;
      const { place = nothing, by = nothing, identified = null, reaction = null } = fact.personal ?? {};
      const services = [...order.services, { serviceId, served, at, method, proof, read, told, place, by, identified, reaction }];
      return { ...order, services: services.toSorted((a, b) => byMoment(a.at, b.at)) };
    }
    case 'AwarenessEvidenced': {
      const { evidenceId, of, at, basis } = fact.data;
      const awareness = [...order.awareness, { evidenceId, of, at, basis, detail: fact.personal?.detail ?? nothing }];
      return { ...order, awareness: awareness.toSorted((a, b) => byMoment(a.at, b.at)) };
    }
    case 'OrderVaried':
      return varied(order, fact);
    case 'OrderRenewed': {
      const { renewalId, court, filedOn, made: from, end, onApplicationOf, outOfTime, awaiting = null } = fact.data;
      const renewals = [...order.renewals, { renewalId, court, filedOn, made: from, end, onApplicationOf, outOfTime, awaiting }];
      return { ...order, renewals, ends: withEnd(order.ends, { from, end, by: 'renewal', of: renewalId }) };
    }
    case 'DischargeConsentGiven': {
      const { consentId, by, on } = fact.data;
      return { ...order, consents: [...order.consents, { consentId, by, on }] };
    }
    case 'OrderDischarged': {
      const { at, court, onApplicationOf, onAppeal = null, proposalId = null, withoutConsent = [] } = fact.data;
      const reason = fact.personal?.reason ?? null;
      return ended(order, { because: 'discharged', at, court, onApplicationOf, onAppeal, proposalId, withoutConsent, reason });
    }
    case 'AppealLodged': {
      const { appealId, on, by, against = null } = fact.data;
      return { ...order, appeals: [...order.appeals, { appealId, on, by, against, determined: null, sentBack: null }] };
    }
    case 'ChangeAccepted': {
      const { against, on } = fact.data;
      return { ...order, changesAccepted: [...order.changesAccepted, { against, on, reason: fact.personal?.reason ?? nothing }] };
    }
    case 'AppealDetermined': {
      const { appealId, court, at, outcome, result = null, rehearing = false } = fact.data;
      const appeals = order.appeals.map((appeal) =>
        appeal.appealId === appealId
          ? { ...appeal, determined: { court, at, outcome, result }, sentBack: rehearing ? whenDecided(appeal) : null }
          : appeal,
      );
      const against = order.appeals.find((appeal) => appeal.appealId === appealId)?.against;
      const decided = { ...order, appeals };
      return result === 'set-aside' && against?.decision === 'discharge' ? revived(decided, at, appealId) : decided;
    }
    case 'OrderQuashed': {
      const { at, court, appealId } = fact.data;
      return ended(order, { because: 'quashed', at, court, appealId });
    }
    case 'InterimOrderCeased': {
      const { at, applicationId, outcome, fullOrderId = null } = fact.data;
      return ended(fullOrderId === null ? order : unnamedGrantLeft(order), { because: 'ceased', at, applicationId, outcome, fullOrderId });
    }
    case 'NotificationExempted':
      return { ...order, exemption: { finalDay: fact.data.finalDay } };
    case 'DetailsChangeLearned': {
      const { changeId, of, on } = fact.data;
      return { ...order, detailsChanges: [...order.detailsChanges, { changeId, of, on }] };
    }
    case 'NotificationGiven': {
      const { notificationId, about, at, inAdvance, acknowledged = null } = fact.data;
      return { ...order, notifications: [...order.notifications, { notificationId, about, at, inAdvance, acknowledged }] };
    }
    case 'NotificationDefaulted': {
      const { defaultId, about, lastDay } = fact.data;
      return { ...order, defaults: [...order.defaults, { defaultId, about, lastDay }] };
    }
    case 'RequirementChecked': {
      const { checkId, versionId, days, result } = fact.data;
      const checks = days.map((day) => ({ checkId, versionId, day, result, note: fact.personal?.note ?? null }));
      return { ...order, requirementChecks: [...order.requirementChecks, ...checks] };
    }
    case 'NationalRecordConfirmed': {
      const { confirmationId, state, on } = fact.data;
      const reference = fact.personal?.reference ?? nothing;
      return { ...order, nationalRecord: [...order.nationalRecord, { confirmationId, state, on, reference }] };
    }
    case 'OrderConflictsWeighed': {
      const { weighingId, of, conflicts } = fact.data;
      return { ...order, weighings: [...order.weighings, { weighingId, of, conflicts, reason: fact.personal?.reason ?? nothing }] };
    }
    case 'CourtWordsShown':
      return order;
    case 'EntryRecordedInError': {
      const { errorId, entry, was, at } = fact.data;
      const errors = [...order.errors, { errorId, entry, was, at, reason: fact.personal?.reason ?? nothing }];
      return withoutEntry({ ...order, errors }, entry);
    }
    case 'OrderRecordedInError': {
      const { why, at: noticed } = fact.data;
      return ended(order, {
        because: 'recorded-in-error',
        at: order.made,
        on: londonDate(noticed),
        why,
        reason: fact.personal?.reason ?? nothing,
      });
    }
    case 'OrderCorrected':
      return rectified(order, fact);
    case 'ConditionCorrected': {
      const { version } = fact.data;
      const reason = fact.personal?.reason ?? nothing;
      return { ...order, conditions: corrected(order.conditions, version, wordsOf(fact.personal, version.versionId), reason) };
    }
  }
}

function varied(order: MadeOrder, { data, personal }: Extract<OrderFact, { type: 'OrderVaried' }>): MadeOrder {
  const { variationId, court, effective, onApplicationOf, respondentPresent, end, onAppeal = null } = data;
  const variation = { variationId, court, effective, onApplicationOf, respondentPresent, end, reason: personal?.reason ?? null, onAppeal };
  return {
    ...order,
    variations: [...order.variations, variation].toSorted((a, b) => byMoment(a.effective, b.effective)),
    conditions: data.changes.reduce(
      (conditions, change) => changed(conditions, change, personal, effective, variationId),
      order.conditions,
    ),
    ends: end ? withEnd(order.ends, { from: effective, end, by: onAppeal === null ? 'variation' : 'appeal', of: variationId }) : order.ends,
  };
}

function whenDecided({ determined }: Appeal): Appeal['sentBack'] {
  return determined && { court: determined.court, at: determined.at };
}

/** A corrected end is the end that holds now: the one set last in effect. */
function rectified(order: MadeOrder, { data, personal }: Extract<OrderFact, { type: 'OrderCorrected' }>): MadeOrder {
  const begun = data.made ?? order.made;
  const moved = order.ends.map((set) => (set.by === 'order' ? { ...set, from: begun } : set));
  const last = moved.length - 1;
  return {
    ...order,
    court: data.court ?? order.court,
    made: begun,
    respondentPresent: data.respondentPresent ?? order.respondentPresent,
    replaces: data.replaces === undefined ? order.replaces : data.replaces,
    ends: moved.map((set, index) => (index === last && data.end ? { ...set, end: data.end } : set)),
    ...setBy(order, moved.at(-1), data.end),
    conditions: data.made ? remade(order.conditions, data.made) : order.conditions,
    endings: order.endings.map((over) => (isCeased(over, data.ceased?.was) ? { ...over, at: data.ceased?.is ?? over.at } : over)),
    corrections: [
      ...order.corrections,
      { correctionId: data.correctionId, changed: changedBy(order, data), reason: personal?.reason ?? nothing },
    ],
  };
}

/** The variation or the renewal that set the end which is put right. */
function setBy({ variations, renewals }: MadeOrder, set: EndSet | undefined, end: End | null): Pick<MadeOrder, 'variations' | 'renewals'> {
  if (!end || !set || set.of === null) return { variations, renewals };
  return {
    variations: variations.map((one) => (one.variationId === set.of && one.end ? { ...one, end } : one)),
    renewals: renewals.map((one) => (one.renewalId === set.of ? { ...one, end } : one)),
  };
}

/** What the correction put right, as it had been recorded and as it is now. */
function changedBy(order: MadeOrder, data: Extract<OrderFact, { type: 'OrderCorrected' }>['data']): Correction['changed'] {
  return {
    made: data.made && { was: order.made, is: data.made },
    end: data.end && { was: latestEnd(order), is: data.end },
    respondentPresent: data.respondentPresent === null ? null : { was: order.respondentPresent, is: data.respondentPresent },
    ceased: data.ceased ?? null,
  };
}

function isCeased({ because, at }: Over, was: Moment | undefined): boolean {
  return because === 'ceased' && at.on === was?.on && at.at === was.at;
}

function withEnd(ends: readonly EndSet[], set: EndSet): readonly EndSet[] {
  return [...ends, set].toSorted(byMomentOf);
}

/** The discharge was set aside: the order stands again from then on as it stood before. In between it stays recorded as discharged. */
function revived(order: MadeOrder, at: Moment, appealId: string): MadeOrder {
  if (order.is !== 'over' || order.over.because !== 'discharged') return order;
  const { over } = order;
  const gap: EndSet = { from: over.at, end: { is: 'fixed', lastDay: addDays(over.at.on, -1) }, by: 'discharge', of: null };
  const ends = [...withEnd(order.ends, gap), { from: at, end: latestEnd(order), by: 'appeal', of: appealId } as const];
  return endedBy(
    { ...order, ends },
    order.endings.filter(({ because }) => because !== 'discharged'),
  );
}

/** With which order an interim one ended takes the place of what was said before: that its application was granted, with an order not on record. */
function unnamedGrantLeft(order: MadeOrder): MadeOrder {
  const isIt = (over: Over) => over.because === 'ceased' && over.applicationId === null && over.fullOrderId === null;
  return { ...order, endings: order.endings.filter((over) => !isIt(over)) };
}

/** An order ends once: of two endings the earlier holds. */
function ended(order: MadeOrder, over: Ending): MadeOrder {
  return endedBy(order, [...order.endings, { ...over, nth: endingsUndone(order) }]);
}
