import { countingWords, formatDate, type LocalDate } from '#calendar';
import type { ApplicationDraft, ApplicationState } from '#orders';
import { hearingTasks } from './hearing-clocks.js';
import { chased } from './chasing.js';
import { clockEnd, daysBefore, sourceOf } from './rules/clock-end.js';
import { clockRuleTable } from './rules/clock-rules.js';
import { knownFrom } from './received.js';
import type { Task } from './task.js';

/** Everything to be done about one application. `noted`: the London days on which facts without a day of their own were recorded, by id. */
export function applicationTasks(application: ApplicationState, noted: Readonly<Record<string, LocalDate>> = {}): Task[] {
  if (application.is === 'not-filed') return application.draft === null ? [] : draftTasks(application.draft, noted);
  const { applicationId, perpetratorId, force, filedOn, court, hearings } = application;
  const about = { perpetratorId, applicationId };
  const isDetermined = application.is === 'determined';
  return [
    {
      id: `application-waits:${applicationId}`,
      what: 'application-waits',
      why: `Filed ${formatDate(filedOn)} and no hearing is listed`,
      about,
      force,
      opens: filedOn,
      ...chased('Ask the court for a day', knownFrom(filedOn, noted[`${applicationId}:filed`])),
      lapses: null,
      done: isDetermined || hearings.some(({ outcome }) => outcome === null),
      waitsFor: `The court: ${court.name}`,
    },
    ...hearingTasks(hearings, about, force, noted).map((task) => (isDetermined ? { ...task, done: true } : task)),
  ];
}

/** A draft that nobody files helps nobody. What it waits for turns on its authorisation. */
function draftTasks(draft: ApplicationDraft, noted: Readonly<Record<string, LocalDate>>): Task[] {
  const { applicationId, perpetratorId, force, begunOn, authorisation, changes } = draft;
  const stands = authorisation.is !== 'none' && authorisation.of === changes;
  const asked = noted[applicationId] ?? begunOn;
  const task = (what: Task['what'], rest: Pick<Task, 'words' | 'why' | 'dueBy' | 'opens'> & Partial<Task>): Task => ({
    ...{ id: `${what}:${applicationId}`, what, about: { perpetratorId, applicationId }, force, lapses: null },
    ...{ done: draft.is === 'abandoned' },
    ...rest,
  });
  const finish = { opens: begunOn, dueBy: clockEnd('finish-draft', { on: begunOn }).dueBy };
  const authorise = { opens: asked, dueBy: clockEnd('authorise', { on: asked }).dueBy };
  const next =
    authorisation.is === 'given' && stands
      ? task('file-application', { ...authorise, words: 'File the application: it is authorised', why: 'Authorised as it stands' })
      : authorisation.is === 'requested' && stands
        ? task('authorise-application', {
            ...authorise,
            words: 'Authorise the application, or send it back',
            why: `Asked on ${formatDate(asked)}`,
            waitsFor: 'The authorising officer',
          })
        : task('draft-application', {
            ...finish,
            words:
              authorisation.is === 'refused' && stands ? 'Change the application: its authorisation was refused' : 'Finish the application',
            why: `Begun on ${formatDate(begunOn)}`,
          });
  return [next, ...hearsayTasks(draft, task)];
}

/** The notice is written in the draft, where the day of the hearing is known before filing. */
function hearsayTasks(
  { sections, begunOn }: ApplicationDraft,
  task: (what: Task['what'], rest: Pick<Task, 'words' | 'why' | 'dueBy' | 'opens'> & Partial<Task>) => Task,
): Task[] {
  const hearsay = sections.hearsay?.content;
  if (hearsay?.relied !== true || hearsay.hearingOn === null) return [];
  const { hearingOn } = hearsay;
  return [
    task('hearsay', {
      words: 'Serve the hearsay notice',
      why: `${sourceOf('hearsay', begunOn)}: at least ${countingWords(clockRuleTable.rule('hearsay', begunOn).counting)} the hearing on ${formatDate(hearingOn)}`,
      opens: begunOn,
      dueBy: daysBefore('hearsay', hearingOn, begunOn),
      lapses: hearingOn,
      courtOn: hearingOn,
    }),
  ];
}
