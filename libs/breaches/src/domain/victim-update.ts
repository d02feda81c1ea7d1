import type { Instant } from '#calendar';
import type { Personal } from '#event-sourcing';
import type { VictimChannel } from '#people';
import type { BreachFact, VictimUpdateAbout } from './events.js';
import type { TellerRole, TellingDecision, WhyNotTold, WhyWithheld } from './telling.js';

/** A protected person was told of a development of the breach, was not told, or is not to be told. */
export interface VictimUpdate {
  readonly updateId: string;
  readonly protectedPersonId: string;
  readonly at: Instant;
  readonly of: VictimUpdateAbout;
  readonly decision: TellingDecision;
  /** Null when the record does not say. */
  readonly channel: VictimChannel | null;
  readonly role: TellerRole | null;
  readonly because: WhyNotTold | WhyWithheld | null;
  readonly by: Personal<string> | null;
  readonly note: Personal<string> | null;
}

/** The update that the fact records. */
export function updateOf(fact: Extract<BreachFact, { type: 'VictimTold' | 'VictimNotTold' }>): VictimUpdate {
  const { updateId, protectedPersonId, at, of } = fact.data;
  const common = { updateId, protectedPersonId, at, of, by: fact.personal?.by ?? null };
  if (fact.type === 'VictimTold') {
    const { channel = null, role = null } = fact.data;
    return { ...common, decision: 'told', channel, role, because: null, note: fact.personal?.note ?? null };
  }
  const { decision, because, role } = fact.data;
  return { ...common, decision, because, role, channel: null, note: fact.personal?.note ?? null };
}
