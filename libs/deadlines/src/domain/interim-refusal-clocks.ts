import { type FiledApplication, interimRefusals } from '#orders';
import { refusalLimit } from './refusal-clocks.js';
import type { Task } from './task.js';

/** That a court refused an interim order can be appealed by a chief officer (SPA 2019 s.7), until one was made or the application is determined. */
export function interimRefusalTasks(application: FiledApplication): Task[] {
  const { applicationId, perpetratorId, force } = application;
  return interimRefusals(application).flatMap(({ hearingId, on, source, settled }) =>
    source === null
      ? []
      : [
          refusalLimit({
            ...{ of: `${applicationId}:${hearingId}`, refusedOn: on, source, force, about: { perpetratorId, applicationId, hearingId } },
            words: 'Appeal against the refusal of the interim order, or record that the force does not',
            late: 'The time to appeal against the refusal of the interim order has run out: ask the court to allow a late appeal, or record that there is none',
            done: settled !== null,
          }),
        ],
  );
}
