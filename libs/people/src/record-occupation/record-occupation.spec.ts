import { describe, expect, it } from '@jest/globals';
import { kent, kentLegal, perpetrator, recorded, refusal, restricted, types } from '../domain/examples.js';
import { recordOccupation } from './record-occupation.js';

const constable = { occupation: 'Constable', policeForce: '42', readers: ['kent-standards'] };

describe('recording an occupation', () => {
  it('restricts the record in the same step once the police employ the person', () => {
    const facts = recordOccupation(perpetrator(recorded), kent, constable, kentLegal);
    expect(types(facts)).toEqual(['OccupationRecorded', 'RecordRestricted']);
    expect(facts[1]?.data).toEqual({ perpetratorId: 'p1', basis: 'police-employee', readers: ['kent-officer', 'kent-standards'] });
  });

  it('leaves an earlier restriction as it is', () => {
    expect(types(recordOccupation(perpetrator(recorded, restricted), kent, constable, kentLegal))).toEqual(['OccupationRecorded']);
  });

  it('does not restrict others, nor lift a restriction', () => {
    const builder = { ...constable, policeForce: null, notPolice: true };
    expect(types(recordOccupation(perpetrator(recorded), kent, builder, kentLegal))).toEqual(['OccupationRecorded']);
    expect(types(recordOccupation(perpetrator(recorded, restricted), kent, builder, kentLegal))).toEqual(['OccupationRecorded']);
  });

  it('asks, before it saves, whether the police employ somebody whose occupation reads so', () => {
    const said = { ...constable, policeForce: null };
    expect(refusal(() => recordOccupation(perpetrator(recorded), kent, said, kentLegal))).toBe('employment-not-said');
    expect(refusal(() => recordOccupation(perpetrator(recorded), kent, { ...constable, notPolice: true }, kentLegal))).toBe(
      'employment-said-twice',
    );
  });

  it('never shuts the record to everybody who could open it again', () => {
    for (const readers of [[], ['kent-sergeant']])
      expect(refusal(() => recordOccupation(perpetrator(recorded), kent, { ...constable, readers }, kentLegal))).toBe('no-keeper');
    expect(refusal(() => recordOccupation(perpetrator(recorded), kent, constable, []))).toBe('no-keeper');
    expect(
      types(recordOccupation(perpetrator(recorded), { ...kent, by: 'kent-standards' }, { ...constable, readers: [] }, kentLegal)),
    ).toEqual(['OccupationRecorded', 'RecordRestricted']);
  });

  it('refuses what is known already', () => {
    const known = perpetrator(recorded, ...recordOccupation(perpetrator(recorded), kent, constable, kentLegal));
    expect(refusal(() => recordOccupation(known, kent, constable, kentLegal))).toBe('nothing-changes');
  });
});
