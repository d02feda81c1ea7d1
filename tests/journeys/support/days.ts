import { atLondon } from '#calendar';
import type { Fields } from './form.js';

/** A day as three fields of a form: `day('2026-05-14')`. */
export function day(date: string): Fields {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-').map((part) => String(Number(part)));
  return { day: dayOfMonth, month, year };
}

/** A London day and time as a form asks for it: `moment('2026-05-14 10:40')`; the time may be left out. */
export function moment(when: string, which?: 'earlier' | 'later'): Fields {
  const [date = '', time] = when.split(' ');
  return { date: day(date), ...(time === undefined ? {} : { time }), ...(which === undefined ? {} : { which }) };
}

/** The instant at which London clocks show `2026-05-14 10:40`; without a time, at nine in the morning. */
export function instant(when: string): string {
  const [date = '', time = '09:00'] = when.split(' ');
  const found = atLondon(date, time);
  if (!found.ok) throw new Error(`${when} is no single moment in London`);
  return found.instant;
}
