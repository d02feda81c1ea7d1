import { formatDate, type LocalDate } from '#calendar';
import { type FiledApplication, nothingOfYouth, reportingStanding, untold } from '#orders';
import { knownFrom } from './received.js';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import type { Task } from './task.js';

/**
 * What a respondent under 18 asks for: that somebody who answers for them is told, and that the court is asked when they turn 18 whether a
 * restriction on reporting goes on. `recorded`: the London day on which the filing was recorded.
 */
export function youthTasks(application: FiledApplication, recorded: LocalDate | undefined): Task[] {
  return [...tellTasks(application, recorded), ...reviewTasks(application)];
}

function tellTasks(application: FiledApplication, recorded: LocalDate | undefined): Task[] {
  const { applicationId, perpetratorId, force, filedOn, forum, eighteenOn, youth = nothingOfYouth } = application;
  if (forum !== 'youth') return [];
  return [
    {
      id: `tell-for-child:${applicationId}`,
      what: 'tell-for-child',
      words: 'Respondent under 18: record that the youth justice team and a parent or guardian were told, or why not',
      why: `Our rule: filed at the youth court on ${formatDate(filedOn)}`,
      about: { perpetratorId, applicationId },
      force,
      opens: filedOn,
      dueBy: clockEnd('tell-for-child', { on: knownFrom(filedOn, recorded) }).dueBy,
      // Nobody answers for them any more from the birthday on.
      lapses: eighteenOn?.value ?? null,
      done: application.is === 'determined' || untold(youth).length === 0,
    },
  ];
}

function reviewTasks({
  applicationId,
  perpetratorId,
  force,
  filedOn,
  forum,
  eighteenOn,
  youth = nothingOfYouth,
}: FiledApplication): Task[] {
  const birthday = eighteenOn?.value ?? null;
  if (birthday === null) return [];
  const proceedings = { filedOn, isYouthCourt: forum === 'youth', eighteenOn: birthday };
  const opens = daysBefore('review-at-18', birthday, filedOn);
  const from = opens < filedOn ? filedOn : opens;
  const words = 'Respondent under 18: ask the court whether the restriction on reporting goes on after the 18th birthday';
  return [
    {
      id: `review-at-18:${applicationId}`,
      what: 'review-at-18',
      words,
      why: 'Our rule: a restriction on reporting may end when the respondent turns 18',
      about: { perpetratorId, applicationId },
      force,
      opens: from,
      dueBy: birthday,
      lapses: null,
      done: reportingStanding(youth, proceedings, birthday).is !== 'to-ask',
      steps: [
        { from, by: birthday, words, urgent: false },
        {
          from: birthday,
          by: birthday,
          words: 'The respondent has turned 18: record what restriction on reporting holds now',
          urgent: true,
        },
      ],
    },
  ];
}
