import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { type OfTask, work } from '../domain/assigned.js';
import { type AssignDetails, assignWork, type CannotAssign } from './assign-work.js';

/** A row, and who of the force may open the record of the person it is about: ids of users. */
export interface TaskToAssign extends OfTask {
  readonly readers: readonly string[];
}

export class AssignWork extends Command<Receipt> {
  constructor(
    /** The rows as the user was shown them: of the user's force, of people the user may see. */
    readonly tasks: readonly TaskToAssign[],
    readonly details: AssignDetails,
    /** Ids of the users who may be asked. */
    readonly colleagues: readonly string[],
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AssignWork)
export class AssignWorkHandler implements ICommandHandler<AssignWork> {
  constructor(private readonly streams: Streams) {}

  /** All of them or none. */
  async execute({ tasks, details, colleagues, act }: AssignWork): Promise<Receipt> {
    if (tasks.length === 0) throw refuse<CannotAssign>('not-on-the-list');
    const places = tasks.map(({ taskId }) => at(work, taskId));
    return this.streams.transactAll(act, places, (states) =>
      tasks.map((task, nth) => to(work, task.taskId, assignWork(states[nth] ?? work.initial, task, details, colleagues, task.readers))),
    );
  }
}
