import { force as forceOf } from '#access';
import { formatDate, type LocalDate } from '#calendar';
import { clockEnd } from './rules/clock-end.js';
import type { Task } from './task.js';

/** A force was asked to look after a protected person. */
export interface AskedOf {
  readonly protectedPersonId: string;
  readonly perpetratorId: string;
  /** CJS codes. */
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate;
}

/** Whether to take over somebody whom another force asks to be looked after, for the force that is asked. */
export function handoverTasks(handovers: readonly AskedOf[]): Task[] {
  return handovers.map(({ protectedPersonId, perpetratorId, from, to, on }) => ({
    id: `answer-handover:${protectedPersonId}:${from}:${on}`,
    what: 'answer-handover',
    words: `Accept or decline to look after a protected person: ${forceOf(from)?.name ?? 'another force'} asks`,
    why: `Our rule, since ${formatDate(on)}: until somebody accepts, the force that asked looks after them`,
    about: { perpetratorId, protectedPersonId },
    force: to,
    opens: on,
    dueBy: clockEnd('answer-handover', { on }).dueBy,
    lapses: null,
    done: false,
  }));
}
