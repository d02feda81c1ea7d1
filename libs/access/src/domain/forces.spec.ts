import { describe, expect, it } from '@jest/globals';
import { force, forces, isForce } from './forces.js';

const territorial = forces.filter(({ kind }) => kind === 'territorial');

describe('police forces', () => {
  it('are 43 territorial ones, 39 in England and 4 in Wales, and 3 special ones', () => {
    expect(territorial).toHaveLength(43);
    expect(territorial.filter(({ country }) => country === 'England')).toHaveLength(39);
    expect(territorial.filter(({ country }) => country === 'Wales')).toHaveLength(4);
    expect(forces.filter(({ kind }) => kind === 'special').map(({ cjs, ons, name, country }) => [cjs, ons, name, country])).toEqual([
      ['93', undefined, 'British Transport', 'UK'],
      ['24', undefined, 'Ministry of Defence', 'UK'],
      ['59', undefined, 'Civil Nuclear', 'UK'],
    ]);
  });

  it.each(['cjs', 'name', 'fullName'] as const)('never share a %s', (field) => {
    expect(new Set(forces.map((one) => one[field])).size).toBe(46);
  });

  it('have codes of the right shape, every statistical code from 1 to 39 in England and 1 to 4 in Wales used once', () => {
    expect(forces.every(({ cjs }) => /^\d{2}$/.test(cjs))).toBe(true);
    const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => prefix + String(i + 1).padStart(6, '0'));
    expect(new Set(territorial.map(({ ons }) => ons))).toEqual(new Set([...numbered('E23', 39), ...numbered('W15', 4)]));
  });

  it('cannot have one code worked out from the other: no fixed step lies between them', () => {
    const england = territorial.filter(({ country }) => country === 'England');
    expect(england.filter(({ cjs, ons }) => ons?.slice(-2) === cjs).map(({ name }) => name)).toEqual(['Metropolitan']);
    expect(new Set(england.map(({ cjs, ons }) => Number(cjs) - Number(ons?.slice(-2)))).size).toBeGreaterThan(5);
  });

  it.each([
    ['46', 'E23000032', 'Kent Police'],
    ['42', 'E23000028', 'Essex Police'],
    ['07', 'E23000006', 'Cheshire Constabulary'],
    ['61', 'W15000002', 'Gwent Police'],
    ['17', 'E23000013', 'Cleveland Police'],
    ['44', 'E23000030', 'Hampshire & Isle of Wight Constabulary'],
  ])('%s is %s, %s', (cjs, ons, fullName) => {
    expect(force(cjs)).toMatchObject({ cjs, ons, fullName });
  });

  it('know the Metropolitan Police as 01 and find it by 02', () => {
    expect(force('01')?.fullName).toBe('Metropolitan Police Service');
    expect(force('02')).toBe(force('01'));
    expect([isForce('01'), isForce('02')]).toEqual([true, false]);
  });

  it.each(['', '00', '99', '1', 'E23000032', 'constructor'])('have none under %p', (value) => {
    expect(isForce(value)).toBe(false);
    expect(force(value)).toBeUndefined();
  });

  it('are known by text only', () => {
    expect([isForce(46), isForce(undefined)]).toEqual([false, false]);
  });
});
