import { describe, expect, it } from '@jest/globals';
import { addDays, ageOn } from '#calendar';
import * as fc from 'fast-check';
import type { ReportingRestriction } from './facts.js';
import { isRestricted, reportingRuleOn, reportingStanding } from './reporting.js';
import { eighteenOn, nothingOfYouth, type YouthRecord } from './youth.js';

const birthday = '2026-04-07';
const youth = { filedOn: '2026-04-02', isYouthCourt: true, eighteenOn: birthday } as const;
const recorded = (restriction: ReportingRestriction, from: string, before: YouthRecord = nothingOfYouth): YouthRecord => ({
  ...before,
  reporting: [
    ...before.reporting,
    { restrictionId: `${restriction}-${from}`, force: '46', restriction, court: { type: 'youth', name: 'Testville' }, from, note: null },
  ],
});

describe('the day on which somebody turns 18', () => {
  it('is the first on which ageOn says 18, whenever they were born', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days)),
        (born) => {
          const day = eighteenOn(born);
          expect(ageOn(born, day)).toBe(18);
          expect(ageOn(born, addDays(day, -1))).toBe(17);
        },
      ),
    );
    expect(eighteenOn('2008-02-29')).toBe('2026-03-01');
  });
});

describe('the rule on reporting', () => {
  const later = { from: '2027-01-01', restriction: 'none', endsAt: null, source: 'An invented Act' } as const;

  it('is the one of its day, and none before the first', () => {
    const rules = [...[reportingRuleOn('2026-04-02')!], later];
    expect(reportingRuleOn('2026-12-31', rules)).toMatchObject({ restriction: 'automatic', endsAt: 18 });
    expect(reportingRuleOn('2027-01-01', rules)).toBe(later);
    expect(reportingRuleOn('2020-01-19')).toBeNull();
  });
});

describe('reporting', () => {
  it('is restricted by rule in a youth court until somebody says otherwise', () => {
    expect(reportingStanding(nothingOfYouth, youth, '2026-04-06')).toMatchObject({ is: 'assumed' });
    expect(reportingStanding(nothingOfYouth, { ...youth, filedOn: null }, '2026-04-01')).toMatchObject({ is: 'will' });
    expect(reportingStanding(recorded('lifted', '2026-04-03'), youth, '2026-04-04')).toMatchObject({
      is: 'said',
      last: { restriction: 'lifted' },
    });
  });

  it('is asked about from the 18th birthday on, until somebody says what holds since', () => {
    for (const record of [nothingOfYouth, recorded('automatic', '2026-04-02'), recorded('directed', '2026-04-03')])
      expect(reportingStanding(record, youth, birthday)).toMatchObject({ is: 'to-ask', since: birthday });
    expect(reportingStanding(recorded('ended', birthday), youth, '2026-05-01')).toMatchObject({ is: 'said' });
    expect(reportingStanding(recorded('directed', birthday, recorded('automatic', '2026-04-02')), youth, '2026-05-01')).toMatchObject({
      is: 'said',
    });
    // What was free before does not come to be restricted by a birthday.
    expect(reportingStanding(recorded('lifted', '2026-04-03'), youth, '2026-05-01')).toMatchObject({ is: 'said' });
  });

  it('is never told to be free because nobody knows: elsewhere, without a date of birth, before any rule', () => {
    const elsewhere = reportingStanding(nothingOfYouth, { ...youth, isYouthCourt: false }, '2026-04-03');
    expect(elsewhere).toEqual({ is: 'open' });
    expect(isRestricted(elsewhere)).toBe('ask');
    expect(isRestricted(reportingStanding(nothingOfYouth, { ...youth, eighteenOn: null }, '2030-01-01'))).toBe('yes');
    expect(isRestricted(reportingStanding(nothingOfYouth, youth, '2026-05-01'))).toBe('ask');
  });

  it('stands as the latest day says, and of one day as it was said last', () => {
    const twice = recorded('lifted', '2026-04-03', recorded('directed', '2026-04-03'));
    expect(reportingStanding(twice, youth, '2026-04-04')).toMatchObject({ last: { restriction: 'lifted' } });
    const late = recorded('automatic', '2026-04-02', recorded('lifted', '2026-04-03'));
    expect(reportingStanding(late, youth, '2026-04-04')).toMatchObject({ last: { restriction: 'lifted' } });
  });
});
