import type { Instant, LocalDate } from '#calendar';
import { without } from './conditions.js';
import type { OrderFact } from './events.js';
import { canBeUnheard, settledDirections, unheard, withDirection } from './hearings.js';
import { reachesThen } from './in-force.js';
import { byMoment } from './moments.js';
import type { MadeOrder, OrderState, Over, RecordedInError } from './order.js';
import { undecided, wasGranted } from './variation.js';

// What was recorded by mistake: about another order or person, twice, or of something that never happened. It counts no more and stays readable.

/** An entry of an order's record. `cessation` goes with the determination of the application, and by itself where that is not on record here. */
export type Entry =
  | {
      readonly is:
        | 'attempt'
        | 'service'
        | 'awareness'
        | 'variation'
        | 'renewal'
        /** That what the force asked of the court was refused or withdrawn. That it was granted goes with the variation, renewal or discharge. */
        | 'proposal-result'
        | 'consent'
        | 'appeal'
        | 'appeal-decision'
        /** That the force does not appeal against what the respondent obtained; its id is that, as `appealedAs` names it. */
        | 'change-accepted'
        | 'notification'
        | 'default'
        | 'requirement-check'
        | 'details-change'
        /** What became of a hearing, with what was directed at it and the hearing to which it was adjourned. */
        | 'hearing-outcome'
        /** That a direction was done or lifted. */
        | 'direction-done';
      readonly id: string;
    }
  /** `id`: the proposal that the court granted with it; null where nothing was proposed. */
  | { readonly is: 'discharge'; readonly id: string | null }
  | { readonly is: 'quashing' | 'cessation' | 'exemption'; readonly id: null };

/** Why a whole order is on record that should not be. */
export type WhyOrderInError = 'wrong-person' | 'twice' | 'never-made';

/** An entry as forms and the API name it, for instance `service:<id>`. */
export function entryKey({ is, id }: Entry): string {
  return id === null ? is : `${is}:${id}`;
}

/**
 * Everything on record that can be said to be in error, in the order in which it stands there. A decision on an appeal that undid a
 * discharge is not among it: the discharge is recorded again instead. Nor is a refusal while an appeal against it is on record.
 */
export function entriesOf(order: MadeOrder): readonly Entry[] {
  if (isOrderInError(order)) return [];
  const all = (is: Extract<Entry, { id: string }>['is'], ids: readonly string[]): Entry[] => ids.map((id) => ({ is, id }));
  const answered = order.appeals.filter(({ determined }) => determined !== null);
  const appealed = new Set(order.appeals.flatMap(({ against }) => (against?.decision === 'refusal' ? [against.proposalId] : [])));
  const undid = new Set(order.ends.flatMap(({ by, of }) => (by === 'appeal' && of ? [of] : [])));
  return [
    ...all(
      'attempt',
      order.attempts.map(({ attemptId }) => attemptId),
    ),
    ...all(
      'service',
      order.services.map(({ serviceId }) => serviceId),
    ),
    ...all(
      'awareness',
      order.awareness.map(({ evidenceId }) => evidenceId),
    ),
    ...all(
      'variation',
      order.variations.map(({ variationId }) => variationId),
    ),
    ...all(
      'renewal',
      order.renewals.map(({ renewalId }) => renewalId),
    ),
    ...all(
      'proposal-result',
      order.proposals
        .filter(({ decided, proposalId }) => decided && !wasGranted(decided.outcome) && !appealed.has(proposalId))
        .map(({ proposalId }) => proposalId),
    ),
    ...all(
      'consent',
      order.consents.map(({ consentId }) => consentId),
    ),
    ...all(
      'appeal',
      order.appeals.filter(({ determined }) => determined === null).map(({ appealId }) => appealId),
    ),
    ...all(
      'appeal-decision',
      answered.map(({ appealId }) => appealId).filter((id) => !undid.has(id)),
    ),
    ...all('change-accepted', [...new Set(order.changesAccepted.map(({ against }) => against))]),
    ...all(
      'notification',
      order.notifications.map(({ notificationId }) => notificationId),
    ),
    ...all(
      'default',
      order.defaults.map(({ defaultId }) => defaultId),
    ),
    ...all('requirement-check', [...new Set(order.requirementChecks.map(({ checkId }) => checkId))]),
    ...all(
      'details-change',
      order.detailsChanges.map(({ changeId }) => changeId),
    ),
    ...all(
      'hearing-outcome',
      canBeUnheard(order.hearings).map(({ hearingId }) => hearingId),
    ),
    ...all(
      'direction-done',
      settledDirections(order.hearings).map(({ directionId }) => directionId),
    ),
    ...(order.exemption ? [{ is: 'exemption', id: null } as const] : []),
    ...order.endings.flatMap(endingAsEntry),
  ];
}

/** What a court did on an appeal goes with its decision; an interim order ceases with its application, where that is on record here. */
function endingAsEntry(over: Over): Entry[] {
  if (over.because === 'ceased') return over.applicationId === null ? [{ is: 'cessation', id: null }] : [];
  if (over.because === 'discharged') return over.onAppeal === null ? [{ is: 'discharge', id: over.proposalId }] : [];
  return over.because === 'quashed' && over.appealId === null ? [{ is: 'quashing', id: null }] : [];
}

/** Whether the order itself should never have been on record. */
export function isOrderInError(order: OrderState): boolean {
  return order.is === 'over' && order.over.because === 'recorded-in-error';
}

/**
 * Whether the fact, recorded at that instant, is one that was said to be in error: what is recorded anew afterwards is not. Everything is, of an
 * order that should never have been on record.
 */
export function isInError(order: MadeOrder, fact: OrderFact, recordedAt: Instant): boolean {
  if (fact.type === 'EntryRecordedInError' || fact.type === 'OrderRecordedInError') return false;
  if (isOrderInError(order)) return true;
  if (fact.type === 'VariationDecided') return errorsOf(order, fact.data.proposalId).some(({ at }) => recordedAt <= at);
  const it = entryOf(fact);
  return (
    it !== null &&
    order.errors.some(
      ({ entry, was, at }) => entryKey(entry) === entryKey(it.entry) && (it.was === undefined || was === it.was) && recordedAt <= at,
    )
  );
}

/** That what was said to have become of the proposal was recorded in error, oldest first. A change that was granted has the id of its proposal. */
export function errorsOf({ errors }: Pick<MadeOrder, 'errors'>, proposalId: string): readonly RecordedInError[] {
  return errors.filter(
    ({ entry }) => entry.is in { variation: 1, renewal: 1, discharge: 1, 'proposal-result': 1 } && entry.id === proposalId,
  );
}

/** The entry that the fact made, with its day, where it carries one; null where it made none that can be in error by itself. */
function entryOf(fact: OrderFact): { readonly entry: Entry; readonly was?: LocalDate | null } | null {
  switch (fact.type) {
    case 'ServiceAttempted':
      return { entry: { is: 'attempt', id: fact.data.attemptId }, was: fact.data.at.on };
    case 'OrderServed':
      return { entry: { is: 'service', id: fact.data.serviceId }, was: fact.data.at.on };
    case 'AwarenessEvidenced':
      return { entry: { is: 'awareness', id: fact.data.evidenceId }, was: fact.data.at.on };
    case 'OrderVaried':
      return { entry: { is: 'variation', id: fact.data.variationId }, was: fact.data.effective.on };
    case 'OrderRenewed':
      return { entry: { is: 'renewal', id: fact.data.renewalId }, was: fact.data.made.on };
    case 'DischargeConsentGiven':
      return { entry: { is: 'consent', id: fact.data.consentId }, was: fact.data.on };
    case 'AppealLodged':
      return { entry: { is: 'appeal', id: fact.data.appealId }, was: fact.data.on };
    case 'AppealDetermined':
      return { entry: { is: 'appeal-decision', id: fact.data.appealId }, was: fact.data.at.on };
    case 'ChangeAccepted':
      return { entry: { is: 'change-accepted', id: fact.data.against }, was: fact.data.on };
    case 'NotificationGiven':
      return { entry: { is: 'notification', id: fact.data.notificationId }, was: fact.data.at.on };
    case 'NotificationDefaulted':
      return { entry: { is: 'default', id: fact.data.defaultId }, was: fact.data.lastDay };
    case 'RequirementChecked':
      return { entry: { is: 'requirement-check', id: fact.data.checkId }, was: fact.data.days[0] ?? null };
    case 'DetailsChangeLearned':
      return { entry: { is: 'details-change', id: fact.data.changeId }, was: fact.data.on };
    case 'NotificationExempted':
      return { entry: { is: 'exemption', id: null }, was: null };
    case 'OrderDischarged': {
      const { onAppeal, proposalId = null, at } = fact.data;
      return { entry: onAppeal ? { is: 'appeal-decision', id: onAppeal } : { is: 'discharge', id: proposalId }, was: at.on };
    }
    case 'OrderQuashed': {
      const { appealId, at } = fact.data;
      return { entry: appealId === null ? { is: 'quashing', id: null } : { is: 'appeal-decision', id: appealId }, was: at.on };
    }
    case 'InterimOrderCeased':
      return { entry: { is: 'cessation', id: null }, was: fact.data.at.on };
    case 'OrderHearingAdjourned':
    case 'OrderHearingHeld':
    case 'OrderDirectionsGiven':
      return { entry: { is: 'hearing-outcome', id: fact.data.hearingId } };
    case 'OrderHearingListed':
      return fact.data.follows === null ? null : { entry: { is: 'hearing-outcome', id: fact.data.follows } };
    case 'OrderDirectionSettled':
      return { entry: { is: 'direction-done', id: fact.data.directionId }, was: fact.data.on };
    default:
      return null;
  }
}

/** The order as it stands without the entry. Breaches keep what they were pinned to: wordings that never were stay readable among `struck`. */
export function withoutEntry(order: MadeOrder, entry: Entry): MadeOrder {
  const { id } = entry;
  switch (entry.is) {
    case 'attempt':
      return { ...order, attempts: order.attempts.filter(({ attemptId }) => attemptId !== id) };
    case 'service':
      return { ...order, services: order.services.filter(({ serviceId }) => serviceId !== id) };
    case 'awareness':
      return { ...order, awareness: order.awareness.filter(({ evidenceId }) => evidenceId !== id) };
    case 'variation':
      return withoutVariation(order, id ?? '');
    case 'renewal': {
      const renewals = order.renewals.filter(({ renewalId }) => renewalId !== id);
      return { ...order, renewals, ends: order.ends.filter(({ of }) => of !== id), proposals: undecided(order.proposals, id ?? '') };
    }
    case 'proposal-result':
      return { ...order, proposals: undecided(order.proposals, id ?? '') };
    case 'consent':
      return { ...order, consents: order.consents.filter(({ consentId }) => consentId !== id) };
    case 'appeal':
      return { ...order, appeals: order.appeals.filter(({ appealId }) => appealId !== id) };
    case 'appeal-decision':
      return withoutDecision(order, id ?? '');
    case 'change-accepted':
      return { ...order, changesAccepted: order.changesAccepted.filter(({ against }) => against !== id) };
    case 'notification':
      return { ...order, notifications: order.notifications.filter(({ notificationId }) => notificationId !== id) };
    case 'default':
      return { ...order, defaults: order.defaults.filter(({ defaultId }) => defaultId !== id) };
    case 'requirement-check':
      return { ...order, requirementChecks: order.requirementChecks.filter(({ checkId }) => checkId !== id) };
    case 'details-change':
      return { ...order, detailsChanges: order.detailsChanges.filter(({ changeId }) => changeId !== id) };
    case 'hearing-outcome':
      return { ...order, hearings: unheard(order.hearings, id ?? '') };
    case 'direction-done':
      return { ...order, hearings: withDirection(order.hearings, id ?? '', null) };
    case 'exemption':
      return { ...order, exemption: null };
    case 'discharge':
      return endedBy(
        { ...order, proposals: undecided(order.proposals, id ?? '') },
        order.endings.filter((over) => over.because !== 'discharged' || over.onAppeal !== null || over.proposalId !== id),
      );
    case 'quashing':
      return endedBy(
        order,
        order.endings.filter((over) => over.because !== 'quashed' || over.appealId !== null),
      );
    case 'cessation':
      return endedBy(
        order,
        order.endings.filter(({ because }) => because !== 'ceased'),
      );
  }
}

/** How many endings on record proved to be none: they were recorded in error, or set aside on appeal. */
export function endingsUndone({ errors, ends }: Pick<MadeOrder, 'errors' | 'ends'>): number {
  const struck = errors.filter(({ entry: { is } }) => is in { discharge: 1, quashing: 1, cessation: 1, 'appeal-decision': 1 });
  return struck.length + ends.filter(({ by }) => by === 'discharge').length;
}

/**
 * The order with these endings: of several the earliest holds, and what was recorded in error before all of them. An interim that had run out when
 * its application was determined ceased with nothing, for as long as the record says that it had.
 */
export function endedBy(order: MadeOrder, endings: readonly Over[]): MadeOrder {
  const inError = endings.find(({ because }) => because === 'recorded-in-error');
  const holding = endings.filter(({ because, at }) => because !== 'ceased' || reachesThen(order, at));
  const over = inError ?? holding.toSorted((a, b) => byMoment(a.at, b.at))[0];
  if (over) return { ...order, is: 'over', over, endings };
  if (order.is === 'standing') return { ...order, endings };
  const { over: _over, ...record } = order;
  return { ...record, is: 'standing', endings };
}

function withoutVariation(order: MadeOrder, id: string): MadeOrder {
  const isOf = (served: MadeOrder['services'][number]['served']): boolean => served !== 'order' && served.variationId === id;
  const { conditions, struck } = without(order.conditions, id);
  return {
    ...order,
    conditions,
    struck: [...order.struck, ...struck],
    variations: order.variations.filter(({ variationId }) => variationId !== id),
    ends: order.ends.filter(({ of }) => of !== id),
    proposals: undecided(order.proposals, id),
    // What served or showed that variation served nothing.
    services: order.services.filter(({ served }) => !isOf(served)),
    attempts: order.attempts.filter(({ served }) => !isOf(served)),
    awareness: order.awareness.filter(({ of }) => !isOf(of)),
  };
}

/** The appeal without its last decision: what the court below decided goes first, and it was then still sent back. */
function undecidedAgain(appeal: MadeOrder['appeals'][number]): MadeOrder['appeals'][number] {
  const { sentBack } = appeal;
  return { ...appeal, determined: sentBack && { ...sentBack, outcome: 'allowed', result: 'remitted' }, sentBack: null };
}

function withoutDecision(order: MadeOrder, id: string): MadeOrder {
  const open = order.appeals.map((appeal) => (appeal.appealId === id ? undecidedAgain(appeal) : appeal));
  const onIt = order.variations.filter(({ onAppeal }) => onAppeal === id);
  const before = onIt.reduce<MadeOrder>((state, { variationId }) => withoutVariation(state, variationId), { ...order, appeals: open });
  const others = before.endings.filter(
    (over) => !(over.because === 'quashed' && over.appealId === id) && !(over.because === 'discharged' && over.onAppeal === id),
  );
  return endedBy(before, others);
}
