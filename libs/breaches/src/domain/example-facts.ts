import { fold, personal } from '#event-sourcing';
import { type BreachState, breaches } from './breach.js';
import type { Allegation, BreachFact } from './events.js';

// Facts of one fictional incident, for the specs of the decisions: a text message on 8 Jun 2026 at 18:05 London time.

type DataOf<Type extends BreachFact['type']> = Extract<BreachFact, { type: Type }>['data'];

export const of = { breachId: 'b-1', perpetratorId: 'p-1', force: '46' } as const;
export const victim = 'v-1';
export const sentAt = '2026-06-08T17:05:00.000Z';
export const reportedAt = '2026-06-08T18:00:00.000Z';
/** Long after everything in the examples. */
export const now = '2026-11-21T12:00:00.000Z';

export const allegation: Allegation = {
  allegationId: 'a-1',
  orderId: 'o-1',
  conditionId: 'c-1',
  conditionVersionId: 'c-1-1',
  offenceCode: 'ST19001',
};

export function breachReported(over: Partial<DataOf<'BreachReported'>> = {}): BreachFact {
  const data: DataOf<'BreachReported'> = {
    ...of,
    occurred: { on: '2026-06-08', until: '2026-06-08', at: sentAt },
    reportedAt,
    channel: 'phone-101',
    reporter: 'protected-person',
    kinds: ['message'],
    protectedPersonIds: [victim],
    allegations: [allegation],
    awarenessToShow: false,
    reasonableExcuse: 'none-offered',
    ...over,
  };
  return { type: 'BreachReported', data, personal: { account: personal(['p-1', victim], 'A text message') } };
}

export function contactKept(): BreachFact {
  return {
    type: 'ContactKept',
    data: {
      ...of,
      occurred: { on: '2026-06-08', until: '2026-06-08', at: sentAt },
      reportedAt,
      channel: 'phone-101',
      reporter: 'protected-person',
      kinds: ['call'],
      protectedPersonIds: [victim],
      why: 'not-alleged',
    },
    personal: { account: personal(['p-1', victim], 'A silent call') },
  };
}

export const arrested: BreachFact = { type: 'ArrestMade', data: { ...of, at: '2026-06-08T22:10:00.000Z' } };
export const interviewed: BreachFact = { type: 'InterviewHeld', data: { ...of, at: '2026-06-09T08:00:00.000Z', underCaution: true } };
export const bailed: BreachFact = {
  type: 'ReleasedFromCustody',
  data: { ...of, at: '2026-06-09T10:00:00.000Z', how: 'bail-with-conditions' },
};
export const charged: BreachFact = {
  type: 'Charged',
  data: { ...of, at: '2026-07-01T10:00:00.000Z', offenceCodes: ['ST19001'], test: 'full-code' },
};
/** After the charge, by a court. */
export function remanded(how: 'bail-with-conditions' | 'bail' | 'custody', at = '2026-07-02T10:00:00.000Z'): BreachFact {
  return { type: 'RemandDecided', data: { ...of, at, by: 'court', how } };
}
export const dropped: BreachFact = { type: 'NoFurtherAction', data: { ...of, at: '2026-07-01T10:00:00.000Z', reason: 'evidential' } };
export const convicted: BreachFact = {
  type: 'CourtOutcomeRecorded',
  data: { ...of, on: '2026-09-01', outcome: 'convicted', receivedAt: '2026-09-02T09:00:00.000Z' },
};
export const flagged: BreachFact = {
  type: 'ReviewFlagged',
  data: { ...of, flagId: 'f-1', because: 'order-quashed', orderId: 'o-1', at: '2026-09-14T15:00:00.000Z' },
};

/** The breach that these facts make. */
export function given(...facts: readonly BreachFact[]): BreachState {
  return fold(breaches, facts);
}

/** What `decide` answers: its facts, or the reason for which it refuses. Anything else it throws is thrown on. */
export function outcome(decide: () => readonly BreachFact[]): readonly BreachFact[] | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Error && 'reason' in error && typeof error.reason === 'string') return error.reason;
    throw error;
  }
}
