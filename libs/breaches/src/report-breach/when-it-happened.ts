import { londonDate, type Instant } from '#calendar';
import { refuse } from '#event-sourcing';
import type { Occurred } from '../domain/events.js';
import { earliest, occurredAsTold, occurredAt, type TellingProblem } from '../domain/occurred.js';
import type { WhatHappened, WhenAndWhat } from './report-breach.dto.js';

/** What is wrong with the answer, and the field to point at. */
export interface WhenProblem {
  readonly field: 'todayAt' | 'on' | 'time' | 'which' | 'until';
  readonly text: string;
}

/** The first step's answer as one time, or the question that is left. */
export function whenTold({ when, todayAt, on, time, which, until }: WhenAndWhat, now: Instant): Occurred | WhenProblem {
  if (when === 'now') return occurredAt(now);
  const today = when === 'today';
  const told = today ? { on: londonDate(now), until: null, time: todayAt } : { on, until: until ?? null, time };
  if (told.on === undefined) return { field: 'on', text: 'Enter the day it happened' };
  if (today && told.time === undefined) return { field: 'todayAt', text: 'Enter the time it happened' };
  const occurred = occurredAsTold({ on: told.on, until: told.until, time: told.time ?? null, which: which ?? null });
  if (typeof occurred === 'string') return problemOf(occurred, today ? 'todayAt' : 'time');
  if (earliest(occurred) > now || occurred.until > londonDate(now)) {
    return { field: today ? 'todayAt' : 'on', text: 'That lies in the future. Enter when it happened' };
  }
  return occurred;
}

function problemOf(problem: TellingProblem, time: 'todayAt' | 'time'): WhenProblem {
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
export function whenSent({ at, on, until, time, which }: WhatHappened): Occurred {
  if (at !== undefined) return occurredAt(at);
  if (on === undefined) throw refuse<'when-needed'>('when-needed');
  const occurred = occurredAsTold({ on, until: until ?? null, time: time ?? null, which: which ?? null });
  if (typeof occurred === 'string') throw refuse<TellingProblem>(occurred);
  return occurred;
}
