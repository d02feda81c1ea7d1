import { describe, expect, it } from '@jest/globals';
import { kent, perpetrator, recorded, refusal } from '../domain/examples.js';
import { addAddress } from './add-address.js';

const home = { addressId: 'd1', from: '2026-01-05', address: { lines: ['1 Nowhere Road', ''], postcode: 'zz999zz' } };
const known = perpetrator(recorded, ...addAddress(perpetrator(recorded), kent, home));

describe('adding an address', () => {
  it('keeps it tidy', () => {
    expect(known).toMatchObject({
      addresses: [
        { addressId: 'd1', from: '2026-01-05', address: { about: ['p1'], value: { lines: ['1 Nowhere Road'], postcode: 'ZZ99 9ZZ' } } },
      ],
    });
  });

  it('takes the same address from another day for news', () => {
    expect(addAddress(known, kent, { ...home, addressId: 'd2', from: '2026-09-01' })).toHaveLength(1);
  });

  it('refuses the same again, however it is written, and an empty one', () => {
    const again = { lines: ['1, NOWHERE ROAD'], postcode: 'ZZ99 9ZZ' };
    expect(refusal(() => addAddress(known, kent, { ...home, addressId: 'd2', address: again }))).toBe('already-known');
    expect(refusal(() => addAddress(known, kent, { ...home, address: { lines: [' '], postcode: ' ' } }))).toBe('no-address');
  });
});
