import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, personal, Refusal } from '#event-sourcing';
import { type MadeOrder, type OrderFact, orders } from '#orders';
import { type ProtectedPersonFact, protectedPeople, type ProtectedPersonState } from '#people';
import { dueNews, untold } from '../domain/due-news.js';
import { made, ofOrder, orderMade, orderServed, orderVaried } from '../domain/example-orders.js';
import { newsIdIn, orderNews, receivedAs } from '../domain/order-news.js';
import { type TellingFact, tellings } from '../domain/telling.js';
import { newsInWords } from './words.js';
import { tellOfOrder, type TellOfOrderDetails } from './tell-of-order.js';

const today = '2026-06-15';
const now = `${today}T12:00:00.000Z`;
const court = { type: 'magistrates', name: 'Testville Magistrates' } as const;
const attempted: OrderFact = {
  type: 'ServiceAttempted',
  data: { ...ofOrder('o-1'), attemptId: 'at-1', served: 'order', at: { on: '2026-05-15', at: null }, method: 'personal' },
  personal: { result: personal(['p-1'], 'No answer') },
};
const served = orderServed('o-1', { on: '2026-05-16', at: null });
const varied = orderVaried('o-1', { on: '2026-05-20', at: null }, []);
const lodged: OrderFact = { type: 'AppealLodged', data: { ...ofOrder('o-1'), appealId: 'ap-1', on: '2026-05-22', by: 'respondent' } };
const allowed: OrderFact = {
  type: 'AppealDetermined',
  data: { ...ofOrder('o-1'), appealId: 'ap-1', court, at: { on: '2026-06-01', at: null }, outcome: 'allowed' },
};
const quashed: OrderFact = {
  type: 'OrderQuashed',
  data: { ...ofOrder('o-1'), appealId: 'ap-1', court, at: { on: '2026-06-01', at: null } },
};
const discharged: OrderFact = {
  type: 'OrderDischarged',
  data: { ...ofOrder('o-1'), court, at: { on: '2026-06-02', at: null }, onApplicationOf: 'respondent' },
};

const orderOf = (...facts: readonly OrderFact[]): MadeOrder => {
  const state = fold(orders, [orderMade('o-1', { protectedPersonIds: ['v-1', 'v-2'] }), ...facts]);
  if (state.is === 'unmade') throw new Error('Not made');
  return state;
};
const person = (protectedPersonId: string) =>
  fold<ProtectedPersonState, ProtectedPersonFact>(protectedPeople, [
    {
      type: 'ProtectedPersonRecorded',
      data: { protectedPersonId, force: '46', perpetratorId: 'p-1' },
      personal: {
        identity: personal([protectedPersonId], { name: { given: 'Nora', family: 'Nonesuch' }, dateOfBirth: null, sex: 'unknown' }),
        contact: personal([protectedPersonId], { phone: null, email: null, address: null, safeTimes: null }),
      },
    },
    { type: 'SafeguardingTransferred', data: { protectedPersonId, to: '61' } },
  ]);
const details: TellOfOrderDetails = {
  ...{ tellingId: 't-1', protectedPersonId: 'v-1', newsId: 'made', decision: 'told', at: '2026-05-15T09:00:00.000Z' },
  ...{ role: 'victim-liaison', by: null, channel: 'text-message', notTold: null, withheld: null, note: null, reach: 'this' },
};
const tell = (over: Partial<TellOfOrderDetails> = {}, before: readonly TellingFact[] = [], force = '46', order = orderOf()) => {
  try {
    return tellOfOrder(fold(tellings, before), order, person(over.protectedPersonId ?? 'v-1'), { force, now }, { ...details, ...over });
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};
const facts = (result: ReturnType<typeof tell>): TellingFact[] => (typeof result === 'string' ? [] : result);

describe('telling a protected person of an order', () => {
  it('records who told them, how and when; names lie under their key', () => {
    expect(tell({ by: ' PC 0000 Sample ' })).toEqual([
      {
        type: 'OrderNewsTold',
        data: {
          ...{ ...ofOrder('o-1'), tellingId: 't-1', protectedPersonId: 'v-1', newsId: 'made', news: 'made' },
          ...{ at: '2026-05-15T09:00:00.000Z', role: 'victim-liaison', channel: 'text-message' },
        },
        personal: { by: personal(['v-1'], 'PC 0000 Sample') },
      },
    ]);
  });

  it('asks who, how and why', () => {
    expect(tell({ role: null })).toBe('teller-needed');
    expect(tell({ channel: null })).toBe('channel-needed');
    expect(tell({ decision: 'not-told' })).toBe('why-not-told');
    expect(tell({ decision: 'do-not-tell' })).toBe('why-withheld');
    expect(tell({ decision: 'not-told', notTold: 'other' })).toBe('say-why');
    expect(tell({ decision: 'not-told', notTold: 'other', note: 'Abroad' })).toHaveLength(1);
  });

  it('is told once; what was not told can still be told', () => {
    const before = facts(tell());
    expect(tell({ tellingId: 't-2' }, before)).toBe('told-already');
    expect(tell({ tellingId: 't-2', protectedPersonId: 'v-2' }, before)).toHaveLength(1);
    const not = facts(tell({ decision: 'not-told', notTold: 'not-traced' }));
    expect(tell({ decision: 'not-told', notTold: 'died' }, not)).toBe('decided-so-already');
    expect(tell({}, not)).toHaveLength(1);
  });

  it('is for the forces with a part in it, and only of what happened, afterwards', () => {
    expect(tell({}, [], '61')).toHaveLength(1);
    expect(tell({}, [], '42')).toBe('not-your-force');
    expect(tell({ protectedPersonId: 'v-9' })).toBe('not-protected-here');
    expect(tell({ newsId: 'nothing' })).toBe('no-such-news');
    expect(tell({ newsId: 'ended:2028-05-13' })).toBe('no-such-news');
    expect(tell({ at: '2026-05-14T08:59:59.000Z' })).toBe('told-before-it-happened');
    expect(tell({ at: '2026-06-15T12:00:01.000Z' })).toBe('in-the-future');
  });
});

describe('the news of an order', () => {
  const kinds = (...some: readonly OrderFact[]) => orderNews(orderOf(...some)).map(({ kind }) => kind);

  it('is each step of it, and what its dates bring', () => {
    expect(kinds(served, varied, lodged)).toEqual(['made', 'served', 'varied', 'appeal-lodged', 'ending-soon', 'ended']);
    expect(kinds(discharged)).toEqual(['made', 'discharged']);
    const ends = orderNews(orderOf()).filter(({ kind }) => kind.startsWith('end'));
    expect(ends.map(({ when, lapses }) => [when.on, lapses])).toEqual([
      ['2028-04-15', '2028-05-13'],
      ['2028-05-14', null],
    ]);
  });

  it('names a failed attempt until the same is served, and an appeal that sets the order aside once', () => {
    expect(kinds(attempted)).toContain('service-failed');
    expect(kinds(attempted, served)).not.toContain('service-failed');
    expect(kinds(lodged, allowed, quashed)).toEqual(['made', 'appeal-lodged', 'appeal-determined']);
  });

  it('says that what was told had been recorded in error, and that it ended once it truly does', () => {
    const at = '2026-06-10T09:00:00.000Z';
    const words = { reason: personal(['p-1'], 'Of another man') };
    const error: OrderFact = {
      type: 'EntryRecordedInError',
      data: { ...ofOrder('o-1'), errorId: 'e-1', entry: { is: 'discharge', id: null }, was: '2026-06-02', at },
      personal: words,
    };
    const again = orderNews(orderOf(discharged, error, discharged));
    expect(again.map(({ newsId, kind }) => [newsId, kind])).toEqual([
      ['made', 'made'],
      ['error:e-1', 'put-right'],
      ['over:1', 'discharged'],
    ]);
    expect([newsIdIn(error), receivedAs('over:1'), receivedAs('error:e-1')]).toEqual(['error:e-1', 'over', 'error:e-1']);
    expect(again.filter(({ kind }) => kind === 'put-right').map(newsInWords)).toEqual([
      'the discharge of 2 Jun 2026 being recorded in error',
    ]);
    const wrong: OrderFact = { ...error, data: { ...error.data, entry: { is: 'variation', id: 'var-2026-05-20' } } };
    const anew = orderNews(orderOf(varied, wrong, varied)).filter(({ kind }) => kind === 'varied')[0]?.newsId ?? '';
    expect([anew === newsIdIn(varied), receivedAs(anew)]).toEqual([false, newsIdIn(varied)]);
    const noted: OrderFact = { ...error, data: { ...error.data, entry: { is: 'consent', id: 'c-1' } } };
    expect(newsIdIn(noted)).toBeNull();
    const whole: OrderFact = {
      type: 'OrderRecordedInError',
      data: { ...ofOrder('o-1'), errorId: 'e-2', why: 'twice', at },
      personal: words,
    };
    expect(kinds(served, whole)).toEqual(['recorded-in-error']);
  });

  it('has a clock from the day it was received, of 1 working day or 5', () => {
    const due = (received: string, rights: 'enhanced' | 'standard') =>
      dueNews(orderOf(), { received: { made: received }, tellings: [] }, { rightsOf: () => rights })[0];
    // Friday; the Monday after next is a bank holiday.
    expect(due('2026-05-22', 'enhanced')).toMatchObject({ since: '2026-05-22', due: '2026-05-26' });
    expect(due('2026-05-22', 'standard')).toMatchObject({ due: '2026-06-01' });
    expect(due('2026-05-01', 'enhanced')).toMatchObject({ since: made.on, due: '2026-05-15' });
  });

  it('has an id in the fact that brings it', () => {
    const all = [attempted, served, varied, lodged, allowed, discharged];
    const told = new Set(orderNews(orderOf(attempted, varied, lodged, allowed, discharged)).map(({ newsId }) => newsId));
    expect(all.filter((fact) => fact !== served).every((fact) => told.has(newsIdIn(fact) ?? ''))).toBe(true);
  });
});

describe('what is due', () => {
  const step = fc.record({
    protectedPersonId: fc.constantFrom('v-1', 'v-2'),
    nth: fc.nat(10),
    decision: fc.constantFrom('told' as const, 'not-told' as const, 'do-not-tell' as const),
    reach: fc.constantFrom('this' as const, 'order' as const),
  });

  it('is what happened, less what was told, not told and not to be told', () => {
    fc.assert(
      fc.property(fc.subarray([attempted, served, varied, lodged, allowed]), fc.array(step, { maxLength: 12 }), (some, steps) => {
        const order = orderOf(...some);
        const happened = orderNews(order).filter(({ when }) => when.on <= today);
        const said: TellingFact[] = [];
        for (const { nth, ...one } of steps) {
          const { newsId } = happened[nth % happened.length] ?? { newsId: '' };
          const why = { notTold: 'not-traced', withheld: 'standing-wish' } as const;
          said.push(...facts(tell({ ...one, ...why, newsId, at: now }, said, '46', order)));
        }
        const due = untold(dueNews(order, { received: {}, tellings: fold(tellings, said).tellings }), today);
        const expected = ['v-1', 'v-2'].flatMap((id) => {
          const theirs = said.filter(({ data }) => data.protectedPersonId === id);
          const last = theirs.findLast(
            (fact) => fact.type === 'OrderNewsTold' || (fact.type === 'OrderNewsWithheld' && fact.data.reach === 'order'),
          );
          if (last?.type === 'OrderNewsWithheld') return [];
          const decided = new Set(theirs.map(({ data }) => data.newsId));
          return happened.filter(({ newsId }) => !decided.has(newsId)).map(({ newsId }) => `${id} ${newsId}`);
        });
        expect(due.map(({ protectedPersonId, newsId }) => `${protectedPersonId} ${newsId}`).sort()).toEqual(expected.sort());
      }),
    );
  });
});
