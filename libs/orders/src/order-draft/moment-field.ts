import { isInstant, isLocalDate, londonDate } from '#calendar';
import { capital, type FieldOptions, isRecord, isRecordable, readDate, readField, readInstant, Unreadable } from '#pages';
import { momentOf, someTimeOn, type Moment } from '../domain/moments.js';

/**
 * A London day and, where it is known, the time, read to a `Moment`. Forms send `{ date, time, which }` with a time that may be left out;
 * the API `{ on, at }`, a day `YYYY-MM-DD`, or an ISO 8601 instant. `words` complete "Enter …".
 */
export function MomentField(words: string, { optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: `Enter ${words}`,
    schema: { type: Object, description: `${words}: a day, or { on, at }`, example: { on: '2026-05-14', at: '2026-05-14T10:40:00.000Z' } },
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
  const fits = isLocalDate(on) && isRecordable(on) && (at === null || (isInstant(at) && londonDate(at) === on));
  return fits ? { on, at } : new Unreadable(`${capital(words)} must be a London day and, if known, an instant on it`);
}
