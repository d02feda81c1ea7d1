import { endOfDay } from '#calendar';
import { links } from '#people';
import { type Projection, type Recorded, parseStreamName } from '#event-sourcing';
import { v5 as uuidv5 } from 'uuid';
import { type HistoryFact, type Names, isHistoryCategory, sentence } from '../sentences/index.js';

export interface HistoryFactLine {
  readonly id: string;
  readonly perpetratorId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly sortAt: string;
  readonly recordedAt: string;
  readonly onDay: string;
  readonly untilDay: string;
  readonly kind: string;
  readonly force: string;
  readonly orderIds: readonly string[];
  readonly fact: HistoryFact;
  readonly envelope: Recorded['envelope'];
}

/** The types of all facts that have a sentence. `PersonErased` is among them: the person's own line stays. */
export const HISTORY_FACT_TYPES: readonly string[] = Object.keys({
  PerpetratorRecorded: 1,
  PerpetratorDetailsCorrected: 1,
  AliasRecorded: 1,
  AddressRecorded: 1,
  IdentifierRecorded: 1,
  OccupationRecorded: 1,
  PhotographRecorded: 1,
  PhotographWithdrawn: 1,
  RecordRestricted: 1,
  ReadersChanged: 1,
  RestrictionLifted: 1,
  ErasureAsked: 1,
  PersonErased: 1,
  ApplicationBegun: 1,
  AuthorisationRequested: 1,
  AuthorisationGiven: 1,
  AuthorisationRefused: 1,
  DraftAbandoned: 1,
  YouthContactRecorded: 1,
  ReportingRestrictionRecorded: 1,
  ApplicationFiled: 1,
  SupportWithdrawn: 1,
  InterimOrderObtained: 1,
  ApplicationDetermined: 1,
  RefusalAppealed: 1,
  RefusalAppealDecided: 1,
  HearsayNoticeServed: 1,
  InterimRefusalSettled: 1,
  RefusalAccepted: 1,
  CourtTellingDecided: 1,
  DeterminationRecordedInError: 1,
  RefusalAppealRecordedInError: 1,
  HearingListed: 1,
  HearingAdjourned: 1,
  DirectionsGiven: 1,
  HearingHeld: 1,
  DirectionSettled: 1,
  ApplicationRecordedInError: 1,
  ApplicationEntryRecordedInError: 1,
  OrderMade: 1,
  ServiceAttempted: 1,
  OrderServed: 1,
  AwarenessEvidenced: 1,
  OrderVaried: 1,
  OrderRenewed: 1,
  DischargeConsentGiven: 1,
  OrderDischarged: 1,
  AppealLodged: 1,
  ChangeAccepted: 1,
  AppealDetermined: 1,
  OrderQuashed: 1,
  InterimOrderCeased: 1,
  NotificationExempted: 1,
  DetailsChangeLearned: 1,
  NotificationGiven: 1,
  NotificationDefaulted: 1,
  RequirementChecked: 1,
  NationalRecordConfirmed: 1,
  CourtWordsShown: 1,
  EntryRecordedInError: 1,
  OrderRecordedInError: 1,
  OrderCorrected: 1,
  ConditionCorrected: 1,
  OrderConflictsWeighed: 1,
  VariationProposed: 1,
  ViewsConsulted: 1,
  VariationDrafted: 1,
  VariationApproved: 1,
  VariationSentBack: 1,
  VariationFiled: 1,
  VariationDecided: 1,
  VariationRefusalAccepted: 1,
  OrderHearingListed: 1,
  OrderHearingAdjourned: 1,
  OrderDirectionsGiven: 1,
  OrderHearingHeld: 1,
  OrderDirectionSettled: 1,
  StalkingCaseOpened: 1,
  CaseReferenceRecorded: 1,
  IncidentRecorded: 1,
  IncidentCorrected: 1,
  IncidentRecordedInError: 1,
  IncidentClassified: 1,
  PrincipalCrimeChosen: 1,
  ClassificationCancelled: 1,
  RiskAssessed: 1,
  RiskRegraded: 1,
  SpoConsidered: 1,
  VictimSupportWithdrawn: 1,
  VictimSupportRegained: 1,
  CaseOutcomeRecorded: 1,
  BreachReported: 1,
  ContactKept: 1,
  AllegationAdded: 1,
  AllegationWithdrawn: 1,
  AddendumRecorded: 1,
  TimeCorrected: 1,
  EvidenceReferenced: 1,
  ArrestMade: 1,
  DetentionExtended: 1,
  ExtensionRecordedInError: 1,
  InterviewHeld: 1,
  ReleasedFromCustody: 1,
  RemandDecided: 1,
  Charged: 1,
  NoFurtherAction: 1,
  DisposedOutOfCourt: 1,
  CourtOutcomeRecorded: 1,
  VictimTold: 1,
  VictimNotTold: 1,
  OrderNewsTold: 1,
  OrderNewsNotTold: 1,
  OrderNewsWithheld: 1,
  SafetyAssessed: 1,
  SupervisorReviewed: 1,
  ReviewFlagged: 1,
  FlagReviewed: 1,
  ExhibitReceived: 1,
  ExhibitSubjectsNamed: 1,
  ExhibitWithdrawn: 1,
  LinkOffered: 1,
  IdentityLinked: 1,
  LinkDeclined: 1,
  IdentityUnlinked: 1,
} satisfies Record<HistoryFact['type'], 1>);

/** Facts of what a protected person was told: whoever records one looks after them, so its force tells where they live. */
export const TELLING_FACT_TYPES: readonly HistoryFact['type'][] = [
  'VictimTold',
  'VictimNotTold',
  'OrderNewsTold',
  'OrderNewsNotTold',
  'OrderNewsWithheld',
];

export function isTelling(type: string): boolean {
  return (TELLING_FACT_TYPES as readonly string[]).includes(type);
}

/** No words are needed to know when a fact happened and what kind it is. */
const NO_NAMES: Names = {
  protectedPerson: () => '',
  order: () => '',
  condition: () => '',
  force: () => '',
  readsSafety: () => false,
  own: () => 'nothing',
  inError: () => false,
  text: () => null,
};

/** Whose history the event belongs to, or null for a stream that is on nobody's (a protected person's own record). */
export function perpetratorOf(event: Recorded): string | null {
  const { category, id } = parseStreamName(event.stream);
  if (!isHistoryCategory(category)) return null;
  if (category === 'perpetrator') return id;
  return 'perpetratorId' in event.fact.data && typeof event.fact.data.perpetratorId === 'string' ? event.fact.data.perpetratorId : null;
}

/** Whose histories the event stands on: of a pair of records, on both. */
export function perpetratorsOf(event: Recorded): readonly string[] {
  const one = perpetratorOf(event);
  if (one !== null) return [one];
  const { data } = event.fact as HistoryFact;
  return parseStreamName(event.stream).category === links.category && 'perpetratorIds' in data ? data.perpetratorIds : [];
}

/** A row for each history; the first has the event's own id. */
function rowIds(event: Recorded): string[] {
  return perpetratorsOf(event).map((perpetratorId, nth) => (nth === 0 ? event.id : uuidv5(perpetratorId, event.id)));
}

/** Every fact as a line of the history it belongs to. */
export const historyFacts: Projection<HistoryFactLine> = {
  name: 'history-facts',
  table: 'histories.fact',
  version: 4,
  reads: HISTORY_FACT_TYPES,
  rows: rowIds,
  evolve(_row, event, id) {
    // The first has the event's own id; only a pair of records has another.
    const perpetratorId = perpetratorsOf(event)[id === event.id ? 0 : rowIds(event).indexOf(id)];
    const { category } = parseStreamName(event.stream);
    if (perpetratorId === undefined || !isHistoryCategory(category)) return null;
    const fact = event.fact as HistoryFact;
    const { when, kind } = sentence(category, { fact, envelope: event.envelope }, NO_NAMES);
    return {
      id,
      perpetratorId,
      stream: event.stream,
      revision: Number(event.revision),
      type: fact.type,
      sortAt: when.at ?? endOfDay(when.until),
      recordedAt: event.envelope.recordedAt,
      onDay: when.on,
      untilDay: when.until,
      kind,
      force: event.envelope.force,
      orderIds: ordersIn(fact),
      fact,
      envelope: event.envelope,
    };
  },
};

function ordersIn(fact: HistoryFact): string[] {
  const { data } = fact;
  const ids = new Set<string>();
  if ('orderId' in data && typeof data.orderId === 'string') ids.add(data.orderId);
  if ('allegations' in data) for (const allegation of data.allegations) ids.add(allegation.orderId);
  if ('allegation' in data) ids.add(data.allegation.orderId);
  return [...ids];
}
