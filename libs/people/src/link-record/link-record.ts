import type { Personal, Projection, Recorded } from '#event-sourcing';
import type { LinkFact, LinkState } from '../domain/links.js';

/** A pair of records and where it stands. What is on the records is not here: it is compared anew when it is shown. */
export interface LinkRow {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly state: Exclude<LinkState['is'], 'unknown'>;
  readonly asKind: 'one-person' | 'relatives';
  readonly weight: number;
  /** When it last began to wait, UTC. */
  readonly offeredAt: string | null;
  /** Every change of state, oldest first. */
  readonly changes: readonly LinkChange[];
}

/** A change of state with its instant, the user who made it and, where one was given, why. */
export interface LinkChange {
  readonly state: LinkRow['state'];
  readonly at: string;
  readonly by: string;
  readonly force: string;
  readonly reason?: Personal<string>;
}

const states = {
  LinkOffered: 'offered',
  IdentityLinked: 'linked',
  LinkDeclined: 'declined',
  IdentityUnlinked: 'unlinked',
} as const satisfies Record<LinkFact['type'], LinkRow['state']>;

export const linkRecord: Projection<LinkRow> = {
  name: 'links',
  table: 'people.link',
  version: 2,
  reads: Object.keys(states),
  rows: ({ fact }) => [(fact as LinkFact).data.pairId],
  evolve(row, event, id) {
    const { fact, envelope } = event as Recorded<LinkFact>;
    const [a, b] = fact.data.perpetratorIds;
    const state = states[fact.type];
    const { recordedAt: at, by, force } = envelope;
    const reason = fact.type === 'LinkOffered' ? undefined : fact.personal?.reason;
    return {
      ...{ id, a, b, state },
      asKind: fact.type === 'LinkOffered' ? fact.data.as : (row?.asKind ?? 'one-person'),
      weight: 'weight' in fact.data ? fact.data.weight : (row?.weight ?? 0),
      offeredAt: fact.type === 'LinkOffered' ? at : (row?.offeredAt ?? null),
      changes: [...(row?.changes ?? []), { state, at, by, force, ...(reason ? { reason } : {}) }],
    };
  },
};

/** Whether the pair was linked by the instant; now, when it is null. */
export function isLinkedAt({ changes }: Pick<LinkRow, 'changes'>, before: string | null): boolean {
  const known = before === null ? changes : changes.filter(({ at }) => at < before);
  return known.findLast(({ state }) => state !== 'offered')?.state === 'linked';
}
