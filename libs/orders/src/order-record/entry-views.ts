import { changesToAppeal } from '../domain/changes-to-appeal.js';
import { knowledgeAt } from '../domain/knowledge.js';
import type { Moment } from '../domain/moments.js';
import type { MadeOrder } from '../domain/order.js';
import { versionWithId } from '../domain/conditions.js';
import type { Spoken } from './spoken.js';
import { documentWords } from './words.js';

type One<Name extends 'services' | 'attempts' | 'awareness' | 'variations' | 'requirementChecks' | 'nationalRecord'> =
  MadeOrder[Name][number];

/** How the entries of an order are shown to one reader. */
export interface EntryReading {
  readonly order: MadeOrder;
  readonly spoken: Spoken;
  /** The forces that noted something on the order of another, by the id of what they noted. */
  readonly notedBy: Readonly<Record<string, string>>;
  /** Whether the reader is of the force that keeps the order. */
  readonly isOwn: boolean;
  readonly now: Moment;
}

/** A service with the words that this reader may read. */
export type ServiceView = ReturnType<typeof serviceView>;
export function serviceView({ place, by, identified, reaction, ...rest }: One<'services'>, { order, spoken, notedBy }: EntryReading) {
  const from = notedBy[rest.serviceId];
  return {
    ...rest,
    document: documentWords(order, rest.served, rest),
    place: spoken.place(place, from),
    by: spoken.read(by, from),
    identified: spoken.read(identified, from),
    reaction: spoken.read(reaction, from),
  };
}

/** An attempt that failed. */
export type AttemptView = ReturnType<typeof attemptView>;
export function attemptView(one: One<'attempts'>, { order, spoken, notedBy }: EntryReading) {
  return { ...one, document: documentWords(order, one.served), result: spoken.read(one.result, notedBy[one.attemptId]) };
}

/** What shows that he knows of the order or of a variation of it. */
export type AwarenessView = ReturnType<typeof awarenessView>;
export function awarenessView(one: One<'awareness'>, { order, spoken, notedBy }: EntryReading) {
  return { ...one, document: documentWords(order, one.of), detail: spoken.read(one.detail, notedBy[one.evidenceId]) };
}

/** A variation, with whether he knows of it now. */
export type VariationView = ReturnType<typeof variationView>;
export function variationView(one: One<'variations'>, { order, spoken, isOwn, now }: EntryReading) {
  // Why the force saw it come is its own to read, as with what it asks of the court.
  return { ...one, reason: isOwn ? spoken.read(one.reason) : null, known: knowledgeAt(order, { variationId: one.variationId }, now) };
}

/** A discharge that a court made other than on appeal: where, on whose application, without whose consent, and why. */
export type DischargeView = NonNullable<ReturnType<typeof dischargeView>>;
export function dischargeView({ order, spoken, isOwn }: EntryReading) {
  if (order.is !== 'over' || order.over.because !== 'discharged' || order.over.onAppeal !== null) return null;
  const { at, court, onApplicationOf, withoutConsent, reason } = order.over;
  return { at, court, onApplicationOf, withoutConsent, reason: isOwn ? spoken.read(reason) : null };
}

/** That the force decided not to appeal against what the respondent obtained, and why. */
export type ChangeAcceptedView = ReturnType<typeof changesAcceptedView>[number];
export function changesAcceptedView({ order, spoken, isOwn }: EntryReading) {
  return changesToAppeal(order).flatMap(({ against, accepted }) =>
    accepted ? [{ against, on: accepted.on, reason: isOwn ? spoken.read(accepted.reason) : null }] : [],
  );
}

/** What was recorded last of one occasion of a requirement, with the number of its clause. */
export type RequirementCheckView = ReturnType<typeof requirementCheckView>;
export function requirementCheckView(one: One<'requirementChecks'>, { order, spoken, isOwn }: EntryReading) {
  return { ...one, number: versionWithId(order, one.versionId)?.plain.number ?? null, note: isOwn ? spoken.read(one.note) : null };
}

/** That a national record has it. */
export type NationalRecordView = ReturnType<typeof nationalRecordView>;
export function nationalRecordView(one: One<'nationalRecord'>, { spoken }: EntryReading) {
  return { ...one, reference: spoken.read(one.reference) };
}

/** Of two checks of one occasion the later. */
export function lastChecks(order: MadeOrder): readonly One<'requirementChecks'>[] {
  return [...new Map(order.requirementChecks.map((one) => [`${one.versionId}@${one.day}`, one])).values()];
}
