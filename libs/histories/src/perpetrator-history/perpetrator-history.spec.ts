import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BreachFact } from '#breaches';
import { type Fact, personal } from '#event-sourcing';
import type { OrderFact } from '#orders';
import { answer } from './answer.js';
import { counts } from './counts.js';
import { ANN, BEA, BREACH, HIM, ORDER, breachReported, orderMade, recordedFacts, served } from './facts.fixture.js';
import { readFilter } from './history-filter.dto.js';
import { historyFacts, type HistoryFactLine } from './history-fact.js';
import { namesFor } from './names.js';
import { EMPTY_SUMMARY, mergeSummaries, type PerpetratorSummary, summarise } from './perpetrator-summary.js';
import { picture } from './picture.js';
import { signals } from '../signals/index.js';
import { type Names, sentence } from '../sentences/index.js';

const order = `order-${ORDER}`;
const noon = (day: string) => `${day}T11:00:00.000Z`;
const fold = (...events: { stream: string; fact: Fact; at: string; force?: string }[]): PerpetratorSummary =>
  recordedFacts(...events).reduce(summarise, EMPTY_SUMMARY);

describe('the answer', () => {
  const made = { stream: order, fact: orderMade(), at: noon('2026-05-14') };

  it('shows an order that nothing shows him to know of as in force and not served', () => {
    const { inForce } = answer(fold(made), noon('2026-06-01'));
    expect(inForce).toHaveLength(1);
    expect(inForce[0]?.knowledge.shownBy).toBe('nothing');
    expect(inForce[0]?.mustNot.map(({ nth }) => nth)).toEqual([1]);
  });

  it('keeps an ended order with how it ended', () => {
    const { inForce, past } = answer(fold(made), noon('2028-05-14'));
    expect(inForce).toEqual([]);
    expect(past[0]).toMatchObject({ because: 'ended', ended: { on: '2028-05-13' } });
  });

  it('is in force to the last minute of the last day', () => {
    expect(answer(fold(made), '2028-05-13T22:59:59.999Z').inForce).toHaveLength(1);
    expect(answer(fold(made), '2028-05-13T23:00:00.000Z').inForce).toHaveLength(0);
  });

  it('shows an order made today at an unknown hour as in force, and says that it is not sure', () => {
    expect(answer(fold(made), noon('2026-05-14')).inForce[0]?.sure).toBe(false);
  });

  it('shows an unknown end as in force however late', () => {
    const unknown = { ...made, fact: orderMade({ end: { is: 'unknown' } }) };
    expect(answer(fold(unknown), noon('2040-01-01')).inForce[0]?.end).toEqual({ is: 'unknown' });
  });
});

describe('counts', () => {
  it('counts one incident alleged against two orders once, and kept contact apart', () => {
    const two = breachReported('2026-06-02', {
      allegations: [ORDER, 'another'].map((orderId) => ({
        allegationId: orderId,
        orderId,
        conditionId: 'c',
        conditionVersionId: 'v',
        offenceCode: 'ST19001',
      })),
    });
    const summary = fold(
      { stream: order, fact: orderMade(), at: noon('2026-05-14') },
      { stream: `breach-${BREACH}`, fact: two, at: noon('2026-06-02') },
    );
    const byUnit = new Map(counts(summary, { on: '2026-06-03', at: null }).map(({ unit, count }) => [unit, count]));
    expect(byUnit.get('incident alleged as breach')).toBe(1);
    expect(byUnit.get('other contact kept')).toBe(0);
    expect(byUnit.get('order')).toBe(1);
  });
});

const ofWrong = { orderId: 'wrong', perpetratorId: HIM, force: '46' };

describe('signals', () => {
  it('names a breach within days of service', () => {
    const summary = fold(
      { stream: order, fact: orderMade(), at: noon('2026-05-14') },
      { stream: order, fact: served('2026-05-14'), at: noon('2026-05-14') },
      { stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-05-18') },
    );
    expect(signals(summary, '2026-06-01').map(({ heading }) => heading)).toEqual([
      'Breach alleged 4 days after service of the stalking protection order of 14 May 2026',
    ]);
  });

  it('rests on no order that was recorded in error: it bound nobody', () => {
    const wrong: OrderFact = {
      type: 'OrderRecordedInError',
      data: { orderId: ORDER, perpetratorId: HIM, force: '46', errorId: 'e-1', why: 'never-made', at: noon('2026-05-30') },
      personal: { reason: { about: [HIM], value: 'No court made it' } },
    };
    const known = [
      { stream: order, fact: orderMade(), at: noon('2026-05-14') },
      { stream: order, fact: served('2026-05-14'), at: noon('2026-05-14') },
      { stream: 'breach-1', fact: breachReported('2026-05-18', { breachId: 'b1' }), at: noon('2026-05-18') },
      { stream: 'breach-2', fact: breachReported('2026-05-19', { breachId: 'b2' }), at: noon('2026-05-19') },
    ] as const;
    const ids = (...facts: Parameters<typeof fold>) => signals(fold(...facts), '2026-06-01').map(({ id }) => id);
    expect(ids(...known)).toEqual(expect.arrayContaining(['breach-after-breach', 'breach-soon-after-service']));
    expect(ids(...known, { stream: order, fact: wrong, at: noon('2026-05-30') })).toEqual([]);
  });

  it('names a second protected person, a second force and breach after breach', () => {
    const summary = fold(
      { stream: order, fact: orderMade(), at: noon('2026-01-14') },
      { stream: 'breach-1', fact: breachReported('2026-06-01'), at: noon('2026-06-01') },
      {
        stream: 'breach-2',
        fact: breachReported('2026-09-01', { breachId: 'b2', protectedPersonIds: [BEA] }),
        at: noon('2026-09-01'),
        force: '42',
      },
    );
    expect(signals(summary, '2026-10-01').map(({ id }) => id)).toEqual(['breach-after-breach', 'second-protected-person', 'second-force']);
  });

  it('takes two people protected by one order from the start for no pattern', () => {
    const both = orderMade({ protectedPersonIds: [ANN, BEA] });
    expect(signals(fold({ stream: order, fact: both, at: noon('2026-01-14') }), '2026-10-01')).toEqual([]);
  });

  it('makes nothing of an order that should never have been on record: no count, no lane, no second protected person', () => {
    const another = orderMade({ protectedPersonIds: [BEA], made: { on: '2026-06-01', at: null } });
    const wrong = { ...another, data: { ...another.data, orderId: 'wrong' } } as OrderFact;
    const inError: OrderFact = {
      type: 'OrderRecordedInError',
      data: { ...ofWrong, errorId: 'e-1', why: 'wrong-person', at: noon('2026-06-02') },
      personal: { reason: personal([HIM], 'Of another man') },
    };
    const events = [
      { stream: order, fact: orderMade({ protectedPersonIds: [ANN] }), at: noon('2026-01-14') },
      { stream: 'order-wrong', fact: wrong, at: noon('2026-06-01') },
    ];
    const seen = (summary: ReturnType<typeof fold>) => [
      counts(summary, { on: '2026-06-03', at: null }).find(({ unit }) => unit.startsWith('order'))?.count,
      signals(summary, '2026-10-01').map(({ id }) => id),
      picture(summary, '2026-10-01')?.table.rows.length,
    ];
    expect(seen(fold(...events))).toEqual([2, ['second-protected-person'], 2]);
    expect(seen(fold(...events, { stream: 'order-wrong', fact: inError, at: noon('2026-06-02') }))).toEqual([1, [], 1]);
  });

  it('shows nothing where there is no pattern', () => {
    expect(signals(fold({ stream: order, fact: orderMade(), at: noon('2026-01-14') }), '2026-10-01')).toEqual([]);
  });
});

describe('as known on a day', () => {
  it('folds to what the live summary was then, whatever came later', () => {
    const events = recordedFacts(
      { stream: order, fact: orderMade(), at: noon('2026-05-14') },
      { stream: order, fact: served('2026-05-15'), at: noon('2026-05-15') },
      { stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-06-20') },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: events.length }), (upTo) => {
        const live = events.slice(0, upTo).reduce(summarise, EMPTY_SUMMARY);
        const rows = events
          .map((event) => historyFacts.evolve(null, event, event.id))
          .filter((row): row is HistoryFactLine => row !== null);
        const known = rows.filter(({ recordedAt }) => upTo > 0 && recordedAt <= (events[upTo - 1]?.envelope.recordedAt ?? ''));
        expect(known.reduce<PerpetratorSummary>(summarise, EMPTY_SUMMARY)).toEqual(live);
      }),
    );
  });
});

/** For a reader of the force `own`, or in a paper that `maker` makes, of a record with a place that Kent knows. */
function namesOfPlaces(own: string | null, maker: string | null = own): Names {
  const told = { account: personal([HIM, ANN], 'As told'), place: personal([HIM, ANN], 'outside 14 Madeup Lane') };
  const fact = { ...breachReported('2026-05-18'), personal: told } as BreachFact;
  const summary = fold({ stream: `breach-${BREACH}`, fact, at: noon('2026-05-18') });
  return namesFor(summary, [{ id: ANN, letter: 'A', name: null, hide: [] }], true, own, maker);
}

describe('protected people', () => {
  it('are letters for a reader who may not see names, in headings and in free text', () => {
    const [event] = recordedFacts({ stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-05-18') });
    const summary = fold({ stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-05-18') });
    const names = namesFor(summary, [{ id: ANN, letter: 'A', name: null, hide: ['Nora Nonesuch', 'Nora', 'Nonesuch'] }]);
    const line = sentence('breach', { fact: breachReported('2026-05-18'), envelope: event!.envelope }, names);
    expect(line.heading).toBe('Breach alleged: message, protected person A');
    expect(line.lines).toContain('He wrote to protected person A again');
  });

  it('have no free text about them shown to a reader who may see none', () => {
    const [event] = recordedFacts({ stream: `breach-${BREACH}`, fact: breachReported('2026-05-18'), at: noon('2026-05-18') });
    const names = namesFor(EMPTY_SUMMARY, [{ id: ANN, letter: 'A', name: null, hide: [] }], false);
    expect(sentence('breach', { fact: breachReported('2026-05-18'), envelope: event!.envelope }, names).lines).toHaveLength(1);
  });

  it.each([
    ['another force', namesOfPlaces('42'), '46', 'In a place known to Kent'],
    ['the force that knows it', namesOfPlaces('46'), '46', 'In Madeup Lane'],
    ['another force, in its own words', namesOfPlaces('42'), '42', 'In Madeup Lane'],
    ['a paper of the force that knows it', namesOfPlaces(null, '46'), '46', 'In Madeup Lane'],
    ['a paper of another force', namesOfPlaces(null, '42'), '46', 'In a place known to Kent'],
  ])('are not told where something happened: %s', (_, names, wrote, read) => {
    expect(names.text('In Madeup Lane', wrote)).toBe(read);
  });

  it('are not told in part where something happened in the words of that very report', () => {
    const names = namesOfPlaces('42');
    const said = (fact: BreachFact) => {
      const [event] = recordedFacts({ stream: `breach-${fact.data.breachId}`, fact, at: noon('2026-05-18') });
      return sentence('breach', { fact, envelope: { ...event!.envelope, force: '46' } }, names).lines.join(' ');
    };
    const told = { account: personal([HIM, ANN], 'At Madeup, number 14') };
    const reported = breachReported('2026-05-18');
    expect(said({ ...reported, personal: told } as BreachFact)).toContain('At a place known to Kent, a place known to Kent');
    const other = { ...reported, data: { ...reported.data, breachId: 'other' }, personal: told } as BreachFact;
    expect(said(other)).toContain('At Madeup, number 14');
  });

  it('reads which duty to notify was not met', () => {
    const fact = breachReported('2026-05-18', {
      kinds: ['notification'],
      allegations: [{ allegationId: 'a', orderId: ORDER, conditionId: null, conditionVersionId: null, offenceCode: 'ST19003' }],
    });
    const [event] = recordedFacts({ stream: `breach-${BREACH}`, fact, at: noon('2026-05-18') });
    const { lines } = sentence('breach', { fact, envelope: event!.envelope }, namesFor(EMPTY_SUMMARY, []));
    expect(lines.join('\n')).toContain('duty to notify police: did not notify a new name within 3 days (ST19003)');
  });

  it('belongs to the history of the one perpetrator the fact names', () => {
    const [event] = recordedFacts({ stream: order, fact: orderMade(), at: noon('2026-05-14') });
    expect(historyFacts.evolve(null, event!, event!.id)).toMatchObject({ perpetratorId: HIM, onDay: '2026-05-14', orderIds: [ORDER] });
  });
});

describe('the filter', () => {
  it('reads date inputs, passes over what it cannot read, and says so', () => {
    const asked = readFilter(
      { kind: ['breach', 'nonsense'], 'from-day': '31', 'from-month': '2', 'from-year': '2026', asKnownOn: '2027-01-01' },
      '2026-11-21',
    );
    expect(asked.filter).toMatchObject({ kinds: ['breach'], from: null });
    expect(asked.asKnownOn).toBeNull();
    expect(asked.problems.map(({ href }) => href)).toEqual(['#asKnownOn-day', '#from-day']);
  });

  it('never throws, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('kind', 'force', 'order', 'from', 'to', 'asKnownOn', 'after', 'from-day'),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (query) => {
          expect(readFilter(query, '2026-11-21').problems).toBeDefined();
        },
      ),
    );
  });
});

describe('the records of one person', () => {
  const events = recordedFacts(
    {
      stream: 'order-2',
      fact: orderMade({ orderId: '2', perpetratorId: 'other', protectedPersonIds: [BEA] }),
      at: noon('2026-03-01'),
      force: '42',
    },
    { stream: order, fact: orderMade(), at: noon('2026-05-14') },
    { stream: 'breach-1', fact: breachReported('2026-06-01'), at: noon('2026-06-01') },
    {
      stream: 'breach-2',
      fact: breachReported('2026-06-02', { breachId: 'b2', protectedPersonIds: [BEA] }),
      at: noon('2026-06-02'),
      force: '42',
    },
  );
  const spread = fc.array(fc.nat({ max: 2 }), { minLength: events.length, maxLength: events.length });
  const split = (places: readonly number[]) =>
    [0, 1, 2].map((place) => events.filter((_, nth) => places[nth] === place).reduce(summarise, EMPTY_SUMMARY));

  it('make one summary in which nothing is lost and nothing counts twice, whichever record it is read from', () => {
    fc.assert(
      fc.property(spread, (places) => {
        const parts = split(places);
        const merged = mergeSummaries(parts);
        expect(mergeSummaries(parts.toReversed())).toEqual(merged);
        const whole = events.reduce(summarise, EMPTY_SUMMARY);
        expect([merged.cases, merged.orders, merged.applications, merged.breaches]).toEqual([
          whole.cases,
          whole.orders,
          whole.applications,
          whole.breaches,
        ]);
        expect(merged.protectedPersonIds.toSorted()).toEqual(whole.protectedPersonIds.toSorted());
        expect(merged.forces.map(({ force }) => force).toSorted()).toEqual(whole.forces.map(({ force }) => force).toSorted());
      }),
    );
  });

  it('are as before once the link is gone', () => {
    fc.assert(fc.property(spread, (places) => expect(split(places).map((part) => mergeSummaries([part]))).toEqual(split(places))));
  });

  it('count no force for what follows by itself from what it recorded elsewhere', () => {
    const raised: BreachFact = {
      type: 'ReviewFlagged',
      data: {
        breachId: BREACH,
        perpetratorId: HIM,
        force: '42',
        flagId: 'f',
        because: 'in-force-after-all',
        orderId: '2',
        at: noon('2026-06-20'),
      },
    };
    const at = { stream: 'breach-1', at: noon('2026-06-20'), force: '99' };
    const [byPolicy, byHand] = recordedFacts({ ...at, fact: raised }, { ...at, fact: raised });
    if (!byPolicy || !byHand) throw new Error('Two events');
    const before = events.reduce(summarise, EMPTY_SUMMARY);
    const flagged = summarise(before, { ...byPolicy, envelope: { ...byPolicy.envelope, by: 'policy:flag-affected-breaches' } });
    expect(flagged.forces).toEqual(before.forces);
    expect(signals(flagged, '2026-06-20').filter(({ id }) => id === 'second-force')).toEqual(
      signals(before, '2026-06-20').filter(({ id }) => id === 'second-force'),
    );
    expect(summarise(before, byHand).forces).toHaveLength(3);
  });

  it('each have the facts about their link, which change no summary', () => {
    const data = { pairId: 'pair', perpetratorIds: [HIM, 'other'], weight: 30, evidence: 'd' } as const;
    const [linked] = recordedFacts({ stream: 'link-pair', fact: { type: 'IdentityLinked', data }, at: noon('2026-06-03') });
    const ids = historyFacts.rows(linked!);
    expect(ids.map((id) => historyFacts.evolve(null, linked!, id)?.perpetratorId)).toEqual([HIM, 'other']);
    expect(new Set(ids).size).toBe(2);
    expect(summarise(EMPTY_SUMMARY, linked!)).toEqual(EMPTY_SUMMARY);
  });
});
