import { describe, expect, it } from '@jest/globals';
import { cancelClassification } from '../cancel-classification/cancel-classification.js';
import { choosePrincipal, type PrincipalDetails } from '../choose-principal/choose-principal.js';
import { caseOpened, classified, given, incidentRecorded, now, opened, outcome } from '../domain/example-facts.js';
import { principalCrime, standingClassifications } from '../domain/standing.js';
import { classify, type ClassifyDetails } from './classify.js';

const details: ClassifyDetails = {
  classificationId: 'k-2',
  incidentId: 'i-1',
  offenceCode: 'PH97004',
  principal: false,
  inPlaceOf: null,
  on: '2026-03-04',
};
const before = given(caseOpened(), incidentRecorded(), classified);
const when = (over: Partial<ClassifyDetails>, state = before) => outcome(() => classify(state, { ...details, ...over }, now));

describe('classifying', () => {
  it('adds an offence and deletes none', () => {
    const facts = when({});
    const after = opened(incidentRecorded(), classified, ...(typeof facts === 'string' ? [] : facts));
    expect(after.classifications.map(({ offenceCode, cancelled }) => [offenceCode, cancelled])).toEqual([
      ['PH97006', null],
      ['PH97004', null],
    ]);
  });

  it('takes the whole course of conduct for itself', () => {
    expect(when({ incidentId: null, offenceCode: 'PH97006' })).toHaveLength(1);
  });

  it('has one principal crime: another says whose place it takes, and both stay recorded', () => {
    expect(when({ principal: true })).toBe('another-is-principal');
    expect(when({ principal: true, inPlaceOf: 'k-9' })).toBe('another-is-principal');
    const facts = when({ principal: true, inPlaceOf: 'k-1' });
    const after = opened(incidentRecorded(), classified, ...(typeof facts === 'string' ? [] : facts));
    expect(principalCrime(after)?.classificationId).toBe('k-2');
    expect(after.classifications).toMatchObject([
      { classificationId: 'k-1', principal: false, principalUntil: '2026-03-04', cancelled: null },
      { classificationId: 'k-2', principal: true, principalUntil: null },
    ]);
    expect(facts).toMatchObject([{ data: { inPlaceOf: 'k-1' } }]);
    expect(when({ inPlaceOf: 'k-1' })).not.toMatchObject([{ data: { inPlaceOf: 'k-1' } }]);
  });

  it('makes one that is recorded already the principal crime in place of another, and nothing is deleted', () => {
    const second = when({});
    const facts = [incidentRecorded(), classified, ...(typeof second === 'string' ? [] : second)];
    const state = given(caseOpened(), ...facts);
    const choose = (over: Partial<PrincipalDetails>, of = state) =>
      outcome(() => choosePrincipal(of, { classificationId: 'k-2', on: '2026-03-06', ...over }, now));
    const chosen = choose({});
    expect(chosen).toMatchObject([{ type: 'PrincipalCrimeChosen', data: { classificationId: 'k-2', inPlaceOf: 'k-1', on: '2026-03-06' } }]);
    const after = opened(...facts, ...(typeof chosen === 'string' ? [] : chosen));
    expect(after.classifications).toMatchObject([
      { classificationId: 'k-1', principal: false, principalUntil: '2026-03-06', cancelled: null },
      { classificationId: 'k-2', principal: true, principalUntil: null },
    ]);
    const again = given(caseOpened(), ...facts, ...(typeof chosen === 'string' ? [] : chosen));
    expect([choose({}, again), choose({ classificationId: 'k-1' }, again)]).toMatchObject(['principal-already', [{}]]);
    expect(choose({ classificationId: 'k-9' })).toBe('no-such-classification');
    expect(choose({ on: '2026-03-03' })).toBe('before-classification');
    expect(choose({ on: '2027-01-01' })).toBe('in-the-future');
    const cancelled = outcome(() => cancelClassification(state, { classificationId: 'k-2', on: '2026-03-05', reason: 'No' }, now));
    expect(choose({}, given(caseOpened(), ...facts, ...(typeof cancelled === 'string' ? [] : cancelled)))).toBe('cancelled-already');
  });

  it('asks for no replacement once the principal crime is cancelled', () => {
    const cancelled = outcome(() => cancelClassification(before, { classificationId: 'k-1', on: '2026-03-05', reason: 'No' }, now));
    const state = given(caseOpened(), incidentRecorded(), classified, ...(typeof cancelled === 'string' ? [] : cancelled));
    expect(when({ principal: true }, state)).toHaveLength(1);
  });

  it.each([
    [{ offenceCode: 'PH97006' }, 'classified-already'],
    [{ offenceCode: 'STALKING' }, 'not-an-offence-code'],
    [{ offenceCode: 'ST19501' }, 'no-offence-but-an-application'],
    [{ incidentId: 'i-9' }, 'no-such-incident'],
    [{ on: '2027-01-01' }, 'in-the-future'],
  ] as const)('refuses %j', (over, reason) => {
    expect(when(over)).toBe(reason);
  });

  it('knows an offence only from the day it came into force', () => {
    const early = { occurred: { on: '2012-11-24', until: '2012-11-24', at: null }, reportedAt: '2012-11-24T20:00:00.000Z' };
    expect(when({ offenceCode: 'PH97011' }, given(caseOpened(), incidentRecorded(early)))).toBe('not-an-offence-then');
    expect(when({ offenceCode: 'PH97004' }, given(caseOpened(), incidentRecorded(early)))).toHaveLength(1);
  });
});

describe('cancelling a classification', () => {
  const cancel = (on: string, state = before) =>
    outcome(() => cancelClassification(state, { classificationId: 'k-1', on, reason: 'Charged as s.4A' }, now));

  it('leaves it readable, with when and why', () => {
    const facts = cancel('2026-04-01');
    const after = opened(incidentRecorded(), classified, ...(typeof facts === 'string' ? [] : facts));
    expect(after.classifications).toMatchObject([{ offenceCode: 'PH97006', cancelled: { on: '2026-04-01' } }]);
    expect(standingClassifications(after)).toEqual([]);
    expect(cancel('2026-04-01', after)).toBe('cancelled-already');
    expect(outcome(() => classify(after, { ...details, offenceCode: 'PH97006' }, now))).toHaveLength(1);
  });

  it('is not before it was classified, nor ahead', () => {
    expect(cancel('2026-03-03')).toBe('before-classification');
    expect(cancel('2027-01-01')).toBe('in-the-future');
    expect(cancel('2026-04-01', given(caseOpened()))).toBe('no-such-classification');
  });
});
