import { describe, expect, it } from '@jest/globals';
import { mayBeSame, type Told } from './may-be-same.js';

const told = (given: string, family: string, dateOfBirth: string | null = null): Told => ({ name: { given, family }, dateOfBirth });

describe('somebody who may be recorded already', () => {
  it.each([
    [told('Ada', 'Samplewright'), told('Ada', 'Samplewright')],
    [told('Ada', 'Samplewright', '1985-05-25'), told('Adah', 'Samplewrite')],
    [told('Liz', 'Nonesuch'), told('Elizabeth', 'Nonesuch', '1985-05-25')],
    [told('', 'Nonesuch'), told('Nora', 'Nonesuch')],
    [told('Nora', 'Nonesuch', '1985-05-25'), told('Nora', 'Nonesuch', '1985-05-26')],
  ])('is asked about (%#)', (one, other) => {
    expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['a sister', told('Nora', 'Nonesuch'), told('Una', 'Nonesuch')],
    ['a mother of the same name', told('Nora', 'Nonesuch', '1985-05-25'), told('Nora', 'Nonesuch', '1956-11-30')],
    ['a stranger', told('Nora', 'Nonesuch'), told('Ada', 'Samplewright')],
    ['somebody of whom nothing is known', told('', ''), told('', '')],
  ])('is not %s', (_, one, other) => {
    expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([false, false]);
  });
});
