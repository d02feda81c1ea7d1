import { refuse } from '#event-sourcing';
import { type Evidence, linkData, type LinkFact, type LinkState } from '../domain/links.js';

export type CannotDecline = 'already-linked' | 'already-declined';

/** A person decides that the two records are not of one person, on the evidence there is. */
export function declineLink(state: LinkState, { pair, weight, digest }: Evidence): LinkFact[] {
  if (state.is === 'linked') throw refuse<CannotDecline>('already-linked');
  if (state.is === 'declined' && state.evidence === digest) throw refuse<CannotDecline>('already-declined');
  return [{ type: 'LinkDeclined', data: { ...linkData(pair), weight, evidence: digest } }];
}
