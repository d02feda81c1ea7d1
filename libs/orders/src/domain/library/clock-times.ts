/** A time by the clock with every way in which it can be read: `6` in `between 6 and 8 pm` is `06:00` or `18:00`. */
export type Readings = readonly string[];

const time = '(?<![\\d.:,])(?<h>\\d{1,2})(?:[.:](?<m>[0-5]\\d))?';
const wholeHours = '(?<h>[01]\\d|2[0-3])(?<m>[0-5]\\d)';
const hundred = '(?:[01]\\d|2[0-3])[0-5]\\d\\s*(?:hours|hrs|h)\\b';
const noon = '(?:noon|midday|midnight)\\b';
const oClock = "o\\s*[’'‘`]?\\s*clock\\b";
const halfWritten = '(?:[ap]\\.?\\s?m\\b\\.?|in\\s+the\\s+(?:early\\s+|late\\s+)?(?:morning|afternoon|evening)\\b|at\\s+night\\b)';
/** What makes a time of a number: `9 am`, `nine o’clock`, `nine o’clock in the evening`. */
const mark = `\\s*,?\\s*(?:${oClock}(?:\\s*,?\\s*${halfWritten})?|${halfWritten})`;
const joins = '\\s*,?\\s*(?:and|to|until|till|through|or|[-–—])\\s*';
const measure = '(?:m|metres?|meters?|km|kilomet\\w+|miles?|yards?|yds?|feet|ft)\\b';
const ofDay = '(?=\\s*(?:$|[,.;)]|(?:on|each|every|of|by|when|for|in\\s+the|during)\\b))';
const hourWritten = `(?<h>\\d{1,2}|${noon})(?:\\s*,?\\s*${oClock})?(?:\\s*,?\\s*(?<half>${halfWritten}))?`;

type Found = Readonly<Record<string, string | undefined>>;

/** The ways of writing a time, those that say most first, so that none takes a part of another. */
const ways: readonly (readonly [pattern: string, read: (found: Found) => Readings])[] = [
  // `half past nine`, `ten minutes past nine`
  [
    `\\b(?:(?<thirty>half)|(?:an?\\s+)?(?<fifteen>quarter)|(?<minutes>\\d{1,2})(?:\\s+minutes)?)\\s+past\\s+${hourWritten}`,
    (found) => around(found, 1),
  ],
  // `a quarter to ten`, `ten minutes to ten`, `by ten to ten`; `5 to 6 pm` is a period
  [`\\b(?:an?\\s+)?(?:(?<fifteen>quarter)|(?<minutes>\\d{1,2})\\s+minutes)\\s+to\\s+${hourWritten}`, (found) => around(found, -1)],
  [`(?<=\\b(?:at|by|before|after|than)\\s+)(?<minutes>5|10|20|25)\\s+to\\s+${hourWritten}`, (found) => around(found, -1)],
  // The first of a period, which has its sense from the second
  [`\\b${wholeHours}(?=${joins}${hundred})`, exactly],
  [`\\b${wholeHours}(?=${joins}(?:[01]\\d|2[0-3])[0-5]\\d\\b)(?<=\\b0\\d{3})(?!${joins}\\d+\\s*${measure})`, exactly],
  [`${time}(?=${joins}(?:\\d{1,2}(?:[.:][0-5]\\d)?${mark}|(?:12\\s+)?${noon}|${hundred}))`, either],
  [`${time}(?=${joins}\\d{1,2}[.:][0-5]\\d\\b(?!\\s*${measure}))(?<=\\b(?:between|from)\\s+(?:the\\s+hours\\s+of\\s+)?\\d{1,2})`, either],
  // Each by itself
  [`(?:12\\s*(?:${oClock}\\s*)?)?\\b(?<h>${noon})`, exactly],
  [`${time}\\s*,?\\s*(?:${oClock}\\s*,?\\s*)?(?<half>${halfWritten})`, halved],
  [`${time}\\s*${oClock}`, either],
  [`\\b${wholeHours}\\s*(?:hours|hrs|h)\\b`, exactly],
  [`(?<=;;${joins})${wholeHours}\\b(?!\\s*${measure})`, exactly],
  [`(?<=\\b(?:between|from)\\s+(?:the\\s+hours\\s+of\\s+)?)${time}(?=${joins}\\d{1,2}${ofDay.replace('(?=', '(?:')})`, either],
  [`(?<![\\d.:,])(?<h>\\d{1,2})[.:](?<m>[0-5]\\d)(?![\\d:])(?!\\s*${measure})`, exactly],
];

/** The second of `between nine and ten`, once the first was taken. */
const second = `(?<=;;${joins})${time}${ofDay}`;

/**
 * Takes the times by the clock out of a text with its numbers in digits, as people write them: `9 and 10 in the morning`, `9.00 am`,
 * `half past 9`, `quarter to 10`, `noon`, `2100 hours`. `rest` is the text without them.
 */
export function clockTimesIn(text: string): { readonly times: readonly Readings[]; readonly rest: string } {
  const times: Readings[] = [];
  let rest = text;
  const take = (pattern: string, read: (found: Found) => Readings) => {
    rest = rest.replace(new RegExp(pattern, 'gi'), (...parts: unknown[]) => {
      const readings = read(groupsOf(parts.at(-1)));
      if (readings.length === 0) return String(parts[0]);
      times.push([...new Set(readings)]);
      return ';;';
    });
  };
  for (const [pattern, read] of ways) take(pattern, read);
  take(second, either);
  return { times, rest: rest.replaceAll(';;', ' ; ') };
}

function groupsOf(groups: unknown): Found {
  return typeof groups === 'object' && groups !== null ? { ...groups } : {};
}

/** By the clock of 24 hours, or a name. */
function exactly({ h = '', m = '00' }: Found): Readings {
  if (/^midnight$/i.test(h)) return ['00:00'];
  if (/^(?:noon|midday)$/i.test(h)) return ['12:00'];
  return Number(h) > 24 ? [] : [told(Number(h) % 24, Number(m))];
}

/** Before noon or after it. */
function either(found: Found): Readings {
  const hour = Number(found['h']);
  if (hour < 1 || hour > 12) return exactly(found);
  return [told(hour % 12, Number(found['m'] ?? 0)), told((hour % 12) + 12, Number(found['m'] ?? 0))];
}

function halved(found: Found): Readings {
  const [hour, minutes, half] = [Number(found['h']), Number(found['m'] ?? 0), (found['half'] ?? '').toLowerCase()];
  if (hour > 12) return exactly(found);
  if (hour < 1) return /morning|night|^a/.test(half) ? exactly(found) : [];
  const isLate = /^p|afternoon|evening/.test(half) || (half.includes('night') && hour >= 6 && hour < 12);
  return [told((hour % 12) + (isLate ? 12 : 0), minutes)];
}

/** So many minutes past (1) or to (-1) the hour. */
function around(found: Found, way: 1 | -1): Readings {
  const minutes = found['thirty'] ? 30 : found['fifteen'] ? 15 : Number(found['minutes']);
  if (minutes > 59) return [];
  const hours = found['half'] ? halved(found) : either(found);
  const named = /\D/.test(found['h'] ?? '') ? exactly(found) : hours;
  return named.map((at) => {
    const all = (Number(at.slice(0, 2)) * 60 + way * minutes + 1440) % 1440;
    return told(Math.floor(all / 60), all % 60);
  });
}

function told(hour: number, minutes: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
