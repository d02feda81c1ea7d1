import type { AwarenessBasis, Served, ServiceMethod } from './events.js';
import { passed, type Moment, type When } from './moments.js';
import { kindRule } from './kinds/index.js';
import type { MadeOrder, OrderState } from './order.js';

/**
 * What shows that the respondent knew of the order, or of a variation of it. Three facts stay apart: in force, served, aware. An order
 * binds before it is served; liability for a breach turns on knowing of it (DPP v Stephenson [2025] EWHC 950 (Admin)).
 */
export type Knowledge =
  | { readonly shownBy: 'service'; readonly serviceId: string; readonly at: Moment; readonly method: ServiceMethod; readonly sure: boolean }
  | { readonly shownBy: 'presence'; readonly at: Moment; readonly sure: boolean }
  | {
      readonly shownBy: 'evidence';
      readonly evidenceId: string;
      readonly at: Moment;
      readonly basis: AwarenessBasis;
      readonly sure: boolean;
    }
  | { readonly shownBy: 'nothing' };

/**
 * The best proof at that time that he knew: service before presence in court before other evidence. `sure` is false where it came on the
 * very day and the hours cannot be compared.
 */
export function knowledgeAt(order: OrderState, of: Served, when: When): Knowledge {
  if (order.is === 'unmade') return { shownBy: 'nothing' };
  const proofs: Knowledge[] = [
    ...order.services
      .filter((service) => sameDocument(service.served, of))
      .map(({ serviceId, at, method }) => ({ shownBy: 'service', serviceId, at, method }) as const),
    ...presence(order, of).map((at) => ({ shownBy: 'presence', at }) as const),
    ...order.awareness
      .filter((known) => sameDocument(known.of, of))
      .map(({ evidenceId, at, basis }) => ({ shownBy: 'evidence', evidenceId, at, basis }) as const),
  ].flatMap((proof) => {
    const by = passed(proof.at, when);
    return by === 'no' ? [] : [{ ...proof, sure: by === 'yes' }];
  });
  return proofs.find((proof) => proof.shownBy !== 'nothing' && proof.sure) ?? proofs[0] ?? { shownBy: 'nothing' };
}

/** The first service of the order itself: from its day the duty to notify runs (SPA 2019 s.9). */
export function firstServiceOf(order: OrderState): Moment | null {
  if (order.is === 'unmade') return null;
  return order.services.find((service) => service.served === 'order')?.at ?? null;
}

/** Whether the order itself is still to be served. */
export function isToBeServed(order: MadeOrder): boolean {
  return needsService(order) && firstServiceOf(order) === null;
}

/** Whether the order itself has to be served on him. A kind without a duty to notify needs no service where he was in court. */
export function needsService(order: MadeOrder): boolean {
  return kindRule(order.kind).notificationDuty !== null || order.respondentPresent !== true;
}

/** Whether two name the same document: the order as made, or one variation. */
export function sameDocument(a: Served, b: Served): boolean {
  return a === 'order' || b === 'order' ? a === b : a.variationId === b.variationId;
}

function presence(order: Exclude<OrderState, { is: 'unmade' }>, of: Served): readonly Moment[] {
  if (of === 'order') return order.respondentPresent ? [order.made] : [];
  return order.variations
    .filter((variation) => variation.variationId === of.variationId && variation.respondentPresent)
    .map((variation) => variation.effective);
}
