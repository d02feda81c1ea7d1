import { describe, expect, it } from '@jest/globals';
import { type CaseFact, cases } from '#cases';
import { fold, personal } from '#event-sourcing';
import {
  type ApplicationFact,
  applications,
  type ConditionChange,
  conditionCodes,
  type DraftFact,
  hearsayRules,
  madeWith,
  noticeBy,
  type OrderFact,
} from '#orders';
import { taskRows } from '../work-list/task-rows.js';
import type { DueWorkDoc } from '../work-list/due-work.js';
import { caseTasks } from './case-clocks.js';
import { tasks } from './clocks.js';
import { application, court, day, determined, filed, noon, ofOrder, order, orderMade } from './example-facts.js';
import { clockRules } from './rules/clock-rules.js';
import { kindsOfTask } from './task-kinds.js';
import { dueOn, type Task, type TaskKind } from './task.js';

const ofApplication = { applicationId: 'a-1', perpetratorId: 'p-1', force: '46' };
const listed: ApplicationFact = {
  type: 'HearingListed',
  data: {
    ...ofApplication,
    hearingId: 'h-1',
    court,
    at: { on: '2026-07-03', at: '2026-07-03T09:00:00.000Z' },
    purpose: 'final',
    follows: null,
  },
};
const shown = (all: readonly Task[], what: TaskKind, today: string) =>
  all.filter((task) => task.what === what).flatMap((task) => dueOn(task, noon(today)) ?? []);
const ofFiled = (...facts: readonly ApplicationFact[]) =>
  tasks({ orders: [], breaches: [], applications: [application(filed(), ...facts)] }, '2026-03-01');

describe('a hearing', () => {
  it('is on the list until somebody records what became of it, more urgently as it comes near', () => {
    const at = (today: string) =>
      shown(ofFiled(listed), 'hearing', today).map(({ state, dueBy, urgent, words }) => [state, dueBy, urgent, words]);
    const name = 'Hearing (final) 3 Jul 2026 at 10:00, Testville';
    expect(at('2026-06-25')).toEqual([['due', '2026-07-03', false, name]]);
    expect(at('2026-06-26')).toEqual([['due', '2026-07-03', false, `${name}: check that everybody knows`]]);
    expect(at('2026-07-01')).toEqual([['due', '2026-07-03', true, `${name}: last days to prepare`]]);
    expect(at('2026-07-04')).toEqual([['due', '2026-07-06', true, 'Record what became of the hearing of 3 Jul 2026 at 10:00, Testville']]);
    expect(at('2026-07-07')[0]?.[0]).toBe('overdue');
    const adjourned: ApplicationFact = { type: 'HearingAdjourned', data: { ...ofApplication, hearingId: 'h-1', reason: 'court-time' } };
    expect(shown(ofFiled(listed, adjourned), 'hearing', '2026-07-04').map(({ state }) => state)).toEqual(['done']);
    expect(shown(ofFiled(listed, determined('2026-06-30', 'refused')), 'hearing', '2026-07-01').map(({ state }) => state)).toEqual([
      'done',
    ]);
  });

  it('about an order that ended before its day is no longer needed, but for an appeal', () => {
    const about = (purpose: 'variation' | 'appeal', hearingId: string): OrderFact => {
      const at = { on: '2026-07-03', at: null };
      return { type: 'OrderHearingListed', data: { ...ofOrder, hearingId, court, at, purpose, follows: null } };
    };
    const discharged: OrderFact = {
      type: 'OrderDischarged',
      data: { ...ofOrder, at: { on: '2026-06-30', at: null }, court, onApplicationOf: 'respondent' },
    };
    const states = (...facts: readonly OrderFact[]) =>
      shown(
        tasks(
          { orders: [order(orderMade(), about('variation', 'h-1'), about('appeal', 'h-2'), ...facts)], breaches: [], applications: [] },
          '2026-03-01',
        ),
        'hearing',
        '2026-07-01',
      ).map(({ state }) => state);
    expect(states()).toEqual(['due', 'due']);
    expect(states(discharged).toSorted()).toEqual(['done', 'due']);
  });

  it('is what the application waits for, so that the court is not asked for a day', () => {
    expect(shown(ofFiled(), 'application-waits', '2026-03-01').map(({ state }) => state)).toEqual(['due']);
    expect(shown(ofFiled(listed), 'application-waits', '2026-03-01').map(({ state }) => state)).toEqual(['done']);
  });

  it('has one row for each step, that of the day itself with its moment', () => {
    const doc: DueWorkDoc = {
      orders: {},
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
      applications: { 'a-1': application(filed(), listed) },
    };
    const rows = taskRows({ id: 'p-1:46', doc }, '2026-06-01').filter(({ kind }) => kind === 'hearing');
    expect(rows.map(({ lane, dueBy, dueAt, courtOn }) => [lane, dueBy, dueAt, courtOn])).toEqual([
      ...Array<unknown>(3).fill(['hearing', '2026-07-03', '2026-07-03T09:00:00.000Z', '2026-07-03']),
      ['hearing', '2026-07-06', null, '2026-07-03'],
    ]);
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(1);
  });

  it('gives the police what the court directed them to do, and nobody else’s', () => {
    const directed: ApplicationFact = {
      type: 'DirectionsGiven',
      data: {
        ...ofApplication,
        hearingId: 'h-1',
        directions: [
          { directionId: 'd-1', to: 'police', by: '2026-07-20' },
          { directionId: 'd-2', to: 'respondent', by: '2026-07-21' },
        ],
      },
    };
    expect(shown(ofFiled(listed, directed), 'direction', '2026-07-10').map(({ dueBy }) => dueBy)).toEqual(['2026-07-20']);
    const late = (...more: readonly ApplicationFact[]) =>
      shown(ofFiled(listed, directed, ...more), 'direction', '2026-09-28').map(({ state, dueBy }) => [state, dueBy]);
    expect(late()).toEqual([['overdue', '2026-07-20']]);
    const settled: ApplicationFact = {
      type: 'DirectionSettled',
      data: { ...ofApplication, hearingId: 'h-1', directionId: 'd-1', how: 'done', on: '2026-07-22' },
    };
    expect(late(settled)).toEqual([['done', '2026-07-20']]);
    const wrongly: ApplicationFact = {
      type: 'ApplicationEntryRecordedInError',
      data: {
        ...{ ...ofApplication, errorId: 'e-1', at: '2026-07-23T09:00:00.000Z', was: '2026-07-22' },
        entry: { is: 'direction-done', id: 'd-1' },
      },
    };
    expect(late(settled, wrongly)).toEqual([['overdue', '2026-07-20']]);
  });

  it('gives them that at once where the court directed it before the day listed, for a day before it', () => {
    const adjourned: ApplicationFact = { type: 'HearingAdjourned', data: { ...ofApplication, hearingId: 'h-1', reason: 'court-time' } };
    const directed: ApplicationFact = {
      type: 'DirectionsGiven',
      data: { ...ofApplication, hearingId: 'h-1', directions: [{ directionId: 'd-1', to: 'police', by: '2026-06-26' }] },
    };
    const of = (today: string) =>
      shown(ofFiled(listed, adjourned, directed), 'direction', today).map(({ state, dueBy, why }) => [state, dueBy, why]);
    const why = 'Directed by Testville, hearing of 3 Jul 2026: to be done by 26 Jun 2026';
    expect(of('2026-06-21')).toEqual([['due', '2026-06-26', why]]);
    expect(of('2026-06-27')).toEqual([['overdue', '2026-06-26', why]]);
  });
});

describe('a draft of an application', () => {
  const by = { userId: 'u-1', role: 'legal' } as const;
  const begun: DraftFact = { type: 'ApplicationBegun', data: { ...ofApplication, by, begunOn: '2026-06-01' } };
  const asked: DraftFact = { type: 'AuthorisationRequested', data: { ...ofApplication, by, of: 0 } };
  const given: DraftFact = {
    type: 'AuthorisationGiven',
    data: { ...ofApplication, by, of: 0, rank: 'superintendent', policyFrom: '2020-01-20' },
    personal: { officer: { about: [], value: null } },
  };
  const abandoned: DraftFact = { type: 'DraftAbandoned', data: { ...ofApplication, by, reason: 'not-necessary' } };
  const drafted = (...facts: readonly DraftFact[]) =>
    tasks(
      { orders: [], breaches: [], applications: [fold(applications, [begun, ...facts])], noted: { 'a-1': '2026-06-08' } },
      '2026-06-08',
    );
  const standing = (all: readonly Task[]) =>
    all.flatMap((task) => dueOn(task, noon('2026-06-08')) ?? []).map(({ what, state, dueBy, waitsFor }) => [what, state, dueBy, waitsFor]);

  it('is to be finished, then waits for the authorising officer, then is filed', () => {
    expect(standing(drafted())).toEqual([['draft-application', 'due', '2026-06-15', undefined]]);
    expect(standing(drafted(asked))).toEqual([['authorise-application', 'due', '2026-06-10', 'The authorising officer']]);
    expect(standing(drafted(asked, given))).toEqual([['file-application', 'due', '2026-06-10', undefined]]);
    expect(standing(drafted(abandoned))).toEqual([['draft-application', 'done', '2026-06-15', undefined]]);
  });

  it('has 21 days before the hearing for the notice of hearsay', () => {
    const noticed: DraftFact = { type: 'HearsayNoticed', data: { ...ofApplication, by, relied: true, hearingOn: '2026-07-03' } };
    const hearsay = (today: string) =>
      shown(drafted(noticed), 'hearsay', today).map(({ state, dueBy, why }) => [state, dueBy, why.includes('to be confirmed')]);
    expect(hearsay('2026-06-12')).toEqual([['due', '2026-06-12', true]]);
    expect(hearsay('2026-06-13')).toEqual([['overdue', '2026-06-12', true]]);
    expect(hearsay('2026-07-04')).toEqual([]);
    expect(clockRules.find(({ key }) => key === 'hearsay')).toBe(hearsayRules[0]);
    expect(hearsay('2026-06-12')[0]?.[1]).toBe(noticeBy('2026-07-03', '2026-06-08'));
  });

  it('has the same days for its notice of hearsay once it is filed, moved with the hearing, until the notice is served', () => {
    const relying = filed();
    const filing = { ...relying, data: { ...relying.data, hearsay: { begunOn: '2026-06-01', statedOn: null } } } as ApplicationFact;
    const hearing = (hearingId: string, on: string, purpose: 'final' | 'return' = 'final'): ApplicationFact => ({
      type: 'HearingListed',
      data: { ...ofApplication, hearingId, court, at: { on, at: null }, purpose, follows: null },
    });
    const notice = (today: string, ...facts: readonly ApplicationFact[]) => {
      const applied = fold(applications, [filing, ...facts]);
      return shown(tasks({ orders: [], breaches: [], applications: [applied] }, today), 'serve-hearsay', today).map(
        ({ state, dueBy, words, urgent }) => [state, dueBy, words, urgent],
      );
    };
    const words = 'Serve the hearsay notice';
    expect(notice('2026-06-10')).toEqual([]);
    expect(notice('2026-06-10', hearing('h-0', '2026-06-20', 'return'))).toEqual([]);
    expect(notice('2026-06-10', hearing('h-1', '2026-07-03'))).toEqual([['due', '2026-06-12', words, false]]);
    expect(notice('2026-06-20', hearing('h-1', '2026-07-03'))).toEqual([
      ['overdue', '2026-06-12', `${words} at once, and ask the court for a shorter time`, true],
    ]);
    const adjourned: ApplicationFact = { type: 'HearingAdjourned', data: { ...ofApplication, hearingId: 'h-1', reason: 'court-time' } };
    const moved = [hearing('h-1', '2026-07-03'), adjourned, hearing('h-2', '2026-07-31')] as const;
    expect(notice('2026-07-04', ...moved)).toEqual([['due', '2026-07-10', words, false]]);
    const served: ApplicationFact = { type: 'HearsayNoticeServed', data: { ...ofApplication, noticeId: 'n-1', on: '2026-07-05' } };
    expect(notice('2026-07-06', ...moved, served).map(([state]) => state)).toEqual(['done']);
    expect(notice('2026-07-20', ...moved, determined('2026-07-20', 'refused')).map(([state]) => state)).toEqual(['done']);
  });
});

describe('what the court is asked to change in an order', () => {
  const proposal = { ...ofOrder, proposalId: 'pr-1' };
  const proposed: OrderFact = {
    type: 'VariationProposed',
    data: { ...proposal, asks: 'variation', because: 'risk-changed', by: 'u-1' },
    personal: { reason: { about: [], value: null } },
  };
  const asked: OrderFact = {
    type: 'ViewsConsulted',
    data: { ...proposal, protectedPersonId: 'v-1', on: '2026-06-02', consultation: 'supports', told: 'told-safely' },
  };
  const drafted: OrderFact = { type: 'VariationDrafted', data: { ...proposal, by: 'u-1', changes: [], end: null } };
  const approved: OrderFact = { type: 'VariationApproved', data: { ...proposal, by: 'u-2' } };
  const filedThen: OrderFact = { type: 'VariationFiled', data: { ...proposal, filedOn: '2026-06-10', court } };
  const decided: OrderFact = {
    type: 'VariationDecided',
    data: { ...proposal, outcome: 'refused', at: day('2026-07-01'), court, because: 'evidence' },
  };
  const next = (facts: readonly OrderFact[], what: Task['what'] = 'proposal', made = orderMade()) =>
    shown(
      tasks({ orders: [order(made, proposed, ...facts)], applications: [], breaches: [], noted: { 'pr-1': '2026-06-01' } }, '2026-06-10'),
      what,
      '2026-06-10',
    ).map(({ words, dueBy, waitsFor }) => [words, dueBy, waitsFor]);

  it('shows the step that is next, and who must take it', () => {
    expect(next([])).toEqual([['Variation: ask the protected people what they say of it', '2026-06-15', undefined]]);
    expect(next([asked])).toEqual([['Variation: draft the changes, clause by clause', '2026-06-15', undefined]]);
    expect(next([asked, drafted])).toEqual([]);
    // In the part of those who may approve it.
    expect(kindsOfTask['approve-proposal'].lane).toBe('authorise');
    expect(next([asked, drafted], 'approve-proposal')[0]?.[2]).toBe('A second person, to approve it');
    expect(next([asked, drafted, approved])).toEqual([['Variation: file it at the court', '2026-06-15', undefined]]);
    expect(next([asked, drafted, approved, filedThen])[0]?.slice(1)).toEqual(['2026-07-08', 'The court']);
    expect(next([asked, drafted, approved, filedThen, decided])).toEqual([]);
  });

  it('asks what the court is still to be asked once a court took out the condition that it changes', () => {
    const kept = { category: 'prohibition', locality: 'uk', end: null } as const;
    const plain = { conditionId: 'c-1', versionId: 'c-1-v1', number: 1, code: 'NC-DIR', ...kept } as const;
    const reworded: ConditionChange = { change: 'reworded', version: { ...plain, versionId: 'c-1-v2' } };
    const draftedIt: OrderFact = { type: 'VariationDrafted', data: { ...proposal, by: 'u-1', changes: [reworded], end: null } };
    const takenOut: OrderFact = {
      type: 'OrderVaried',
      data: {
        ...{ ...ofOrder, variationId: 'v-1', court, effective: day('2026-06-09'), onApplicationOf: 'respondent', end: null },
        ...{ respondentPresent: null, changes: [{ change: 'removed', conditionId: 'c-1' }] },
      },
    };
    const asFiled = [asked, draftedIt, approved, filedThen];
    const why = (facts: readonly OrderFact[]) =>
      tasks(
        {
          orders: [order(orderMade({ conditions: [plain] }), proposed, ...facts)],
          applications: [],
          breaches: [],
          noted: { 'pr-1': '2026-06-01' },
        },
        '2026-06-10',
      )
        .filter(({ id }) => id === 'proposal:pr-1')
        .map((one) => one.why);
    const made = orderMade({ conditions: [plain] });
    expect(next([...asFiled, takenOut], 'proposal', made)).toEqual([
      ['Variation: see what the court is still to be asked', '2026-07-08', undefined],
    ]);
    expect(why([...asFiled, takenOut])).toEqual(['Filed on 10 Jun 2026. Condition 1, which this changes, was taken out on 9 Jun 2026']);
    expect(next([asked, draftedIt, takenOut], 'approve-proposal', made)[0]?.[2]).toBe('A second person, to approve it');
    expect(next(asFiled, 'proposal', made)[0]?.[2]).toBe('The court');
  });

  it('waits, for a discharge that is approved, for the consents that it needs within two years of the making', () => {
    const ending = { ...proposed, data: { ...proposal, asks: 'discharge', because: 'no-longer-necessary', by: 'u-1' } } as const;
    const consents = (['respondent', 'applying-chief-officer'] as const).map((by): OrderFact => ({
      type: 'DischargeConsentGiven',
      data: { ...ofOrder, consentId: by, by, on: '2026-06-09' },
    }));
    const step = (...facts: readonly OrderFact[]) => {
      const record = { orders: [order(orderMade(), ending, ...facts)], applications: [], breaches: [], noted: { 'pr-1': '2026-06-01' } };
      return shown(tasks(record, '2026-06-10'), 'proposal', '2026-06-10').map(({ words, waitsFor }) => [words, waitsFor]);
    };
    expect(step(asked)).toEqual([['Discharge: say that the court is asked to end the order whole', undefined]]);
    expect(step(asked, drafted, approved)).toEqual([
      ['Discharge: record the consents it needs, or file it after 1 Mar 2028', 'The respondent and the chief officer, to consent'],
    ]);
    expect(step(asked, drafted, approved, ...consents)).toEqual([['Discharge: file it at the court', undefined]]);
    const refusal = { ...decided, data: { ...decided.data, because: 'still-necessary' } } as OrderFact;
    const record = {
      orders: [order(orderMade(), ending, asked, drafted, approved, ...consents, filedThen, refusal)],
      applications: [],
      breaches: [],
    };
    expect(shown(tasks({ ...record, noted: {} }, '2026-07-02'), 'appeal-refusal', '2026-07-02').map(({ words }) => words)).toEqual([
      'Appeal against the refusal of the discharge, or record that the force does not',
    ]);
  });
});

describe('a requirement with a day', () => {
  const code = conditionCodes.find((one) => madeWith({ code: one, library: 2 }).duty?.is === 'by-day');
  it('is looked at on that day and until somebody recorded whether it was met', () => {
    const duty = code === undefined ? null : madeWith({ code, library: 2 }).duty;
    if (code === undefined || duty?.is !== 'by-day') throw new Error('The library has no requirement with a day');
    const plain = {
      conditionId: 'c-1',
      versionId: 'c-1-1',
      number: 3,
      code,
      library: 2,
      category: 'requirement',
      locality: 'uk',
      end: null,
    } as const;
    const words = personal(['p-1'], { wording: '', parameters: { [duty.day]: '2026-04-30' }, locality: null, necessity: null });
    const made = { ...orderMade({ conditions: [plain] }), personal: { 'words:c-1-1': words } } as OrderFact;
    const at = (today: string) =>
      shown(tasks({ orders: [order(made)], applications: [], breaches: [] }, today), 'requirement', today).map(({ state, dueBy }) => [
        state,
        dueBy,
      ]);
    expect(at('2026-04-01')).toEqual([['due', '2026-04-30']]);
    expect(at('2026-05-01')).toEqual([['overdue', '2026-04-30']]);
    expect(at('2026-05-15')).toEqual([['overdue', '2026-04-30']]);
  });
});

describe('an investigation', () => {
  const of = { caseId: 'i-1', perpetratorId: 'p-1', force: '46' };
  const opened: CaseFact = {
    type: 'StalkingCaseOpened',
    data: { ...of, openedOn: '2026-05-01', source: 'victim', protectedPersonIds: ['v-1'] },
  };
  const considered = (decision: 'no' | 'deferred', lookAgainOn: string | null): CaseFact => ({
    type: 'SpoConsidered',
    data: { ...of, considerationId: 'co-1', decision, reasons: ['evidence'], on: '2026-05-05', by: 'officer', lookAgainOn },
  });
  const incidentOn = (on: string, incidentId = 'in-1', until = on): CaseFact => ({
    type: 'IncidentRecorded',
    data: {
      ...of,
      incidentId,
      occurred: { on, until, at: null },
      reportedAt: '2026-05-01T10:00:00.000Z',
      channel: 'phone-101',
      reporter: 'protected-person',
      conduct: [],
      protectedPersonIds: ['v-1'],
    },
    personal: { account: { about: [], value: null } },
  });
  const incident = incidentOn('2026-03-01', 'in-1', '2026-04-30');
  const classified: CaseFact = {
    type: 'IncidentClassified',
    data: { ...of, classificationId: 'cl-1', incidentId: null, offenceCode: 'PH97006', principal: true, on: '2026-05-02' },
  };
  const standing = (what: TaskKind, today: string, ...facts: readonly CaseFact[]) =>
    shown(caseTasks(fold(cases, [opened, ...facts])), what, today).map(({ state, dueBy }) => [state, dueBy]);

  it('asks whether an order is considered, and again when it was put off', () => {
    expect(standing('consider-spo', '2026-05-06')).toEqual([['overdue', '2026-05-05']]);
    expect(standing('consider-spo', '2026-05-06', considered('no', null))).toEqual([]);
    expect(standing('consider-spo', '2026-05-06', considered('deferred', '2026-06-01'))).toEqual([['due', '2026-06-01']]);
  });

  it('asks for support for the victim until a referral is recorded', () => {
    expect(standing('support-referral', '2026-05-05')).toEqual([['due', '2026-05-06']]);
    const referred: CaseFact = {
      type: 'CaseReferenceRecorded',
      data: { ...of, referenceId: 'r-1', kind: 'referral', givenBy: '46', system: 'support' },
      personal: { number: { about: [], value: null } },
    };
    expect(standing('support-referral', '2026-05-05', referred)).toEqual([['done', '2026-05-06']]);
  });

  it('has six months from the last act to charge what only a magistrates’ court tries', () => {
    expect(standing('charge-case', '2026-05-05', incident)).toEqual([]);
    const oneDay = incidentOn('2026-04-30');
    expect(standing('charge-case', '2026-05-05', oneDay, classified)).toEqual([['due', '2026-10-29']]);
    const words = (on: string) => shown(caseTasks(fold(cases, [opened, oneDay, classified])), 'charge-case', on).map((due) => due.words);
    // A court may leave out the day of the act.
    expect(standing('charge-case', '2026-10-30', oneDay, classified)).toEqual([['due', '2026-10-30']]);
    expect(words('2026-10-30')).toEqual(['Charge today: counted without the day of the last act, the limit ends with 30 Oct 2026']);
    expect(standing('charge-case', '2026-10-31', oneDay, classified)).toEqual([['overdue', '2026-10-29']]);
    expect(words('2026-10-31')).toEqual(['The time to charge ended on 30 Oct 2026 at the latest: record what became of it']);
    expect(standing('charge-case', '2026-11-27', oneDay, classified)).toEqual([]);
  });

  it('shows the earliest day on which that limit can run out, where the day of the last act is not known', () => {
    const words = (today: string, ...facts: readonly CaseFact[]) =>
      shown(caseTasks(fold(cases, [opened, ...facts])), 'charge-case', today).map((due) => [due.words, due.why]);
    const why = expect.stringMatching(
      /a day of 1 Mar to 30 Apr 2026\. Counted from the first .* from the last it would end with 29 Oct 2026/,
    );
    expect(standing('charge-case', '2026-05-05', incident, classified)).toEqual([['due', '2026-08-31']]);
    expect(words('2026-05-05', incident, classified)).toEqual([['Charge by 31 Aug 2026, or the offence may be out of time', why]]);
    // It stays while the later limit may still be the right one.
    expect(standing('charge-case', '2026-09-01', incident, classified)).toEqual([['due', '2026-10-29']]);
    expect(words('2026-09-01', incident, classified)).toEqual([
      ['Charge by 29 Oct 2026, if the last act was late enough to be in time', why],
    ]);
    // The last of several acts cannot be before the first day of any of them.
    const second = incidentOn('2026-03-20', 'in-2');
    expect(standing('charge-case', '2026-05-05', incident, second, classified)).toEqual([['due', '2026-09-19']]);
  });
});
