import { describe, expect, it } from '@jest/globals';
import { libraryCondition, type OrderFact, someTimeOn } from '#orders';
import { allegeable, implies, isShown, mayBreak } from './allegeable.js';
import type { ContactKind } from './events.js';
import { ofOrder, order, orderMade, orderQuashed, orderServed, orderVaried, version } from './example-orders.js';
import { occurredAt } from './occurred.js';

const day = (on: string, until = on) => ({ on, until, at: null });
/** EX-AREA "High Street", widened by an order of 3 Jul 2026, 14:00 London. */
const area = version('c-1', 'c-1-1', { code: 'EX-AREA' });
const wider = { on: '2026-07-03', at: '2026-07-03T13:00:00.000Z' };
const varied = order(
  orderMade('o-1', { conditions: [area] }),
  orderVaried('o-1', wider, [{ change: 'reworded', version: { ...area, versionId: 'c-1-2' } }]),
);
const wording = (occurred: Parameters<typeof allegeable>[1], of = varied) => {
  const then = allegeable([of], occurred)[0]?.conditions[0]?.then;
  if (then?.is === 'in-force') return then.version.plain.versionId;
  if (then?.is === 'time-needed') return `${then.what} needed of ${then.versions.length}`;
  if (then?.is === 'uncertain') return then.options.map(({ version: { plain }, ifThat }) => `${plain.versionId} ${ifThat}`).join(', ');
  return then?.because;
};

describe('what could be alleged', () => {
  it('is the wording in force when it happened, not the latest', () => {
    expect(wording(day('2026-06-08'))).toBe('c-1-1');
    expect(wording(occurredAt('2026-07-03T10:00:00.000Z'))).toBe('c-1-1');
    expect(wording(occurredAt('2026-07-03T14:00:00.000Z'))).toBe('c-1-2');
    expect(wording(day('2026-07-04'))).toBe('c-1-2');
  });

  it('asks for the hour on the day of a change, and for the day when a range touches it', () => {
    expect(wording(day('2026-07-03'))).toBe('hour needed of 2');
    expect(wording(day('2026-06-30', '2026-07-10'))).toBe('day needed of 2');
    expect(wording(day('2026-06-30', '2026-07-03'))).toBe('day needed of 2');
    expect(wording(day('2026-06-01', '2026-07-02'))).toBe('c-1-1');
    expect(wording(day('2026-07-04', '2026-07-20'))).toBe('c-1-2');
  });

  it('is either wording on the day of a variation whose hour nobody recorded, whether or not the time is given', () => {
    const sometime = order(
      orderMade('o-1', { conditions: [area] }),
      orderVaried('o-1', someTimeOn('2026-07-03'), [{ change: 'reworded', version: { ...area, versionId: 'c-1-2' } }]),
    );
    const both = 'c-1-1 ended-after, c-1-2 began-before';
    expect([wording(occurredAt('2026-07-03T10:00:00.000Z'), sometime), wording(day('2026-07-03'), sometime)]).toEqual([both, both]);
    expect([wording(day('2026-07-02'), sometime), wording(day('2026-07-04'), sometime)]).toEqual(['c-1-1', 'c-1-2']);
    expect(wording(day('2026-07-02', '2026-07-04'), sometime)).toBe('day needed of 2');
  });

  it('may be all of the wordings of a day of two variations without an hour', () => {
    const twice = ['c-1-2', 'c-1-3'].map((versionId) =>
      orderVaried('o-1', someTimeOn('2026-07-03'), [{ change: 'reworded', version: { ...area, versionId } }]),
    );
    expect(wording(day('2026-07-03'), order(orderMade('o-1', { conditions: [area] }), ...twice))).toBe(
      'c-1-1 ended-after, c-1-2 began-before-and-ended-after, c-1-3 began-before',
    );
  });

  it('may be the words of an order that was made or ended on that day at an hour nobody recorded', () => {
    const sometime = order(orderMade('o-1', { conditions: [area], made: someTimeOn('2026-05-14') }));
    expect(wording(occurredAt('2026-05-14T12:00:00.000Z'), sometime)).toBe('c-1-1 began-before');
    const quashed = order(orderMade('o-1', { conditions: [area] }), orderQuashed('o-1', someTimeOn('2026-09-14')));
    expect(wording(occurredAt('2026-09-14T12:00:00.000Z'), quashed)).toBe('c-1-1 ended-after');
  });

  it('may be each wording of a day or range of which nobody can say more', () => {
    const vague = (on: string, until = on) => ({ ...day(on, until), narrowest: true as const });
    const both = 'c-1-1 ended-after, c-1-2 began-before';
    expect([wording(vague('2026-07-03')), wording(vague('2026-06-30', '2026-07-10'))]).toEqual([both, both]);
    expect([wording(vague('2026-06-01', '2026-07-02')), wording(vague('2026-07-04', '2026-07-20'))]).toEqual(['c-1-1', 'c-1-2']);
    const last = { on: '2026-07-06', at: null };
    const thrice = order(
      orderMade('o-1', { conditions: [area] }),
      orderVaried('o-1', wider, [{ change: 'reworded', version: { ...area, versionId: 'c-1-2' } }]),
      orderVaried('o-1', last, [{ change: 'reworded', version: { ...area, versionId: 'c-1-3' } }]),
    );
    expect(wording(vague('2026-07-01', '2026-07-10'), thrice)).toBe(
      'c-1-1 ended-after, c-1-2 began-before-and-ended-after, c-1-3 began-before',
    );
    const lapsed = order(orderMade('o-1', { conditions: [area], end: { is: 'fixed', lastDay: '2026-10-30' } }));
    expect(allegeable([lapsed], vague('2026-10-30', '2026-10-31'))[0]?.then).toEqual({ is: 'uncertain' });
    expect(allegeable([lapsed], vague('2026-10-31', '2026-11-02'))[0]?.then).toEqual({ is: 'not-in-force', because: 'ended' });
  });

  it('ends with the last day of the order, also within a range', () => {
    const short = order(orderMade('o-1', { end: { is: 'fixed', lastDay: '2026-10-30' } }));
    expect(allegeable([short], day('2026-10-30'))[0]?.then).toMatchObject({ is: 'in-force' });
    expect(allegeable([short], day('2026-10-31'))[0]?.then).toEqual({ is: 'not-in-force', because: 'ended' });
    expect(allegeable([short], day('2026-10-30', '2026-10-31'))[0]?.then).toEqual({ is: 'time-needed', what: 'day' });
    expect(allegeable([short], day('2026-10-29', '2026-12-31'))[0]?.conditions[0]?.then).toMatchObject({ is: 'time-needed', what: 'day' });
  });

  it('sees a change and its reversal inside a range', () => {
    const back = { on: '2026-07-06', at: null };
    const there = order(
      orderMade('o-1', { conditions: [area] }),
      orderVaried('o-1', wider, [{ change: 'removed', conditionId: 'c-1' }]),
      orderVaried('o-1', back, [{ change: 'reworded', version: { ...area, versionId: 'c-1-3' } }]),
    );
    expect(wording(day('2026-07-01', '2026-07-10'), there)).toBe('day needed of 2');
  });

  it('sees that an order lapsed and came back inside a range', () => {
    const renewed: OrderFact = {
      type: 'OrderRenewed',
      data: {
        ...{ ...ofOrder('o-1'), renewalId: 'r-1', court: { type: 'magistrates', name: 'Testville' }, filedOn: '2026-11-02' },
        ...{ made: someTimeOn('2026-11-20'), end: { is: 'until-further-order' }, onApplicationOf: 'chief-officer', outOfTime: true },
      },
    };
    const lapsed = order(orderMade('o-1', { end: { is: 'fixed', lastDay: '2026-10-30' } }), renewed);
    expect(allegeable([lapsed], day('2026-10-29', '2026-12-01'))[0]?.then).toEqual({ is: 'time-needed', what: 'day' });
    expect(allegeable([lapsed], day('2026-10-31', '2026-11-19'))[0]?.then).toEqual({ is: 'not-in-force', because: 'ended' });
  });

  it('is unchanged by an appeal allowed later', () => {
    const quashed = order(orderMade('o-1'), orderQuashed('o-1', someTimeOn('2026-09-14')));
    expect(allegeable([quashed], day('2026-06-08'))[0]?.then).toMatchObject({ is: 'in-force' });
    expect(allegeable([quashed], day('2026-09-15'))[0]?.then).toEqual({ is: 'not-in-force', because: 'quashed' });
  });

  it('names the offence of the kind and the day', () => {
    const codes = (kind: 'spo' | 'interim-spo' | 'restraining-conviction' | 'dvpo', on: string) =>
      allegeable([order(orderMade('o-1', { kind, made: someTimeOn('2019-01-01') }))], day(on))[0]?.breach.offenceCode;
    expect([codes('spo', '2026-06-08'), codes('interim-spo', '2026-06-08'), codes('restraining-conviction', '2026-06-08')]).toEqual([
      'ST19001',
      'ST19001',
      'SE20002',
    ]);
    expect(codes('restraining-conviction', '2020-11-30')).toBe('PH97003');
    expect(codes('dvpo', '2026-06-08')).toBeNull();
  });

  it('shows knowledge of the variation apart from knowledge of the order', () => {
    const served = order(
      orderMade('o-1', { conditions: [area] }),
      orderServed('o-1', someTimeOn('2026-05-14')),
      orderVaried('o-1', wider, [{ change: 'reworded', version: { ...area, versionId: 'c-1-2' } }]),
    );
    const [seen] = allegeable([served], occurredAt('2026-07-03T14:00:00.000Z'));
    expect(seen && isShown(seen.knowledge)).toBe(true);
    expect(seen?.conditions[0]?.then).toMatchObject({ is: 'in-force', knowledge: { shownBy: 'nothing' } });
  });

  it('tells what means by itself that a condition was broken from what may mean it', () => {
    const [condition] = allegeable([varied], day('2026-06-08'))[0]!.conditions;
    const then = condition!.then;
    const asked = (kind: ContactKind) => (then.is === 'in-force' ? [implies([kind], then.version), mayBreak([kind], then.version)] : null);
    expect(libraryCondition('NC-DIR').implies).toEqual(['message', 'call', 'gift']);
    expect(libraryCondition('EX-AREA').speaksTo).toContain('area');
    expect([asked('area'), asked('approach'), asked('call')]).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });
});
