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

  it.each([
    ['spo', 'SPA 2019 s.8', 'ST19001', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['interim-spo', 'interim stalking protection order (SPA 2019 s.8)', 'ST19001', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['restraining-conviction', 'Sentencing Act 2020 s.363', 'SE20002', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['restraining-acquittal', 'PHA 1997 s.5A(2D)', 'PH97012', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['non-molestation', 'FLA 1996 s.42A', 'FL96001', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['pha-injunction', 'PHA 1997 s.3(6)', 'PH97001', /^Breach is an offence\. .*PACE 1984 s\.24.*warrant of the court/],
    ['dapo', 'DAA 2021 s.39', 'DA21001', /^Breach is an offence\. .*PACE 1984 s\.24/],
    ['dapn', 'DAA 2021 s.26', null, /^Breach is not an offence\. .*without warrant \(DAA 2021 s\.26\), before a court within 24 hours/],
    ['dvpo', "contempt of a magistrates' court", 'MC80530', /^Breach is contempt of court, not an offence\. .*CSA 2010 s\.28/],
    ['dvpn', 'CSA 2010 s.25', 'CS10503', /^Breach is not an offence\. .*without warrant .*within 24 hours/],
    ['other', 'Breach of the order', null, /^Depends on the order/],
  ] as const)('say of %s what a breach is and on what power to arrest', (kind, title, code, arrest) => {
    const breach = kindRule(kind).breach('2026-11-21');
    expect([breach.title, breach.offenceCode ?? breach.civilCode, breach.arrest]).toEqual([
      expect.stringContaining(title),
      code,
      expect.stringMatching(arrest),
    ]);
    // A code of an offence belongs to an offence, and to nothing else.
    expect(breach.offenceCode !== null).toBe(breach.arrest.startsWith('Breach is an offence.'));
  });

  it('say who may ask for what: the tables of the law', () => {
    const table = orderKinds.map((kind) => {
      const { mayVary, mayRenew, mayDischarge, appeals } = kindRule(kind);
      const { making, change, refusal } = appeals('2026-05-14') ?? {};
      return [kind, { mayVary, mayRenew, mayDischarge, mayAppeal: { making, change, refusal } }];
    });
    expect(Object.fromEntries(table)).toMatchSnapshot();
  });

  it('begin with their Acts, and a notice of the police lasts until a court hears it', () => {
    const made = [
      ['restraining-conviction', '1997-06-16', 'conviction'],
      ['restraining-acquittal', '2009-09-30', 'acquittal'],
      ['non-molestation', '1997-10-01', 'application'],
      ['pha-injunction', '1997-06-16', 'application'],
      ['dvpo', '2011-06-30', 'application'],
      ['dvpn', '2011-06-30', 'notice'],
    ] as const;
    for (const [kind, first, origin] of made) {
      expect([addDays(first, -1), first].map((on) => couldBeMade(kindRule(kind), on, origin))).toEqual(['not-then', 'yes']);
    }
    expect([problems('dapn', '2027-05-13'), problems('dapn', '2026-05-16'), problems('dvpn', '2026-05-18')]).toEqual([
      ['too-long'],
      [],
      ['too-long'],
    ]);
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
