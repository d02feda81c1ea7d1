import type { Entry, OrderState } from '#orders';
import { allegeable } from '../domain/allegeable.js';
import type { Occurred } from '../domain/events.js';

const weighed: Readonly<Partial<Record<Entry['is'], true>>> = { variation: true, renewal: true };

/**
 * Whether it depends on the moment what such an entry means for a breach: a variation or a renewal changes the order for a time. What was
 * appealed, discharged or quashed may have been told to a prosecutor, and is looked at whenever that was.
 */
export function dependsOnMoment({ is }: Entry): boolean {
  return Object.hasOwn(weighed, is);
}

/** Whether the life, the words, what he knew of them, or the duties of the order were others when it happened. */
export function changedThen(before: OrderState, after: OrderState, occurred: Occurred): boolean {
  return standingThen(before, occurred) !== standingThen(after, occurred);
}

/** How it stood then, for comparison. Until when it was to go on is no part of it. */
function standingThen(order: OrderState, occurred: Occurred): string {
  return JSON.stringify(
    allegeable([order], occurred).map(({ then, conditions, knowledge, renewalNotKnown, notification }) => ({
      is: then.is === 'not-in-force' ? then.because : then.is,
      words: conditions.map((one) => [one.conditionId, wordsThen(one.then)]),
      ...{ knowledge, renewalNotKnown, notification },
    })),
  );
}

function wordsThen(then: ReturnType<typeof allegeable>[number]['conditions'][number]['then']): unknown {
  switch (then.is) {
    case 'in-force':
      return [then.version.plain.versionId, then.knowledge];
    case 'uncertain':
      return then.options.map(({ version, ifThat, knowledge }) => [version.plain.versionId, ifThat, knowledge]);
    case 'time-needed':
      return then.versions.map(({ plain }) => plain.versionId);
    case 'not-in-force':
      return then.because;
  }
}
