import type { ConditionVersion } from '../domain/conditions.js';
import type { Condition } from '../domain/conditions.js';
import type { ConditionChange, Court, OrderFact, WordsParts } from '../domain/events.js';
import type { End, Moment } from '../domain/moments.js';
import type { Appeal, EndSet, MadeOrder } from '../domain/order.js';

interface Restored {
  readonly change: ConditionChange;
  /** Null where the condition is taken out. */
  readonly from: ConditionVersion | null;
}

/**
 * What restores what stood before a variation or a renewal that was set aside: the former words and the former end, from the decision on.
 * What a later variation changed stays as that left it. A discharge is undone by the decision itself.
 */
export function undone(
  order: MadeOrder,
  { appealId, by, against }: Appeal,
  { court, at }: { readonly court: Court; readonly at: Moment },
  newId: (name: string) => string,
): OrderFact[] {
  if (against?.decision !== 'variation' && against?.decision !== 'renewal') return [];
  const changes =
    against.decision === 'variation' ? order.conditions.flatMap((condition) => restored(condition, against.variationId, newId)) : [];
  const end = formerEnd(order, against);
  if (changes.length === 0 && end === null) return [];
  const { orderId, perpetratorId, force } = order;
  const variationId = newId('undone');
  const words: WordsParts = Object.fromEntries(
    changes.flatMap(({ change, from }) =>
      change.change === 'removed' || !from ? [] : [[`words:${change.version.versionId}`, from.words]],
    ),
  );
  return [
    {
      type: 'OrderVaried',
      data: {
        ...{ orderId, perpetratorId, force, variationId, court, effective: at, onApplicationOf: by, respondentPresent: null, end },
        changes: changes.map(({ change }) => change),
        onAppeal: appealId,
      },
      personal: words,
    },
  ];
}

function restored({ conditionId, versions, removals }: Condition, variationId: string, newId: (name: string) => string): Restored[] {
  const madeBy = (version: ConditionVersion) => version.by !== 'order' && version.by.variationId === variationId;
  const again = (change: 'added' | 'reworded', from: ConditionVersion): Restored => ({
    change: { change, version: { ...from.plain, versionId: newId(`restored ${conditionId}`) } },
    from,
  });
  const last = versions.at(-1);
  if (!last) return [];
  if (removals.at(-1)?.variationId === variationId && last.until !== null) return [again('added', last)];
  if (!madeBy(last) || last.until !== null) return [];
  const before = versions.at(-2);
  // Nothing stood before: the condition had been added.
  return before ? [again('reworded', before)] : [{ change: { change: 'removed', conditionId }, from: null }];
}

/** The end before the one that was set aside; null where that set none, or another was set since. */
function formerEnd({ ends, variations, renewals }: MadeOrder, against: NonNullable<Appeal['against']>): End | null {
  const from =
    against.decision === 'variation'
      ? variations.find(({ variationId, end }) => variationId === against.variationId && end !== null)?.effective
      : against.decision === 'renewal'
        ? renewals.find(({ renewalId }) => renewalId === against.renewalId)?.made
        : undefined;
  const isIt = (set: EndSet | undefined) =>
    set !== undefined && set.by === against.decision && from !== undefined && set.from.on === from.on && set.from.at === from.at;
  return isIt(ends.at(-1)) ? (ends.at(-2)?.end ?? null) : null;
}
