import { addDays, formatDate, londonDate, type Instant, type LocalDate } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Occurred } from '../domain/events.js';
import { earliest, occurredAsTold, occurredAt, type TellingProblem } from '../domain/occurred.js';
import type { WhatHappened, WhenAndWhat } from './report-breach.dto.js';

/** What is wrong with the answer, and the field to point at. */
export interface WhenProblem {
  readonly field: 'when' | 'todayAt' | 'yesterdayAt' | 'on' | 'time' | 'which' | 'until';
  readonly text: string;
}

/**
 * The first step's answer as one time, or the question that is left. Today and yesterday are London days as the form called them when it
 * was shown: once midnight has passed they are asked again, never moved silently. `born`: when the person was; null where that is not recorded.
 */
export function whenTold(
  { when, shownOn, todayAt, yesterdayAt, on, time, which, until }: WhenAndWhat,
  now: Instant,
  born: LocalDate | null = null,
): Occurred | WhenProblem {
  if (when === 'now') return occurredAt(now);
  const today = londonDate(now);
  if (when === 'other' && on !== undefined && born !== null && on < born) {
    return { field: 'on', text: `This person was born on ${formatDate(born)}: check the year` };
  }
  if (when === 'other') return asTold({ on, until, time, which }, { day: 'on', time: 'time' }, now);
  if (shownOn !== undefined && shownOn !== today) {
    return { field: 'when', text: 'Midnight has passed since you opened this page. Select the day again' };
  }
  if (when === 'yesterday') {
    return asTold({ on: addDays(today, -1), time: yesterdayAt, which }, { day: 'yesterdayAt', time: 'yesterdayAt' }, now);
  }
  if (todayAt === undefined) return { field: 'todayAt', text: 'Enter the time it happened' };
  return asTold({ on: today, time: todayAt, which }, { day: 'todayAt', time: 'todayAt' }, now);
}

/** `at`: the fields to point at. */
function asTold(
  { on, until, time, which }: Pick<WhenAndWhat, 'on' | 'until' | 'time' | 'which'>,
  at: { readonly day: WhenProblem['field']; readonly time: 'todayAt' | 'yesterdayAt' | 'time' },
  now: Instant,
): Occurred | WhenProblem {
  if (on === undefined) return { field: 'on', text: 'Enter the day it happened' };
  const occurred = occurredAsTold({ on, until: until ?? null, time: time ?? null, which: which ?? null });
  if (typeof occurred === 'string') return problemOf(occurred, at.time);
  if (earliest(occurred) <= now && occurred.until <= londonDate(now)) return occurred;
  const ofToday = at.day === 'todayAt';
  return {
    field: at.day,
    text: ofToday ? 'That lies in the future. If it was last night, select Yesterday' : 'That lies in the future. Enter when it happened',
  };
}

function problemOf(problem: TellingProblem, time: 'todayAt' | 'yesterdayAt' | 'time'): WhenProblem {
  switch (problem) {
    case 'ambiguous-hour':
      return { field: 'which', text: 'The clocks went back that night, so that time came twice. Select which one it was' };
    case 'skipped-hour':
      return {
        field: time,
        text: 'The clocks went forward that night, so that time never came. Enter the time the clocks showed after the change',
      };
    case 'range-backwards':
      return { field: 'until', text: 'The last day must not be before the first day' };
    case 'time-of-a-range':
      return { field: time, text: 'Give a time for one day only: take out the time or the last day' };
  }
}

/** When it happened as it is sent with the report. Refuses with what is missing or cannot be. */
export function whenSent({ at, on, until, time, which, narrowest }: Omit<WhatHappened, 'kinds'>): Occurred {
  if (at !== undefined) return occurredAt(at);
  if (on === undefined) throw refuse<'when-needed'>('when-needed');
  const occurred = occurredAsTold({ on, until: until ?? null, time: time ?? null, which: which ?? null });
  if (typeof occurred === 'string') throw refuse<TellingProblem>(occurred);
  return narrowest && occurred.at === null ? { ...occurred, narrowest } : occurred;
}
