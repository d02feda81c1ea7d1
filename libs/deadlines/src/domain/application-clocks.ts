import { countingWords, formatDate, type LocalDate } from '#calendar';
import type { Incident } from '#cases';
import {
  type ApplicationDraft,
  type ApplicationState,
  type ChangedIncidents,
  changedIncidents,
  changedSince,
  type FiledApplication,
  type Hearing,
  isAuthorised,
  lastSentBack,
  reliesOnNothingElse,
  refusalAppeal,
  refusalAppealRule,
  waitingAppeal,
} from '#orders';
import { hearingTasks } from './hearing-clocks.js';
import { chased } from './chasing.js';
import { hearsayServedTasks } from './hearsay-clocks.js';
import { clockEnd, daysBefore, sourceOf } from './rules/clock-end.js';
import { clockRuleTable } from './rules/clock-rules.js';
import { knownFrom } from './received.js';
import { type BirthCorrected, youthTasks } from './youth-clocks.js';
import { interimRefusalTasks } from './interim-refusal-clocks.js';
import { refusalLimit } from './refusal-clocks.js';
import type { Task } from './task.js';

/** Everything to be done about one application. `noted`: the London days on which facts without a day of their own were recorded, by id. `incidents`: those of the investigations. `birth`: the respondent's, where it was corrected. */
export function applicationTasks(
  application: ApplicationState,
  noted: Readonly<Record<string, LocalDate>> = {},
  incidents: readonly Incident[] = [],
  birth: BirthCorrected | null = null,
): Task[] {
  if (application.is === 'not-filed')
    return application.draft === null ? [] : draftTasks(application.draft, noted, changedIncidents(incidents));
  if (application.is === 'in-error') return [];
  const { applicationId, perpetratorId, force, filedOn, court, hearings } = application;
  const about = { perpetratorId, applicationId };
  const isDetermined = application.is === 'determined';
  const sentBack = isDetermined ? null : lastSentBack(application);
  const isAppealed = waitingAppeal(application) !== null;
  const isOpen = ({ at, purpose }: Hearing) => (purpose === 'appeal' ? isAppealed : !isDetermined && (!sentBack || at.on >= sentBack.on));
  return [
    {
      id: `application-waits:${applicationId}`,
      what: 'application-waits',
      why: sentBack
        ? `Sent back on appeal on ${formatDate(sentBack.on)} and no hearing is listed`
        : `Filed ${formatDate(filedOn)} and no hearing is listed`,
      about,
      force,
      opens: sentBack?.on ?? filedOn,
      ...chased('Ask the court for a day', sentBack?.on ?? knownFrom(filedOn, noted[`${applicationId}:filed`])),
      lapses: null,
      done: isDetermined || hearings.some(({ at, outcome }) => outcome === null && (!sentBack || at.on >= sentBack.on)),
      waitsFor: `The court: ${court.name}`,
    },
    ...tellCourtTasks(application, about, noted, incidents),
    ...hearsayServedTasks(application, isDetermined ? hearings : hearings.filter(isOpen)),
    ...appealTasks(application, about, noted),
    ...interimRefusalTasks(application),
    ...youthTasks(application, noted[`${applicationId}:filed`], birth),
    ...hearingTasks(hearings.filter(isOpen), about, force, noted),
    ...hearingTasks(
      hearings.filter((hearing) => !isOpen(hearing)),
      about,
      force,
      noted,
    ).map((task) => ({ ...task, done: true })),
  ];
}

/** What the court was told of on oath or in writing is not so any more: whether it is told stays open until somebody decided. */
function tellCourtTasks(
  application: FiledApplication,
  about: Task['about'],
  noted: Readonly<Record<string, LocalDate>>,
  incidents: readonly Incident[],
): Task[] {
  const { applicationId, force, filedOn, relied = [], courtTold = [] } = application;
  const changed = changedSince(relied, courtTold, changedIncidents(incidents));
  if (changed.length === 0) return [];
  const open = changed.filter(({ isDecided }) => !isDecided);
  const days = (open.length > 0 ? open : changed).map(({ incidentId }) => noted[`${incidentId}:changed`] ?? filedOn);
  const opens = days.reduce((first, day) => (day < first ? day : first));
  const became = (open.length > 0 ? open : changed).some(({ isStruck }) => isStruck) ? 'recorded in error' : 'corrected';
  return [
    {
      id: `tell-court:${applicationId}`,
      what: 'tell-court',
      words: `An incident that the filed application relies on was ${became}: tell the court?`,
      why: `Application filed ${formatDate(filedOn)}; since then ${changed.length === 1 ? 'an incident' : `${changed.length} incidents`} it relies on changed`,
      about,
      force,
      opens,
      dueBy: clockEnd('tell-court', { on: opens }).dueBy,
      lapses: null,
      done: open.length === 0 || (application.is === 'determined' && application.determination.outcome === 'withdrawn'),
    },
  ];
}

/** The appeal against a refusal: until when it can be lodged, or the court that has not decided it. */
function appealTasks(application: FiledApplication, about: Task['about'], noted: Readonly<Record<string, LocalDate>>): Task[] {
  const { applicationId, force } = application;
  const appeal = refusalAppeal(application);
  const rule = refusalAppealRule(application);
  if (application.is !== 'determined' || !rule) return [];
  const refusedOn = application.determination.at.on;
  const limit = refusalLimit({
    ...{ of: applicationId, refusedOn, source: rule.source, about, force },
    words: 'Appeal against the refusal, or record that the force does not',
    late: 'The time to appeal has run out: ask the court to allow a late appeal, or record that there is none',
    done: appeal !== null || application.accepted !== null,
  });
  if (!appeal) return [limit];
  const { appealId, on, court } = appeal;
  return [
    limit,
    {
      id: `appeal-waits:${applicationId}:${appealId}`,
      what: 'appeal-waits',
      why: `Lodged ${formatDate(on)} against the refusal, which stands until the appeal is decided`,
      about: { ...about, appealId },
      force,
      opens: on,
      ...chased('Ask the court when the appeal will be heard', knownFrom(on, noted[appealId])),
      lapses: null,
      done: appeal.determined !== null,
      waitsFor: `The court: ${court.name}`,
    },
  ];
}

/** A draft that nobody files helps nobody. What it waits for turns on its authorisation. */
function draftTasks(draft: ApplicationDraft, noted: Readonly<Record<string, LocalDate>>, changed: ChangedIncidents): Task[] {
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
  // Nobody can authorise or file what says nothing of what happened any more.
  const next = reliesOnNothingElse(draft, changed.struck)
    ? task('draft-application', {
        ...finish,
        words: 'Change the application: every incident it relies on was recorded in error',
        why: `Begun on ${formatDate(begunOn)}`,
      })
    : isAuthorised(draft, changed)
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
              authorisation.is === 'refused' && stands
                ? 'Change the application: its authorisation was refused'
                : authorisation.is === 'given' && stands
                  ? 'Ask again for authorisation: an incident it relies on was corrected or recorded in error'
                  : 'Finish the application',
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
