import { addDays, formatDate } from '#calendar';
import { kindRule, type MadeOrder, obligationsOf } from '#orders';
import type { Task } from './task.js';

/** Requirements to be met by a day: looked at on that day, and for two weeks after, when a missed one is reported as a breach. */
export function requirementTasks(order: MadeOrder): Task[] {
  const { orderId, perpetratorId, force } = order;
  const obligations = order.conditions.flatMap(({ versions }) => versions.flatMap((version) => obligationsOf(version, order)));
  return obligations.flatMap((obligation) => {
    if (obligation.is !== 'by-day') return [];
    const { day, number, versionId } = obligation;
    return [
      {
        id: `requirement:${orderId}:${versionId}`,
        what: 'requirement',
        words: `Check that requirement ${number} of the ${kindRule(order.kind).short} was met`,
        why: `The order: by ${formatDate(day)}. Report it as a breach if it was missed`,
        about: { perpetratorId, orderId },
        force,
        opens: order.made.on,
        dueBy: day,
        lapses: addDays(day, 14),
        done: order.is === 'over' && order.over.at.on <= day,
        waitsFor: 'The respondent',
      } satisfies Task,
    ];
  });
}
