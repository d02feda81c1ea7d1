import type { Address } from './events.js';
import { hitsIn } from './masking.js';
import { contactUnsaid, nameUnsaid, placesUnsaid, type UnsaidWords } from './masking/unsaid.js';
import type { PerpetratorRecord } from './perpetrator.js';
import type { ProtectedPersonRecord } from './protected-person.js';

/**
 * Whether a text says who the person is or how they are found: names now and before but a given name alone, addresses, telephone numbers and
 * whatever identifies them, in other forms and with a slip, as masks find them.
 */
export function namesPerson(text: string, record: PerpetratorRecord | ProtectedPersonRecord): boolean {
  const hide = 'protectedPersonId' in record ? ofProtected(record) : ofPerpetrator(record);
  // A word like “May” or “Grace” alone says nobody's name in a reference.
  return hitsIn(text, [{ instead: '', hide: hide.filter(({ is }) => is !== 'given') }]).length > 0;
}

function ofPerpetrator({ identity, aliases, addresses, identifiers }: PerpetratorRecord): UnsaidWords[] {
  const names = [identity.value?.name, ...aliases.map(({ name }) => name.value)].flatMap((name) => (name ? nameUnsaid(name) : []));
  const places = addresses.flatMap(({ address }) => placesIn(address.value));
  const numbers = identifiers.flatMap(({ value: { value } }): UnsaidWords[] => (value === null ? [] : [{ is: 'words', text: value }]));
  return [...names, ...places, ...numbers];
}

function ofProtected({ identity, contact, formerly }: ProtectedPersonRecord): UnsaidWords[] {
  const names = [identity, ...formerly.identities].flatMap(({ value }) => (value === null ? [] : nameUnsaid(value.name)));
  const ways = [contact, ...formerly.contacts].flatMap(({ value }) => (value === null ? [] : contactUnsaid(value)));
  return [...names, ...ways];
}

function placesIn(address: Address | null): readonly UnsaidWords[] {
  return address === null ? [] : placesUnsaid(address);
}
