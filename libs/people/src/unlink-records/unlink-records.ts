import { personal, refuse } from '#event-sourcing';
import { linkData, type LinkFact, type LinkState, type Pair } from '../domain/links.js';

export type CannotUnlink = 'not-linked';

/** Takes a link back: both records and both histories are as they were. The reason may speak of both people. */
export function unlinkRecords(state: LinkState, pair: Pair, reason: string): LinkFact[] {
  if (state.is !== 'linked') throw refuse<CannotUnlink>('not-linked');
  return [{ type: 'IdentityUnlinked', data: linkData(pair), personal: { reason: personal([pair.a, pair.b], reason) } }];
}
