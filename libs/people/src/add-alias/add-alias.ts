import { personal, refuse } from '#event-sourcing';
import type { PerpetratorFact, PersonName } from '../domain/events.js';
import { type CannotChange, changeable, type Changer } from '../domain/may-change.js';
import { foldName, sameName } from '../domain/names.js';
import type { PerpetratorState } from '../domain/perpetrator.js';

export type CannotAddAlias = CannotChange | 'no-name' | 'already-known';

/** Adds another name the person goes by. */
export function addAlias(
  state: PerpetratorState,
  who: Changer,
  alias: { readonly aliasId: string; readonly name: PersonName },
): PerpetratorFact[] {
  const { perpetratorId, identity, aliases } = changeable(state, who);
  const name = { family: alias.name.family.trim(), given: alias.name.given.trim() };
  if (foldName(name) === '') throw refuse<CannotAddAlias>('no-name');
  const known = [identity.value?.name, ...aliases.map((one) => one.name.value)];
  if (known.some((one) => one && sameName(one, name))) throw refuse<CannotAddAlias>('already-known');
  return [{ type: 'AliasRecorded', data: { perpetratorId, aliasId: alias.aliasId }, personal: { name: personal([perpetratorId], name) } }];
}
