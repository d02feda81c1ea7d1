import { asInstant, atLondon, type Instant, isInstant, londonDate, londonTime, millisecondsOf } from '#calendar';
import { isRecord } from './form-view.js';

/** As long as a page may hold a form that waits for signal: milliseconds. */
const LONGEST_WAIT = 24 * 3_600_000;

/**
 * When a form was sent the first time, where there was no signal and a page held it since: that page says so in `_tried`, by the clock of its
 * device. Else `now`, also where that lies in the future or more than a day back.
 */
export function sentFirst(body: unknown, now: Instant): Instant {
  const tried = isRecord(body) ? body['_tried'] : undefined;
  return isInstant(tried) && tried <= now && tried >= asInstant(millisecondsOf(now) - LONGEST_WAIT) ? tried : now;
}

/** The form with the time at which it was sent first in a field of day and time that was left empty for now; as it is where it did not wait. */
export function withTimeSent(body: unknown, field: string, now: Instant): unknown {
  const at = sentFirst(body, now);
  if (!isRecord(body) || at === now || !isBlank(body[field])) return body;
  const [date, time] = [londonDate(at), londonTime(at)];
  const [year, month, day] = date.split('-');
  const later = atLondon(date, time, 'later');
  const which = later.ok && later.instant <= at ? 'later' : 'earlier';
  const isTwice = !atLondon(date, time).ok;
  return { ...body, [field]: { date: { day, month, year }, time, ...(isTwice ? { which } : {}) } };
}

function isBlank(value: unknown): boolean {
  if (isRecord(value)) return Object.values(value).every(isBlank);
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}
