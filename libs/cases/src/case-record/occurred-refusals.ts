import type { OccurredRefusal, TellingProblem } from '../domain/occurred.js';

/** What is wrong with a telling of when something happened and was reported, by the fields in which every such form asks for it. */
export const occurredRefusals = {
  'not-a-real-time': { field: 'on', text: 'Enter a real date and time' },
  'range-backwards': { field: 'until', text: 'The last day must not be before the first day' },
  'time-of-a-range': { field: 'time', text: 'Give a time for one day only: take out the time or the last day' },
  'time-of-another-day': { field: 'time', text: 'Enter a time on the day it happened' },
  'ambiguous-hour': { field: 'which', text: 'The clocks went back that night, so that time came twice. Select which one it was' },
  'skipped-hour': {
    field: 'time',
    text: 'The clocks went forward that night, so that time never came. Enter the time the clocks showed after the change',
  },
  'reported-before-it-happened': { field: 'reportedAt', text: 'It cannot have been reported before it happened. Check both times' },
} as const satisfies Readonly<
  Partial<Record<OccurredRefusal | TellingProblem | 'skipped-hour', { readonly field: string; readonly text: string }>>
>;
