import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demonstrationUsers } from '#access/module';
import { breaches, type BreachFact, type TellingFact } from '#breaches';
import { addDays } from '#calendar';
import type { CaseFact, ExhibitFact } from '#cases';
import { EventStore, type StoredEvent } from '#event-store';
import type { ApplicationFact, DraftFact, OrderFact, YouthFact } from '#orders';
import type { PerpetratorFact, ProtectedPersonFact } from '#people';
import { Streams } from '#event-store';
import { demonstrationState, OtherRecords, seedDemonstration } from '../../apps/console/src/seed/seed-demonstration.js';
import { demonstrationForces } from '../../apps/console/src/seed/world.js';
import { demonstrationTemplate, small, smallDemonstration } from '../support/demonstration.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import type { Due, Uptake } from './support/reading.js';

jest.setTimeout(180_000);

type Register<Fact extends { readonly type: string }> = Record<Fact['type'], true>;

// A new fact is a new line here, or the compiler says so: the demonstration shows everything that can be recorded.
const people = {
  PerpetratorRecorded: true,
  PerpetratorDetailsCorrected: true,
  AliasRecorded: true,
  AddressRecorded: true,
  IdentifierRecorded: true,
  OccupationRecorded: true,
  PhotographRecorded: true,
  PhotographWithdrawn: true,
  RecordRestricted: true,
  ReadersChanged: true,
  RestrictionLifted: true,
  ErasureAsked: true,
  PersonErased: true,
  ProtectedPersonRecorded: true,
  ProtectedPersonDetailsCorrected: true,
  SafeContactChanged: true,
  ContactPlanAgreed: true,
  SafeguardingHandoverAsked: true,
  SafeguardingHandoverDeclined: true,
  SafeguardingHandoverWithdrawn: true,
  SafeguardingTransferred: true,
} satisfies Register<PerpetratorFact | ProtectedPersonFact>;
const orders = {
  OrderMade: true,
  ServiceAttempted: true,
  OrderServed: true,
  AwarenessEvidenced: true,
  OrderVaried: true,
  OrderRenewed: true,
  DischargeConsentGiven: true,
  OrderDischarged: true,
  AppealLodged: true,
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
  ChangeAccepted: true,
  OrderHearingListed: true,
  OrderHearingAdjourned: true,
  OrderDirectionsGiven: true,
  OrderHearingHeld: true,
  OrderDirectionSettled: true,
  HearingListed: true,
  HearingAdjourned: true,
  DirectionsGiven: true,
  HearingHeld: true,
  DirectionSettled: true,
  ApplicationBegun: true,
  PartiesStated: true,
  AreaBasisStated: true,
  ProtectedPeopleNamed: true,
  ActsStated: true,
  ActAdded: true,
  RiskStated: true,
  NecessityStated: true,
  ConditionsDrafted: true,
  ConflictsWeighed: true,
  InterimRequested: true,
  EvidenceListed: true,
  EvidenceAdded: true,
  HearsayNoticed: true,
  AuthorisationRequested: true,
  AuthorisationGiven: true,
  AuthorisationRefused: true,
  DraftAbandoned: true,
  ApplicationFiled: true,
  SupportWithdrawn: true,
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
  ApplicationRecordedInError: true,
  ApplicationEntryRecordedInError: true,
  YouthContactRecorded: true,
  ReportingRestrictionRecorded: true,
} satisfies Register<OrderFact | ApplicationFact | DraftFact | YouthFact>;
const cases = {
  StalkingCaseOpened: true,
  CaseReferenceRecorded: true,
  IncidentRecorded: true,
  IncidentCorrected: true,
  IncidentRecordedInError: true,
  IncidentClassified: true,
  PrincipalCrimeChosen: true,
  ClassificationCancelled: true,
  RiskAssessed: true,
  RiskRegraded: true,
  SpoConsidered: true,
  VictimSupportWithdrawn: true,
  VictimSupportRegained: true,
  CaseOutcomeRecorded: true,
} satisfies Register<CaseFact>;
const files = {
  ExhibitReceived: true,
  ExhibitSubjectsNamed: true,
  ExhibitWithdrawn: true,
} satisfies Register<ExhibitFact>;
const told = {
  OrderNewsTold: true,
  OrderNewsNotTold: true,
  OrderNewsWithheld: true,
} satisfies Register<TellingFact>;
const incidents = {
  BreachReported: true,
  ContactKept: true,
  AllegationAdded: true,
  AllegationWithdrawn: true,
  AddendumRecorded: true,
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
  SafetyAssessed: true,
  SupervisorReviewed: true,
  ReviewFlagged: true,
  FlagReviewed: true,
} satisfies Register<BreachFact>;

class Interrupted extends Error {}

/** Loading that is cut off after so many commands. */
async function interruptedAfter(commands: number, service: Service): Promise<void> {
  const stop = ({ sent }: { readonly sent: number }): void => {
    if (sent === commands) throw new Interrupted();
  };
  await expect(seedDemonstration(service.app, stop, small)).rejects.toThrow(Interrupted);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

async function allOf(service: Service): Promise<StoredEvent[]> {
  return service.app.get(EventStore).readAll(null, 100_000);
}

let whole: TestDatabase;
let service: Service;
beforeAll(async () => {
  whole = await createDatabase({ template: demonstrationTemplate });
  service = await startService({ url: whole.url });
});
afterAll(async () => {
  await service.close();
  await whole.drop();
});

describe('The demonstration', () => {
  it('shows every fact that can be recorded, every kind of order and every outcome', async () => {
    const events = await allOf(service);
    const found = new Set(events.map(({ type }) => type));
    expect(Object.keys({ ...people, ...cases, ...orders, ...files, ...incidents, ...told }).filter((type) => !found.has(type))).toEqual([]);
    const values = (type: string, field: string): string[] =>
      [
        ...new Set(events.filter((event) => event.type === type).map(({ data }) => String((data as Record<string, unknown>)[field]))),
      ].sort();
    expect(values('OrderMade', 'kind')).toHaveLength(11);
    expect(values('ApplicationDetermined', 'outcome')).toEqual(['granted', 'otherwise', 'refused', 'withdrawn']);
    expect(values('OrderRenewed', 'outOfTime')).toEqual(['false', 'true']);
    expect(values('ReviewFlagged', 'because')).toEqual(
      expect.arrayContaining(['order-quashed', 'wording-corrected', 'earlier-variation', 'earlier-end']),
    );
    expect(values('CourtOutcomeRecorded', 'outcome')).toEqual(expect.arrayContaining(['convicted', 'acquitted', 'discontinued']));
  });

  it('was recorded in the past, in about the order in which it happened', async () => {
    const recordedAt = (await allOf(service)).map(({ meta }) => (meta as { readonly recordedAt: string }).recordedAt);
    const byPolicyOrReview = service.clock.now();
    expect(recordedAt.every((instant) => instant <= byPolicyOrReview)).toBe(true);
    const months = new Set(recordedAt.map((instant) => instant.slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(18);
  });

  it('leaves a handful of work undone, none of it for long, and a third of the orders breached', async () => {
    const overdue: Due[] = [];
    for (const force of demonstrationForces) {
      const officer = demonstrationUsers.find((user) => user.role === 'officer' && user.force === force);
      const { body } = await (await service.signIn(officer?.userName ?? '')).api.get('/api/v1/work?when=overdue');
      const late = (body as unknown as { overdue: { items: Due[] } }).overdue.items;
      expect([force, late.length <= 12]).toEqual([force, true]);
      overdue.push(...late);
    }
    expect(overdue.length).toBeGreaterThan(5);
    expect(overdue.filter(({ dueBy }) => dueBy !== null && dueBy < addDays(small.today, -60))).toEqual([]);
    const manager = await service.signIn('manager.kent');
    const { breached } = (await manager.api.get('/api/v1/uptake?from=2025-05&to=2026-11')).body as unknown as Uptake;
    const share = sum(breached.map((kind) => kind.breached)) / sum(breached.map(({ made }) => made));
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.45);
  });

  it('is whole after it was cut off in the middle and begun again, with nothing twice', async () => {
    const cut = await startService();
    try {
      expect(await demonstrationState(cut.app)).toBe('empty');
      await interruptedAfter(150, cut);
      await interruptedAfter(700, cut);
      expect(await demonstrationState(cut.app)).toBe('unfinished');
      // Another day: it goes on with the day it began with.
      cut.clock.forward({ days: 3 });
      await seedDemonstration(cut.app);
      expect(await demonstrationState(cut.app)).toBe('whole');
      const ids = (events: readonly StoredEvent[]): string[] => events.map(({ id }) => id).sort();
      expect(ids(await allOf(cut))).toEqual(ids(await allOf(service)));
    } finally {
      await cut.close();
    }
  });

  it('adds nothing to a whole one, and does not mix with records of another origin', async () => {
    const before = await allOf(service);
    await seedDemonstration(service.app);
    expect(await allOf(service)).toHaveLength(before.length);
    const other = await startService();
    try {
      const commandId = '6a0f4c51-59f9-4a59-9df1-0d2a31b1f6a1';
      const act = { by: 'u-1', force: '46', at: other.clock.now(), commandId, digest: 'd', correlationId: 'request-1' };
      await other.app
        .get(Streams)
        .transact(breaches, 'b-1', act, () => [
          { type: 'ArrestMade', data: { breachId: 'b-1', perpetratorId: 'p-1', force: '46', at: other.clock.now() } },
        ]);
      expect(await demonstrationState(other.app)).toBe('other-records');
      await expect(seedDemonstration(other.app)).rejects.toThrow(OtherRecords);
    } finally {
      await other.close();
    }
  });

  it('leaves nobody to sign in as its recorder, and a flag unseen for somebody to look at', async () => {
    const events = await allOf(service);
    const recorders = new Set(events.map(({ meta }) => (meta as { readonly by: string }).by));
    expect([...recorders].filter((by) => !/^(demonstration:\d\d|policy:)/.test(by))).toEqual([]);
    const flags = events.filter(({ type }) => type === 'ReviewFlagged').length;
    expect(flags).toBeGreaterThan(smallDemonstration.reviews.length);
  });
});
