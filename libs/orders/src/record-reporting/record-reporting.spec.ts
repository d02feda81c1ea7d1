import { describe, expect, it } from '@jest/globals';
import * as s from '../domain/specimens.js';
import { recordReporting } from './record-reporting.js';

const court = { type: 'youth', name: 'Testville' } as const;
const filed = s.applicationFiled({ forum: 'youth', court });
const directed = { restrictionId: 'r-1', restriction: 'directed', court, from: '2026-03-12', note: 'Until further order' } as const;
const record = (details: Parameters<typeof recordReporting>[2], born: string | null = '2009-04-07', state = s.applicationOf(filed)) =>
  recordReporting(state, { force: s.force }, details, born, s.now);

describe('recording what may be reported', () => {
  it('says which court restricted it and since when, and seals its words', () => {
    const [fact] = record(directed);
    expect(fact).toMatchObject({ type: 'ReportingRestrictionRecorded', data: { restriction: 'directed', court, from: '2026-03-12' } });
    expect(fact?.personal).toEqual({ note: { about: [s.perpetratorId], value: 'Until further order' } });
  });

  it('is recorded once', () => {
    const after = s.applicationOf(filed, ...record(directed));
    expect(record({ ...directed, restrictionId: 'r-2' }, '2009-04-07', after)).toEqual([]);
    expect(record({ ...directed, restriction: 'lifted' }, '2009-04-07', after)).toHaveLength(1);
  });

  it.each([
    ['it is dated ahead', { ...directed, from: '2027-01-01' }, 'in-the-future'],
    [
      'another court would restrict it of itself',
      { ...directed, restriction: 'automatic', court: { ...court, type: 'magistrates' } },
      'automatic-elsewhere',
    ],
    ['it ends with a birthday that is to come', { ...directed, restriction: 'ended' }, 'not-18-yet'],
    ['none applies and nobody says where that is known from', { ...directed, restriction: 'none', note: null }, 'say-why-none'],
  ] as const)('is refused when %s', (_, details, reason) => {
    expect(s.refusal(() => record(details))).toBe(reason);
  });

  it('takes the end of a restriction on the birthday, and where that is not known', () => {
    expect(record({ ...directed, restriction: 'ended' }, '2008-03-12')).toHaveLength(1);
    expect(record({ ...directed, restriction: 'ended' }, null)).toHaveLength(1);
  });
});
