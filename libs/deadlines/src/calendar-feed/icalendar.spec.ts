import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyOf, readCalendar, textOf } from './rfc5545.fixture.js';
import { type CalendarEntry, icalendar, toTell, type ToldEntry } from './icalendar.js';

const entry: CalendarEntry = {
  uid: 'a@orderwatch',
  at: '2026-07-03T09:00:00.000Z',
  summary: 'Hearing, application …1a2b, Kent',
  path: '/work/tasks/a',
};
const told: ToldEntry = { ...entry, sequence: 0, changedAt: '2026-06-01T10:00:00.000Z', cancelled: false };
const unfolded = (text: string) => text.replaceAll('\r\n ', '');
const linesOf = (text: string) => unfolded(text).split('\r\n');

describe('a calendar feed', () => {
  it('says the moment of a hearing in UTC: ten in the morning in London is nine in summer', () => {
    expect(linesOf(icalendar('Kent', 'https://orderwatch.example', [told]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Orderwatch//Hearings and deadlines//EN',
      'CALSCALE:GREGORIAN',
      'X-WR-CALNAME:Kent',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:a@orderwatch',
      'DTSTAMP:20260601T100000Z',
      'LAST-MODIFIED:20260601T100000Z',
      'SEQUENCE:0',
      'DTSTART:20260703T090000Z',
      'SUMMARY:Hearing\\, application …1a2b\\, Kent',
      'DESCRIPTION:https://orderwatch.example/work/tasks/a',
      'URL:https://orderwatch.example/work/tasks/a',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('says a day as a whole day, over the end of a month', () => {
    const lines = linesOf(icalendar('Kent', 'https://orderwatch.example', [{ ...told, at: '2028-02-29' }]));
    expect(lines).toContain('DTSTART;VALUE=DATE:20280229');
    expect(lines).toContain('DTEND;VALUE=DATE:20280301');
  });

  it('folds every line at 75 octets without cutting a character, and loses nothing', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((words) => !/[\r\n]/.test(words));
    fc.assert(
      fc.property(text, (summary) => {
        const sent = icalendar('Kent', 'https://orderwatch.example', [{ ...told, summary }]);
        for (const line of sent.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(sent).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
        const [line = ''] = linesOf(sent).filter((one) => one.startsWith('SUMMARY:'));
        expect(line.slice(8).replaceAll(/\\([\\;,])/g, '$1')).toBe(summary);
      }),
    );
  });

  it('is read by the grammar of RFC 5545, whatever it says, and with nothing in it', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString());
    const entries = fc.uniqueArray(
      fc.record({
        uid: fc.uuid().map((id) => `${id}@orderwatch`),
        at: fc.oneof(
          day,
          day.map((at) => at.slice(0, 10)),
        ),
        summary: fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        path: fc.uuid().map((id) => `/work/tasks/${id}`),
        sequence: fc.nat(9),
        changedAt: day,
        cancelled: fc.boolean(),
      }),
      { selector: ({ uid }) => uid, maxLength: 5 },
    );
    fc.assert(
      fc.property(entries, (all) => {
        const read = readCalendar(icalendar('Kent; Essex, and others', 'https://orderwatch.example', all));
        const events = read.components.filter(({ name }) => name === 'VEVENT');
        expect(textOf(propertyOf(read, 'X-WR-CALNAME'))).toBe('Kent; Essex, and others');
        expect(events.map((event) => propertyOf(event, 'UID').value)).toEqual(all.map(({ uid }) => uid));
        expect(events.map((event) => propertyOf(event, 'STATUS').value === 'CANCELLED')).toEqual(all.map(({ cancelled }) => cancelled));
        expect(events.map((event) => propertyOf(event, 'DTSTART').parameters['VALUE'] ?? 'DATE-TIME')).toEqual(
          all.map(({ at }) => (at.includes('T') ? 'DATE-TIME' : 'DATE')),
        );
        const said = all.map(({ summary }) => summary.replaceAll(/\r\n|\r|\n/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, ''));
        expect(events.map((event) => textOf(propertyOf(event, 'SUMMARY')))).toEqual(said);
      }),
    );
  });

  it('keeps line breaks inside a text from ending the line', () => {
    expect(linesOf(icalendar('Kent', 'https://orderwatch.example', [{ ...told, summary: 'a\r\nBEGIN:VEVENT\nb' }]))).toContain(
      'SUMMARY:a\\nBEGIN:VEVENT\\nb',
    );
  });
});

describe('what a calendar is told', () => {
  const now = '2026-06-02T10:00:00.000Z';
  const old = '2026-05-01T00:00:00.000Z';

  it('keeps an entry under its uid as it was while nothing changes', () => {
    expect(toTell([told], [entry], now, old)).toEqual([told]);
  });

  it('raises the sequence when it moves, and when it comes back', () => {
    const moved = { ...entry, at: '2026-07-10T09:00:00.000Z' };
    expect(toTell([told], [moved], now, old)).toEqual([{ ...moved, sequence: 1, changedAt: now, cancelled: false }]);
    expect(toTell([{ ...told, sequence: 3, cancelled: true }], [entry], now, old)).toMatchObject([{ sequence: 4, cancelled: false }]);
  });

  it('cancels what is gone, once, and says so for a while', () => {
    const [cancelled] = toTell([told], [], now, old);
    expect(cancelled).toEqual({ ...told, sequence: 1, changedAt: now, cancelled: true });
    expect(icalendar('Kent', 'https://orderwatch.example', cancelled ? [cancelled] : [])).toContain('STATUS:CANCELLED');
    expect(toTell(cancelled ? [cancelled] : [], [], '2026-06-09T10:00:00.000Z', old)).toEqual([cancelled]);
    expect(toTell(cancelled ? [cancelled] : [], [], '2026-08-02T10:00:00.000Z', '2026-07-01T00:00:00.000Z')).toEqual([]);
  });
});
