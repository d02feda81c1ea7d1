import { describe, expect, it } from '@jest/globals';
import type { BreachFact } from '#breaches';
import { addDays, type LocalDate, londonDate } from '#calendar';
import { type CaseFact, cases } from '#cases';
import { type Fact, fold, type Recorded } from '#event-sourcing';
import type { ApplicationFact, OrderFact } from '#orders';
import { type DueWork, dueWork, situationOf } from '../work-list/due-work.js';
import { breachReported, court, day, filed, noon, ofBreach, ofOrder, orderMade, served } from './example-facts.js';
import { tasks } from './clocks.js';
import { dueOn, type TaskKind } from './task.js';

// Facts of March and April 2026, all of them recorded on Monday 1 June 2026. What is our rule counts from there and is not late at once; what
// the law counts from a day has run out however late it was recorded, and says so.

const recordedOn: LocalDate = '2026-06-01';
const order = (fact: OrderFact) => ({ stream: `order-${ofOrder.orderId}`, fact });
const breach = (fact: BreachFact) => ({ stream: `breach-${ofBreach.breachId}`, fact });
const made = order(orderMade({ made: day('2026-03-02'), end: { is: 'fixed', lastDay: '2028-03-01' } }));
const reported = (over: Parameters<typeof breachReported>[0] = {}) =>
  breach(
    breachReported({ occurred: { on: '2026-04-01', until: '2026-04-01', at: null }, reportedAt: '2026-04-02T09:00:00.000Z', ...over }),
  );
const at = (instant: string) => ({ ...ofBreach, at: instant });
const arrest = breach({ type: 'ArrestMade', data: at('2026-04-03T10:00:00.000Z') });
const bailed = breach({ type: 'ReleasedFromCustody', data: { ...at('2026-04-03T18:00:00.000Z'), how: 'bail' } });
const flagged = breach({
  type: 'ReviewFlagged',
  data: { ...ofBreach, flagId: 'f-1', because: 'order-quashed', orderId: 'o-1', at: noon(recordedOn) },
});
const outcome = breach({
  type: 'CourtOutcomeRecorded',
  data: { ...ofBreach, on: '2026-04-20', outcome: 'convicted', receivedAt: '2026-04-21T09:00:00.000Z' },
});
const varied = order({
  type: 'OrderVaried',
  data: {
    ...ofOrder,
    variationId: 'va-1',
    court,
    effective: day('2026-04-10'),
    respondentPresent: false,
    changes: [],
    end: null,
    onApplicationOf: 'chief-officer',
  },
  personal: {},
});
const quashed = order({ type: 'OrderQuashed', data: { ...ofOrder, appealId: 'ap-1', court, at: day('2026-04-15') } });
const appealed = order({ type: 'AppealLodged', data: { ...ofOrder, appealId: 'ap-1', on: '2026-03-20', by: 'respondent' } });
const application = (fact: ApplicationFact) => ({ stream: 'application-a-1', fact });
const heard = application({
  type: 'HearingListed',
  data: {
    ...{ applicationId: 'a-1', perpetratorId: 'p-1', force: '46', hearingId: 'h-1', court },
    ...{ at: day('2026-04-07'), purpose: 'final', follows: null },
  },
});
const expired = order(orderMade({ made: day('2026-03-02'), end: { is: 'fixed', lastDay: '2026-04-01' }, kind: 'interim-spo' }));
const opened: CaseFact = {
  type: 'StalkingCaseOpened',
  data: { caseId: 'ca-1', perpetratorId: 'p-1', force: '46', openedOn: '2026-04-02', source: 'victim', protectedPersonIds: ['v-1'] },
};
const investigation = { stream: 'investigation-ca-1', fact: opened as Fact };

function standing(what: TaskKind, newsId: string | undefined, facts: readonly { readonly stream: string; readonly fact: Fact }[]) {
  let work: DueWork | null = null;
  facts.forEach(({ stream, fact }, nth) => {
    const event: Recorded = {
      ...{ id: `e-${nth}`, stream, revision: BigInt(nth), position: String(nth), schemaVersion: 1, fact },
      envelope: { by: 'u-1', force: '46', recordedAt: noon(recordedOn), commandId: 'c', digest: '', correlationId: 'r' },
    };
    work = dueWork.evolve(work, event, 'p-1:46');
  });
  if (work === null) throw new Error('Nothing was recorded');
  return tasks(situationOf((work as DueWork).doc), recordedOn)
    .filter((task) => task.what === what && (newsId === undefined || task.id.includes(newsId)))
    .flatMap((task) => dueOn(task, noon(recordedOn)) ?? [])
    .filter(({ state }) => state !== 'done')
    .map(({ state, dueBy }) => [state, dueBy]);
}

const in1 = '2026-06-02';
const in2 = '2026-06-03';
const in3 = '2026-06-04';
const in28 = addDays(recordedOn, 28);

describe('what was recorded long after it happened', () => {
  it.each<[string, TaskKind, string | undefined, readonly { stream: string; fact: Fact }[], LocalDate]>([
    ['what happens next after a report', 'tell-victim-next', undefined, [reported()], in1],
    ['what happens next, once kept contact is alleged', 'tell-victim-next', undefined, [...keptThenAlleged()], in1],
    ['what shows that he knew', 'show-awareness', undefined, [made, reported({ awarenessToShow: true })], in2],
    ['a breach whose order changed', 'review-flag', undefined, [reported(), flagged], in2],
    ['the change of an order, for the victim of a breach', 'tell-victim', 'order-change', [reported(), flagged], in1],
    ['the making of an order, for whom it protects', 'tell-of-order', 'o-1:made', [made], in1],
    ['service, for whom the order protects', 'tell-of-order', 's-2026-03-04', [made, order(served('2026-03-04'))], in1],
    ['an end that the dates brought', 'tell-of-order', 'ended:', [expired], in1],
    ['an order set aside', 'tell-of-order', ':over', [made, quashed], in1],
    ['service of the order', 'serve', ':order', [made], in3],
    ['service of a variation', 'serve', 'va-1', [made, varied], in3],
    ['the national record of an order', 'record-nationally', undefined, [made], in2],
    ['the national record of a change', 'update-national-record', undefined, [made, varied], in2],
    ['the national record of an order set aside', 'clear-national-record', undefined, [made, quashed], in2],
    ['the national record of an order that had ended', 'clear-national-record', undefined, [expired], in2],
    ['a day for an application', 'application-waits', undefined, [application(filed())], in28],
    ['a day for an appeal', 'appeal-waits', undefined, [made, appealed], in28],
    ['what became of a hearing', 'hearing', undefined, [application(filed()), heard], in1],
  ])('is in time from its recording, where the rule is ours: %s', (_, what, of, facts, dueBy) => {
    expect(standing(what, of, facts)).toEqual([['due', dueBy]]);
  });

  it.each<[string, TaskKind, string | undefined, readonly { stream: string; fact: Fact }[], LocalDate]>([
    ['Right 6, from the arrest', 'tell-victim', 'arrest', [reported(), arrest], '2026-04-07'],
    ['Right 6, from the receipt of the outcome', 'tell-victim', 'court-outcome', [reported(), outcome], '2026-04-22'],
    ['detention, from the arrest', 'custody', undefined, [reported(), arrest], '2026-04-04'],
    ['the three days of the respondent, from service', 'notify', undefined, [made, order(served('2026-03-04'))], '2026-03-06'],
    ['support, from the report', 'support-referral', undefined, [investigation], '2026-04-08'],
    ['considering an order, at the start of an investigation', 'consider-spo', undefined, [investigation], '2026-04-07'],
  ])('is as late as it is, where the law counts from a day: %s', (_, what, of, facts, dueBy) => {
    const late = standing(what, of, facts);
    expect(late).toEqual([['overdue', dueBy]]);
  });

  it('leaves clocks of months where they are', () => {
    const stalking = { allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'PH97006' };
    expect(standing('charge', undefined, [reported({ allegations: [stalking] })])).toEqual([['due', '2026-09-30']]);
    expect(standing('bail', undefined, [reported(), arrest, bailed])).toEqual([['due', '2026-07-02']]);
  });

  it('is not counted from before it is recorded either: a fact recorded on its own day keeps its day', () => {
    expect(londonDate(noon(recordedOn))).toBe(recordedOn);
    expect(standing('serve', ':order', [order(orderMade({ made: day(recordedOn) }))])).toEqual([['due', in3]]);
    expect(standing('serve', ':order', [order(orderMade({ made: day('2026-06-02') }))])).toEqual([['waiting', '2026-06-05']]);
  });
});

function keptThenAlleged(): readonly { stream: string; fact: Fact }[] {
  const { data, personal } = breachReported();
  const {
    allegations: _,
    awarenessToShow: __,
    reasonableExcuse: ___,
    ...told
  } = data as Extract<BreachFact, { type: 'BreachReported' }>['data'];
  const kept = {
    type: 'ContactKept',
    data: { ...told, why: 'not-alleged', reportedAt: '2026-04-02T09:00:00.000Z' },
    personal,
  } as BreachFact;
  const allegation = { allegationId: 'al-1', orderId: 'o-1', conditionId: null, conditionVersionId: null, offenceCode: 'ST19001' };
  return [breach(kept), breach({ type: 'AllegationAdded', data: { ...ofBreach, allegation, awarenessToShow: false } })];
}

describe('an investigation', () => {
  it('is opened by the force itself, which knew of it', () => {
    expect(fold(cases, [opened])).toMatchObject({ is: 'opened', openedOn: '2026-04-02' });
  });
});
