import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, type Streams, to } from '#event-store';
import { idFrom } from '#pages';
import { applications, type ApplicationState } from '../domain/application.js';
import type { OrderFact } from '../domain/events.js';
import { type MadeOrder, orders, type OrderState } from '../domain/order.js';
import { ceasingToo } from '../domain/ceasing.js';
import { inPlaceNow } from '../domain/in-its-place.js';

/**
 * Records what `decide` makes of an order whose end it may move. An interim order is decided about together with its application and with the full
 * order made in it: whether that stands in its place follows from how the interim ended, as the record then is.
 */
export async function transactEnd(
  streams: Streams,
  orderId: string,
  act: Act,
  decide: (order: OrderState) => readonly OrderFact[],
): Promise<Receipt> {
  const { state } = await streams.load(orders, orderId);
  if (state.is === 'unmade' || state.kind !== 'interim-spo') return streams.transact(orders, orderId, act, decide);
  const { applicationId, fullId, otherIds } = await determinedWith(streams, state);
  // An interim recorded by itself has no application here: nothing is filed under its own id.
  const others = [...(fullId === null ? [] : [fullId]), ...otherIds].map((id) => at(orders, id));
  const places = [at(orders, orderId), at(applications, applicationId ?? orderId), ...others] as const;
  return streams.transactAll(act, places, ([order, application, ...related]) => {
    if (applicationId !== null && orderMadeIn(application) !== fullId) throw refuse('busy');
    const facts = ceasingToo(order, decide(order), application);
    const after = facts.reduce((known, fact) => orders.evolve(known, fact), order);
    const full = related.find((one) => one.is !== 'unmade' && one.orderId === fullId) ?? orders.initial;
    const why = { correctionId: idFrom(act.commandId, 'what it replaces'), reason: reasonOf(facts) };
    return [
      to(orders, orderId, facts),
      ...(fullId === null ? [] : [to(orders, fullId, inPlaceNow(full, [after, ...related.filter((one) => one !== full)], why))]),
    ];
  });
}

interface DeterminedWith {
  readonly applicationId: string | null;
  /** The full order made when the application was determined. */
  readonly fullId: string | null;
  /** The other interim orders in whose place it may stand. */
  readonly otherIds: readonly string[];
}

/** What an interim order is determined with. */
async function determinedWith(streams: Streams, interim: MadeOrder): Promise<DeterminedWith> {
  const { applicationId, orderId } = interim;
  if (applicationId !== null) {
    const { state: application } = await streams.load(applications, applicationId);
    const made = application.is === 'not-filed' ? [] : application.interims.map((one) => one.orderId);
    return { applicationId, fullId: orderMadeIn(application), otherIds: made.filter((id) => id !== orderId) };
  }
  const fullId = interim.endings.flatMap((over) => (over.because === 'ceased' ? [over.fullOrderId] : [])).at(-1) ?? null;
  const { state: full } = fullId === null ? { state: orders.initial } : await streams.load(orders, fullId);
  const replaced = full.is === 'unmade' ? null : full.replaces;
  return { applicationId, fullId, otherIds: replaced === null || replaced === orderId ? [] : [replaced] };
}

/** The full order that was made when the application was determined; null where none was. */
export function orderMadeIn(application: ApplicationState): string | null {
  return application.is === 'determined' ? application.determination.orderId : null;
}

/** Why the end of the interim order was recorded anew, in the words in which that was said. */
function reasonOf(facts: readonly OrderFact[]): string {
  const said = facts.map((fact) => (fact.personal && 'reason' in fact.personal ? fact.personal.reason?.value : null));
  const reason = said.find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof reason === 'string' ? reason : 'The interim order ended otherwise than was recorded';
}
