import type { LocalDate } from '#calendar';

/** Police ranks from which a chief officer's power to apply may be delegated to, lowest first. */
export const ranks = {
  inspector: 'Inspector',
  'chief-inspector': 'Chief inspector',
  superintendent: 'Superintendent',
  'chief-superintendent': 'Chief superintendent',
  'assistant-chief-constable': 'Assistant chief constable or commander',
  'deputy-chief-constable': 'Deputy chief constable or deputy assistant commissioner',
  'chief-constable': 'Chief constable or commissioner',
} as const;

export type Rank = keyof typeof ranks;

export const rankOrder = Object.keys(ranks) as readonly Rank[];

/** The lowest rank to which a force delegates its chief officer's power to apply. */
export interface AuthorisationPolicy {
  /** A force by CJS code, or `any` for those without an entry of their own. */
  readonly force: string;
  /** From this day on, until a later entry of the same force. */
  readonly from: LocalDate;
  readonly lowest: Rank;
  readonly source: string;
}

/** A force's own scheme of delegation is one more line here. */
export const authorisationPolicies: readonly AuthorisationPolicy[] = [
  {
    force: 'any',
    from: '2020-01-20',
    lowest: 'superintendent',
    source: 'Common practice under the SPA 2019; to be confirmed by the force solicitor',
  },
];

/** What the force's policy was on that day. */
export function policyOn(force: string, day: LocalDate, policies = authorisationPolicies): AuthorisationPolicy {
  const [latest] = policies
    .filter((policy) => (policy.force === force || policy.force === 'any') && policy.from <= day)
    // A force's own entry goes before the common one, then the latest.
    .toSorted((a, b) => Number(b.force === force) - Number(a.force === force) || (a.from < b.from ? 1 : -1));
  const earliest = latest ?? policies[0];
  if (!earliest) throw new Error('There is no policy of authorisation');
  return earliest;
}

export function isAtLeast(rank: Rank, lowest: Rank): boolean {
  return rankOrder.indexOf(rank) >= rankOrder.indexOf(lowest);
}
