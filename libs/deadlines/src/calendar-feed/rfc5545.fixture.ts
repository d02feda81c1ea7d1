// A reader of calendars by the grammar of RFC 5545 (s.3.1 to 3.3, 3.6.1, 3.8) and nothing more: it takes nothing that the RFC does not.

export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

const octets = new TextEncoder();
const line = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^;:,"\p{Cc}]*))*):([^\p{Cc}\t]*(?:\t[^\p{Cc}]*)*)$/u;

/** The one calendar in the text. @throws Error saying what breaks the RFC */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end');
  const physical = text.slice(0, -2).split('\r\n');
  if (physical.some((one) => /[\r\n]/.test(one))) throw new Error('A line break is not CRLF');
  if (physical.some((one) => octets.encode(one).length > 75)) throw new Error('A line is longer than 75 octets');
  const unfolded = text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
  const open: { name: string; properties: Property[]; components: Component[] }[] = [];
  const done: Component[] = [];
  for (const one of unfolded) {
    const [, name = '', parameters = '', value = ''] = line.exec(one) ?? [];
    if (name === '') throw new Error('Not a content line');
    if (name === 'BEGIN') open.push({ name: value, properties: [], components: [] });
    else if (name === 'END') {
      const ended = open.pop();
      if (ended?.name !== value) throw new Error('A component ends that did not begin');
      (open.at(-1)?.components ?? done).push(ended);
    } else {
      const read = parameters
        .split(';')
        .slice(1)
        .map((part) => part.split('=') as [string, string]);
      open.at(-1)?.properties.push({ name, parameters: Object.fromEntries(read), value });
    }
  }
  const [calendar, ...more] = done;
  if (open.length > 0 || calendar?.name !== 'VCALENDAR' || more.length > 0) throw new Error('Not one calendar');
  check(calendar);
  return calendar;
}

/** The only property of that name. */
export function propertyOf({ properties }: Component, name: string): Property {
  const [found, ...more] = properties.filter((property) => property.name === name);
  if (!found || more.length > 0) throw new Error(`${name} must be there once`);
  return found;
}

/** A TEXT without its escapes (s.3.3.11). */
export function textOf({ value }: Property): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value) || /(?<!\\)(?:\\\\)*\\(?![\\;,nN])/.test(value)) throw new Error('A text is not escaped');
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

function check(calendar: Component): void {
  if (propertyOf(calendar, 'VERSION').value !== '2.0') throw new Error('VERSION is 2.0');
  propertyOf(calendar, 'PRODID');
  if (calendar.components.length === 0) throw new Error('A calendar has at least one component');
  const method = calendar.properties.some(({ name }) => name === 'METHOD');
  const events = calendar.components.filter(({ name }) => name === 'VEVENT');
  const uids = events.map((event) => propertyOf(event, 'UID').value);
  if (new Set(uids).size !== uids.length) throw new Error('A UID comes twice');
  for (const event of events) {
    if (!/^\d{8}T\d{6}Z$/.test(propertyOf(event, 'DTSTAMP').value)) throw new Error('DTSTAMP is a moment in UTC');
    if (!/^\d+$/.test(propertyOf(event, 'SEQUENCE').value)) throw new Error('SEQUENCE is a number');
    if (!/^(CONFIRMED|CANCELLED|TENTATIVE)$/.test(propertyOf(event, 'STATUS').value)) throw new Error('STATUS of an event');
    if (method) propertyOf(event, 'ORGANIZER');
    for (const name of ['SUMMARY', 'DESCRIPTION']) textOf(propertyOf(event, name));
    if (!URL.canParse(propertyOf(event, 'URL').value)) throw new Error('URL is an address');
    const start = propertyOf(event, 'DTSTART');
    if (start.parameters['TZID'] !== undefined) throw new Error('A time zone that is not described');
    if (start.parameters['VALUE'] === 'DATE') {
      const end = propertyOf(event, 'DTEND');
      if (end.parameters['VALUE'] !== 'DATE' || !/^\d{8}$/.test(start.value) || !/^\d{8}$/.test(end.value))
        throw new Error('Days are DATEs');
      if (end.value <= start.value) throw new Error('DTEND is the day after the last');
    } else if (!/^\d{8}T\d{6}Z$/.test(start.value)) throw new Error('A moment is in UTC');
  }
}
