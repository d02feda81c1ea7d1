import { refuse } from '#event-sourcing';
import type { OrderFact, Served } from '../domain/events.js';
import { conditionsInForceAt, inForceAt } from '../domain/in-force.js';
import type { ConditionVersion } from '../domain/conditions.js';
import { needsService } from '../domain/knowledge.js';
import { passed, type When } from '../domain/moments.js';
import type { MadeOrder, OrderState } from '../domain/order.js';
import { anOrder, sinceMade, type BadMoment, type NoOrder } from '../domain/required.js';
import { linesAloud } from '../domain/read-aloud.js';
import { recordService } from '../domain/served.js';
import { isServedAlready } from '../domain/to-serve.js';

export interface Reading {
  /** The versions of the conditions that were read, one tick each. */
  readonly read: readonly string[];
  /** What else was said aloud, as `linesAloud` names it: only that counts as told. */
  readonly told?: readonly string[];
  readonly at: When;
  readonly place: string;
  readonly by: string;
  readonly identified: string;
  /** What the respondent said or did. */
  readonly reaction?: string | null;
  /** It is said to be a second reading of what was served already. */
  readonly again?: boolean;
  /** The id of the service of a document: one reading can serve the order and variations of it. */
  readonly serviceId: (of: Served) => string;
}

/** `not-all-read`: what binds him has to be read whole; `other-words`: the order changed since the page was opened. */
export type CannotReadOut = NoOrder | BadMoment | 'not-in-force' | 'not-all-read' | 'other-words' | 'served-already';

/**
 * An officer at the scene reads him the conditions that bind him now, each as the court wrote it. That serves the order, if it was not, and
 * every variation of it that had taken effect and was not served. Where all was served, it is one more service of all where that is said.
 */
export function readOutOrder(order: OrderState, reading: Reading, now: When): OrderFact[] {
  const made = anOrder(order);
  const { read, at, place, by, identified, reaction, again = false, serviceId, told = [] } = reading;
  sinceMade(made, at, now);
  if (inForceAt(made, at).is === 'not-in-force') throw refuse<CannotReadOut>('not-in-force');
  const ids = toBeRead(made, at).map(({ plain }) => plain.versionId);
  if (read.some((id) => !ids.includes(id))) throw refuse<CannotReadOut>('other-words');
  const lines = linesAloud(made, at).map(({ value }) => value);
  if (told.some((line) => !lines.includes(line))) throw refuse<CannotReadOut>('other-words');
  if (ids.some((id) => !read.includes(id))) throw refuse<CannotReadOut>('not-all-read');
  const waiting = notServed(made, at);
  if (waiting.length === 0 && !again) throw refuse<CannotReadOut>('served-already');
  const documents = waiting.length > 0 ? waiting : inEffect(made, at);
  return documents.flatMap((served) =>
    recordService(
      made,
      { serviceId: serviceId(served), served, at, method: 'read-by-officer', proof: 'statement', place, by, identified, reaction, again },
      now,
    ).map((fact): OrderFact =>
      fact.type === 'OrderServed' ? { ...fact, data: { ...fact.data, read: ids, ...(told.length > 0 && { told }) } } : fact,
    ),
  );
}

/** The wordings that bind him then; of a condition that changes on that day at an hour nobody recorded, each that may. */
export function toBeRead(order: MadeOrder, when: When): readonly ConditionVersion[] {
  const versions = conditionsInForceAt(order, when).flatMap((then) => {
    if (then.is === 'in-force') return [then.version];
    if (then.is === 'not-in-force') return [];
    return then.candidates.flatMap((candidate) => (candidate.is === 'in-force' ? [candidate.version] : []));
  });
  return versions.toSorted((a, b) => a.plain.number - b.plain.number);
}

/** Whether the order, or a variation of it in effect then, binds him and waits to be read to him or handed over. */
export function waitsToBeRead(order: MadeOrder, when: When): boolean {
  return inForceAt(order, when).is !== 'not-in-force' && notServed(order, when).some((document) => isOwed(order, document));
}

/** What was made or varied in his presence he has heard; an order is served all the same where its kind brings a duty to notify. */
function isOwed(order: MadeOrder, document: Served): boolean {
  if (document === 'order') return needsService(order);
  return !order.variations.some(({ variationId, respondentPresent }) => variationId === document.variationId && respondentPresent === true);
}

/** Whether all that binds him then was served before: reading it out is said to be done again. */
export function isAllServed(order: MadeOrder, when: When): boolean {
  return notServed(order, when).length === 0;
}

/** The order and the variations in effect then of which no service is recorded that is proved: what was posted may be read to him. */
function notServed(order: MadeOrder, when: When): readonly Served[] {
  return inEffect(order, when).filter((document) => !isServedAlready(order, document, when));
}

function inEffect(order: MadeOrder, when: When): readonly Served[] {
  const variations = order.variations
    .filter(({ effective }) => passed(effective, when) === 'yes')
    .map(({ variationId }) => ({ variationId }));
  return ['order' as const, ...variations];
}
