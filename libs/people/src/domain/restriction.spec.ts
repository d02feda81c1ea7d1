import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { changeReaders } from '../change-readers/change-readers.js';
import { liftRestriction } from '../lift-restriction/lift-restriction.js';
import { recordOccupation } from '../record-occupation/record-occupation.js';
import { restrictRecord } from '../restrict-record/restrict-record.js';
import { erased, essex, kent, kentLegal, kentStandards, perpetrator, recorded, refusal, restricted } from './examples.js';
import type { PerpetratorState } from './perpetrator.js';

const reader = { ...kent, administers: false };
const stranger = { ...kent, by: 'kent-stranger', administers: false };
const administrator = { ...stranger, administers: true };
const otherAdministrator = { ...essex, administers: true };
const hidden = perpetrator(recorded, restricted);
const changes: [string, (state: PerpetratorState, who: typeof reader) => unknown][] = [
  ['changing the readers', (state, who) => changeReaders(state, who, ['kent-standards'], kentLegal)],
  ['lifting the restriction', (state, who) => liftRestriction(state, who, 'The risk has passed')],
];

describe('restricting a record', () => {
  it('names whoever restricts it among its readers, each once', () => {
    expect(restrictRecord(perpetrator(recorded), kent, { basis: 'risk-of-harm', readers: ['kent-standards', 'kent-officer'] })).toEqual([
      { type: 'RecordRestricted', data: { perpetratorId: 'p1', basis: 'risk-of-harm', readers: ['kent-officer', 'kent-standards'] } },
    ]);
  });

  it('is refused when it is restricted already', () => {
    expect(refusal(() => restrictRecord(hidden, kent, { basis: 'other', readers: [] }))).toBe('already-restricted');
  });
});

describe.each(changes)('%s', (_, change) => {
  it('is for named readers and for administrators of the record’s force', () => {
    expect(refusal(() => change(hidden, reader))).toBe('');
    expect(refusal(() => change(hidden, administrator))).toBe('');
  });

  it('finds nothing for anyone else', () => {
    for (const who of [stranger, otherAdministrator]) {
      expect(refusal(() => change(hidden, who))).toBe('no-such-record');
      expect(refusal(() => change(perpetrator(recorded, restricted, erased), who))).toBe('no-such-record');
    }
  });

  it('needs a restriction', () => {
    expect(refusal(() => change(perpetrator(recorded), reader))).toBe('not-restricted');
    expect(refusal(() => change(perpetrator(), reader))).toBe('no-such-record');
  });
});

describe('changing the readers', () => {
  it('never leaves a record that nobody can read', () => {
    const readers = fc.array(fc.constantFrom('kent-officer', 'kent-standards', 'kent-sergeant'));
    fc.assert(
      fc.property(fc.array(readers), (attempts) => {
        let state = hidden;
        for (const attempt of attempts) {
          refusal(() => (state = perpetrator(recorded, restricted, ...changeReaders(state, administrator, attempt, kentLegal))));
        }
        return state.is === 'recorded' && state.restriction?.readers.includes('kent-standards') === true;
      }),
    );
    expect(refusal(() => changeReaders(hidden, reader, [], kentLegal))).toBe('no-reader-left');
    expect(refusal(() => changeReaders(hidden, reader, ['kent-officer'], kentLegal))).toBe('no-keeper');
  });

  it('lets a reader leave while another stays', () => {
    expect(changeReaders(hidden, reader, ['kent-standards', 'kent-standards'], kentLegal)).toEqual([
      { type: 'ReadersChanged', data: { perpetratorId: 'p1', readers: ['kent-standards'] } },
    ]);
  });

  it('refuses the same readers', () => {
    expect(refusal(() => changeReaders(hidden, reader, ['kent-standards', 'kent-officer'], kentLegal))).toBe('nothing-changes');
  });
});

describe('lifting the restriction', () => {
  it('waits until the police no longer employ the person', () => {
    const who = { ...kentStandards, administers: false };
    const works = (policeForce: string | null) => ({ occupation: policeForce ? 'Constable' : 'Baker', policeForce, readers: [who.by] });
    const officer = perpetrator(recorded, ...recordOccupation(perpetrator(recorded), kentStandards, works('42'), kentLegal));
    expect(refusal(() => liftRestriction(officer, who, 'Asked for'))).toBe('still-police-employee');
    const [left] = recordOccupation(officer, kentStandards, works(null), kentLegal);
    const dismissed = perpetrator(recorded, ...recordOccupation(perpetrator(recorded), kentStandards, works('42'), kentLegal), left!);
    expect(refusal(() => liftRestriction(dismissed, who, 'Dismissed'))).toBe('');
  });
});
