import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { isBlank, sameAddress, tidyAddress } from '../domain/addresses.js';
import type { Address, PerpetratorFact } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export interface NewAddress {
  readonly addressId: string;
  readonly from: LocalDate | null;
  readonly address: Address;
}

export type CannotAddAddress = CannotChange | 'no-address' | 'already-known';

/** Adds an address. Living again at an earlier address from another day is news. */
export function addAddress(state: PerpetratorState, who: Changer, { addressId, from, address }: NewAddress): PerpetratorFact[] {
  const { perpetratorId, addresses } = changeable(state, who);
  const tidy = tidyAddress(address);
  if (isBlank(tidy)) throw refuse<CannotAddAddress>('no-address');
  const known = addresses.some((one) => one.from === from && one.address.value && sameAddress(one.address.value, tidy));
  if (known) throw refuse<CannotAddAddress>('already-known');
  return [{ type: 'AddressRecorded', data: { perpetratorId, addressId, from }, personal: { address: personal([perpetratorId], tidy) } }];
}
