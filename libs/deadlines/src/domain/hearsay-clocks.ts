import { addDays, countingWords, formatDate } from '#calendar';
import { filedNotice, type FiledApplication, type Hearing } from '#orders';
import { sourceOf } from './rules/clock-end.js';
import { clockRuleTable } from './rules/clock-rules.js';
import type { Task } from './task.js';

/**
 * Notice of the hearsay in a filed application: a number of days before the hearing at which evidence is heard, moved with it, and still to be served
 * when that day has passed. `hearings`: those of the application as it waits now.
 */
export function hearsayServedTasks(application: FiledApplication, hearings: readonly Hearing[]): Task[] {
  const notice = filedNotice({ ...application, hearings });
  if (!application.hearsay || !notice) return [];
  const { applicationId, perpetratorId, force } = application;
  const { begunOn } = application.hearsay;
  const { serveBy, hearingOn, served } = notice;
  const words = 'Serve the hearsay notice';
  return [
    {
      id: `serve-hearsay:${applicationId}`,
      what: 'serve-hearsay',
      words,
      why: `${sourceOf('hearsay', begunOn)}: at least ${countingWords(clockRuleTable.rule('hearsay', begunOn).counting)} the hearing on ${formatDate(hearingOn)}`,
      about: { perpetratorId, applicationId },
      force,
      opens: begunOn,
      dueBy: serveBy,
      lapses: null,
      done: served || application.is !== 'pending',
      courtOn: hearingOn,
      steps: [
        { from: '0001-01-01', by: serveBy, words, urgent: false },
        { from: addDays(serveBy, 1), by: serveBy, words: `${words} at once, and ask the court for a shorter time`, urgent: true },
      ],
    },
  ];
}
