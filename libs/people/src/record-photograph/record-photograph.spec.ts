import { describe, expect, it } from '@jest/globals';
import type { PerpetratorFact } from '../domain/events.js';
import { erased, essex, kent, perpetrator, recorded, refusal, restricted } from '../domain/examples.js';
import { standingPhotographs } from '../domain/photographs.js';
import { leadingPhotographs } from '../perpetrator-record/photograph.view.js';
import { withdrawPhotograph } from '../withdraw-photograph/withdraw-photograph.js';
import { type NewPhotograph, recordPhotograph } from './record-photograph.js';

const custody: NewPhotograph = {
  photographId: 'f1',
  contentId: 'c1',
  mediaType: 'image/jpeg',
  width: 120,
  height: 160,
  size: 900,
  sha256: 'ab'.repeat(32),
  takenOn: '2026-05-03',
  source: 'custody',
};
const another = (photographId: string, takenOn: string | null): NewPhotograph => ({
  ...custody,
  photographId,
  takenOn,
  sha256: photographId,
});
const first = recordPhotograph(perpetrator(recorded), kent, custody);
const held = perpetrator(recorded, ...first);
const withdrawn = withdrawPhotograph(held, kent, 'f1', ' Not him ');

describe('recording a photograph', () => {
  it('keeps it on the record, with nothing about the person in the open', () => {
    expect(first).toEqual([
      {
        type: 'PhotographRecorded',
        data: expect.objectContaining({
          perpetratorId: 'p1',
          photographId: 'f1',
          contentId: 'c1',
          takenOn: '2026-05-03',
          source: 'custody',
        }),
        personal: { sha256: { about: ['p1'], value: custody.sha256 } },
      },
    ]);
    expect(first[0]?.data).not.toHaveProperty('sha256');
    expect(held).toMatchObject({ photographs: [{ photographId: 'f1', withdrawn: null }] });
  });

  it('is for the force of the record, while there is one for it', () => {
    expect(refusal(() => recordPhotograph(perpetrator(recorded), essex, custody))).toBe('not-your-force');
    expect(refusal(() => recordPhotograph(perpetrator(recorded, restricted), { ...kent, by: 'kent-other' }, custody))).toBe(
      'no-such-record',
    );
    expect(refusal(() => recordPhotograph(perpetrator(recorded, erased), kent, custody))).toBe('erased');
  });

  it('refuses a day to come, and the same picture until it is withdrawn', () => {
    expect(refusal(() => recordPhotograph(held, kent, { ...custody, takenOn: '2026-11-22' }))).toBe('taken-later');
    expect(refusal(() => recordPhotograph(held, kent, { ...custody, photographId: 'f2' }))).toBe('same-picture');
    expect(recordPhotograph(perpetrator(recorded, ...first, ...withdrawn), kent, { ...custody, photographId: 'f2' })).toHaveLength(1);
  });
});

describe('withdrawing a photograph', () => {
  it('takes it from everybody’s sight and keeps why', () => {
    const after = perpetrator(recorded, ...first, ...withdrawn);
    expect(after).toMatchObject({ photographs: [{ withdrawn: { about: ['p1'], value: 'Not him' } }] });
    expect(leadingPhotographs([after])).toEqual([]);
  });

  it('is for the force of the record, once, of a photograph that there is', () => {
    expect(refusal(() => withdrawPhotograph(held, essex, 'f1', 'x'))).toBe('not-your-force');
    expect(refusal(() => withdrawPhotograph(held, kent, 'f9', 'x'))).toBe('no-such-photograph');
    expect(refusal(() => withdrawPhotograph(perpetrator(recorded, ...first, ...withdrawn), kent, 'f1', 'x'))).toBe('withdrawn-already');
  });
});

describe('which photograph leads', () => {
  const all = [another('f2', '2019-01-01'), another('f3', null), another('f4', '2026-08-01'), another('f5', null)];
  const many = perpetrator(
    recorded,
    ...all.reduce<PerpetratorFact[]>((facts, one) => [...facts, ...recordPhotograph(perpetrator(recorded, ...facts), kent, one)], first),
  );

  it('is the one taken last; those of no known day come last, the last recorded first', () => {
    expect(many.is === 'recorded' && standingPhotographs(many.photographs).map(({ photographId }) => photographId)).toEqual([
      'f4',
      'f1',
      'f2',
      'f5',
      'f3',
    ]);
  });

  it('is one of each record of the person, the newest first, and says whose and of when', () => {
    const opened: PerpetratorFact = { type: 'PerpetratorRecorded', data: { perpetratorId: 'p2', force: '42' } };
    const ofEssex = perpetrator(opened, ...recordPhotograph(perpetrator(opened), essex, { ...another('e1', null), source: 'other' }));
    expect(
      leadingPhotographs([ofEssex, many, perpetrator(recorded), perpetrator()]).map(({ words, alt, href }) => [words, alt, href]),
    ).toEqual([
      ['Custody photograph, Kent, 1 Aug 2026', 'Photograph of the respondent, taken 1 Aug 2026', '/perpetrators/p1/photographs/f4'],
      ['Photograph, Essex, date not known', 'Photograph of the respondent, date not known', '/perpetrators/p2/photographs/e1'],
    ]);
  });
});
