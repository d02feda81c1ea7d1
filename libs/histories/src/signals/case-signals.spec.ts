import { describe, expect, it } from '@jest/globals';
import type { CaseFact, Conduct } from '#cases';
import { type Fact, personal } from '#event-sourcing';
import type { ApplicationFact, OrderFact } from '#orders';
import { ANN, BEA, breachReported, HIM, orderMade, recordedFacts } from '../perpetrator-history/facts.fixture.js';
import { EMPTY_SUMMARY, summarise } from '../perpetrator-history/perpetrator-summary.js';
import { actsIn } from './acts.js';
import { signals } from './index.js';

const CASE = '0193b1c0-0000-7000-8000-000000000030';
const of = { caseId: CASE, perpetratorId: HIM, force: '46' };
const today = '2026-06-01';

type DataOf<Type extends CaseFact['type']> = Extract<CaseFact, { type: Type }>['data'];

const opened: CaseFact = {
  type: 'StalkingCaseOpened',
  data: { ...of, openedOn: '2026-05-15', source: 'victim', protectedPersonIds: [ANN] },
};

function incident(on: string, conduct: readonly Conduct[] = ['message'], protectedPersonIds: readonly string[] = [ANN]): CaseFact {
  return {
    type: 'IncidentRecorded',
    data: {
      ...{ ...of, incidentId: `i-${on}`, occurred: { on, until: on, at: null }, reportedAt: `${on}T20:00:00.000Z` },
      ...{ channel: 'in-person', reporter: 'protected-person', conduct, protectedPersonIds },
    },
    personal: { account: personal([HIM], 'As told') },
  };
}

function graded(grade: 'standard' | 'medium' | 'high', answers: DataOf<'RiskAssessed'>['answers'] = {}): CaseFact {
  const risk = {
    assessmentId: 'r-1',
    tool: 's-dash',
    version: '2009',
    assessor: 'officer',
    on: '2026-05-16',
    protectedPersonId: ANN,
  } as const;
  return { type: 'RiskAssessed', data: { ...of, ...risk, answers, grade } };
}

function considered(data: Partial<DataOf<'SpoConsidered'>>): CaseFact {
  const plain = {
    considerationId: 'd-1',
    decision: 'no',
    reasons: ['evidence'],
    on: '2026-05-20',
    by: 'officer',
    lookAgainOn: null,
  } as const;
  return { type: 'SpoConsidered', data: { ...of, ...plain, ...data } };
}

const summaryOf = (...facts: readonly CaseFact[]) =>
  recordedFacts(...facts.map((fact) => ({ stream: `investigation-${CASE}`, fact, at: '2026-05-30T10:00:00.000Z' }))).reduce(
    summarise,
    EMPTY_SUMMARY,
  );
const found = (id: string, ...facts: readonly CaseFact[]) => signals(summaryOf(...facts), today).find((signal) => signal.id === id) ?? null;
const spo = (...facts: readonly CaseFact[]) => found('order-to-be-considered', ...facts);

const suggests = [opened, incident('2026-05-10'), incident('2026-05-12', ['call']), graded('medium')];

describe('A stalking protection order should be considered', () => {
  it('when two acts, a graded risk and somebody to protect are recorded and nobody considered it: with its reasons, by limb', () => {
    const signal = spo(...suggests);
    expect(signal?.heading).toBe('A stalking protection order should be considered');
    expect(signal?.reasons.join('\n')).toMatch(
      /s\.1\(1\)\(a\)\): 2 recorded, the last on 12 May 2026[^]*s\.1\(1\)\(b\)\): graded medium[^]*1 person is named[^]*10 May 2026: message/,
    );
    expect(signal?.reasons).toContain('Nobody has recorded whether it was considered, 17 days after the case was opened');
    expect(signal?.considers).toEqual({ caseId: CASE, force: '46' });
  });

  it.each([
    ['one act alone', [opened, incident('2026-05-10'), graded('high')]],
    ['a risk graded standard and no threat', [opened, incident('2026-05-10'), incident('2026-05-12'), graded('standard')]],
    [
      'nobody to protect',
      [
        { ...opened, data: { ...opened.data, protectedPersonIds: [] } },
        incident('2026-05-10', ['call'], []),
        incident('2026-05-12', ['call'], []),
        graded('high'),
      ],
    ],
    ['it is to be sought', [...suggests, considered({ decision: 'yes', reasons: [] })]],
    ['it is put off to a day to come', [...suggests, considered({ decision: 'deferred', lookAgainOn: '2026-06-02' })]],
    ['a reason not to seek it stands', [...suggests, considered({})]],
  ] as const)('not with %s', (_, facts) => {
    expect(spo(...facts)).toBeNull();
  });

  it('with a threat in place of a grade, as an act or as an answer', () => {
    const twice = [opened, incident('2026-05-10')];
    expect(spo(...twice, incident('2026-05-12', ['message', 'threat']))).not.toBeNull();
    expect(spo(...twice, incident('2026-05-12'), graded('standard', { threats: 'yes' }))).not.toBeNull();
    expect(spo(...twice, incident('2026-05-12'), graded('standard', { threats: 'unknown', frightened: 'yes' }))).toBeNull();
  });

  it('again when the victim’s wish is the only reason, when the day to look again has passed, and when more happened since', () => {
    expect(spo(...suggests, considered({ reasons: ['victim-view'] }))).not.toBeNull();
    expect(spo(...suggests, considered({ decision: 'deferred', lookAgainOn: '2026-05-31' }))).not.toBeNull();
    const since = [...suggests, considered({}), incident('2026-05-25')];
    expect(spo(...since)).toBeNull();
    expect(spo(...since, incident('2026-05-26'))?.reasons[0]).toContain('2 recorded since 20 May 2026');
  });

  it('not while an order in force protects them or an application for them waits; one for somebody else changes nothing', () => {
    const events = [...suggests.map((fact) => ({ stream: `investigation-${CASE}`, fact, at: '2026-05-30T10:00:00.000Z' }))];
    const filed: ApplicationFact = {
      type: 'ApplicationFiled',
      data: {
        ...{ applicationId: 'app-1', perpetratorId: HIM, force: '46', filedOn: '2026-05-20', interimSought: false },
        ...{ court: { type: 'magistrates', name: 'Testville' }, forum: 'adult', notice: 'with', areaBasis: 'resides' },
        ...{ protectedPersonIds: [ANN], victimIds: [] },
      },
    };
    const at = '2026-05-30T11:00:00.000Z';
    const ids = (...more: readonly { stream: string; fact: Fact; at: string }[]) =>
      signals(recordedFacts(...events, ...more).reduce(summarise, EMPTY_SUMMARY), today).map(({ id }) => id);
    expect(ids()).toContain('order-to-be-considered');
    expect(ids({ stream: 'application-app-1', fact: filed, at })).not.toContain('order-to-be-considered');
    expect(ids({ stream: 'order-1', fact: orderMade({ kind: 'restraining-conviction' }), at })).not.toContain('order-to-be-considered');
    const forAnother = orderMade({ kind: 'restraining-conviction', protectedPersonIds: [BEA] });
    expect(ids({ stream: 'order-1', fact: forAnother, at })).toContain('order-to-be-considered');
    const over = orderMade({ made: { on: '2023-01-01', at: null }, end: { is: 'fixed', lastDay: '2025-12-31' } });
    expect(ids({ stream: 'order-1', fact: over, at })).toContain('order-to-be-considered');
    const recent = orderMade({ made: { on: '2024-05-12', at: null }, end: { is: 'fixed', lastDay: '2026-05-12' } });
    expect(ids({ stream: 'order-1', fact: recent, at })).not.toContain('order-to-be-considered');
    const inError: OrderFact = {
      type: 'OrderRecordedInError',
      data: { orderId: 'o-1', perpetratorId: HIM, force: '46', errorId: 'e-1', why: 'twice', at },
      personal: { reason: personal([HIM], 'Keyed twice') },
    };
    const made = orderMade({ made: { on: '2026-05-29', at: null } });
    expect(ids({ stream: 'order-1', fact: made, at }, { stream: 'order-1', fact: inError, at })).toContain('order-to-be-considered');
  });

  it('for somebody named in a case while a long order in force protects another, who was considered before', () => {
    const at = '2026-05-30T11:00:00.000Z';
    const lasting = orderMade({
      protectedPersonIds: [BEA],
      made: { on: '2026-04-28', at: null },
      end: { is: 'fixed', lastDay: '2028-04-27' },
    });
    const earlier = 'c0000000-0000-4000-8000-000000000002';
    const ofEarlier = (fact: CaseFact): CaseFact => ({ ...fact, data: { ...fact.data, caseId: earlier } }) as CaseFact;
    const facts = [
      { stream: `investigation-${CASE}`, about: suggests },
      {
        stream: `investigation-${earlier}`,
        about: [
          ofEarlier({ ...opened, data: { ...opened.data, protectedPersonIds: [BEA] } }),
          ofEarlier(considered({ decision: 'yes', reasons: [] })),
        ],
      },
    ].flatMap(({ stream, about }) => about.map((fact) => ({ stream, fact, at })));
    const breach = { stream: 'breach-1', fact: breachReported('2026-05-11', { protectedPersonIds: [BEA] }), at };
    const summary = recordedFacts(...facts, { stream: 'order-1', fact: lasting, at }, breach).reduce(summarise, EMPTY_SUMMARY);
    const signal = signals(summary, today).find(({ id }) => id === 'order-to-be-considered');
    expect(signal?.reasons.join()).toContain('3 recorded, the last on 12 May 2026');
    expect(signal?.reasons.join()).toContain('1 person is named');
    expect(signal?.considers?.caseId).toBe(CASE);
  });

  it('asks not for somebody to whom nothing was done since it was answered for them', () => {
    const since = [incident('2026-05-21', ['call'], [BEA]), incident('2026-05-22', ['call'], [BEA])];
    const signal = spo(...suggests, considered({}), ...since);
    expect(signal?.reasons.join()).toContain('1 person is named');
  });
});

describe('Patterns over all that is recorded', () => {
  it('more often: twice as many as in the days before, and three at least', () => {
    expect(found('more-often', opened, incident('2026-05-01'), incident('2026-05-10'))).toBeNull();
    const three = [opened, incident('2026-05-01'), incident('2026-05-10'), incident('2026-05-20')];
    expect(found('more-often', ...three)?.heading).toBe('More often: 3 acts in the last 60 days, none in the 60 days before');
    expect(found('more-often', ...three, incident('2026-03-10'))?.heading).toContain('1 in the 60 days before');
    expect(found('more-often', ...three, incident('2026-03-10'), incident('2026-03-20'))).toBeNull();
    expect(signals(summaryOf(...three), '2026-09-01').map(({ id }) => id)).not.toContain('more-often');
  });

  it('through others, by threats, by watching: each with the acts', () => {
    expect(found('through-others', opened, incident('2026-05-01', ['third-party']))).toMatchObject({
      reasons: ['1 May 2026: through someone else (incident)'],
    });
    expect(found('threat-or-weapon', opened, incident('2026-05-01', ['weapon']))).not.toBeNull();
    expect(found('monitoring', opened, incident('2026-05-01', ['device']), incident('2026-05-02', ['watching']))?.heading).toBe(
      'Watching, following or tracking, 2 times',
    );
    for (const id of ['through-others', 'threat-or-weapon', 'monitoring'])
      expect(found(id, opened, incident('2026-05-01', ['call']))).toBeNull();
  });

  it('another person to be protected, from the day of what was done to them', () => {
    const signal = found('second-protected-person', opened, incident('2026-05-10'), incident('2026-05-25', ['call'], [BEA]));
    expect(signal?.heading).toContain('Second protected person in');
    expect(signal?.reasons).toContain('Another protected person from 25 May 2026, by an incident');
  });

  it('count an incident recorded in error for nothing', () => {
    const struck: CaseFact = {
      type: 'IncidentRecordedInError',
      data: { ...of, incidentId: 'i-2026-05-12' },
      personal: { reason: personal([HIM], 'His brother') },
    };
    expect(spo(...suggests, struck)).toBeNull();
    expect(actsIn(summaryOf(...suggests, struck))).toHaveLength(1);
  });

  it('see breaches and kept contact beside incidents, in the order they happened', () => {
    const events = recordedFacts(
      { stream: `investigation-${CASE}`, fact: opened, at: '2026-05-30T10:00:00.000Z' },
      { stream: `investigation-${CASE}`, fact: incident('2026-05-12'), at: '2026-05-30T10:01:00.000Z' },
      { stream: 'breach-1', fact: breachReported('2026-05-11', { kinds: ['third-party'] }), at: '2026-05-30T10:02:00.000Z' },
    );
    expect(actsIn(events.reduce(summarise, EMPTY_SUMMARY)).map(({ on, recordedAs }) => [on, recordedAs])).toEqual([
      ['2026-05-11', 'alleged breach'],
      ['2026-05-12', 'incident'],
    ]);
  });
});
