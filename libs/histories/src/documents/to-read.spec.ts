import { describe, expect, it } from '@jest/globals';
import { examplePack, said } from './example-pack.fixture.js';
import type { Whereabouts } from '#people';
import { packPaper } from './pack-paper.js';
import { toReadIn } from './whereabouts.js';

const toRead = (text: string, field: string, whereabouts: readonly Whereabouts[] = [], known: readonly string[] = []) => {
  const necessity = { ...said(text), field };
  const condition = { number: 1, category: 'prohibition', wording: said('Not to enter Mock Street'), notes: [], locality: null } as const;
  return toReadIn(
    packPaper({ ...examplePack(), sought: { duration: null, made: null, conditions: [{ ...condition, necessity }] } }),
    whereabouts,
    [],
    known,
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

  describe('of a condition that names a town where somebody protected lives or lived', () => {
    const address = (lines: string[]): Whereabouts => ({ phone: null, email: null, address: { lines, postcode: '' } });
    const newHome = [address(['45 Cockleshell Street', 'Newhiddenham, Marshshire'])];
    const area = 'You must not enter the centre of Newhiddenham.';

    it.each(['the new wording of condition 2', 'the wording of condition 2', 'the place of condition 2', reason])('is %s', (field) => {
      expect(toRead(area, field, newHome)).toEqual([field]);
    });

    it('is none where an order said so before, nor of another text, nor of a town of nobody', () => {
      const field = 'the new wording of condition 2';
      expect(toRead(area, field, newHome, ['Not to enter Newhiddenham or Testville'])).toEqual([]);
      expect(toRead(area, 'why an order is necessary', newHome)).toEqual([]);
      expect(toRead('You must not enter Testville.', field, newHome)).toEqual([]);
      expect(toRead('You must not enter Newhiddenhamshire.', field, newHome)).toEqual([]);
    });

    it('is so of the county too, and of where somebody lived before; a house or a street is found as such', () => {
      const field = 'the new wording of condition 2';
      expect(toRead('Not to enter Marshshire', field, [address(['1 Elsewhere Road', 'Testville']), ...newHome])).toEqual([field]);
      expect(toRead('Not to enter Cockleshell Street', field, newHome)).toEqual([]);
    });
  });

  it('is no other field', () => {
    expect(toRead('She lives there', 'why an order is necessary')).toEqual([]);
  });
});
