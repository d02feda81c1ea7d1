import { type ClockStep, formatDate } from '#calendar';
import { kindRule, latestEnd, type MadeOrder } from '#orders';
import { daysBefore } from './rules/clock-end.js';
import type { ClockKey } from './rules/clock-rules.js';
import type { Task } from './task.js';

/**
 * Conditions that end before the order does: for each, whether it is still needed, until its last day or until the force is asking the court to
 * change it. The court may set a period of its own for each condition (SPA 2019 s.3).
 */
export function conditionTasks(order: MadeOrder): Task[] {
  if (order.is === 'over') return [];
  const { orderId, perpetratorId, force, kind, made, proposals } = order;
  const { short, mayVary } = kindRule(kind);
  const whole = latestEnd(order);
  const what = mayVary.includes('chief-officer')
    ? 'ask the court to vary the order if it is still needed'
    : 'see whether it is still needed';
  return order.conditions.flatMap(({ conditionId, versions }) => {
    const now = versions.at(-1);
    const end = now?.plain.end;
    if (!now || now.until !== null || end?.is !== 'fixed') return [];
    const { lastDay } = end;
    if (whole.is === 'fixed' && lastDay >= whole.lastDay) return [];
    const isAsked = proposals.some(
      ({ decided, draft }) =>
        decided === null &&
        draft?.changes.some(({ change }) => change.change !== 'removed' && change.version.conditionId === conditionId) === true,
    );
    const from = (clock: ClockKey): string => daysBefore(clock, lastDay, made.on);
    const words = `Condition ${now.plain.number} of the ${short} ends ${formatDate(lastDay)}: ${what}`;
    const steps: readonly ClockStep[] = [
      { from: from('condition-look'), by: from('condition-ask'), words, urgent: false },
      { from: from('condition-ask'), by: lastDay, words, urgent: false },
      { from: from('condition-last'), by: lastDay, words: `${words}, last days`, urgent: true },
    ];
    const opens = from('condition-look');
    return [
      {
        ...{ id: `condition-ends:${now.plain.versionId}:${lastDay}`, what: 'condition-ends', words, force },
        why: 'It has a last day of its own, before that of the order: from the next day on it binds nobody',
        about: { perpetratorId, orderId },
        opens: opens > now.from.on ? opens : now.from.on,
        dueBy: lastDay,
        lapses: lastDay,
        done: isAsked,
        steps,
      },
    ];
  });
}
