import { personal, refuse } from '#event-sourcing';
import { type Evidence, linkData, type LinkFact, type LinkState } from '../domain/links.js';

export type CannotLink = 'already-linked';

/** A person decides that the two records are of one person. Each force keeps its record; a link can be undone. The reason may speak of both. */
export function linkRecords(state: LinkState, { pair, weight, digest }: Evidence, reason: string | null = null): LinkFact[] {
  if (state.is === 'linked') throw refuse<CannotLink>('already-linked');
  const data = { ...linkData(pair), weight, evidence: digest };
  if (reason === null) return [{ type: 'IdentityLinked', data }];
  return [{ type: 'IdentityLinked', data, personal: { reason: personal([pair.a, pair.b], reason) } }];
}
