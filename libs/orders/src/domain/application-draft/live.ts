import { conditionsInForceAt, inForceAt } from '../in-force.js';
import type { When } from '../moments.js';
import type { OrderState } from '../order.js';
import type { WeighedOrder } from './facts.js';

/** Those of the orders that bind then, each with the wordings that bind or, where an hour that is not recorded decides, may bind. */
export function liveOrders(orders: readonly OrderState[], when: When): readonly WeighedOrder[] {
  return orders.flatMap((order) =>
    order.is === 'unmade' || inForceAt(order, when).is === 'not-in-force'
      ? []
      : [{ orderId: order.orderId, versionIds: conditionsInForceAt(order, when).flatMap(wordingsOf) }],
  );
}

function wordingsOf(condition: ReturnType<typeof conditionsInForceAt>[number]): readonly string[] {
  const answers = condition.is === 'time-needed' ? condition.candidates : [condition];
  return answers.flatMap((answer) => (answer.is === 'in-force' ? [answer.version.plain.versionId] : []));
}
