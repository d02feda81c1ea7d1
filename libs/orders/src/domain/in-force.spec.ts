import { describe, expect, it } from '@jest/globals';
import { addDays, asInstant, londonDate, startOfDay } from '#calendar';
import fc from 'fast-check';
import type { OrderFact } from './events.js';
import { conditionsInForceAt, inForceAt } from './in-force.js';
import type { Moment } from './moments.js';
import * as s from './specimens.js';

const { on, until } = s;
const area = (nth: number) => s.version('area', nth, { code: 'EX-AREA' });
const contactAt = (facts: readonly OrderFact[], when: Moment) => conditionsInForceAt(s.orderOf(...facts), when)[0];

describe('in force', () => {
  it('binds from its making, served or not', () => {
    const order = s.orderOf(s.orderMade({ kind: 'interim-spo', end: until('2026-06-14') }));
    expect(inForceAt(order, on('2026-05-14', '11:39'))).toEqual({ is: 'not-in-force', because: 'not-yet-made' });
    expect(inForceAt(order, on('2026-05-14', '11:40')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-05-14', '18:05')).is).toBe('in-force');
  });

  it('asks for the time on the day it was made', () => {
    const answer = inForceAt(s.orderOf(s.orderMade()), on('2026-05-14'));
    expect(answer).toMatchObject({ is: 'time-needed', missing: 'time-asked' });
  });

  it('says that the order lacks the time when it does', () => {
    const order = s.orderOf(s.orderMade({ made: on('2026-05-14') }));
    expect(inForceAt(order, on('2026-05-14', '18:05'))).toMatchObject({ is: 'time-needed', missing: 'time-of-order' });
    expect(inForceAt(order, on('2026-05-14'))).toMatchObject({ is: 'time-needed', missing: 'time-of-order' });
  });

  it('lasts to the end of its last day', () => {
    const order = s.orderOf(s.orderMade({ end: until('2028-05-13') }));
    expect(inForceAt(order, on('2028-05-13', '23:59')).is).toBe('in-force');
    expect(inForceAt(order, on('2028-05-14', '00:00'))).toEqual({ is: 'not-in-force', because: 'ended' });
  });

  it('needs no hour on a day on which no answer would be that it was in force', () => {
    const order = s.orderOf(
      s.orderMade({ conditions: [s.version('contact'), s.version('area', 1, { end: s.until('2027-01-01') })] }),
      s.orderVaried('out', on('2027-06-01'), { changes: [{ change: 'removed', conditionId: 'area' }] }),
    );
    const removed = conditionsInForceAt(order, on('2027-06-01')).find(({ conditionId }) => conditionId === 'area');
    expect(removed).toMatchObject({ is: 'not-in-force', because: 'removed' });
  });

  it('goes by the hours of two variations of one day, in whichever order they were recorded', () => {
    const [morning, afternoon] = [
      s.orderVaried('morning', on('2027-06-01', '10:00'), { changes: [{ change: 'reworded', version: area(2) }] }),
      s.orderVaried('afternoon', on('2027-06-01', '15:00'), { changes: [{ change: 'reworded', version: area(3) }] }),
    ];
    const made = s.orderMade({ conditions: [area(1)] });
    for (const facts of [
      [morning, afternoon],
      [afternoon, morning],
    ]) {
      const then = (time: string) => contactAt([made, ...facts], on('2027-06-01', time));
      expect([then('09:59'), then('10:00'), then('14:59'), then('15:00')]).toMatchObject(
        [1, 2, 2, 3].map((nth) => ({ is: 'in-force', version: { plain: { versionId: area(nth).versionId } } })),
      );
    }
  });

  it('has the words and the end of a variation of the day it was made on, where no hour of that is recorded', () => {
    const varied = s.orderVaried('same-day', on('2026-05-14'), {
      changes: [{ change: 'reworded', version: area(2) }],
      end: until('2027-05-13'),
    });
    const order = s.orderOf(s.orderMade({ conditions: [area(1)] }), varied);
    expect(contactAt([s.orderMade({ conditions: [area(1)] }), varied], on('2026-05-15'))).toMatchObject({
      version: { plain: { versionId: area(2).versionId } },
    });
    expect(inForceAt(order, on('2027-06-01'))).toEqual({ is: 'not-in-force', because: 'ended' });
  });

  it('had ended before it was quashed, and is said to be quashed since', () => {
    const order = s.orderOf(s.orderMade({ end: until('2026-06-14') }), s.orderQuashed(on('2026-09-01')));
    expect(inForceAt(order, on('2026-07-01'))).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(inForceAt(order, on('2026-09-02'))).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('counts an unknown end as in force and shows it', () => {
    const order = s.orderOf(s.orderMade({ end: { is: 'unknown' } }));
    expect(inForceAt(order, on('2040-01-01'))).toEqual({ is: 'in-force', end: { is: 'unknown' } });
  });

  it('ceases with the determination, whatever its fixed date', () => {
    const interim = s.orderOf(
      s.orderMade({ orderId: s.interimId, kind: 'interim-spo', made: on('2026-03-12'), end: until('2026-09-12') }),
      s.interimCeased(on('2026-05-14', '11:40')),
    );
    expect(inForceAt(interim, on('2026-05-14', '11:00')).is).toBe('in-force');
    expect(inForceAt(interim, on('2026-05-14', '11:40'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    expect(inForceAt(interim, on('2026-06-01'))).toEqual({ is: 'not-in-force', because: 'ceased' });
    expect(inForceAt(interim, on('2026-05-14'))).toMatchObject({ is: 'time-needed', missing: 'time-asked' });
  });

  it('stays recorded as in force before it was quashed', () => {
    const order = s.orderOf(s.orderMade({ made: on('2026-03-02') }), s.orderQuashed(on('2026-09-14', '15:00')));
    expect(inForceAt(order, on('2026-06-08')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-09-15'))).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('leaves the gap that a renewal made too late leaves', () => {
    const order = s.orderOf(
      s.orderMade({ made: on('2024-10-31'), end: until('2026-10-30') }),
      s.orderRenewed(on('2026-11-10', '10:00'), until('2028-11-09'), '2026-11-02'),
    );
    expect(inForceAt(order, on('2026-07-27')).is).toBe('in-force');
    expect(inForceAt(order, on('2026-11-03'))).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(inForceAt(order, on('2026-11-10', '10:00')).is).toBe('in-force');
  });
});

describe('an order that was never made', () => {
  it('binds nobody and has no conditions', () => {
    expect(inForceAt(s.orderOf(), on('2026-05-14'))).toEqual({ is: 'not-in-force', because: 'not-yet-made' });
    expect(conditionsInForceAt(s.orderOf(), on('2026-05-14'))).toEqual([]);
  });
});

describe('conditions in force', () => {
  const varied = [
    s.orderMade({ conditions: [area(1)] }),
    s.orderVaried('widened', on('2026-07-03', '14:00'), { changes: [{ change: 'reworded', version: area(2) }] }),
  ];

  it('have the old words before a variation on that day and the new ones after it', () => {
    expect(contactAt(varied, on('2026-07-03', '11:00'))).toMatchObject({ is: 'in-force', version: { plain: { versionId: 'area-v1' } } });
    expect(contactAt(varied, on('2026-07-03', '15:00'))).toMatchObject({ is: 'in-force', version: { plain: { versionId: 'area-v2' } } });
    expect(contactAt(varied, on('2026-06-08'))).toMatchObject({ is: 'in-force', version: { plain: { versionId: 'area-v1' } } });
  });

  it('ask for the time on the day of a variation and name both wordings', () => {
    const answer = contactAt(varied, on('2026-07-03'));
    expect(answer).toMatchObject({ is: 'time-needed', missing: 'time-asked' });
    expect(answer?.is === 'time-needed' && answer.candidates.map((one) => one.is === 'in-force' && one.version.plain.versionId)).toEqual([
      'area-v1',
      'area-v2',
    ]);
  });

  it('end on their own last day while the order goes on', () => {
    const made = s.orderMade({ conditions: [s.version('contact', 1, { end: until('2026-12-31') })] });
    expect(contactAt([made], on('2026-12-31'))?.is).toBe('in-force');
    expect(contactAt([made], on('2027-01-01'))).toMatchObject({ is: 'not-in-force', because: 'own-end' });
  });

  it('bind nobody after they are taken out, nor before they are put in', () => {
    const removed = s.orderVaried('removed', on('2026-07-03', '14:00'), {
      changes: [
        { change: 'removed', conditionId: 'area' },
        { change: 'added', version: s.version('surr') },
      ],
    });
    const order = s.orderOf(s.orderMade({ conditions: [area(1)] }), removed);
    const [gone, come] = conditionsInForceAt(order, on('2026-08-01'));
    expect(gone).toMatchObject({ conditionId: 'area', is: 'not-in-force', because: 'removed' });
    expect(come).toMatchObject({ conditionId: 'surr', is: 'in-force' });
    expect(conditionsInForceAt(order, on('2026-06-01'))[1]).toMatchObject({ is: 'not-in-force', because: 'not-yet-added' });
  });

  it('keep the id and the dates of a version whose words were keyed wrongly', () => {
    const corrected: OrderFact = {
      type: 'ConditionCorrected',
      data: { orderId: s.orderId, perpetratorId: s.perpetratorId, force: s.force, correctionId: 'c1', version: area(1) },
      personal: { ...s.wordsFor([area(1)], 'Right words'), reason: { about: [s.perpetratorId], value: 'Clause 2 was left out' } },
    };
    const answer = contactAt([...varied, corrected], on('2026-06-08'));
    expect(answer).toMatchObject({
      version: { plain: { versionId: 'area-v1' }, from: on('2026-05-14', '11:40'), words: { value: { wording: 'Right words' } } },
    });
  });
});

describe('in force, whatever happens', () => {
  const first = '2026-01-05';
  const minute = fc.integer({ min: 0, max: 40 * 24 * 60 });
  const moment = minute.map((minutes): Moment => {
    const at = asInstant(Date.parse(startOfDay(first)) + minutes * 60_000);
    return { on: londonDate(at), at };
  });
  const dayOrMoment = fc.tuple(moment, fc.boolean()).map(([known, timed]): Moment => (timed ? known : { on: known.on, at: null }));
  const end = fc.oneof(
    fc.constant({ is: 'until-further-order' } as const),
    fc.constant({ is: 'unknown' } as const),
    fc.integer({ min: 0, max: 40 }).map((days) => until(addDays(first, days))),
  );
  const variation = (moments: fc.Arbitrary<Moment>) => fc.record({ at: moments, what: fc.constantFrom('reword', 'remove', 'end'), end });
  const history = (moments: fc.Arbitrary<Moment>) =>
    fc
      .record({ made: moments, end, over: fc.option(moments), variations: fc.array(variation(moments), { maxLength: 5 }) })
      .map(({ made, end: own, over, variations }) => ({
        made,
        over,
        facts: [
          s.orderMade({ made, end: own, conditions: [area(1)] }),
          ...variations.map((one, index) =>
            s.orderVaried(`variation-${index}`, one.at, {
              changes:
                one.what === 'reword'
                  ? [{ change: 'reworded', version: area(index + 2) }]
                  : one.what === 'remove'
                    ? [{ change: 'removed', conditionId: 'area' }]
                    : [],
              end: one.what === 'end' ? one.end : null,
            }),
          ),
          ...(over ? [s.orderDischarged(over)] : []),
        ],
      }));

  it('never before it is made by any fact, never after it was ended', () => {
    fc.assert(
      fc.property(history(dayOrMoment), dayOrMoment, ({ made, over, facts }, when) => {
        const order = s.orderOf(...facts);
        const varied = order.is === 'unmade' ? [] : order.variations.map((one) => one.effective.on);
        const earliest = [made.on, ...varied].toSorted()[0]!;
        const answer = inForceAt(order, when);
        const because = answer.is === 'not-in-force' ? answer.because : answer.is;
        expect(when.on < earliest ? because : 'not-yet-made').toBe('not-yet-made');
        expect(over && when.on > over.on && when.on > earliest ? answer.is : 'not-in-force').toBe('not-in-force');
      }),
    );
  });

  it('is one stretch of time while nothing is varied', () => {
    fc.assert(
      fc.property(moment, end, fc.option(moment), fc.array(moment, { minLength: 3, maxLength: 12 }), (made, own, over, asked) => {
        const order = s.orderOf(s.orderMade({ made, end: own }), ...(over ? [s.orderDischarged(over)] : []));
        const answers = asked.toSorted((a, b) => (a.at! < b.at! ? -1 : 1)).map((when) => inForceAt(order, when).is === 'in-force');
        expect(answers.join().replace(/^(false,?)*(true,?)*(false,?)*$/, '')).toBe('');
      }),
    );
  });

  it('never leaves an exact time open when every time is known', () => {
    fc.assert(
      fc.property(history(moment), moment, ({ facts }, when) => {
        const order = s.orderOf(...facts);
        expect(inForceAt(order, when).is).not.toBe('time-needed');
        for (const condition of conditionsInForceAt(order, when)) expect(condition.is).not.toBe('time-needed');
      }),
    );
  });

  it('has one wording of a condition at most at any instant, the one that is said to be in force', () => {
    fc.assert(
      fc.property(history(moment), moment, ({ facts }, when) => {
        const order = s.orderOf(...facts);
        const versions = order.is === 'unmade' ? [] : order.conditions.flatMap((condition) => condition.versions);
        const standing = versions.filter(
          (version) => version.from.at! <= when.at! && (version.until === null || when.at! < version.until.at!),
        );
        expect(standing.length).toBeLessThanOrEqual(1);
        const [answer] = conditionsInForceAt(order, when);
        expect(answer?.is === 'in-force' ? answer.version : standing[0]).toEqual(standing[0]);
      }),
    );
  });

  it('does not depend on the order in which variations were recorded', () => {
    const distinct = fc.uniqueArray(minute, { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(distinct, moment, (offsets, when) => {
        const facts = offsets.map((minutes, index) => {
          const at = asInstant(Date.parse(startOfDay('2026-01-06')) + minutes * 60_000);
          return s.orderVaried(
            `variation-${index}`,
            { on: londonDate(at), at },
            { changes: [{ change: 'reworded', version: area(index + 2) }] },
          );
        });
        const made = s.orderMade({ made: on('2026-01-05', '09:00'), conditions: [area(1)] });
        expect(conditionsInForceAt(s.orderOf(made, ...facts.toReversed()), when)).toEqual(
          conditionsInForceAt(s.orderOf(made, ...facts), when),
        );
      }),
    );
  });

  it('is the same each time it is worked out, and changes no fact', () => {
    fc.assert(
      fc.property(history(dayOrMoment), ({ facts }) => {
        const before = JSON.stringify(facts);
        expect(s.orderOf(...facts)).toEqual(s.orderOf(...facts));
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });
});
