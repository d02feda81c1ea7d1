import { describe, expect, it } from '@jest/globals';
import { personal } from '#event-sourcing';
import type { ApplicationFact, ReportingRestriction, WhyNotTold, YouthContactOf, YouthFact } from '#orders';
import { applications } from '#orders';
import { fold } from '#event-sourcing';
import { withoutWords } from '../work-list/without-words.js';
import { applicationTasks } from './application-clocks.js';
import { determined, filed } from './example-facts.js';

const of = { applicationId: 'a-1', perpetratorId: 'p-1', force: '46' };
const atYouthCourt = (): ApplicationFact => {
  const { data } = filed() as Extract<ApplicationFact, { type: 'ApplicationFiled' }>;
  return { type: 'ApplicationFiled', data: { ...data, forum: 'youth' }, personal: { eighteenOn: personal(['p-1'], '2026-04-07') } };
};
const told = (who: YouthContactOf, whyNot: WhyNotTold | null = null): YouthFact => ({
  type: 'YouthContactRecorded',
  data: { ...of, contactId: who, of: who, on: '2026-02-11', whyNot },
});
const reported = (restriction: ReportingRestriction, from: string): YouthFact => ({
  type: 'ReportingRestrictionRecorded',
  data: { ...of, restrictionId: from, restriction, court: { type: 'youth', name: 'Testville' }, from },
});
// As the work list keeps them: without words, but for the day of the birthday.
const tasksOf = (...facts: readonly (ApplicationFact | YouthFact)[]) => {
  const kept = facts.map((fact) => withoutWords(fact) as ApplicationFact | YouthFact);
  return applicationTasks(fold(applications, kept), { 'a-1:filed': '2026-02-10' });
};
const task = (what: string, ...facts: readonly (ApplicationFact | YouthFact)[]) =>
  tasksOf(atYouthCourt(), ...facts).find((one) => one.what === what);

describe('who answers for a respondent under 18', () => {
  it('is to be told within two working days of the filing, until the birthday', () => {
    expect(task('tell-for-child')).toMatchObject({ opens: '2026-02-10', dueBy: '2026-02-12', lapses: '2026-04-07', done: false });
    expect(tasksOf(filed()).map(({ what }) => what)).not.toContain('tell-for-child');
  });

  it('waits until each was told, or it is said why not', () => {
    expect(task('tell-for-child', told('youth-justice'))?.done).toBe(false);
    expect(task('tell-for-child', told('youth-justice'), told('parent', 'not-yet'))?.done).toBe(false);
    expect(task('tell-for-child', told('youth-justice'), told('parent', 'risk-to-somebody'))?.done).toBe(true);
    expect(task('tell-for-child', determined('2026-03-01', 'refused'))?.done).toBe(true);
  });
});

describe('a date of birth that is corrected after the filing', () => {
  const turning = (eighteenOn: string | null) => ({ on: '2026-02-20', eighteenOn: personal(['p-1'], eighteenOn) });
  const after = (eighteenOn: string | null, ...facts: readonly (ApplicationFact | YouthFact)[]) => {
    const all = applicationTasks(
      fold(
        applications,
        facts.map((fact) => withoutWords(fact) as ApplicationFact | YouthFact),
      ),
      {},
      [],
      turning(eighteenOn),
    );
    return all
      .filter(({ what }) => ['tell-for-child', 'review-at-18', 'court-by-age'].includes(what))
      .map(({ what, dueBy, done }) => [what, dueBy, done]);
  };
  const listed = (type: 'youth' | 'magistrates'): ApplicationFact => ({
    type: 'HearingListed',
    data: {
      ...of,
      hearingId: type,
      court: { type, name: 'Testville' },
      at: { on: '2026-03-20', at: null },
      purpose: 'final',
      follows: null,
    },
  });

  it('moves the day on which the court is asked', () => {
    expect(after('2026-06-07', atYouthCourt())).toEqual([
      ['tell-for-child', '2026-02-12', false],
      ['review-at-18', '2026-06-05', false],
    ]);
    // No date of birth is known any more: it stays in the court it was filed at, and nobody can say when.
    expect(after(null, atYouthCourt())).toEqual([['tell-for-child', '2026-02-12', false]]);
  });

  it('takes both away where the respondent was of age, and asks for the other court until a hearing is listed there', () => {
    expect(after('2024-06-07', atYouthCourt())).toEqual([['court-by-age', '2026-02-24', false]]);
    expect(after('2024-06-07', atYouthCourt(), listed('youth'))).toEqual([['court-by-age', '2026-02-24', false]]);
    expect(after('2024-06-07', atYouthCourt(), listed('magistrates'))).toEqual([['court-by-age', '2026-02-24', true]]);
  });

  it('asks for the youth court, and for who is told, where the respondent was under 18', () => {
    expect(after('2027-06-07', filed()).map(([what]) => what)).toEqual(['tell-for-child', 'review-at-18', 'court-by-age']);
    expect(after('2027-06-07', filed(), listed('youth')).at(-1)).toEqual(['court-by-age', '2026-02-24', true]);
    expect(after('2027-06-07', filed(), determined('2026-03-01', 'refused')).at(-1)).toEqual(['court-by-age', '2026-02-24', true]);
    expect(after('2006-06-07', filed())).toEqual([]);
  });
});

describe('the restriction on reporting', () => {
  it('is asked about from four weeks before the 18th birthday, by the last working day before it, and urgently at the end', () => {
    expect(task('review-at-18')).toMatchObject({
      // Good Friday, a weekend and Easter Monday lie before it.
      ...{ opens: '2026-03-10', dueBy: '2026-04-02', lapses: null, done: false },
      steps: [
        { from: '2026-03-10', by: '2026-04-02', urgent: false },
        { from: '2026-03-28', by: '2026-04-02', urgent: true },
        { from: '2026-04-07', by: '2026-04-02', urgent: true },
      ],
    });
    // A judgment does not end it.
    expect(task('review-at-18', determined('2026-03-01', 'granted'))?.done).toBe(false);
  });

  it('is settled by what is recorded from the birthday on, or when none held any more before', () => {
    expect(task('review-at-18', reported('automatic', '2026-02-10'))?.done).toBe(false);
    expect(task('review-at-18', reported('directed', '2026-04-07'))?.done).toBe(true);
    expect(task('review-at-18', reported('ended', '2026-04-07'))?.done).toBe(true);
    expect(task('review-at-18', reported('lifted', '2026-03-01'))?.done).toBe(true);
  });

  it('is not asked about where the date of birth is not known, or was erased', () => {
    const { data } = atYouthCourt();
    const unknown = { type: 'ApplicationFiled', data } as ApplicationFact;
    expect(tasksOf(unknown).map(({ what }) => what)).toEqual(expect.arrayContaining(['tell-for-child']));
    expect(tasksOf(unknown).map(({ what }) => what)).not.toContain('review-at-18');
  });
});
