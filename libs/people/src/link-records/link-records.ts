import { refuse } from '#event-sourcing';
import { type Evidence, linkData, type LinkFact, type LinkState } from '../domain/links.js';

export type CannotLink = 'already-linked';

/** A person decides that the two records are of one person. Each force keeps its record; a link can be undone. */
export function linkRecords(state: LinkState, { pair, weight, digest }: Evidence): LinkFact[] {
  if (state.is === 'linked') throw refuse<CannotLink>('already-linked');
  return [{ type: 'IdentityLinked', data: { ...linkData(pair), weight, evidence: digest } }];
}
