import type { LocalDate } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { isBlank, sameAddress, tidyAddress } from '../domain/addresses.js';
import { checkedIdentity, type UnusableIdentity } from '../domain/checked-identity.js';
import type { Address, Identity, PerpetratorFact, PersonName } from '../domain/events.js';
import {
  checkedIdentifier,
  type IdentifierEntry,
  identifierKey,
  identifierRecorded,
  type UnusableIdentifier,
} from '../domain/identifier-entry.js';
import type { Changer } from '../domain/may-change.js';
import { foldName, sameName } from '../domain/names.js';
import {
  checkEmployment,
  type EnteredOccupation,
  occupationRecorded,
  restrictedToReaders,
  type UnclearEmployment,
} from '../domain/occupation.js';
import type { PerpetratorState } from '../domain/perpetrator.js';
import type { LegalReader, NobodyKeeps } from '../domain/restriction.js';

export interface NewPerpetrator {
  readonly identity: Identity;
  readonly aliases: readonly PersonName[];
  readonly addresses: readonly { readonly from: LocalDate | null; readonly address: Address }[];
  readonly identifiers: readonly IdentifierEntry[];
  readonly occupation: EnteredOccupation | null;
  /** User ids of those who may read a police employee's record besides the recorder (professional standards). */
  readonly readers: readonly string[];
}

/** Who records, on which day, and the ids to give: `newId('alias-0')` is the same whenever the same command asks. */
export interface Recorder extends Changer {
  readonly today: LocalDate;
  readonly newId: (part: string) => string;
}

export type CannotRecord = 'already-recorded' | UnusableIdentity | UnusableIdentifier | UnclearEmployment | NobodyKeeps;

/**
 * Makes the force's record of a perpetrator in one step. The record of a police employee is restricted by the same step, so that no
 * colleague can find it at any moment; one of `legal` must be among its readers. What is given twice within the record is kept once.
 */
export function recordPerpetrator(
  state: PerpetratorState,
  perpetratorId: string,
  who: Recorder,
  { identity, aliases, addresses, identifiers, occupation, readers }: NewPerpetrator,
  legal: readonly LegalReader[],
): PerpetratorFact[] {
  if (state.is !== 'unknown') throw refuse<CannotRecord>('already-recorded');
  if (occupation !== null) checkEmployment(occupation);
  const self: readonly [string] = [perpetratorId];
  const checked = checkedIdentity(identity, who.today);
  const names = distinct([checked.name, ...aliases.filter((name) => foldName(name) !== '')], sameName).slice(1);
  const tidied = addresses.map((one) => ({ ...one, address: tidyAddress(one.address) })).filter((one) => !isBlank(one.address));
  const homes = distinct(tidied, (one, other) => one.from === other.from && sameAddress(one.address, other.address));
  const numbers = distinct(
    identifiers.map((entry, nth) => checkedIdentifier(entry, who.force, who.today, nth)),
    (one, other) => identifierKey(one) === identifierKey(other),
  );
  return [
    { type: 'PerpetratorRecorded', data: { perpetratorId, force: who.force }, personal: { identity: personal(self, checked) } },
    ...(occupation === null || occupation.policeForce === null ? [] : [restrictedToReaders(perpetratorId, who, readers, legal)]),
    ...names.map((name, nth): PerpetratorFact => {
      return {
        type: 'AliasRecorded',
        data: { perpetratorId, aliasId: who.newId(`alias-${nth}`) },
        personal: { name: personal(self, name) },
      };
    }),
    ...homes.map(({ from, address }, nth): PerpetratorFact => {
      const addressId = who.newId(`address-${nth}`);
      return { type: 'AddressRecorded', data: { perpetratorId, addressId, from }, personal: { address: personal(self, address) } };
    }),
    ...numbers.map((identifier, nth) => identifierRecorded(perpetratorId, who.newId(`identifier-${nth}`), identifier)),
    ...(occupation === null ? [] : [occupationRecorded(perpetratorId, occupation)]),
  ];
}

/** Each item once, the first of those that are the same. */
function distinct<Item>(items: readonly Item[], same: (one: Item, other: Item) => boolean): Item[] {
  return items.filter((item, nth) => items.findIndex((other) => same(item, other)) === nth);
}
