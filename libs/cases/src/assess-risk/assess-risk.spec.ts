import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readForm } from '#pages';
import { caseOpened, given, now, outcome, riskAssessed, victim } from '../domain/example-facts.js';
import { type RiskAnswer, riskTools } from '../domain/risk-tools.js';
import { regradeRisk } from '../regrade-risk/regrade-risk.js';
import { assessRisk, type AssessmentDetails } from './assess-risk.js';
import { AssessRiskDto } from './assess-risk.dto.js';

const details: AssessmentDetails = {
  assessmentId: 'r-1',
  tool: 's-dash',
  version: '2009',
  answers: { frightened: 'yes', threats: 'unknown' },
  grade: 'medium',
  assessor: 'officer',
  on: '2026-03-04',
  protectedPersonId: victim,
  note: null,
  partly: true,
};
const when = (over: Partial<AssessmentDetails>, state = given(caseOpened())) =>
  outcome(() => assessRisk(state, { ...details, ...over }, now));

describe('assessing the risk', () => {
  it('keeps the answers as data, by the question, with the tool and its edition', () => {
    expect(when({})).toMatchObject([
      { type: 'RiskAssessed', data: { tool: 's-dash', version: '2009', answers: details.answers, grade: 'medium' } },
    ]);
  });

  it('never works the grade out: any grade stands with any answers', () => {
    const answers = fc.dictionary(
      fc.constantFrom(...(riskTools[0]?.questions ?? []).map(({ code }) => code)),
      fc.constantFrom<RiskAnswer>('yes', 'no', 'unknown'),
    );
    fc.assert(
      fc.property(answers, fc.constantFrom('standard' as const, 'medium' as const, 'high' as const), (some, grade) => {
        expect(when({ answers: some, grade })).toMatchObject([{ data: { answers: some, grade } }]);
      }),
    );
  });

  it.each([
    [{ answers: { favourite: 'yes' } }, 'not-a-question-of-it'],
    [{ protectedPersonId: 'v-9' }, 'not-part-of-it'],
    [{ on: '2027-01-01' }, 'in-the-future'],
  ] as const)('refuses %j', (over, reason) => {
    expect(when(over)).toBe(reason);
  });

  it('asks of questions without an answer whether they were not asked', () => {
    const all = Object.fromEntries((riskTools[0]?.questions ?? []).map(({ code }) => [code, 'no' as const]));
    expect(when({ partly: false })).toBe('not-all-answered');
    expect(when({ partly: false, answers: all })).toHaveLength(1);
    expect(when({ partly: false, tool: 'dash', answers: { q7: 'yes' } })).toHaveLength(1);
  });

  it('takes the answers of other tools by number', () => {
    expect(when({ tool: 'dash', answers: { q7: 'yes' } })).toHaveLength(1);
    const sent = { tool: 'dash', yes: '1, 3', no: '2', grade: 'high', assessor: 'officer', on: '2026-03-04' };
    const reading = readForm(AssessRiskDto, sent);
    expect(reading.ok && reading.value.asDetails()).toMatchObject({ answers: { q1: 'yes', q2: 'no', q3: 'yes' }, version: '2009' });
    const twice = readForm(AssessRiskDto, { ...sent, no: '3' });
    expect(() => twice.ok && twice.value.asDetails()).toThrow('answered-twice');
  });
});

describe('grading anew', () => {
  const state = given(caseOpened(), riskAssessed());
  const regrade = (over: object) =>
    outcome(() =>
      regradeRisk(
        state,
        { regradeId: 'g-1', assessmentId: 'r-1', grade: 'high', assessor: 'supervisor', on: '2026-03-06', reason: 'A knife', ...over },
        now,
      ),
    );

  it('says from what to what, and why', () => {
    expect(regrade({})).toMatchObject([
      { type: 'RiskRegraded', data: { from: 'medium', grade: 'high' }, personal: { reason: { value: 'A knife' } } },
    ]);
  });

  it.each([
    [{ grade: 'medium' }, 'graded-so-already'],
    [{ assessmentId: 'r-9' }, 'no-such-assessment'],
    [{ on: '2026-03-03' }, 'before-assessment'],
    [{ on: '2027-01-01' }, 'in-the-future'],
  ] as const)('refuses %j', (over, reason) => {
    expect(regrade(over)).toBe(reason);
  });
});
