import { force as forceOf } from '#access';
import { addDays, type LocalDate } from '#calendar';
import { type Due, dueOn } from '../domain/task.js';
import { tasks } from '../domain/clocks.js';
import { type DueWorkDoc, situationOf } from './due-work.js';

/** The parts of the list, by the earliest day due of a person. */
export const SECTIONS = ['overdue', 'week', 'later'] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionNames: Readonly<Record<Section, string>> = {
  overdue: 'Overdue',
  week: 'Due within 7 days',
  later: 'Due within 180 days',
};

/** What the list is asked for. */
export interface WorkFilter {
  /** CJS code; null: all forces. */
  readonly force: string | null;
  /** Null: the beginning of each. */
  readonly section: Section | null;
}

/** Reads the address: the viewer's own force unless another is asked for, `all` for all. What cannot be read is passed over. */
export function readWorkFilter(query: Readonly<Record<string, unknown>>, ownForce: string): WorkFilter {
  const asked = query['force'];
  const known = typeof asked === 'string' ? forceOf(asked)?.cjs : undefined;
  return { force: asked === 'all' ? null : (known ?? ownForce), section: SECTIONS.find((section) => section === query['when']) ?? null };
}

/** The days, both included, on which the earliest task of a person in the section is due. */
export function daysOf(section: Section, today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate } {
  switch (section) {
    case 'overdue':
      return { first: '0001-01-01', last: addDays(today, -1) };
    case 'week':
      return { first: today, last: addDays(today, 7) };
    case 'later':
      return { first: addDays(today, 8), last: addDays(today, 180) };
  }
}

/** What to show of one person, whatever section their earliest task is in: all that can be done now and is due within the list's days. */
export function worthShowing(doc: DueWorkDoc, today: LocalDate): Due[] {
  const { last } = daysOf('later', today);
  return tasks(situationOf(doc))
    .flatMap((task) => dueOn(task, today) ?? [])
    .filter(({ state, dueBy }) => (state === 'due' || state === 'overdue') && dueBy !== null && dueBy <= last)
    .sort((a, b) => ((a.dueBy ?? '') < (b.dueBy ?? '') ? -1 : (a.dueBy ?? '') > (b.dueBy ?? '') ? 1 : a.id < b.id ? -1 : 1));
}

/** `2 days overdue`, `due today`, `5 days left` */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'due today';
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft).toLocaleString('en-GB')} days`;
  return daysLeft < 0 ? `${days} overdue` : `${days} left`;
}
