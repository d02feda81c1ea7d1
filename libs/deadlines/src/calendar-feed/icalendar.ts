import { addDays, type Instant, type LocalDate } from '#calendar';

// Written here and not taken from a library: the maintained ones need a newer Node than ours, and all that is sent is whole days and moments
// in UTC, so that no time zone has to be described to the reader's calendar.

/** One entry of a calendar feed. Texts name nobody: whoever holds the address can read them. */
export interface CalendarEntry {
  /** The same for the same hearing or deadline for ever. */
  readonly uid: string;
  /** A moment; or a whole London day when only that is known. */
  readonly at: string;
  readonly summary: string;
  /** Where it leads on this service. */
  readonly path: string;
}

/** An entry as it was last told to the reader's calendar. */
export interface ToldEntry extends CalendarEntry {
  /** How often it has changed since it was first told. */
  readonly sequence: number;
  readonly changedAt: Instant;
  /** It is no longer on the list: the calendar takes it away. */
  readonly cancelled: boolean;
}

/**
 * The feed as RFC 5545 has it: CRLF, lines of 75 octets at most, texts escaped. It names no method: a published one needs an organizer (RFC
 * 5546 s.3.2.1), and without it DTSTAMP is when the entry last changed, so that the same entries make the same bytes. `origin`: how the
 * service is reached, `https://orderwatch.example`.
 */
export function icalendar(name: string, origin: string, entries: readonly ToldEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Orderwatch//Hearings and deadlines//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...(entries.length === 0 ? noEntry : entries.flatMap((entry) => event(entry, origin))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A calendar has at least one component (RFC 5545 s.3.6). */
const noEntry = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000'],
  ...['END:STANDARD', 'END:VTIMEZONE'],
];

function event({ uid, at, summary, path, sequence, changedAt, cancelled }: ToldEntry, origin: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...(at.includes('T') ? [`DTSTART:${utc(at)}`] : [`DTSTART;VALUE=DATE:${plain(at)}`, `DTEND;VALUE=DATE:${plain(addDays(at, 1))}`]),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(origin + path)}`,
    `URL:${origin}${path}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** `2026-07-03T09:00:00.000Z` as `20260703T090000Z` */
function utc(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function plain(day: LocalDate): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

const encoder = new TextEncoder();

/** Lines after the first begin with a space; no character is cut in two. */
function folded(line: string): string {
  let [done, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      done += '\r\n ';
      octets = 1;
    }
    done += character;
    octets += size;
  }
  return done;
}

/**
 * What to tell a calendar that was told `before`: what is new or changed with a higher sequence, what is gone as cancelled, the rest as it
 * was. What was cancelled before `forgetBefore` is told no more.
 */
export function toTell(
  before: readonly ToldEntry[],
  now: readonly CalendarEntry[],
  at: Instant,
  forgetBefore: Instant,
): readonly ToldEntry[] {
  const told = new Map(before.map((entry) => [entry.uid, entry]));
  const present = new Set(now.map(({ uid }) => uid));
  const standing = now.map((entry): ToldEntry => {
    const last = told.get(entry.uid);
    if (!last) return { ...entry, sequence: 0, changedAt: at, cancelled: false };
    const same = !last.cancelled && last.at === entry.at && last.summary === entry.summary && last.path === entry.path;
    return same ? last : { ...entry, sequence: last.sequence + 1, changedAt: at, cancelled: false };
  });
  const gone = before
    .filter(({ uid, cancelled, changedAt }) => !present.has(uid) && !(cancelled && changedAt < forgetBefore))
    .map((entry): ToldEntry => (entry.cancelled ? entry : { ...entry, sequence: entry.sequence + 1, changedAt: at, cancelled: true }));
  return [...standing, ...gone];
}
