import { formatDate } from '#calendar';
import type { ApplicationState } from '#orders';
import { clockEnd } from './rules/clock-end.js';
import type { Task } from './task.js';

/** Everything to be done about one application once it is with the court. */
export function applicationTasks(application: ApplicationState): Task[] {
  if (application.is === 'not-filed') return [];
  const { applicationId, perpetratorId, force, filedOn, court } = application;
  return [
    {
      id: `application-waits:${applicationId}`,
      what: 'application-waits',
      words: 'Ask the court for a day, or record what it decided',
      why: `Filed ${formatDate(filedOn)} and not determined`,
      about: { perpetratorId, applicationId },
      force,
      opens: filedOn,
      dueBy: clockEnd('chase-court', { on: filedOn }).dueBy,
      lapses: null,
      done: application.is === 'determined',
      waitsFor: `The court: ${court.name}`,
    },
  ];
}
