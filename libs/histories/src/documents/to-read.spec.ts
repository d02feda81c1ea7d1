import { describe, expect, it } from '@jest/globals';
import { examplePack, said } from './example-pack.fixture.js';
import { packPaper } from './pack-paper.js';
import { toReadIn } from './whereabouts.js';

const toRead = (text: string, field: string) => {
  const necessity = { ...said(text), field };
  const condition = { number: 1, category: 'prohibition', wording: said('Not to enter Mock Street'), notes: [], locality: null } as const;
  return toReadIn(
    packPaper({ ...examplePack(), sought: { duration: null, made: null, conditions: [{ ...condition, necessity }] } }),
    [],
    [],
  );
};
const reason = 'the reason of condition 1';

describe('What is to be read before a document is served', () => {
  it.each([
    'The protected person lives and works there',
    'She has lived with her sister there since May',
    'Their school is in it',
    'It is her place of work and her home',
    'The protected person’s new flat overlooks it',
  ])('is the reason of a condition that says whose an area is: %s', (text) => {
    expect(toRead(text, reason)).toEqual([reason]);
  });

  it.each(['He followed her there three times', 'He waits in the market on every Friday', 'There is no other way to stop him'])(
    'is no other reason: %s',
    (text) => {
      expect(toRead(text, reason)).toEqual([]);
    },
  );

  it('is no other field', () => {
    expect(toRead('She lives there', 'why an order is necessary')).toEqual([]);
  });
});
