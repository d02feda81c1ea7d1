import type { AwarenessBasis, Served, ServiceMethod } from './events.js';
import { passed, type Moment, type When } from './moments.js';
import { kindRule } from './kinds/index.js';
import type { MadeOrder, OrderState } from './order.js';

/**
 * What shows that the respondent knew of the order, or of a variation of it. Three facts stay apart: in force, served, aware. An order
 * binds before it is served; liability for a breach turns on knowing of it (DPP v Stephenson [2025] EWHC 950 (Admin)).
 */
export type Knowledge =
  | {
      readonly shownBy: 'service';
      readonly serviceId: string;
      readonly at: Moment;
      readonly method: ServiceMethod;
      readonly sure: boolean;
      /** It did not reach his hands for sure, and nothing proves it: see `isProved`. */
      readonly unproved?: true;
    }
  | {
      readonly shownBy: 'presence';
      readonly at: Moment;
      readonly sure: boolean;
      /** Not when the order was made: when it was varied. */
      readonly varied?: true;
    }
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
      .filter(isProved)
      .map(({ serviceId, at, method }) => ({ shownBy: 'service', serviceId, at, method }) as const),
    ...presence(order, of).map((one) => ({ shownBy: 'presence', ...one }) as const),
    ...order.awareness
      .filter((known) => sameDocument(known.of, of))
      .map(({ evidenceId, at, basis }) => ({ shownBy: 'evidence', evidenceId, at, basis }) as const),
    ...order.services
      .filter((service) => sameDocument(service.served, of) && !isProved(service))
      .map(({ serviceId, at, method }) => ({ shownBy: 'service', serviceId, at, method, unproved: true }) as const),
  ].flatMap((proof) => {
    const by = passed(proof.at, when);
    return by === 'no' ? [] : [{ ...proof, sure: by === 'yes' && !('unproved' in proof) }];
  });
  return proofs.find((proof) => proof.shownBy !== 'nothing' && proof.sure) ?? proofs[0] ?? { shownBy: 'nothing' };
}

/**
 * Whether a service shows by itself that it reached him: it was handed or read to him, or it is proved. [M] The Act asks for service and says
 * nothing of how (SPA 2019 s.9); by post or at an address, without a proof, it is no sure knowledge, and personal service is safer.
 */
export function isProved({ method, proof }: { readonly method: ServiceMethod; readonly proof: string }): boolean {
  return proof !== 'none-yet' || method === 'personal' || method === 'in-court' || method === 'read-by-officer';
}

/**
 * The first service of the order itself: from its day the duty to notify runs (SPA 2019 s.9). One that is proved counts before one that is
 * not; of the latter the days run all the same, so that nobody forgets them.
 */
export function firstServiceOf(order: OrderState): Moment | null {
  if (order.is === 'unmade') return null;
  const all = order.services.filter((service) => service.served === 'order');
  return (all.find(isProved) ?? all[0])?.at ?? null;
}

/** Whether the order itself is still to be served, or to be proved to have been. */
export function isToBeServed(order: MadeOrder): boolean {
  return needsService(order) && !order.services.some((service) => service.served === 'order' && isProved(service));
}

/** Whether it shows that he knew: a service that nothing proves does not. */
export function showsIt(knowledge: Knowledge): boolean {
  return knowledge.shownBy !== 'nothing' && !(knowledge.shownBy === 'service' && knowledge.unproved);
}

/** Whether the order itself has to be served on him. A kind without a duty to notify needs no service where he was in court. */
export function needsService(order: MadeOrder): boolean {
  return kindRule(order.kind).notificationDuty !== null || order.respondentPresent !== true;
}

/** Whether two name the same document: the order as made, or one variation. */
export function sameDocument(a: Served, b: Served): boolean {
  return a === 'order' || b === 'order' ? a === b : a.variationId === b.variationId;
}

/** When he was in court for it. Who hears that an order is varied learns that there is one. */
function presence(order: MadeOrder, of: Served): readonly { readonly at: Moment; readonly varied?: true }[] {
  const present = order.variations.filter(({ respondentPresent }) => respondentPresent === true);
  if (of !== 'order')
    return present.filter(({ variationId }) => variationId === of.variationId).map(({ effective }) => ({ at: effective }));
  return [
    ...(order.respondentPresent ? [{ at: order.made }] : []),
    ...present.map(({ effective }) => ({ at: effective, varied: true as const })),
  ];
}
