import { atLondon, type Instant, londonDate, londonTime } from '#calendar';
import type { Moment } from '#orders';
import { dateFields } from './report-body.js';

/** What is told of reading an order out to the respondent. */
export interface ReadingAnswers {
  /** The versions of the conditions that were read, one tick each. */
  readonly read: readonly string[];
  /** What else was said aloud, line by line. */
  readonly told: readonly string[];
  readonly at: Instant;
  readonly place: string;
  readonly by: string;
  readonly identified: string;
  readonly reaction: string | null;
}

/** The reading as the API takes it: `ReadOutOrderDto` of the service. */
export function readingBody({ at, reaction, ...rest }: ReadingAnswers): Readonly<Record<string, unknown>> {
  const moment: Moment = { on: londonDate(at), at };
  return { ...rest, at: moment, ...(reaction === null ? {} : { reaction }) };
}

/** The same as the fields of the service's form, so that it can be finished there. */
export function readingFields({ read, told, at, place, by, identified, reaction }: ReadingAnswers): (readonly [string, string])[] {
  return [
    ...read.map((versionId) => ['read', versionId] as const),
    ...told.map((line) => ['told', line] as const),
    ['place', place],
    ['by', by],
    ['identified', identified],
    ...(reaction === null ? [] : [['reaction', reaction] as const]),
    ...dateFields('at[date]', londonDate(at)),
    ['at[time]', londonTime(at)],
    ...whichFields('at[which]', at),
  ];
}

/** Of a time that came twice that night, which of the two it was. */
function whichFields(name: string, at: Instant): (readonly [string, string])[] {
  const [on, time] = [londonDate(at), londonTime(at)];
  if (atLondon(on, time).ok) return [];
  const earlier = atLondon(on, time, 'earlier');
  return [[name, earlier.ok && earlier.instant.slice(0, 16) === at.slice(0, 16) ? 'earlier' : 'later']];
}
