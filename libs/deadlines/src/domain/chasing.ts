import { addDays, type ClockStep, type LocalDate } from '#calendar';
import { clockEnd } from './rules/clock-end.js';
import type { Task } from './task.js';

/** How often somebody is asked again before it is left standing as overdue: about a year. */
const TIMES = 13;

/** Whoever waits for a court that has set no day asks it, and asks again each time the clock has run out. */
export function chased(words: string, since: LocalDate): Pick<Task, 'words' | 'dueBy' | 'steps'> {
  const steps: ClockStep[] = [];
  let from = since;
  for (let nth = 0; nth < TIMES; nth += 1) {
    const by = clockEnd('chase-court', { on: from }).dueBy;
    steps.push({ from, by, words: nth === 0 ? words : `${words} (asked before, still waiting)`, urgent: nth > 1 });
    from = addDays(by, 1);
  }
  return { words, dueBy: steps.at(-1)?.by ?? null, steps };
}
