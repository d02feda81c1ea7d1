import { addDays, type ClockStep, formatDate, formatDateTime, type LocalDate } from '#calendar';
import { type Hearing, type HearingPurpose, hearingState, outlives } from '#orders';
import { clockEnd, daysBefore } from './rules/clock-end.js';
import { knownFrom } from './received.js';
import type { About, Task } from './task.js';

export const purposes: Readonly<Record<HearingPurpose, string>> = {
  interim: 'interim order',
  return: 'return',
  directions: 'directions',
  final: 'final',
  variation: 'variation',
  renewal: 'renewal',
  discharge: 'discharge',
  appeal: 'appeal',
  rehearing: 'sent back on appeal',
  other: 'other',
};

/**
 * Each hearing until somebody records what became of it, and what the court directed the police to do by a day. `noted`: the London days on
 * which they were recorded, by id. `endedOn`: the day on which what they are about ended; what was listed for later is no longer needed.
 */
export function hearingTasks(
  hearings: readonly Hearing[],
  about: About,
  force: string,
  noted: Readonly<Record<string, LocalDate>> = {},
  endedOn: LocalDate | null = null,
): Task[] {
  const closing = endedOn === null ? null : { on: endedOn, settlesEarlier: false };
  return hearings.flatMap((hearing) => {
    const task = heard(hearing, about, force, noted[hearing.hearingId]);
    const isNeeded = closing === null || hearingState(hearing, closing.on, closing) !== 'not-needed';
    const directions = directed(hearing, about, force);
    // What was directed for what is over need not be done any more; an appeal goes on.
    const isOver = closing !== null && !outlives(hearing.purpose);
    return [isNeeded ? task : { ...task, done: true }, ...(isOver ? directions.map((one) => ({ ...one, done: true })) : directions)];
  });
}

function heard({ hearingId, at, court, purpose, outcome }: Hearing, about: About, force: string, recorded: LocalDate | undefined): Task {
  const when = at.at === null ? formatDate(at.on) : formatDateTime(at.at);
  const urgent = daysBefore('hearing-last', at.on, at.on);
  const prepare = daysBefore('hearing-check', at.on, at.on);
  const words = `Hearing (${purposes[purpose]}) ${when}, ${court.name}`;
  const steps: readonly ClockStep[] = [
    { from: '0001-01-01', by: at.on, words, urgent: false },
    { from: prepare, by: at.on, words: `${words}: check that everybody knows`, urgent: false },
    { from: urgent, by: at.on, words: `${words}: last days to prepare`, urgent: true },
    {
      from: addDays(at.on, 1),
      by: clockEnd('record-result', { on: knownFrom(at.on, recorded) }).dueBy,
      words: `Record what became of the hearing of ${when}, ${court.name}`,
      urgent: true,
    },
  ];
  return {
    id: `hearing:${hearingId}`,
    what: 'hearing',
    words,
    why: 'The court’s date',
    about: { ...about, hearingId },
    force,
    opens: '0001-01-01',
    dueBy: at.on,
    ...(at.at === null ? {} : { dueAt: at.at }),
    courtOn: at.on,
    lapses: null,
    done: outcome !== null,
    steps,
  };
}

/**
 * Directions to others are theirs: what the police were told to do is ours, from the moment it is recorded, as its day may be before the one listed, and
 * until somebody records that it was done or lifted.
 */
function directed({ hearingId, at, court, directions }: Hearing, about: About, force: string): Task[] {
  return directions
    .filter(({ to }) => to === 'police')
    .map(({ directionId, by, settled }) => ({
      id: `direction:${directionId}`,
      what: 'direction',
      words: 'Do what the court directed',
      why: `Directed by ${court.name}, hearing of ${formatDate(at.on)}: to be done by ${formatDate(by)}`,
      about: { ...about, hearingId, directionId },
      force,
      opens: '0001-01-01',
      dueBy: by,
      lapses: null,
      done: settled !== null,
    }));
}
