import type { Instant } from '#calendar';
import { personal, refuse } from '#event-sourcing';
import { type ContactPlan, isSafeAt, type VictimChannel } from '#people';
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
  /** Why it was done otherwise than their contact plan says. Absent: nobody was asked, as of what is taken over from other records. */
  readonly against?: string | null;
}

export type IncompleteTelling = 'channel-needed' | 'teller-needed' | 'why-not-told' | 'why-withheld' | 'say-why';

export type UnsafeTelling = 'channel-is-never' | 'time-is-unsafe';

/** What is agreed about safe ways and times. */
export type SafeWays = Pick<ContactPlan, 'never' | 'days' | 'from' | 'until'>;

/**
 * Refuses to record, without a reason, that they were told by a way that their contact plan marks never or at a time it does not call safe,
 * and that they were told by a way nobody names. With a reason it is recorded as it was. `plan`: null where none is agreed or it cannot be
 * read. `against` is absent where nobody was asked.
 */
export function assertSafely({ decision, at, channel = null, against }: Partial<Told> & Pick<Told, 'at'>, plan: SafeWays | null): void {
  if (decision === 'not-told' || decision === 'do-not-tell' || plan === null || against === undefined) return;
  if (channel === null) throw refuse<IncompleteTelling>('channel-needed');
  if (against?.trim()) return;
  if (plan.never.includes(channel)) throw refuse<UnsafeTelling>('channel-is-never');
  if (!isSafeAt(plan, at)) throw refuse<UnsafeTelling>('time-is-unsafe');
}

/** The note with the reason for a way or a time that was not agreed on. */
export function noteOf({ note = null, against = null }: Partial<Told>): string | null {
  const said = [note, against && `Told otherwise than their contact plan says: ${against.trim()}`].filter((part) => part?.trim());
  return said.length > 0 ? said.join('. ') : null;
}

/** What the decision needs, of whatever it is. @throws Refusal with what is missing */
export function checkedTelling({ decision, role, channel, notTold, withheld, note }: Omit<Told, 'against'>) {
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
