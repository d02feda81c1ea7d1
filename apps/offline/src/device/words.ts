import type { Instant } from '#calendar';

// For what runs on every page: the browser's own clock of London, not the whole calendar.

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'short', year: 'numeric' });

/** `01:40` */
export const clockTime = (at: Instant): string => time.format(new Date(at));

/** `22 Nov 2026 at 01:40` */
export const dayAndTime = (at: Instant): string => `${day.format(new Date(at)).replace('Sept', 'Sep')} at ${clockTime(at)}`;
