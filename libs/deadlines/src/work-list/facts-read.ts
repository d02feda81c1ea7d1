import type { BreachFact, TellingFact } from '#breaches';
import type { CaseFact } from '#cases';
import { type ApplicationFact, draftFactTypes, type OrderFact, type YouthFact } from '#orders';
import type { PerpetratorFact, ProtectedPersonFact } from '#people';
import type { WorkFact } from '../domain/assigned.js';

/** Every fact of these streams, and whether a clock turns on it: a new one does not compile until somebody has asked. */
type Asked<F extends { readonly type: string }> = Readonly<Record<F['type'], boolean>>;

const ofApplications: Asked<ApplicationFact> = {
  ApplicationFiled: true,
  SupportWithdrawn: false,
  InterimOrderObtained: true,
  ApplicationDetermined: true,
  RefusalAppealed: true,
  RefusalAppealDecided: true,
  HearsayNoticeServed: true,
  InterimRefusalSettled: true,
  RefusalAccepted: true,
  CourtTellingDecided: true,
  DeterminationRecordedInError: true,
  RefusalAppealRecordedInError: true,
  HearingListed: true,
  HearingAdjourned: true,
  DirectionsGiven: true,
  HearingHeld: true,
  DirectionSettled: true,
  ApplicationRecordedInError: true,
  ApplicationEntryRecordedInError: true,
};

const ofYouth: Asked<YouthFact> = { YouthContactRecorded: true, ReportingRestrictionRecorded: true };

const ofOrders: Asked<OrderFact> = {
  OrderMade: true,
  ServiceAttempted: true,
  OrderServed: true,
  AwarenessEvidenced: true,
  OrderVaried: true,
  OrderRenewed: true,
  DischargeConsentGiven: false,
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
  CourtWordsShown: false,
  EntryRecordedInError: true,
  OrderRecordedInError: true,
  OrderCorrected: true,
  ConditionCorrected: true,
  OrderConflictsWeighed: false,
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

const ofBreaches: Asked<BreachFact> = {
  BreachReported: true,
  ContactKept: true,
  AllegationAdded: true,
  AllegationWithdrawn: true,
  AddendumRecorded: false,
  TimeCorrected: true,
  EvidenceReferenced: true,
  ArrestMade: true,
  DetentionExtended: true,
  ExtensionRecordedInError: true,
  InterviewHeld: true,
  ReleasedFromCustody: true,
  RemandDecided: true,
  Charged: true,
  NoFurtherAction: true,
  DisposedOutOfCourt: true,
  CourtOutcomeRecorded: true,
  VictimTold: true,
  VictimNotTold: true,
  SafetyAssessed: false,
  SupervisorReviewed: true,
  ReviewFlagged: true,
  FlagReviewed: true,
};

const ofCases: Asked<CaseFact> = {
  StalkingCaseOpened: true,
  CaseReferenceRecorded: true,
  IncidentRecorded: true,
  IncidentCorrected: true,
  IncidentRecordedInError: true,
  IncidentClassified: true,
  PrincipalCrimeChosen: true,
  ClassificationCancelled: true,
  RiskAssessed: false,
  RiskRegraded: false,
  SpoConsidered: true,
  VictimSupportWithdrawn: false,
  VictimSupportRegained: false,
  CaseOutcomeRecorded: true,
};

const ofTellings: Asked<TellingFact> = { OrderNewsTold: true, OrderNewsNotTold: true, OrderNewsWithheld: true };

const ofProtectedPeople: Asked<ProtectedPersonFact> = {
  ProtectedPersonRecorded: false,
  ProtectedPersonDetailsCorrected: false,
  SafeContactChanged: false,
  ContactPlanAgreed: true,
  SafeguardingHandoverAsked: true,
  SafeguardingHandoverDeclined: true,
  SafeguardingHandoverWithdrawn: true,
  SafeguardingTransferred: true,
  ErasureAsked: false,
  PersonErased: false,
};

const ofWork: Asked<WorkFact> = { WorkAssigned: true, WorkReassigned: true };

/** Of the respondent only a date of birth that is corrected: all else of when they turn 18 stands in the application. */
const ofPerpetrators = { PerpetratorDetailsCorrected: true } satisfies Partial<Asked<PerpetratorFact>>;

/** The facts that the work list is made from. */
export const factsRead: readonly string[] = [
  ...Object.entries({
    ...ofApplications,
    ...ofYouth,
    ...ofOrders,
    ...ofBreaches,
    ...ofCases,
    ...ofTellings,
    ...ofPerpetrators,
    ...ofProtectedPeople,
    ...ofWork,
  })
    .filter(([, turns]) => turns)
    .map(([type]) => type),
  ...Object.keys(draftFactTypes),
];
