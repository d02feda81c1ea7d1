import type { Viewer } from '#access';
import type { GivenAway, Whereabouts } from '../domain/events.js';

/** Words of a proposal to vary or to renew an order that would tell the respondent where a protected person can be reached. Never those words themselves. */
export interface ProposalFinding {
  /** Which field it is and what it would tell. */
  readonly text: string;
  readonly gives: Whereabouts;
  /** The page of the proposal on which it can be mended; null for what is recorded elsewhere. */
  readonly href: string | null;
}

/** Searches the papers that would be served on the respondent, as the rooms above make them: they bind this port. */
export abstract class ProposalFindings {
  /** None when nothing is found, or when there is no such proposal for this viewer. */
  abstract of(viewer: Viewer, orderId: string, proposalId: string): Promise<readonly ProposalFinding[]>;
  /** The fields that somebody must read before the papers are served: a word in them may tell where somebody is. None for whom `of` finds none. */
  abstract toRead(viewer: Viewer, orderId: string, proposalId: string): Promise<readonly string[]>;
}

/** What of it stands in the words that are drafted, each once: what is recorded elsewhere can be left out when the papers are made. */
export function inDraftedWords(findings: readonly ProposalFinding[]): GivenAway['found'] {
  const gives = new Set(findings.flatMap((one) => (one.href === null ? [] : [one.gives])));
  return [...gives].map((one) => ({ section: 'changes', gives: one }));
}
