import { describe, expect, it } from '@jest/globals';
import { notPrinted, printable } from './printable.js';

const print = printable([
  { phone: '07700 900123', email: null, address: { lines: ['3 Mock Lane', 'Sampleton'], postcode: 'ZZ99 1AA' } },
  { phone: null, email: null, address: { lines: ['12 Cloak Street', 'Shadowby'], postcode: 'ZZ98 5ZZ' } },
  { phone: null, email: null, address: { lines: ['Flat 2', 'Nowhere House', 'Testville'], postcode: 'ZZ99 2BB' } },
]);

describe('what a certificate of service prints', () => {
  it.each([
    ...['At 3 Mock Lane', 'at 3 mock-lane, Sampleton', 'Outside zz991aa', 'He rang +44 7700 900 123 first', 'By Nowhere House'],
    ...['12 Cloak Street, Shadowby', '12 Cloak St', 'Cloak-Street', 'twelve Cloack Street', '13 Mock Lane', 'In ZZ99'],
  ])('has other words instead of those that tell where somebody is: %s', (told) => {
    expect(print(told)).toBe(notPrinted);
  });

  it('has the place otherwise, also in the same town', () => {
    for (const told of ['Sampleton police station', '13 Elsewhere Lane', 'Shadowby', 'Testville']) expect(print(told)).toBe(told);
  });
});
