import { describe, expect, it } from '@jest/globals';
import { caseOpened, given, now, of, outcome, sister, victim } from '../domain/example-facts.js';
import { recordOutcome } from '../record-outcome/record-outcome.js';
import { type IncidentDetails, recordIncident } from './record-incident.js';

const details: IncidentDetails = {
  incidentId: 'i-1',
  occurred: { on: '2026-08-31', until: '2026-08-31', at: null },
  reportedAt: '2026-09-14T15:00:00.000Z',
  channel: 'in-person',
  reporter: 'protected-person',
  conduct: ['third-party', 'threat', 'threat'],
  protectedPersonIds: [victim, sister],
  account: 'A message through a colleague',
  place: 'At work',
};

describe('recording an incident', () => {
  it('keeps when it happened and when it was reported apart, and seals the words under all it is about', () => {
    expect(recordIncident(given(caseOpened()), details, '2026-11-02T10:00:00.000Z')).toEqual([
      {
        type: 'IncidentRecorded',
        data: {
          ...of,
          incidentId: 'i-1',
          occurred: details.occurred,
          reportedAt: details.reportedAt,
          channel: 'in-person',
          reporter: 'protected-person',
          conduct: ['third-party', 'threat'],
          protectedPersonIds: [victim, sister],
        },
        personal: {
          account: { about: ['p-1', victim, sister], value: 'A message through a colleague' },
          place: { about: ['p-1', victim, sister], value: 'At work' },
        },
      },
    ]);
  });

  it('goes on after an outcome: the pattern matters', () => {
    const dropped = { outcomeId: 'u-1', outcome: 'no-further-action', on: '2026-04-01', reason: 'evidential' } as const;
    const closed = given(
      caseOpened(),
      ...recordOutcome(given(caseOpened()), { ...dropped, offenceCodes: [], applicationId: null, note: null }, now),
    );
    expect(outcome(() => recordIncident(closed, details, now))).toHaveLength(1);
  });

  it('is refused when it began before somebody it concerns was born', () => {
    const by = (...births: readonly (string | null)[]) => outcome(() => recordIncident(given(caseOpened()), details, now, births));
    expect(by('2026-09-01')).toBe('before-birth');
    expect(by(null, '1990-01-01', '2026-09-01')).toBe('before-birth');
    expect(by(null, '2026-08-31')).toHaveLength(1);
  });

  it.each([
    ['there is no case', given(), details, 'no-such-case'],
    ['nothing was done', given(caseOpened()), { ...details, conduct: [] }, 'conduct-needed'],
    [
      'it was reported before it happened',
      given(caseOpened()),
      { ...details, reportedAt: '2026-08-01T10:00:00.000Z' },
      'reported-before-it-happened',
    ],
    ['it lies ahead', given(caseOpened()), { ...details, occurred: { on: '2026-12-24', until: '2026-12-24', at: null } }, 'in-the-future'],
  ] as const)('is refused when %s', (_, state, told, reason) => {
    expect(outcome(() => recordIncident(state, told, now))).toBe(reason);
  });
});
