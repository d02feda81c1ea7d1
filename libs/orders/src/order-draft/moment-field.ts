import { isLocalDate, londonDate } from '#calendar';
import {
  capital,
  daySent,
  type FieldOptions,
  instantSent,
  isRecord,
  readDate,
  readField,
  readInstant,
  type Shape,
  Unreadable,
} from '#pages';
import { momentOf, someTimeOn, type Moment } from '../domain/moments.js';

/** As a program sends it. */
const momentSent: Shape = {
  anyOf: [
    daySent,
    instantSent,
    {
      type: 'object',
      properties: { on: daySent, at: { anyOf: [instantSent, { type: 'null' }] } },
      required: ['on'],
      additionalProperties: false,
    },
  ],
};

/**
 * A London day and, where it is known, the time, read to a `Moment`. Forms send `{ date, time, which }` with a time that may be left out;
 * the API `{ on, at }`, a day `YYYY-MM-DD`, or an instant of RFC 3339. `words` complete "Enter …".
 */
export function MomentField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { description: words, example: { on: '2026-05-14', at: '2026-05-14T10:40:00.000Z' } },
    shape: momentSent,
    read: (value) => readMoment(words, value),
  });
}

export function readMoment(words: string, value: unknown): Moment | Unreadable {
  if (isLocalDate(value)) {
    const on = readDate(words, value);
    return on instanceof Unreadable ? on : someTimeOn(on);
  }
  if (isRecord(value) && 'on' in value) return fromApi(words, value);
  if (isRecord(value) && (typeof value['time'] !== 'string' || value['time'].trim() === '')) {
    const on = readDate(words, value['date'] ?? {});
    return on instanceof Unreadable ? new Unreadable(on.text, `date-${on.part ?? 'day'}`) : someTimeOn(on);
  }
  const at = readInstant(words, value);
  return at instanceof Unreadable ? at : momentOf(at);
}

function fromApi(words: string, { on, at = null }: Readonly<Record<string, unknown>>): Moment | Unreadable {
  const day = typeof on === 'string' ? readDate(words, on) : new Unreadable(`${capital(words)} must have its day in on, like 2026-05-14`);
  if (day instanceof Unreadable) return day;
  if (at === null) return someTimeOn(day);
  const instant = typeof at === 'string' ? readInstant(words, at) : new Unreadable(`${capital(words)} must have its time in at, as text`);
  if (instant instanceof Unreadable) return instant;
  return londonDate(instant) === day
    ? { on: day, at: instant }
    : new Unreadable(`${capital(words)} must have the same day in on and in at: in London at is on ${londonDate(instant)}`);
}
