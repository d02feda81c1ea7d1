import { type Indexed, madeWith } from './condition-library.js';
import { hoursOf } from './library/blanks.js';
import type { Care } from './library/library-condition.js';

/** Something to think of before a condition is asked for or recorded. */
export interface Warning {
  readonly care: Care;
  /** A sentence. */
  readonly text: string;
  /** What is filled in points at it, so that it is more than a reminder. */
  readonly pointed: boolean;
}

const reminders: Readonly<Record<Care, string>> = {
  work: 'Ask where and when the respondent works: a condition should not keep anybody from their normal work so far as practicable (SPA 2019 s.2).',
  worship: 'Ask about the respondent’s religion: a condition should not conflict with it so far as practicable (SPA 2019 s.2).',
  education: 'Ask about the respondent’s education: a condition should not keep anybody from it so far as practicable (SPA 2019 s.2).',
  'child-contact': 'Ask whether there are children and a child arrangements order, and say what it leaves allowed.',
};

/** What to think of with a condition of this kind: SPA 2019 s.2 for religion, work and education; contact with children by good practice. */
export function warningsOf(condition: Indexed, parameters: Readonly<Record<string, string>>): readonly Warning[] {
  return madeWith(condition).care.map((care) => {
    const text = pointedAt(care, condition, parameters);
    return { care, text: text ?? reminders[care], pointed: text !== null };
  });
}

const daysOfWorship: Readonly<Record<string, string>> = { fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

function pointedAt(care: Care, { category }: Indexed, parameters: Readonly<Record<string, string>>): string | null {
  if (category !== 'requirement') return null;
  const days = (parameters['days'] ?? '').split(',').filter((day) => day !== '');
  const hours = hoursOf(parameters['hours'] ?? '');
  if (care === 'worship') {
    const holy = days.flatMap((day) => daysOfWorship[day] ?? []);
    return holy.length > 0
      ? `It falls on ${holy.join(' and ')}. Ask whether that is a day of worship for the respondent (SPA 2019 s.2).`
      : null;
  }
  const inTheWeek = days.length === 0 || days.some((day) => day !== 'sat' && day !== 'sun');
  const inTheDay = hours !== null && (hours.from < '17:00' || hours.to < hours.from) && (hours.to > '09:00' || hours.to < hours.from);
  if ((care === 'work' || care === 'education') && inTheWeek && inTheDay)
    return `It falls in usual hours of ${care === 'work' ? 'work' : 'school and college'}. Ask for the respondent’s, and choose others if you can (SPA 2019 s.2).`;
  return null;
}
