import { describe, expect, it } from '@jest/globals';
import { allegationChoices, allegeable, occurredAt } from '#breaches';
import type { MadeOrder, OrderFact } from '#orders';
import { notified, ofOrder, order, orderMade, orderServed } from '../../../breaches/src/domain/example-orders.js';
import { personal } from '#event-sourcing';
import { type PerpetratorFact, perpetrators } from '#people';
import { EMPTY_SUMMARY } from '../perpetrator-history/perpetrator-summary.js';
import { carriedOrder, carriedPerson } from './carried.js';

const service = { on: '2026-05-14', at: '2026-05-14T09:30:00.000Z' } as const;
const asMade = (...facts: readonly OrderFact[]) => order(orderMade('o-1'), orderServed('o-1', service), ...facts) as MadeOrder;
const offered = (one: MadeOrder) => allegationChoices(allegeable([one], occurredAt('2026-06-01T10:00:00.000Z')), ['notification']);

describe('An order on a device without signal', () => {
  it.each([
    ['when the police were notified in time', [notified('initial', '2026-05-15')]],
    ['when they were not', []],
  ] as const)('offers the same failures to notify as the service, %s', (_, facts) => {
    const one = asMade(...facts);
    const carried = offered(carriedOrder(one, (text) => text));
    expect(carried).toEqual(offered(one));
    expect(carried[0]?.choices.length).toBeGreaterThan(0);
  });
});

describe('Somebody on a device without signal', () => {
  it('has the interim order in whose place one stands, however long ago it ended: no first notification is owed then', () => {
    const interim = order(
      orderMade('o-0', { kind: 'interim-spo', made: { on: '2026-03-12', at: null } }),
      orderServed('o-0', { on: '2026-03-12', at: null }),
      notified('initial', '2026-03-13', 'o-0'),
      { type: 'InterimOrderCeased', data: { ...ofOrder('o-0'), at: { on: '2026-05-14', at: null } } } as OrderFact,
    );
    const full = order(orderMade('o-1', { replaces: 'o-0' }), orderServed('o-1', service));
    const summary = { ...EMPTY_SUMMARY, orders: { 'o-0': interim, 'o-1': full } };
    const identity = { name: { given: 'Barnaby', family: 'Placeholder' }, dateOfBirth: '1984-02-11', sex: 'male' } as const;
    const recorded: PerpetratorFact = {
      type: 'PerpetratorRecorded',
      data: { perpetratorId: 'p-1', force: '46' },
      personal: { identity: personal(['p-1'], identity) },
    };
    const records = [perpetrators.evolve(perpetrators.initial, recorded)];
    const known = { records, summary, protectedPeople: [], waiting: [], readsWords: true, force: '46' };
    const carried = carriedPerson(known, '2026-11-22', '2026-10-22')?.orders ?? [];
    const offers = (all: readonly MadeOrder[]) =>
      allegationChoices(allegeable(all, occurredAt('2026-11-21T10:00:00.000Z')), ['notification'])
        .flatMap(({ choices }) => choices)
        .filter(({ key }) => key === 'o-1/ST19002');
    expect(offers(carried)).toEqual(offers([interim, full] as MadeOrder[]));
    expect(offers(carried)).toMatchObject([{ wasMet: true, detail: expect.stringContaining('No first notification is owed') }]);
  });

  it('is told to be under 18 until the birthday', () => {
    const identity = { name: { given: 'T', family: 'Child' }, dateOfBirth: '2008-04-07', sex: 'male' } as const;
    const recorded: PerpetratorFact = {
      type: 'PerpetratorRecorded',
      data: { perpetratorId: 'p-1', force: '46' },
      personal: { identity: personal(['p-1'], identity) },
    };
    const records = [perpetrators.evolve(perpetrators.initial, recorded)];
    const known = { records, summary: EMPTY_SUMMARY, protectedPeople: [], waiting: [], readsWords: true, force: '46' };
    expect(carriedPerson(known, '2026-04-06', '2026-01-01')?.cautions).toEqual(['Under 18: 17 now, turns 18 on 7 Apr 2026']);
    expect(carriedPerson(known, '2026-04-07', '2026-01-01')?.cautions).toEqual([]);
  });
});
