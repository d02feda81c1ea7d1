import { createHash } from 'node:crypto';
import type { ExhibitRow } from '#cases';
import type { Recorded } from '#event-sourcing';
import { addressLine, givesAway, type PerpetratorState, spokenName } from '#people';
import type { Basis, Respondent } from './court-pack.js';
import { personOf, type RecordAround } from './record-of-application.js';

/** Which facts a document is made from. Where a person lives is none of them. */
export function basisOf({
  facts,
  lines,
  exhibits,
  people,
}: RecordAround & { readonly facts: readonly Recorded[]; readonly exhibits: readonly ExhibitRow[] }): Basis {
  const named = people.flatMap(({ facts: of }) => of.filter(({ fact }) => fact.type !== 'SafeContactChanged'));
  const used = new Map([
    ...[...facts, ...named].map(({ id, envelope }): [string, string] => [id, envelope.recordedAt]),
    ...lines.map(({ id, envelope }): [string, string] => [id, envelope.recordedAt]),
    ...exhibits.map(({ id, receivedAt }): [string, string] => [id, receivedAt]),
  ]);
  const newest = [...used.values()].reduce((last, at) => (at > last ? at : last), '');
  const digest = createHash('sha256')
    .update([...used.keys(), ...exhibits.map(({ doc }) => String(doc.withdrawn !== null))].sort().join('\n'))
    .digest('hex');
  return { facts: used.size, newest, digest: digest.slice(0, 16) };
}

/** A protected person by name: an order must have them so. */
export function nameOf({ people }: RecordAround, id: string): string {
  const found = people.find((one) => one.id === id);
  const state = found ? personOf(found) : null;
  const identity = state?.is === 'recorded' ? state.identity.value : null;
  return identity ? spokenName(identity.name) : 'A protected person whose name can be read no more';
}

/** The respondent as they stand on what is served on them: without an address that would say where a protected person is. */
export function respondentOf({ history, whereabouts }: RecordAround): Respondent {
  const state: PerpetratorState = history.perpetrator;
  if (state.is !== 'recorded' || !state.identity.value)
    return { name: 'A respondent whose name can be read no more', alsoKnownAs: [], dateOfBirth: null, address: null, youth: null };
  const { name, dateOfBirth } = state.identity.value;
  const known = state.addresses.findLast(({ address }) => address.value !== null)?.address.value ?? null;
  const line = known && addressLine(known);
  // They may live, or have lived, under one roof.
  const isApart = line !== null && givesAway(line, whereabouts) !== null;
  return {
    name: spokenName(name),
    alsoKnownAs: state.aliases.flatMap((alias) => (alias.name.value ? [spokenName(alias.name.value)] : [])),
    dateOfBirth,
    youth: null,
    address: isApart ? 'apart' : line === null ? null : { text: line, field: 'the address of the respondent', href: null, key: null },
  };
}
