import { describe, expect, it } from '@jest/globals';
import { addDays } from '#calendar';
import fc from 'fast-check';
import { conditionLibrary } from '../condition-library.js';
import { couldBeMade, kindRule, orderKinds } from './index.js';

const until = (lastDay: string) => ({ is: 'fixed', lastDay }) as const;
const problems = (kind: (typeof orderKinds)[number], lastDay: string) =>
  kindRule(kind)
    .durationRule('2026-05-14', until(lastDay))
    .map((one) => one.problem);

describe('order kinds', () => {
  it('ask at least two years of a stalking protection order, or none at all', () => {
    expect(problems('spo', '2028-05-13')).toEqual([]);
    expect(problems('spo', '2028-05-12')).toEqual(['too-short']);
    expect(kindRule('spo').durationRule('2026-05-14', { is: 'until-further-order' })).toEqual([]);
  });

  it('ask a fixed period of an interim order, however short', () => {
    expect(problems('interim-spo', '2026-05-15')).toEqual([]);
    expect(kindRule('interim-spo').durationRule('2026-05-14', { is: 'until-further-order' })).toMatchObject([{ problem: 'must-be-fixed' }]);
  });

  it('ask 14 to 28 days of a domestic violence protection order', () => {
    expect(problems('dvpo', '2026-05-26')).toEqual(['too-short']);
    expect(problems('dvpo', '2026-05-27')).toEqual([]);
    expect(problems('dvpo', '2026-06-10')).toEqual([]);
    expect(problems('dvpo', '2026-06-11')).toEqual(['too-long']);
  });

  it('never let an order end before it is made', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orderKinds), fc.integer({ min: 1, max: 900 }), (kind, days) => {
        const found = kindRule(kind).durationRule('2026-05-14', until(addDays('2026-05-14', -days)));
        expect(found).toMatchObject([{ weight: 'must' }]);
      }),
    );
  });

  it('take an unknown end with a check, never with a refusal', () => {
    for (const kind of orderKinds)
      expect(kindRule(kind).durationRule('2026-05-14', { is: 'unknown' })).toMatchObject([{ weight: 'check' }]);
  });

  it('know the offence by the day of the act', () => {
    expect(kindRule('restraining-conviction').breach('2020-11-30').offenceCode).toBe('PH97003');
    expect(kindRule('restraining-conviction').breach('2020-12-01').offenceCode).toBe('SE20002');
    expect(kindRule('restraining-acquittal').breach('2026-01-01').offenceCode).toBe('PH97012');
    expect(kindRule('spo').breach('2026-06-08').offenceCode).toBe('ST19001');
    expect(kindRule('dvpo').breach('2026-06-08')).toMatchObject({ offenceCode: null, civilCode: 'MC80530' });
  });

  it('say who may ask for what: the tables of the law', () => {
    const table = orderKinds.map((kind) => {
      const { mayVary, mayRenew, mayDischarge, mayAppeal } = kindRule(kind);
      return [kind, { mayVary, mayRenew, mayDischarge, mayAppeal }];
    });
    expect(Object.fromEntries(table)).toMatchSnapshot();
  });

  it('apply no rule outside its dates', () => {
    const made = (kind: (typeof orderKinds)[number], on: string, origin: 'application' | 'conviction' = 'application') =>
      couldBeMade(kindRule(kind), on, origin);
    expect([made('spo', '2020-01-19'), made('spo', '2020-01-20'), made('dapo', '2024-11-26'), made('dapo', '2024-11-27')]).toEqual([
      'not-then',
      'yes',
      'not-then',
      'yes',
    ]);
    expect([made('spo', '2026-06-28', 'conviction'), made('spo', '2026-06-29', 'conviction')]).toEqual(['not-in-this-way', 'yes']);
    expect(made('dvpo', '2016-01-01', 'conviction')).toBe('not-in-this-way');
    const ended = { ...kindRule('dvpo'), made: { from: '2014-03-08', until: '2027-01-31', source: 'Made up' } };
    expect(['2014-03-07', '2027-01-31', '2027-02-01'].map((on) => couldBeMade(ended, on, 'application'))).toEqual([
      'not-then',
      'yes',
      'not-then',
    ]);
  });

  it('let a protected person vary a restraining order but not a stalking protection order', () => {
    expect(kindRule('restraining-conviction').mayVary).toContain('protected-person');
    expect(kindRule('spo').mayVary).not.toContain('protected-person');
  });
});

describe('the condition library, version 1', () => {
  it('has the codes by which conditions are stored', () => {
    expect(conditionLibrary.map((one) => `${one.code} ${one.category}`)).toMatchSnapshot();
  });
});
