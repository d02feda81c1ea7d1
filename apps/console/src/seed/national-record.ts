import { addDays, type LocalDate } from '#calendar';
import type { OrderKind } from '#orders';
import { ConfirmNationalRecord } from '#orders/module';
import { about, type HeldOrder } from './orders-of-story.js';
import type { Story } from './story.js';
import { on } from './times.js';

export function nationalRecord(story: Story, order: HeldOrder, day: LocalDate, state: 'created' | 'updated' | 'removed'): void {
  const reference = `TEST-${story.chance.whole(10_000, 99_999)}`;
  about(story, order, on(day, '11:30'), (act) => new ConfirmNationalRecord(order.orderId, { state, on: day, reference }, act));
}

/** Kinds of order that the national record carries. */
const nationallyRecorded: readonly OrderKind[] = [
  'spo',
  'interim-spo',
  'restraining-conviction',
  'restraining-acquittal',
  'non-molestation',
  'dapo',
];

/** Somebody checks after each step that the national record shows it; what happened lately is not always checked yet. */
export function checkNationally(story: Story, order: HeldOrder): void {
  if (!nationallyRecorded.includes(order.kind)) return;
  const step = (day: LocalDate, state: 'created' | 'updated' | 'removed'): void => {
    if (story.wasDone(day, 0.7)) nationalRecord(story, order, addDays(day, 1), state);
  };
  const last = order.end.is === 'fixed' ? addDays(order.end.lastDay, 1) : null;
  const gone = order.over ?? last;
  step(order.made.on, 'created');
  for (const day of order.changedOn) if (gone === null || day < gone) step(day, 'updated');
  if (gone !== null && gone < story.world.today) step(gone, 'removed');
}
