import { endOfDay, type Instant, startOfDay } from '#calendar';
import type { Recorded } from '#event-sourcing';
import type { ConditionChange, Entry, Moment, OrderFact } from '#orders';
import type { AllegationState, BreachState } from '../domain/breach.js';
import { maintained } from '../domain/progress.js';
import type { BreachFact, FlagReason, Occurred } from '../domain/events.js';

/** Something recorded about an order that may change what a breach report rests on. */
export interface Cause {
  readonly because: FlagReason;
  readonly orderId: string;
  /** When it was recorded. */
  readonly at: Instant;
  /** The correction of the order that it is, where it is one. */
  readonly correctionId?: string;
  /** Whether an allegation of something that happened then rests on what changed. */
  readonly touches: (allegation: AllegationState, occurred: Occurred) => boolean;
}

/**
 * What a fact of an order may mean for the breaches pinned to it. A variation touches those pinned to wording it replaced that happened
 * (or may have happened) once it had effect: there are such only when it was recorded after them.
 */
export function causesIn({ fact, envelope }: Pick<Recorded<OrderFact>, 'fact' | 'envelope'>): Cause[] {
  const cause = (because: FlagReason, touches: Cause['touches']): Cause => ({
    because,
    orderId: fact.data.orderId,
    at: envelope.recordedAt,
    touches,
  });
  switch (fact.type) {
    case 'OrderQuashed':
      return [cause('order-quashed', () => true)];
    case 'OrderRecordedInError':
      return [cause('order-in-error', () => true)];
    case 'EntryRecordedInError':
      return boundBy(fact.data.entry) ? [cause('order-corrected', () => true)] : [];
    case 'OrderCorrected': {
      const { court, made, end, respondentPresent, ceased = null, correctionId } = fact.data;
      // In whose place it stands concerns the duty to notify alone.
      const isOfDuty = [court, made, end, respondentPresent, ceased].every((one) => one === null);
      return [{ ...cause('order-corrected', ({ conditionVersionId }) => !isOfDuty || conditionVersionId === null), correctionId }];
    }
    case 'ConditionCorrected': {
      const { versionId } = fact.data.version;
      return [cause('wording-corrected', (allegation) => allegation.conditionVersionId === versionId)];
    }
    case 'OrderVaried': {
      const { changes, effective, end } = fact.data;
      const varied = cause(
        'earlier-variation',
        (allegation, occurred) => reaches(occurred, effective) && changes.some((change) => replaces(change, allegation)),
      );
      if (end?.is !== 'fixed') return [varied];
      const { lastDay } = end;
      return [varied, cause('earlier-end', (_, occurred) => occurred.until > lastDay)];
    }
    case 'OrderDischarged':
    case 'InterimOrderCeased': {
      const { at } = fact.data;
      return [cause('earlier-end', (_, occurred) => reaches(occurred, at))];
    }
    case 'AppealDetermined': {
      const { at, result } = fact.data;
      // The court changed its words itself: which, and how, is recorded next.
      return result === 'varied'
        ? [cause('words-awaited', ({ conditionVersionId }, occurred) => conditionVersionId !== null && reaches(occurred, at))]
        : [];
    }
    case 'OrderMade':
    case 'ServiceAttempted':
    case 'OrderServed':
    case 'AwarenessEvidenced':
    case 'OrderRenewed':
    case 'DischargeConsentGiven':
    case 'AppealLodged':
    case 'OrderConflictsWeighed':
    case 'NotificationExempted':
    case 'DetailsChangeLearned':
    case 'NotificationGiven':
    case 'NotificationDefaulted':
    case 'RequirementChecked':
    case 'NationalRecordConfirmed':
    case 'CourtWordsShown':
    // What is asked of a court changes nothing until the court decides.
    case 'VariationProposed':
    case 'ViewsConsulted':
    case 'VariationDrafted':
    case 'VariationApproved':
    case 'VariationSentBack':
    case 'VariationFiled':
    case 'VariationDecided':
    case 'VariationRefusalAccepted':
    case 'ChangeAccepted':
    case 'OrderHearingListed':
    case 'OrderHearingAdjourned':
    case 'OrderDirectionsGiven':
    case 'OrderHearingHeld':
    case 'OrderDirectionSettled':
      return [];
  }
}

/** Flags the breach for a person to review, once per flag id; nothing of the report changes. Nothing to do when no allegation is touched. */
export function flagAffectedBreach(
  breach: BreachState,
  { because, orderId, at, touches, correctionId }: Cause,
  flagId: string,
): BreachFact[] {
  const touched = maintained(breach).some((allegation) => allegation.orderId === orderId && touches(allegation, breach.occurred));
  if (!touched || breach.flags.some((flag) => flag.flagId === flagId)) return [];
  const { breachId, perpetratorId, force } = breach;
  const by = correctionId === undefined ? {} : { correctionId };
  return [{ type: 'ReviewFlagged', data: { breachId, perpetratorId, force, flagId, because, orderId, at, ...by } }];
}

/** Whether such an entry has a part in what bound the respondent, from when, and whether he knew: what was only tried or asked for has none. */
export function boundBy({ is }: Entry): boolean {
  const tried = ['attempt', 'consent', 'appeal', 'change-accepted', 'proposal-result', 'hearing-outcome', 'direction-done'] as const;
  return !tried.some((one) => one === is);
}

function replaces(change: ConditionChange, allegation: AllegationState): boolean {
  switch (change.change) {
    case 'added':
      return false;
    case 'reworded':
      return change.version.conditionId === allegation.conditionId && change.version.versionId !== allegation.conditionVersionId;
    case 'removed':
      return change.conditionId === allegation.conditionId;
  }
}

/** Whether it happened, or may have happened, at the moment or later. A moment of unknown time may have been any time of its day. */
function reaches(occurred: Occurred, moment: Moment): boolean {
  if (occurred.at !== null) return occurred.at >= (moment.at ?? startOfDay(moment.on));
  return endOfDay(occurred.until) > (moment.at ?? startOfDay(moment.on));
}
