import { type Evidence, linkData, type LinkFact, type LinkState } from '../domain/links.js';

/**
 * Puts a pair before a person. Once: what waits or is linked is left alone, and what a person declined or undid comes back only when
 * something on either record has changed since.
 */
export function offerLink(state: LinkState, { pair, weight, as, digest }: Evidence): LinkFact[] {
  if (state.is === 'offered' || state.is === 'linked') return [];
  if (state.is !== 'unknown' && state.evidence === digest) return [];
  return [{ type: 'LinkOffered', data: { ...linkData(pair), weight, as, evidence: digest } }];
}
