import { personal, refuse } from '#event-sourcing';
import { type Evidence, linkData, type LinkFact, type LinkState } from '../domain/links.js';

export type CannotDecline = 'already-linked' | 'already-declined' | 'no-reason';

/** A person decides that the two records are not of one person, on the evidence there is, and says why. The reason may speak of both. */
export function declineLink(state: LinkState, { pair, weight, digest }: Evidence, reason: string): LinkFact[] {
  if (reason === '') throw refuse<CannotDecline>('no-reason');
  if (state.is === 'linked') throw refuse<CannotDecline>('already-linked');
  if (state.is === 'declined' && state.evidence === digest) throw refuse<CannotDecline>('already-declined');
  const data = { ...linkData(pair), weight, evidence: digest };
  return [{ type: 'LinkDeclined', data, personal: { reason: personal([pair.a, pair.b], reason) } }];
}
