import { daySent, type FieldOptions, isRecord, readDate, readField, type Shape, Unreadable } from '#pages';
import type { End } from '../domain/moments.js';

/** As a program sends it. */
const endSent: Shape = {
  anyOf: [
    {
      type: 'object',
      properties: { is: { type: 'string', enum: ['fixed'] }, lastDay: daySent },
      required: ['is', 'lastDay'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { is: { type: 'string', enum: ['until-further-order', 'unknown'] } },
      required: ['is'],
      additionalProperties: false,
    },
  ],
};

/** When an order ends, read to an `End`: `{ is: 'fixed', lastDay }`, `{ is: 'until-further-order' }` or `{ is: 'unknown' }`. */
export function EndField({ optional }: FieldOptions = {}): PropertyDecorator {
  return readField({
    optional,
    missing: 'Select when it ends',
    schema: { description: 'when it ends', example: { is: 'fixed', lastDay: '2028-05-13' } },
    shape: endSent,
    read: readEnd,
  });
}

export function readEnd(value: unknown): End | Unreadable | undefined {
  const is = isRecord(value) ? value['is'] : value;
  switch (is) {
    case 'until-further-order':
    case 'unknown':
      return { is };
    case 'fixed': {
      const day = readDate('the last day', isRecord(value) ? (value['lastDay'] ?? {}) : {});
      return day instanceof Unreadable ? new Unreadable(day.text, `lastDay-${day.part ?? 'day'}`) : { is, lastDay: day };
    }
    case 'stays':
      return undefined;
    default:
      return new Unreadable('Select when it ends', 'is');
  }
}
