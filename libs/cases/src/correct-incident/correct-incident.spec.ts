import { describe, expect, it } from '@jest/globals';
import { caseOpened, given, incidentRecorded, now, opened, outcome } from '../domain/example-facts.js';
import { strikeIncident } from '../strike-incident/strike-incident.js';
import { correctIncident, type IncidentCorrection } from './correct-incident.js';

const asRecorded = { on: '2026-03-02', until: '2026-03-02', at: '2026-03-02T18:05:00.000Z' };
const correction: IncidentCorrection = {
  incidentId: 'i-1',
  correctionId: 'x-1',
  occurred: { on: '2026-03-01', until: '2026-03-01', at: null },
  conduct: ['message'],
  account: null,
  reason: 'She looked at her phone again',
};
const correct = (over: Partial<IncidentCorrection>, state = given(caseOpened(), incidentRecorded())) =>
  outcome(() => correctIncident(state, { ...correction, ...over }, now));

describe('correcting an incident', () => {
  it('records only what changes, and what was recorded first stays in the stream', () => {
    const facts = correct({});
    expect(facts).toMatchObject([{ type: 'IncidentCorrected', data: { occurred: correction.occurred, conduct: null } }]);
    const after = opened(incidentRecorded(), ...(typeof facts === 'string' ? [] : facts));
    expect(after.incidents).toMatchObject([{ occurred: correction.occurred, conduct: ['message'], corrections: 1 }]);
  });

  it('is refused when nothing changes, it would be impossible, or the incident does not stand', () => {
    expect(correct({ occurred: asRecorded })).toBe('nothing-to-correct');
    expect(correct({ occurred: { on: '2026-03-04', until: '2026-03-04', at: null } })).toBe('reported-before-it-happened');
    const born = (day: string) => outcome(() => correctIncident(given(caseOpened(), incidentRecorded()), correction, now, () => day));
    expect([born('2026-03-02'), born('2026-03-01')]).toEqual(['before-birth', [expect.anything()]]);
    expect(correct({ incidentId: 'i-9' })).toBe('no-such-incident');
    const state = given(caseOpened(), incidentRecorded());
    const struck = given(caseOpened(), incidentRecorded(), ...strikeIncident(state, { incidentId: 'i-1', reason: 'Twice' }));
    expect(correct({}, struck)).toBe('in-error-already');
    expect(outcome(() => strikeIncident(struck, { incidentId: 'i-1', reason: 'Twice' }))).toBe('in-error-already');
  });
});
