import { isBlank, tidyAddress } from './addresses.js';
import type { SafeContact } from './events.js';

/** The contact as it is kept: nothing rather than blank text or a blank address. */
export function tidyContact({ phone, email, address, safeTimes }: SafeContact): SafeContact {
  const tidy = address && tidyAddress(address);
  return { phone: text(phone), email: text(email), address: tidy && !isBlank(tidy) ? tidy : null, safeTimes: text(safeTimes) };
}

function text(value: string | null): string | null {
  return value === null || value.trim() === '' ? null : value.trim();
}
