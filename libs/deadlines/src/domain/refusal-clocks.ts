import { addDays, formatDate, type LocalDate } from '#calendar';
import { appealBy } from '#orders';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import type { Task } from './task.js';

interface Refusal extends Pick<Task, 'about' | 'force' | 'done'> {
  /** Of what was refused, or of a change that is appealed like a refusal, in the id of the task. */
  readonly of: string;
  readonly refusedOn: LocalDate;
  /** What the court did; `refused` unless told. */
  readonly decided?: string;
  /** The law that allows the appeal. */
  readonly source: string;
  readonly words: string;
  /** Once the time has run out. */
  readonly late: string;
}

/** Until when the force can appeal against what a court refused it, or against what it gave the respondent (SPA 2019 s.7), and for some time after that whether it asks to appeal late. */
export function refusalLimit({ of, refusedOn, decided = 'refused', source, words, late, ...rest }: Refusal): Task {
  const { safe, business, calendar } = appealBy(refusedOn);
  return {
    ...rest,
    id: `appeal-refusal:${of}:${refusedOn}`,
    what: 'appeal-refusal',
    words,
    why: `${source}: ${decided} ${formatDate(refusedOn)}. 15 business days end on ${formatDate(business)}, 21 days on ${formatDate(calendar)}; the earlier is taken (to be confirmed by the force solicitor)`,
    opens: refusedOn,
    dueBy: safe,
    lapses: clockEnd('appeal-late', { on: safe }).dueBy,
    steps: [
      { from: refusedOn, by: safe, words, urgent: false },
      { from: daysBefore('appeal-last', safe, refusedOn), by: safe, words: `${words}: last days`, urgent: true },
      { from: addDays(safe, 1), by: safe, words: late, urgent: true },
    ],
  };
}
