import { breachClocks, type BreachState, type VictimRules } from '#breaches';
import type { OrderState } from '#orders';
import type { Situation } from './clocks.js';
import type { Task } from './task.js';

/** Everything to be done about one incident, as its own page says it too. */
export function breachTasks(
  breach: BreachState,
  orders: readonly OrderState[],
  { rights = {}, alleged = {} }: Pick<Situation, 'rights' | 'alleged'> = {},
): Task[] {
  const { breachId, perpetratorId, force } = breach;
  const rules: VictimRules = { rightsOf: (id) => rights[id] ?? 'enhanced', recordedAt: alleged[breachId] ?? null };
  return breachClocks(breach, orders, rules).map(({ of, flagId, telling, ...clock }) => ({
    ...clock,
    id: `${clock.what}:${breachId}${of && `:${of}`}`,
    about: {
      ...{ perpetratorId, breachId },
      ...(flagId === undefined ? {} : { flagId }),
      ...(telling === undefined ? {} : { protectedPersonId: telling.protectedPersonId, development: telling.about }),
    },
    force,
  }));
}
