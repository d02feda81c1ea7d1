import type { LocalDate } from '#calendar';
import type { Task, TaskKind } from './task.js';

const telling: ReadonlySet<TaskKind> = new Set(['tell-victim', 'tell-victim-next', 'tell-of-order']);

/**
 * Who was handed over can be reached by the force that took them over alone: what they are to be told of stands on its list too, and the force whose
 * record it is waits for it. It is settled for both as it is recorded that they were told. `moved`: since when another force looks after whom.
 */
export function toldElsewhere(task: Task, moved: Readonly<Record<string, { readonly to: string; readonly on: LocalDate }>>): Task[] {
  const { protectedPersonId } = task.about;
  const there = telling.has(task.what) && protectedPersonId !== undefined ? moved[protectedPersonId] : undefined;
  if (there === undefined || there.to === task.force) return [task];
  return [
    { ...task, waitsFor: 'The force that looks after them now: ask it to tell them' },
    {
      ...task,
      id: `${task.id}:there`,
      force: there.to,
      about: { ...task.about, keptBy: task.force },
      why: `${task.why}. Your force has looked after them since it took them over`,
    },
  ];
}
