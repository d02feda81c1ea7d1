import { addDays, formatDate, isWorkingDay, type LocalDate } from '#calendar';
import type { Personal } from '#event-sourcing';
import { type FiledApplication, nothingOfYouth, reportingStanding, untold } from '#orders';
import { knownFrom } from './received.js';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import type { Task } from './task.js';

/** The day on which the respondent turns 18, by a date of birth that was corrected, and when that was recorded. Null: no date of birth is known any more. */
export interface BirthCorrected {
  readonly on: LocalDate;
  readonly eighteenOn: Personal<LocalDate | null>;
}

/**
 * What a respondent under 18 asks for: that somebody who answers for them is told, and that the court is asked when they turn 18 whether a
 * restriction on reporting goes on. `recorded`: the London day on which the filing was recorded. A date of birth that is corrected moves the day, and
 * may show that it was filed at the wrong court: whether it goes on there is for that court.
 */
export function youthTasks(application: FiledApplication, recorded: LocalDate | undefined, corrected?: BirthCorrected | null): Task[] {
  const birthday = corrected ? corrected.eighteenOn.value : (application.eighteenOn?.value ?? null);
  const forum = corrected && birthday !== null ? (birthday > application.filedOn ? 'youth' : 'adult') : application.forum;
  const known = { forum, birthday } as const;
  return [
    ...tellTasks(application, recorded, known),
    ...reviewTasks(application, known),
    ...(corrected && forum !== application.forum ? [otherCourt(application, forum, corrected.on)] : []),
  ];
}

/** To which court it belonged by the age that is known now, and when the respondent turns 18. */
interface Known {
  readonly forum: FiledApplication['forum'];
  readonly birthday: LocalDate | null;
}

/** Settled by a hearing at a court of the right sort, or by the decision, in which it is said why another dealt with it. */
function otherCourt(
  { applicationId, perpetratorId, force, filedOn, court, hearings, is }: FiledApplication,
  forum: Known['forum'],
  on: LocalDate,
): Task {
  const isThere = hearings.some(
    (one) => one.at.on >= on && one.purpose !== 'appeal' && (one.court.type === 'youth') === (forum === 'youth'),
  );
  return {
    id: `court-by-age:${applicationId}`,
    what: 'court-by-age',
    words:
      forum === 'youth'
        ? 'The respondent was under 18 at the filing, by the corrected date of birth: ask for a hearing at the youth court'
        : 'The respondent was 18 or over at the filing, by the corrected date of birth: ask for a hearing at the magistrates’ court',
    why: `Filed at ${court.name} on ${formatDate(filedOn)} for the ${forum === 'youth' ? 'magistrates’ court' : 'youth court'}; the date of birth was corrected on ${formatDate(on)}`,
    about: { perpetratorId, applicationId },
    force,
    opens: on < filedOn ? filedOn : on,
    dueBy: clockEnd('court-by-age', { on: on < filedOn ? filedOn : on }).dueBy,
    lapses: null,
    done: is === 'determined' || isThere,
  };
}

function tellTasks(application: FiledApplication, recorded: LocalDate | undefined, { forum, birthday }: Known): Task[] {
  const { applicationId, perpetratorId, force, filedOn, youth = nothingOfYouth } = application;
  if (forum !== 'youth') return [];
  return [
    {
      id: `tell-for-child:${applicationId}`,
      what: 'tell-for-child',
      words: 'Respondent under 18: record that the youth justice team and a parent or guardian were told, or why not',
      why: `Our rule: ${application.forum === 'youth' ? 'filed at the youth court' : 'under 18 when it was filed'} on ${formatDate(filedOn)}`,
      about: { perpetratorId, applicationId },
      force,
      opens: filedOn,
      dueBy: clockEnd('tell-for-child', { on: knownFrom(filedOn, recorded) }).dueBy,
      // Nobody answers for them any more from the birthday on.
      lapses: birthday,
      done: application.is === 'determined' || untold(youth).length === 0,
    },
  ];
}

function reviewTasks(application: FiledApplication, { birthday }: Known): Task[] {
  const { applicationId, perpetratorId, force, filedOn, forum, youth = nothingOfYouth } = application;
  if (birthday === null || birthday <= filedOn) return [];
  const proceedings = { filedOn, isYouthCourt: forum === 'youth', eighteenOn: birthday };
  const opens = daysBefore('review-at-18', birthday, filedOn);
  const from = opens < filedOn ? filedOn : opens;
  const asked = lastToAsk(birthday, filedOn);
  const words = 'Respondent under 18: ask the court whether the restriction on reporting goes on after the 18th birthday';
  return [
    {
      id: `review-at-18:${applicationId}`,
      what: 'review-at-18',
      words,
      why: `Our rule: a restriction on reporting may end when the respondent turns 18, on ${formatDate(birthday)}`,
      about: { perpetratorId, applicationId },
      force,
      opens: from,
      dueBy: asked,
      lapses: null,
      done: reportingStanding(youth, proceedings, birthday).is !== 'to-ask',
      steps: [
        { from, by: asked, words, urgent: false },
        { from: daysBefore('review-at-18-last', asked, filedOn), by: asked, words: `${words}: last days`, urgent: true },
        {
          from: birthday,
          by: asked,
          words: 'The respondent has turned 18: record what restriction on reporting holds now',
          urgent: true,
        },
      ],
    },
  ];
}

/** The restriction may be gone with the first minute of the birthday: the court is asked on the last day before it on which one sits. */
function lastToAsk(birthday: LocalDate, filedOn: LocalDate): LocalDate {
  const before = addDays(birthday, -1);
  if (before <= filedOn || isWorkingDay(before)) return before < filedOn ? filedOn : before;
  return lastToAsk(before, filedOn);
}
