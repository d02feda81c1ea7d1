import { isLocalDate } from '#calendar';
import { isUuid } from '../submissions/ids.js';
import { isRecord } from './form-view.js';

/** What a program may send for a field, as the description of the API has it (JSON Schema), and as what is sent is held against. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly description?: string;
}

export const daySent: Shape = { type: 'string', format: 'date' };
export const instantSent: Shape = { type: 'string', format: 'date-time' };
/** By the London clock. */
export const timeSent: Shape = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '23:40' };

/** An instant of RFC 3339, with `Z` or an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export function isRfc3339(text: string): boolean {
  return INSTANT.test(text) && isLocalDate(text.slice(0, 10));
}

const formats: Readonly<Record<string, { readonly fits: (text: string) => boolean; readonly words: string }>> = {
  date: { fits: isLocalDate, words: 'YYYY-MM-DD' },
  'date-time': { fits: isRfc3339, words: 'an instant like 2026-11-18T23:40:00Z' },
  uuid: { fits: isUuid, words: 'a UUID' },
};

/** Whether what was sent is one of what the shape describes. */
export function fits(shape: Shape, value: unknown): boolean {
  if (shape.anyOf) return shape.anyOf.some((one) => fits(one, value));
  if (shape.enum) return shape.enum.includes(value);
  return [shape.type ?? []].flat().some((type) => fitsType(type, shape, value));
}

function fitsType(type: string, shape: Shape, value: unknown): boolean {
  switch (type) {
    case 'string':
      return (
        typeof value === 'string' &&
        (shape.format === undefined || (formats[shape.format]?.fits(value) ?? true)) &&
        (shape.pattern === undefined || new RegExp(shape.pattern).test(value))
      );
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && value.every((item) => shape.items === undefined || fits(shape.items, item));
    case 'object':
      return isRecord(value) && !Array.isArray(value) && fitsObject(shape, value);
    default:
      return false;
  }
}

function fitsObject({ properties = {}, required = [] }: Shape, value: Readonly<Record<string, unknown>>): boolean {
  return (
    required.every((name) => value[name] !== undefined) &&
    Object.entries(value).every(([name, part]) => {
      const of = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return of !== undefined && (part === undefined || fits(of, part));
    })
  );
}

/** The shape in words for who writes a program: `one of { is: fixed, lastDay: YYYY-MM-DD }; { is: unknown }`. */
export function shapeInWords(shape: Shape): string {
  if (shape.anyOf) return `one of ${shape.anyOf.map(shapeInWords).join('; ')}`;
  if (shape.enum) return shape.enum.map(String).join(' or ');
  return [shape.type ?? []]
    .flat()
    .map((type) => typeInWords(type, shape))
    .join(' or ');
}

function typeInWords(type: string, { format = '', pattern, items, properties = {}, required = [], description }: Shape): string {
  if (type === 'array') return `[${items ? shapeInWords(items) : ''}, …]`;
  if (type === 'object') {
    const parts = Object.entries(properties).map(([name, part]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeInWords(part)}`);
    return `{ ${parts.join(', ')} }`;
  }
  if (type === 'integer') return 'a whole number';
  if (type !== 'string') return type;
  return (
    formats[format]?.words ?? (pattern === undefined ? 'text' : `text${description ? ` like ${description}` : ` that matches ${pattern}`}`)
  );
}
