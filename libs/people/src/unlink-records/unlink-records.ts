import { personal, refuse } from '#event-sourcing';
import { linkData, type LinkFact, type LinkState, type Pair } from '../domain/links.js';

export type CannotUnlink = 'not-linked';

/**
 * Takes a link back: both records and both histories are as they were. The reason may speak of both people; of those whose data was erased
 * nothing can be kept, so `about` are those who are left.
 */
export function unlinkRecords(state: LinkState, pair: Pair, reason: string, about: readonly string[] = [pair.a, pair.b]): LinkFact[] {
  if (state.is !== 'linked') throw refuse<CannotUnlink>('not-linked');
  const [first, ...others] = about;
  if (first === undefined) return [{ type: 'IdentityUnlinked', data: linkData(pair) }];
  return [{ type: 'IdentityUnlinked', data: linkData(pair), personal: { reason: personal([first, ...others], reason) } }];
}
