import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { Viewer } from '#access';
import { londonDate } from '#calendar';
import { type Act, refuse } from '#event-sourcing';
import { at, type Receipt, Streams, to } from '#event-store';
import { work } from '../domain/assigned.js';
import { GetTasks } from '../work-list/work-list.query.js';
import { type AssignDetails, assignWork, type CannotAssign } from './assign-work.js';
import { Colleagues } from './colleagues.query.js';

export class AssignWork extends Command<Receipt> {
  constructor(
    readonly viewer: Viewer,
    readonly taskIds: readonly string[],
    readonly details: AssignDetails,
    readonly act: Act,
  ) {
    super();
  }
}

@CommandHandler(AssignWork)
export class AssignWorkHandler implements ICommandHandler<AssignWork> {
  constructor(
    private readonly streams: Streams,
    private readonly queries: QueryBus,
    private readonly colleagues: Colleagues,
  ) {}

  /** All of them or none. Rows of another force, of people the viewer may not see, and what was settled meanwhile are not there. */
  async execute({ viewer, taskIds, details, act }: AssignWork): Promise<Receipt> {
    const [found, colleagues] = await Promise.all([
      this.queries.execute(new GetTasks(viewer, taskIds, londonDate(act.at))),
      this.colleagues.of(viewer.force),
    ]);
    if (found.length === 0) throw refuse<CannotAssign>('not-on-the-list');
    const places = found.map(({ taskId }) => at(work, taskId));
    const ids = colleagues.map(({ id }) => id);
    return this.streams.transactAll(act, places, (states) =>
      found.map(({ taskId, perpetratorId }, nth) => {
        const of = { taskId, perpetratorId, force: viewer.force };
        return to(work, taskId, assignWork(states[nth] ?? work.initial, of, details, ids));
      }),
    );
  }
}
