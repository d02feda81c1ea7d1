import type { Act } from '#event-sourcing';
import { refuse } from '#event-sourcing';
import type { Streams } from '#event-store';
import { perpetrators } from '../domain/perpetrator.js';
import { protectedPeople } from '../domain/protected-person.js';

/**
 * Refuses with `not-yours-to-name` whoever may not know of the record of the perpetrator from whom one of these people is protected: the same as for
 * somebody who is not on record (`nameable`, which the decision asks itself, after a retried command was found recorded already: since then
 * somebody may have been erased).
 */
export async function assertMayName(
  streams: Streams,
  protectedPersonIds: readonly string[],
  act: Pick<Act, 'by' | 'force'>,
): Promise<void> {
  await Promise.all(
    [...new Set(protectedPersonIds)].map(async (id) => {
      const { state } = await streams.load(protectedPeople, id);
      if (state.is !== 'recorded' || state.perpetratorId === null) return;
      const { state: perpetrator } = await streams.load(perpetrators, state.perpetratorId);
      const closed = perpetrator.is !== 'unknown' && perpetrator.restriction && !perpetrator.restriction.readers.includes(act.by);
      if (closed) throw refuse<'not-yours-to-name'>('not-yours-to-name');
    }),
  );
}
