import { addDays, daysBetween, type LocalDate } from '#calendar';
import { CheckRequirement } from '#orders/module';
import { about, type HeldOrder, type HeldVersion } from './orders-of-story.js';
import type { Story } from './story.js';
import { on } from './times.js';

/** What was to be handed in by a day, or done every week: somebody records that it was. */
export function accountForRequirements(story: Story, order: HeldOrder): void {
  for (const held of order.versions) {
    const { versionId } = held.draft;
    const days = daysOf(held, order, addDays(story.world.today, -3));
    const last = days.at(-1);
    if (last === undefined) continue;
    const answer = { occasions: days.map((day) => ({ versionId, day })), result: 'met', note: null } as const;
    about(story, order, on(addDays(last, 1), '10:30'), (act) => new CheckRequirement(order.orderId, answer, act));
  }
}

/** The days up to `today` on which this wording asked for something. */
function daysOf({ draft, from, until }: HeldVersion, { over, end }: HeldOrder, today: LocalDate): readonly LocalDate[] {
  const ends = [...[over, until].flatMap((day) => (day === null ? [] : [addDays(day, -1)])), today];
  const lasts = [end, draft.end].flatMap((one) => (one?.is === 'fixed' ? [one.lastDay] : []));
  const lastDay = [...ends, ...lasts].sort()[0] ?? today;
  const deadline = draft.parameters['deadline'];
  if (draft.code === 'R-SURR' && deadline !== undefined) return from <= deadline && deadline <= lastDay ? [deadline] : [];
  if (draft.code !== 'R-SIGN') return [];
  const sinceTuesday = ((daysBetween(A_TUESDAY, from) % 7) + 7) % 7;
  const first = addDays(from, sinceTuesday === 0 ? 0 : 7 - sinceTuesday);
  const weeks = Math.floor(daysBetween(first, lastDay) / 7) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, nth) => addDays(first, 7 * nth));
}

const A_TUESDAY: LocalDate = '2026-04-07';
