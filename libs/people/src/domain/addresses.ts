import type { Address } from './events.js';
import { foldText } from './names.js';

/** The address as it is kept: no blank lines, the postcode in capitals with its one space. */
export function tidyAddress({ lines, postcode }: Address): Address {
  return { lines: lines.map((line) => line.trim()).filter((line) => line !== ''), postcode: tidyPostcode(postcode) };
}

/** Whether nothing was written in it. */
export function isBlank({ lines, postcode }: Address): boolean {
  return lines.length === 0 && postcode === '';
}

/** Whether two addresses are the same but for case and punctuation. */
export function sameAddress(one: Address, other: Address): boolean {
  return foldText([...one.lines, one.postcode].join(' ')) === foldText([...other.lines, other.postcode].join(' '));
}

/** The address on one line. */
export function addressLine({ lines, postcode }: Address): string {
  return [...lines, postcode].filter((part) => part !== '').join(', ');
}

function tidyPostcode(postcode: string): string {
  const compact = postcode.replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : postcode.trim().toUpperCase();
}
