import { addDays, formatDate, type LocalDate } from '#calendar';
import { kindRule, latestEnd, leftBehind, type MadeOrder, someTimeOn } from '#orders';
import type { Situation } from './clocks.js';
import { clockEnd } from './rules/clock-end.js';
import type { Task } from './task.js';

/**
 * A protected person moved and an area of the order did not follow: whether to ask for a variation, until one is proposed for it. A rule of
 * ours, and only where the police may ask (SPA 2019 s.4 and the like).
 */
export function moveTasks(order: MadeOrder, { moved = {} }: Pick<Situation, 'moved'>): Task[] {
  const { orderId, perpetratorId, force, protectedPersonIds, variations } = order;
  const away = protectedPersonIds.flatMap((id) => {
    const move = moved[id];
    return move && move.to !== force ? [{ id, safeguarding: move.to, since: move.on, on: move.on }] : [];
  });
  if (away.length === 0 || !kindRule(order.kind).mayVary.includes('chief-officer')) return [];
  const on = latest(away.map((one) => one.on));
  // The day after the last change: on the day itself the hour decides, which may not be known.
  const settled = addDays(latest([on, order.made.on, ...variations.map(({ effective }) => effective.on)]), 1);
  const left = leftBehind(order, away, someTimeOn(settled));
  if (!left) return [];
  const end = latestEnd(order);
  const places =
    left.conditions.length === 1 ? `condition ${left.conditions[0]} names a place` : `conditions ${left.conditions.join(', ')} name places`;
  return [
    {
      id: `follow-move:${orderId}:${on}`,
      what: 'follow-move',
      words: `Ask for a variation: a protected person has moved, and ${places} that did not`,
      why: `Our rule, since ${formatDate(on)}: an order holds in all of the United Kingdom, an area that it names does not move`,
      about: { perpetratorId, orderId },
      force,
      opens: on,
      dueBy: clockEnd('follow-move', { on }).dueBy,
      lapses: end.is === 'fixed' ? end.lastDay : null,
      done: left.proposalId !== null || order.is === 'over',
    },
  ];
}

function latest(days: readonly LocalDate[]): LocalDate {
  return days.reduce((last, day) => (day > last ? day : last), '');
}
