import type { OrderState } from '#orders';
import { allegeable } from './allegeable.js';
import type { Occurred } from './events.js';

/** The wordings of the order that bound him when it happened, or may have. */
export function bindingAt(order: OrderState, occurred: Occurred): ReadonlySet<string> {
  const conditions = allegeable([order], occurred).flatMap((one) => one.conditions);
  return new Set(
    conditions.flatMap(({ then }) => {
      switch (then.is) {
        case 'in-force':
          return [then.version.plain.versionId];
        case 'uncertain':
          return then.options.map(({ version }) => version.plain.versionId);
        case 'time-needed':
          return then.versions.map(({ plain }) => plain.versionId);
        case 'not-in-force':
          return [];
      }
    }),
  );
}
