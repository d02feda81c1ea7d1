import { describe, expect, it } from '@jest/globals';
import type { Applicant, OrderFact } from '../domain/events.js';
import { conditionsInForceAt, inForceAt } from '../domain/in-force.js';
import * as s from '../domain/specimens.js';
import { isInError } from '../domain/in-error.js';
import type { MadeOrder } from '../domain/order.js';
import { listOrderHearing } from '../list-hearing/list-hearing.js';
import { recordInError } from '../record-in-error/record-in-error.js';
import { recordOrderHearing } from '../record-hearing/record-hearing.js';
import { lodgeAppeal } from '../lodge-appeal/lodge-appeal.js';
import { varyOrder } from '../vary-order/vary-order.js';
import { determineAppeal, type AppealOutcome } from './determine-appeal.js';

const { on } = s;
const made = s.orderMade({ made: on('2026-03-02') });
const lodged = lodgeAppeal(s.orderOf(made), { appealId: 'a1', on: '2026-03-10', by: 'respondent', against: 'making' }, s.now);
const by = { now: s.now, newId: (name: string) => `new ${name}` };
const allowed: AppealOutcome = { appealId: 'a1', court: s.crown, at: on('2026-09-14', '15:00'), result: 'quashed' };

describe('an appeal', () => {
  it('stays nothing while it waits', () => {
    expect(inForceAt(s.orderOf(made, ...lodged), on('2026-06-08')).is).toBe('in-force');
  });

  it('quashes the order from then on when it is allowed, and rewrites nothing before', () => {
    const facts = determineAppeal(s.orderOf(made, ...lodged), allowed, by);
    expect(facts.map((fact) => fact.type)).toEqual(['AppealDetermined', 'OrderQuashed']);
    const order = s.orderOf(made, ...lodged, ...facts);
    expect(inForceAt(order, on('2026-06-08')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-09-14', '15:00'))).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('leaves the order as it is when it is dismissed or abandoned', () => {
    for (const result of ['confirmed', 'abandoned', 'remitted'] as const) {
      expect(determineAppeal(s.orderOf(made, ...lodged), { ...allowed, result }, by).map((fact) => fact.type)).toEqual([
        'AppealDetermined',
      ]);
    }
  });

  it('quashes an order that was discharged later, from the earlier day on, and not one that was discharged before', () => {
    const after = (discharged: string) => {
      const facts = [made, ...lodged, s.orderDischarged(on(discharged))];
      return s.orderOf(...facts, ...determineAppeal(s.orderOf(...facts), allowed, by));
    };
    expect(inForceAt(after('2026-10-01'), on('2026-09-20'))).toEqual({ is: 'not-in-force', because: 'quashed' });
    expect(inForceAt(after('2026-09-01'), on('2026-09-20'))).toEqual({ is: 'not-in-force', because: 'discharged' });
  });

  describe('that was sent back', () => {
    const sentBack = determineAppeal(s.orderOf(made, ...lodged), { ...allowed, result: 'remitted' }, by);
    const waiting = [made, ...lodged, ...sentBack];
    const below = { ...allowed, court: s.maidstone, at: on('2026-10-20', '11:00') };
    const decide = (over: Partial<AppealOutcome> = {}, facts: readonly OrderFact[] = waiting) =>
      determineAppeal(s.orderOf(...facts), { ...below, ...over }, by);

    it('is decided once more by the court below, and leaves the order in force until then', () => {
      expect(inForceAt(s.orderOf(...waiting), on('2026-10-01')).is).toBe('in-force');
      const facts = decide();
      expect(facts.map(({ type }) => type)).toEqual(['AppealDetermined', 'OrderQuashed']);
      const order = s.orderOf(...waiting, ...facts) as MadeOrder;
      expect(inForceAt(order, on('2026-10-19')).is).toBe('in-force');
      expect(inForceAt(order, on('2026-10-21'))).toEqual({ is: 'not-in-force', because: 'quashed' });
      expect(order.appeals).toMatchObject([{ determined: { result: 'quashed', court: s.maidstone }, sentBack: { court: s.crown } }]);
      expect(s.refusal(() => decide({}, [...waiting, ...facts]))).toBe('already-determined');
    });

    it('is not sent back again, nor decided before, nor by the court above', () => {
      expect(s.refusal(() => decide({ result: 'remitted' }))).toBe('not-of-this-decision');
      expect(s.refusal(() => decide({ at: on('2026-09-13') }))).toBe('before-sent-back');
      expect(s.refusal(() => decide({ court: s.crown }))).toBe('wrong-court');
    });

    it('waits below again where what the court below decided was recorded in error', () => {
      const facts = [...waiting, ...decide()];
      const error = { errorId: 'e1', of: { is: 'entry', key: 'appeal-decision:a1' }, reason: 'Another case' } as const;
      const taken = recordInError(s.orderOf(...facts), error, { force: s.force, now: '2026-11-21T09:00:00.000Z' });
      const order = s.orderOf(...facts, ...taken) as MadeOrder;
      expect(order.appeals).toMatchObject([{ determined: { result: 'remitted', court: s.crown }, sentBack: null }]);
      expect(inForceAt(order, on('2026-10-21')).is).toBe('in-force');
      const marked = facts.map((fact) => isInError(order, fact, '2026-10-21T09:00:00.000Z'));
      expect(facts.filter((_, nth) => marked[nth]).map(({ type }) => type)).toEqual(['AppealDetermined', 'OrderQuashed']);
    });

    it('can be listed below, tied to the appeal, and is adjourned with that tie', () => {
      const listed = { hearingId: 'h1', court: s.maidstone, at: on('2026-10-20', '10:00'), purpose: 'rehearing', room: null } as const;
      expect(s.refusal(() => listOrderHearing(s.orderOf(made, ...lodged), listed, '2026-09-15'))).toBe('nothing-sent-back');
      const facts = [...waiting, ...listOrderHearing(s.orderOf(...waiting), listed, '2026-09-15')];
      const next = { hearingId: 'h2', at: on('2026-11-10', '10:00') };
      const adjourned = {
        ...({ hearingId: 'h1', result: 'adjourned', heard: null, reason: 'court-time', next, note: null } as const),
        directions: [],
      };
      const order = s.orderOf(...facts, ...recordOrderHearing(s.orderOf(...facts), adjourned, '2026-10-20')) as MadeOrder;
      expect(order.hearings.map(({ hearingId, ofAppeal }) => [hearingId, ofAppeal])).toEqual([
        ['h1', 'a1'],
        ['h2', 'a1'],
      ]);
    });
  });

  it('is lodged once and decided once', () => {
    const again = { appealId: 'a2', on: '2026-03-10', by: 'respondent', against: 'making' } as const;
    expect(s.refusal(() => lodgeAppeal(s.orderOf(made, ...lodged), again, s.now))).toBe('recorded-already');
    const decided = s.orderOf(made, ...lodged, ...determineAppeal(s.orderOf(made, ...lodged), allowed, by));
    expect(s.refusal(() => determineAppeal(decided, allowed, by))).toBe('already-determined');
  });

  it.each([
    ['that nobody lodged', { appealId: 'x' }, 'no-such-appeal'],
    ['before it was lodged', { at: on('2026-03-09') }, 'before-lodged'],
    ['by a court that hears no appeals', { court: { type: 'police', name: 'Testville' } }, 'wrong-court'],
    ['with what only another decision can have', { result: 'set-aside' }, 'not-of-this-decision'],
    ['ahead of today', { at: on('2026-12-01') }, 'in-the-future'],
  ] as const)('is not decided %s', (_, over, reason) => {
    expect(s.refusal(() => determineAppeal(s.orderOf(made, ...lodged), { ...allowed, ...over }, by))).toBe(reason);
  });
});

const reworded = s.orderVaried('v1', on('2026-05-01'), {
  changes: [
    { change: 'reworded', version: s.version('contact', 2) },
    { change: 'added', version: s.version('area', 1, { number: 2, code: 'EX-AREA' }) },
  ],
  end: s.until('2030-05-13'),
});
const words = (order: ReturnType<typeof s.orderOf>, day: string) =>
  conditionsInForceAt(order, on(day)).flatMap((one) => (one.is === 'in-force' ? [one.version.words.value?.wording] : []));

describe('an appeal against a decision about the order', () => {
  const lodge = (order: ReturnType<typeof s.orderOf>, who: Applicant, against: string, day = '2026-06-01') =>
    lodgeAppeal(order, { appealId: 'a2', on: day, by: who, against }, s.now);

  it('is only of who may appeal that decision, and of one that is on record (SPA 2019 s.7)', () => {
    const order = s.orderOf(made, reworded);
    expect(s.refusal(() => lodge(order, 'chief-officer', 'making'))).toBe('no-standing');
    expect(s.refusal(() => lodge(order, 'chief-officer', 'variation:v1'))).toBe('no-standing');
    expect(s.refusal(() => lodge(order, 'respondent', 'variation:v9'))).toBe('no-such-decision');
    expect(s.refusal(() => lodge(order, 'respondent', 'discharge'))).toBe('no-such-decision');
    expect(s.refusal(() => lodge(order, 'respondent', 'variation:v1', '2026-04-30'))).toBe('before-decision');
    expect(lodge(order, 'respondent', 'variation:v1')).toMatchObject([{ data: { against: { decision: 'variation', variationId: 'v1' } } }]);
    expect(s.refusal(() => lodge(order, 'respondent', 'refusal-of-discharge'))).toBe('refusal-unknown');
    const theirs = s.orderOf(made, s.orderVaried('v2', on('2026-05-01'), { onApplicationOf: 'respondent' }));
    expect(lodge(theirs, 'chief-officer', 'variation:v2')).toHaveLength(1);
    const waiting = s.orderOf(made, ...lodged);
    expect(s.refusal(() => lodge(waiting, 'respondent', 'making'))).toBe('appealed-already');
  });

  it('names the day and the court of a refusal that only the appeal tells of, while the order stood', () => {
    const refusing = (refused: string, over: object = {}, facts: readonly OrderFact[] = [made]) =>
      lodgeAppeal(
        s.orderOf(...facts),
        {
          ...{ appealId: 'a2', on: '2026-06-01', by: 'respondent', against: 'refusal-of-variation' },
          refused: { on: refused, court: s.maidstone },
          ...over,
        },
        s.now,
      );
    const appeal = refusing('2026-05-20');
    expect(appeal).toMatchObject([{ data: { against: { decision: 'refusal', refused: { on: '2026-05-20', court: s.maidstone } } } }]);
    expect(s.refusal(() => refusing('2026-06-02'))).toBe('before-decision');
    expect(s.refusal(() => refusing('2026-02-01'))).toBe('before-made');
    const quashed = [made, ...lodged, ...determineAppeal(s.orderOf(made, ...lodged), { ...allowed, at: on('2026-05-01') }, by)];
    expect(s.refusal(() => refusing('2026-05-20', {}, quashed))).toBe('ended-by-then');
    expect(s.refusal(() => refusing('2026-05-20', {}, [made, ...appeal]))).toBe('recorded-already');
    expect(refusing('2026-05-28', { appealId: 'a3' }, [made, ...appeal])).toHaveLength(1);
    // The order ends meanwhile: the court has nothing left to word anew.
    const ended = s.orderOf(made, ...appeal, s.orderDischarged(on('2026-07-01')));
    const outcome = { ...allowed, appealId: 'a2', result: 'varied' as const };
    expect(s.refusal(() => determineAppeal(ended, outcome, by))).toBe('ended-by-then');
    expect(determineAppeal(ended, { ...outcome, result: 'confirmed' }, by)).toHaveLength(1);
  });

  it('undoes a variation alone: the former words and end stand from then on, and the order goes on', () => {
    const facts = [made, reworded, ...lodge(s.orderOf(made, reworded), 'respondent', 'variation:v1')];
    const of = { ...allowed, appealId: 'a2' };
    expect(s.refusal(() => determineAppeal(s.orderOf(...facts), of, by))).toBe('not-of-this-decision');
    const order = s.orderOf(...facts, ...determineAppeal(s.orderOf(...facts), { ...of, result: 'set-aside' }, by));
    expect(words(order, '2026-04-30')).toEqual(['You must not contact A by any means']);
    expect(words(order, '2026-09-13')).toEqual(['As varied by v1', 'As varied by v1']);
    expect(words(order, '2026-09-15')).toEqual(['You must not contact A by any means']);
    expect(inForceAt(order, on('2026-09-15'))).toEqual({ is: 'in-force', end: s.until('2028-05-13') });
  });

  it('undoes a renewal alone', () => {
    const renewed = s.orderRenewed(on('2026-05-01'), s.until('2031-05-13'));
    const facts = [made, renewed, ...lodge(s.orderOf(made, renewed), 'respondent', 'renewal:renewal-2026-05-01')];
    const order = s.orderOf(...facts, ...determineAppeal(s.orderOf(...facts), { ...allowed, appealId: 'a2', result: 'set-aside' }, by));
    expect(inForceAt(order, on('2026-09-13'))).toEqual({ is: 'in-force', end: s.until('2031-05-13') });
    expect(inForceAt(order, on('2026-09-15'))).toEqual({ is: 'in-force', end: s.until('2028-05-13') });
  });

  it('puts a discharged order in force again, and leaves the days between as they were', () => {
    const discharged = { ...s.orderDischarged(on('2026-05-01')) } as Extract<OrderFact, { type: 'OrderDischarged' }>;
    const theirs = { ...discharged, data: { ...discharged.data, onApplicationOf: 'respondent' as const } };
    const facts = [made, theirs, ...lodge(s.orderOf(made, theirs), 'chief-officer', 'discharge')];
    const order = s.orderOf(...facts, ...determineAppeal(s.orderOf(...facts), { ...allowed, appealId: 'a2', result: 'set-aside' }, by));
    expect(inForceAt(order, on('2026-04-30')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-07-01'))).toEqual({ is: 'not-in-force', because: 'discharged' });
    expect(inForceAt(order, on('2026-09-15'))).toEqual({ is: 'in-force', end: s.until('2028-05-13') });
  });

  it('waits for the new words where the court changed the order itself', () => {
    const facts = [made, ...lodged, ...determineAppeal(s.orderOf(made, ...lodged), { ...allowed, result: 'varied' }, by)];
    const draft = { change: 'reworded', condition: s.draftCondition('contact', 3, { wording: 'As the Crown Court said' }) } as const;
    const variation = {
      variationId: 'v3',
      court: s.crown,
      effective: on('2026-09-14', '15:00'),
      onApplicationOf: 'respondent',
      end: null,
    } as const;
    const vary = (order: ReturnType<typeof s.orderOf>) =>
      varyOrder(order, { ...variation, respondentPresent: null, changes: [draft], reason: null, onAppeal: 'a1' });
    const order = s.orderOf(...facts, ...vary(s.orderOf(...facts)));
    expect(words(order, '2026-09-15')).toEqual(['As the Crown Court said']);
    expect(s.refusal(() => vary(order))).toBe('no-such-appeal');
  });

  it('is read as before where its decision was not recorded', () => {
    const old = { ...lodged[0]!, data: { ...lodged[0]!.data } } as Extract<OrderFact, { type: 'AppealLodged' }>;
    delete old.data.against;
    const theirs: OrderFact = { ...old, data: { ...old.data, by: 'chief-officer' } };
    expect(determineAppeal(s.orderOf(made, old), allowed, by).map(({ type }) => type)).toEqual(['AppealDetermined', 'OrderQuashed']);
    expect(s.refusal(() => determineAppeal(s.orderOf(made, theirs), allowed, by))).toBe('not-of-this-decision');
  });
});
