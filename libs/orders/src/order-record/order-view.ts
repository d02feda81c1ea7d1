import type { LocalDate } from '#calendar';
import { checksOf } from '../domain/checks.js';
import { areasIn, isArea, libraryCondition, plainWords, reliedOn, type Speaking } from '../domain/condition-library.js';
import type { Condition, ConditionVersion } from '../domain/conditions.js';
import { changesThen } from '../domain/changes-today.js';
import type { DetermineOutcome } from '../domain/events.js';
import { conditionsInForceAt, inForceAt, type ConditionThen, type InForce } from '../domain/in-force.js';
import type { WhyOrderInError } from '../domain/in-error.js';
import { kindRule, type BreachRule, type OrderKind } from '../domain/kinds/index.js';
import { firstServiceOf, type Knowledge } from '../domain/knowledge.js';
import { isKnownWhole, knownInWords, type KnownInWords, knownNow } from '../domain/known-now.js';
import type { End, Moment } from '../domain/moments.js';
import { notificationDuties, type NotificationDuty, unansweringNotifications } from '../domain/notification.js';
import { latestEnd, type MadeOrder, type Notification } from '../domain/order.js';
import { overtakenIn, overtakenWords } from '../domain/overtaken.js';
import {
  type AskedOfCourt,
  filedOutOfTime,
  type Proposal,
  stepsOf,
  type VariationOutcome,
  type VariationStep,
  variationSteps,
} from '../domain/variation.js';
import { hearingViews, type HearingView } from '../record-hearing/hearing-view.js';
import { compareWords, type Part } from './compare.js';
import {
  attemptView,
  type AttemptView,
  awarenessView,
  type AwarenessView,
  type ChangeAcceptedView,
  changesAcceptedView,
  type DischargeView,
  dischargeView,
  type EntryReading,
  lastChecks,
  nationalRecordView,
  type NationalRecordView,
  requirementCheckView,
  type RequirementCheckView,
  serviceView,
  type ServiceView,
  variationView,
  type VariationView,
} from './entry-views.js';
import { besideIdsOf } from '../domain/weighing.js';
import { type KnownPerson, placesOfService, type Spoken, spokenTo } from './spoken.js';
import { documentWords, stateWords } from './words.js';

/** One wording of a condition as a page or the API shows it. Words are null when a person's data was erased. */
export interface VersionView {
  readonly versionId: string;
  /** 1 for the first. */
  readonly version: number;
  readonly number: number;
  readonly code: string;
  readonly category: 'prohibition' | 'requirement';
  /** What the library says of it, with what is in the blanks; follows `must not` or `must`. */
  readonly plain: string;
  readonly from: Moment;
  readonly until: Moment | null;
  readonly end: End | null;
  readonly wording: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly locality: string | null;
  /** Why the force says that it is necessary; null to those who do not read its words on the safety of those it protects. */
  readonly necessity: string | null;
  /** The reasons for which its words were corrected. */
  readonly corrections: readonly string[];
  /** The clause beside the one before it; null for the first. */
  readonly compared: readonly Part[] | null;
}

export interface ConditionView {
  readonly conditionId: string;
  readonly title: string;
  readonly state: ConditionThen['is'];
  /** It has old words beside new ones today, at an hour nobody recorded. */
  readonly changesToday: boolean;
  readonly because: string | null;
  /** The wording in force, or the last there was. */
  readonly current: VersionView;
  readonly versions: readonly VersionView[];
}

/** The whole order for one reader at one moment. */
export interface OrderView {
  readonly id: string;
  readonly perpetratorId: string;
  readonly force: string;
  readonly kind: OrderKind;
  readonly name: string;
  readonly act: string;
  readonly applicationId: string | null;
  readonly replaces: string | null;
  /** The appeal against the refusal of the application on which it was made. */
  readonly onAppeal: string | null;
  readonly origin: MadeOrder['origin'];
  readonly court: MadeOrder['court'];
  readonly made: Moment;
  readonly end: End;
  readonly state: { readonly is: InForce['is']; readonly because: string | null; readonly words: string };
  /** What somebody should check. */
  readonly checks: readonly string[];
  readonly known: Knowledge;
  /** The same in words, with what he is not known to know of and what is to be served: as the person's page has it. */
  readonly standing: KnownInWords & { readonly isKnown: boolean };
  readonly respondentPresent: boolean | null;
  readonly withNotice: boolean | null;
  readonly locality: 'uk' | 'limited';
  readonly reference: string | null;
  readonly protectedPeople: readonly { readonly id: string; readonly letter: string; readonly name: string | null }[];
  readonly conditions: readonly ConditionView[];
  readonly breach: BreachRule;
  readonly services: readonly ServiceView[];
  readonly attempts: readonly AttemptView[];
  readonly awareness: readonly AwarenessView[];
  readonly variations: readonly VariationView[];
  readonly renewals: MadeOrder['renewals'];
  /** Of an interim order: how its application was decided, and when, with which it ceased; null where it did not. */
  readonly ceased: { readonly at: Moment; readonly outcome: DetermineOutcome } | null;
  /** How it was discharged; null where it was not, or on appeal, as the appeal then says. */
  readonly discharge: DischargeView | null;
  readonly consents: MadeOrder['consents'];
  readonly hearings: readonly HearingView[];
  /** What the force that keeps it asked, or is about to ask, the court to change, and how far that is. */
  readonly proposals: readonly ProposalLine[];
  readonly appeals: MadeOrder['appeals'];
  /** What the respondent obtained against which the force decided not to appeal; `reason`: to that force alone. */
  readonly changesAccepted: readonly ChangeAcceptedView[];
  /** With whether the written acknowledgement was given; null when nothing was given or the record does not say. */
  readonly duties: readonly (NotificationDuty & { readonly acknowledged: boolean | null })[];
  /** What was notified of a change that is not on record, or that came only later: it answers no duty. */
  readonly notificationsUnanswering: readonly Pick<Notification, 'notificationId' | 'about' | 'at'>[];
  /** What was recorded last of each occasion of a requirement. */
  readonly requirementChecks: readonly RequirementCheckView[];
  readonly nationalRecord: readonly NationalRecordView[];
  /** Why it was made or varied although it may not fit beside another order. */
  readonly weighings: readonly { readonly document: string; readonly reason: string | null; readonly besideIds: readonly string[] }[];
  readonly corrections: readonly { readonly reason: string | null }[];
  /** That it should never have been recorded, why, and when that was noticed; null where it should. */
  readonly inError: { readonly on: LocalDate; readonly why: WhyOrderInError; readonly reason: string | null } | null;
  /** That the respondent notifies under the Sexual Offences Act 2003, until when where that is known to end; null where they do not. */
  readonly exemption: MadeOrder['exemption'];
}

/** A proposal to vary, to renew or to discharge, in one line. */
export interface ProposalLine {
  readonly proposalId: string;
  readonly asks: AskedOfCourt;
  /** The step that waits; null once it is decided. */
  readonly stage: VariationStep | null;
  readonly outcome: VariationOutcome | null;
  readonly outOfTime: boolean;
  /** Whether the court was asked: its papers are those that were filed from then on. */
  readonly isFiled: boolean;
  /** What a court changed meanwhile of what it changes, in words. */
  readonly overtaken: readonly string[];
}

/** What a reader of an order brings, and what is known of it beside its facts. */
export interface OrderReading {
  /** The reader's force, by CJS code: its own words are read as they were written. */
  readonly own: string;
  /** The forces that noted something on the order of another, by the id of what they noted. */
  readonly notedBy?: Readonly<Record<string, string>>;
  /** The interim order it stands in place of. */
  readonly replaced?: MadeOrder | null;
}

/** The order as it stands at `now`, in words that this reader may read. */
export function orderView(order: MadeOrder, people: readonly KnownPerson[], now: Moment, reading: OrderReading): OrderView {
  const { own, notedBy = {}, replaced = null } = reading;
  const spoken = spokenTo(people, { keeper: order.force, own, places: placesOfService(order, notedBy) });
  const { read } = spoken;
  const entry: EntryReading = { order, spoken, notedBy, isOwn: own === order.force, now };
  const state = inForceAt(order, now);
  const known = knownNow(order, now);
  const rule = kindRule(order.kind);
  const duties = notificationDuties(order, now.on, replaced);
  const then = new Map(conditionsInForceAt(order, now).map((one) => [one.conditionId, one]));
  return {
    id: order.orderId,
    ...plainPart(order),
    name: rule.name,
    act: rule.act,
    end: latestEnd(order),
    state: {
      is: state.is,
      because: state.is === 'not-in-force' ? state.because : null,
      words: stateWords(order, state, known),
    },
    checks: checksOf(order),
    known: known.knowledge,
    standing: { ...knownInWords(order, known), isKnown: isKnownWhole(known) },
    reference: read(order.reference),
    protectedPeople: people.map(({ id, letter, name }) => ({ id, letter, name })),
    conditions: order.conditions.map((condition) => conditionView(condition, then.get(condition.conditionId), spoken)),
    breach: rule.breach(now.on),
    services: order.services.map((one) => serviceView(one, entry)),
    attempts: order.attempts.map((one) => attemptView(one, entry)),
    awareness: order.awareness.map((one) => awarenessView(one, entry)),
    variations: order.variations.map((one) => variationView(one, entry)),
    hearings: hearingViews(
      order.hearings,
      now.on,
      { court: read, keeper: spoken.note },
      order.is === 'over' ? { on: order.over.at.on, settlesEarlier: false } : null,
    ),
    proposals: order.proposals.map((proposal) => proposalLine(order, proposal)),
    duties: duties.map((duty) => ({
      ...duty,
      acknowledged: order.notifications.find(({ notificationId }) => notificationId === duty.notificationId)?.acknowledged ?? null,
    })),
    notificationsUnanswering: unansweringNotifications(order, duties).map(({ notificationId, about, at }) => ({
      notificationId,
      about,
      at,
    })),
    requirementChecks: lastChecks(order).map((one) => requirementCheckView(one, entry)),
    nationalRecord: order.nationalRecord.map((one) => nationalRecordView(one, entry)),
    weighings: order.weighings.map(({ of, conflicts, reason }) => ({
      document: documentWords(order, of),
      reason: spoken.reason(reason),
      besideIds: besideIdsOf(conflicts),
    })),
    corrections: order.corrections.map(({ reason }) => ({ reason: spoken.reason(reason) })),
    ceased: order.is === 'over' && order.over.because === 'ceased' ? { at: order.over.at, outcome: order.over.outcome } : null,
    discharge: dischargeView(entry),
    changesAccepted: changesAcceptedView(entry),
    inError: inErrorOf(order, spoken),
    exemption: order.exemption,
  };
}

function inErrorOf(order: MadeOrder, { note }: Spoken): OrderView['inError'] {
  if (order.is !== 'over' || order.over.because !== 'recorded-in-error') return null;
  const { on, why, reason } = order.over;
  return { on, why, reason: note(reason) };
}

function plainPart(order: MadeOrder) {
  const { perpetratorId, force, kind, applicationId, replaces, origin, court, made, respondentPresent, withNotice, locality } = order;
  const { onAppeal, renewals, consents, appeals } = order;
  return {
    perpetratorId,
    force,
    kind,
    applicationId,
    replaces,
    onAppeal,
    origin,
    court,
    made,
    respondentPresent,
    withNotice,
    locality,
    renewals,
    consents,
    appeals,
  };
}

function proposalLine(order: MadeOrder, proposal: Proposal): ProposalLine {
  const { proposalId, asks, decided, filed } = proposal;
  const steps = stepsOf(proposal, order.protectedPersonIds);
  const stage = variationSteps.find((step) => steps[step] === 'to-do') ?? null;
  const outOfTime = filedOutOfTime(order, proposal);
  const overtaken = overtakenIn(order, proposal).map(overtakenWords);
  return {
    proposalId,
    asks,
    stage: decided ? null : stage,
    outcome: decided?.outcome ?? null,
    outOfTime,
    isFiled: filed !== null,
    overtaken,
  };
}

function conditionView(condition: Condition, then: ConditionThen | undefined, spoken: Spoken): ConditionView {
  const versions = condition.versions.map((version, nth) => versionView(version, nth, condition.versions[nth - 1], spoken));
  const standing = then?.is === 'in-force' ? then.version.plain.versionId : null;
  const current = versions.find((version) => version.versionId === standing) ?? versions.at(-1);
  if (!current) throw new Error('A condition has no version');
  return {
    conditionId: condition.conditionId,
    title: libraryCondition(condition.versions.at(-1)?.plain.code ?? 'BESPOKE').title,
    state: then?.is ?? 'not-in-force',
    changesToday: then !== undefined && changesThen(then),
    because: then?.is === 'not-in-force' ? then.because : null,
    current,
    versions,
  };
}

function versionView(version: ConditionVersion, nth: number, before: ConditionVersion | undefined, spoken: Spoken): VersionView {
  const { plain } = version;
  const words = version.words.value;
  const { versionId, number, code, category, end } = plain;
  const speaking: Speaking = { person: (id) => spoken.person(id) ?? 'the protected person', and: 'or' };
  const clause = ({ plain: of, words: { value } }: ConditionVersion): string | null =>
    value?.wording ? spoken.clause(value.wording, 'clause', areasIn(of, value)) : null;
  const wording = clause(version);
  const earlier = before ? clause(before) : null;
  const areas = (blanks: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(blanks).map(([name, value]) => [name, spoken.clause(value, 'area', isArea(plain, name) ? [value] : [])]),
    );
  return {
    ...{ versionId, number, code, category, end, wording },
    plain: spoken.clause(plainWords(plain, areas(reliedOn(plain, words)), speaking), 'clause', areasIn(plain, words)),
    version: nth + 1,
    from: version.from,
    until: version.until,
    parameters: areas(words?.parameters ?? {}),
    locality: words?.locality ? spoken.clause(words.locality, 'area') : null,
    necessity: spoken.reason(words?.necessity),
    corrections: version.corrections.flatMap((reason) => spoken.reason(reason) ?? []),
    compared: earlier !== null && wording !== null ? compareWords(earlier, wording) : null,
  };
}

/** One line of a list of orders. */
export function orderLine(
  order: MadeOrder,
  now: Moment,
): { id: string; kind: OrderKind; name: string; made: Moment; end: End; state: string; servedOn: LocalDate | null } {
  return {
    id: order.orderId,
    kind: order.kind,
    name: kindRule(order.kind).name,
    made: order.made,
    end: latestEnd(order),
    state: stateWords(order, inForceAt(order, now), knownNow(order, now)),
    servedOn: firstServiceOf(order)?.on ?? null,
  };
}
