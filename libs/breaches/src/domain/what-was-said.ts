import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import type { VictimChannel } from '#people';
import type { TellerRole, TellingDecision, WhyNotTold, WhyWithheld } from './telling.js';

/** What was done, as far as it can be said of any news. */
export interface Told {
  readonly decision: TellingDecision;
  /** When they were told, or when it was decided that they are not. */
  readonly at: Instant;
  readonly role: TellerRole | null;
  readonly by: string | null;
  readonly channel: VictimChannel | null;
  readonly notTold: WhyNotTold | null;
  readonly withheld: WhyWithheld | null;
  readonly note: string | null;
}

export type IncompleteTelling = 'channel-needed' | 'teller-needed' | 'why-not-told' | 'why-withheld' | 'say-why';

/** What the decision needs, of whatever it is. @throws Refusal with what is missing */
export function checkedTelling({ decision, role, channel, notTold, withheld, note }: Told) {
  if (role === null) throw refuse<IncompleteTelling>('teller-needed');
  if (decision === 'told' && channel === null) throw refuse<IncompleteTelling>('channel-needed');
  if (decision === 'not-told' && notTold === null) throw refuse<IncompleteTelling>('why-not-told');
  if (decision === 'do-not-tell' && withheld === null) throw refuse<IncompleteTelling>('why-withheld');
  if (decision === 'not-told' && notTold === 'other' && !note?.trim()) throw refuse<IncompleteTelling>('say-why');
  return { role, channel, because: decision === 'not-told' ? notTold : withheld };
}

/** The name of who told them and the note lie under the key of the person told. */
export function sealedParts(protectedPersonId: string, { by, note }: Pick<Told, 'by' | 'note'>) {
  const part = (name: string, text: string | null) => (text?.trim() ? { [name]: personal([protectedPersonId], text.trim()) } : {});
  return { ...part('by', by), ...part('note', note) };
}
