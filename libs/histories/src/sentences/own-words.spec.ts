import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { ApplicationFact, MilestoneFact, OrderFact, YouthFact } from '#orders';
import { namesFor } from '../perpetrator-history/names.js';
import { EMPTY_SUMMARY } from '../perpetrator-history/perpetrator-summary.js';
import { type HistoryFact, sentence } from './index.js';

// Every text that people type into facts of orders and applications, and how another force reads it on a history. A fact or a text that is
// missing here does not compile: think of what somebody writes into it about a place where somebody is safe.

/**
 * `court`: the court's own words, with what it hides of people. `at-hand`: what whoever meets the respondent must know, whichever their force,
 * with what hides people. `own`: the force's own; others are told whom to ask. `elsewhere`: no history shows it.
 */
type Reading = 'court' | 'at-hand' | 'own' | 'elsewhere';
type Texts<F> = F extends { readonly personal?: infer Parts }
  ? { readonly [Name in keyof Parts as Name extends `words:${string}` | `direction:${string}` ? never : Name]-?: Reading }
  : object;
type Register<F extends { readonly type: string }> = { readonly [Type in F['type']]: Texts<Extract<F, { readonly type: Type }>> };

const applications: Register<ApplicationFact | MilestoneFact | YouthFact> = {
  ApplicationBegun: {},
  AuthorisationRequested: {},
  AuthorisationGiven: { officer: 'elsewhere', note: 'elsewhere' },
  AuthorisationRefused: { officer: 'elsewhere', reason: 'elsewhere' },
  DraftAbandoned: { note: 'elsewhere' },
  YouthContactRecorded: { contact: 'elsewhere', note: 'elsewhere' },
  ReportingRestrictionRecorded: { note: 'elsewhere' },
  ApplicationFiled: { reference: 'elsewhere', grounds: 'elsewhere', eighteenOn: 'elsewhere' },
  SupportWithdrawn: {},
  InterimOrderObtained: {},
  ApplicationDetermined: { note: 'own' },
  RefusalAppealed: { grounds: 'own' },
  RefusalAppealDecided: { note: 'own' },
  DeterminationRecordedInError: { reason: 'own' },
  RefusalAppealRecordedInError: { reason: 'own' },
  HearsayNoticeServed: { how: 'own' },
  InterimRefusalSettled: { reason: 'own' },
  RefusalAccepted: { reason: 'own' },
  CourtTellingDecided: { reason: 'own' },
  HearingListed: { room: 'court' },
  HearingAdjourned: { note: 'own' },
  DirectionsGiven: {},
  HearingHeld: { note: 'own' },
  DirectionSettled: { by: 'own' },
  ApplicationRecordedInError: { reason: 'own' },
  ApplicationEntryRecordedInError: { reason: 'own' },
};
const orders: Register<OrderFact> = {
  OrderMade: { reference: 'elsewhere' },
  ServiceAttempted: { result: 'at-hand' },
  OrderServed: { place: 'elsewhere', by: 'elsewhere', identified: 'elsewhere', reaction: 'elsewhere' },
  AwarenessEvidenced: { detail: 'at-hand' },
  OrderVaried: { reason: 'elsewhere' },
  OrderRenewed: {},
  DischargeConsentGiven: {},
  OrderDischarged: { reason: 'own' },
  AppealLodged: {},
  AppealDetermined: {},
  OrderQuashed: {},
  InterimOrderCeased: {},
  NotificationExempted: {},
  DetailsChangeLearned: {},
  NotificationGiven: { station: 'elsewhere', officer: 'elsewhere', details: 'elsewhere' },
  NotificationDefaulted: {},
  RequirementChecked: { note: 'own' },
  NationalRecordConfirmed: { reference: 'elsewhere' },
  // To the force that keeps the order: why another read its words.
  CourtWordsShown: { reason: 'at-hand' },
  OrderConflictsWeighed: { reason: 'own' },
  OrderCorrected: { reason: 'own' },
  EntryRecordedInError: { reason: 'own' },
  OrderRecordedInError: { reason: 'own' },
  ConditionCorrected: { reason: 'own' },
  OrderHearingListed: { room: 'court' },
  OrderHearingAdjourned: { note: 'own' },
  OrderDirectionsGiven: {},
  OrderHearingHeld: { note: 'own' },
  OrderDirectionSettled: { by: 'own' },
  VariationProposed: { reason: 'elsewhere' },
  ViewsConsulted: { words: 'elsewhere' },
  VariationDrafted: {},
  VariationApproved: { note: 'elsewhere' },
  VariationSentBack: { note: 'elsewhere' },
  VariationFiled: { reference: 'elsewhere' },
  VariationDecided: { note: 'elsewhere' },
  VariationRefusalAccepted: { reason: 'elsewhere' },
  ChangeAccepted: { reason: 'elsewhere' },
};

const moment = { on: '2026-07-02', time: null, at: '2026-07-02T09:00:00.000Z' } as const;
/** Everything that a sentence of any of them asks of plain data. */
const everything = {
  ...{ orderId: 'o-1', applicationId: 'a-1', perpetratorId: 'p-1', force: '46', toForce: '46', hearingId: 'h-1', proposalId: 'pr-1' },
  ...{ at: moment, made: moment, effective: moment, on: '2026-07-02', filedOn: '2026-07-02', lastDay: '2026-07-02', was: '2026-07-02' },
  ...{ court: { type: 'magistrates', name: 'Testville' }, end: { is: 'until-further-order' }, days: ['2026-07-02'], finalDay: null },
  ...{ protectedPersonIds: [], victimIds: [], protectedPersonId: 'v-1', changes: [], conflicts: [], read: [] },
  ...{ directions: [{ directionId: 'd-1', to: 'police', by: '2026-07-02' }], entry: { is: 'attempt' }, version: { versionId: 'w-1' } },
  ...{ kind: 'spo', by: 'respondent', of: 'order', method: 'personal', basis: 'told', result: 'met', why: 'other', what: 'appeal' },
  ...{ asks: 'variation', because: 'other', outcome: 'refused', reason: 'other', about: 'initial', purpose: 'final', served: 'order' },
  ...{ versionId: 'w-1', onApplicationOf: 'respondent', restriction: 'automatic', from: '2026-07-02', begunOn: '2026-07-02' },
} as const;

const nora = { id: 'v-1', letter: 'A', name: null, hide: [{ is: 'words', text: 'Nora Nonesuch' }], safeguarding: '46' } as const;
const typed = (name: string) => `TYPED-AS-${name.toUpperCase()} Nora Nonesuch`;

/** What a reader of the force `own` reads of the fact that Kent recorded, with every text of it typed. */
function read(category: 'order' | 'application', type: string, names: readonly string[], own: string): string {
  const personalParts = Object.fromEntries(names.map((name) => [name, personal(['p-1'], typed(name))]));
  const special: Readonly<Record<string, object>> = {
    RefusalAppealDecided: { result: 'confirmed' },
    ApplicationEntryRecordedInError: { entry: { is: 'support', id: 'v-1' } },
  };
  const data = { ...everything, ...special[type] };
  const fact = { type, data, personal: personalParts } as unknown as HistoryFact;
  const envelope = { by: 'u', force: '46', recordedAt: '2026-07-02T09:00:00.000Z', commandId: 'c', correlationId: 'c', digest: 'd' };
  const { heading, lines } = sentence(category, { fact, envelope }, namesFor(EMPTY_SUMMARY, [nora], true, own));
  return [heading, ...lines].join('\n');
}

const texts = [
  ...Object.entries(applications).map(([type, parts]) => ['application', type, parts] as const),
  ...Object.entries(orders).map(([type, parts]) => ['order', type, parts] as const),
].flatMap(([category, type, parts]) =>
  Object.entries(parts as Readonly<Record<string, Reading>>).map(([name, reading]) => [type, name, reading, category] as const),
);

describe('What is typed about orders and applications, on a history', () => {
  it.each(texts)('%s, %s: %s', (type, name, reading, category) => {
    const [theirs, ours] = ['42', '46'].map((own) => read(category, type, [name], own));
    const said = `TYPED-AS-${name.toUpperCase()}`;
    expect(theirs).not.toContain('Nora');
    expect(theirs?.includes(said)).toBe(reading === 'court' || reading === 'at-hand');
    expect(theirs?.includes('Ask Kent')).toBe(reading === 'own');
    expect(ours?.includes(said)).toBe(reading !== 'elsewhere');
    expect(ours).not.toContain('Ask Kent');
  });

  it('a paper that Kent makes for others has its own and those of nobody else', () => {
    const paperOf = (maker: string) => {
      const fact = { type: 'HearingHeld', data: everything, personal: { note: personal(['p-1'], 'TYPED') } } as unknown as HistoryFact;
      const envelope = { by: 'u', force: '46', recordedAt: '2026-07-02T09:00:00.000Z', commandId: 'c', correlationId: 'c', digest: 'd' };
      return sentence('application', { fact, envelope }, namesFor(EMPTY_SUMMARY, [nora], true, null, maker)).lines;
    };
    expect([paperOf('46'), paperOf('42')]).toEqual([['TYPED'], []]);
  });

  it('the words of a direction are the court’s', () => {
    for (const [category, type] of [
      ['application', 'DirectionsGiven'],
      ['order', 'OrderDirectionsGiven'],
    ] as const)
      expect(read(category, type, ['direction:d-1'], '42')).toMatch(/TYPED-AS-DIRECTION:D-1 (?!Nora)/);
  });
});
